package cn.gov.jiyuan.platform.federation;

import cn.gov.jiyuan.platform.instance.Instance.Level;
import java.net.URI;
import java.security.cert.X509Certificate;

/**
 * Another installation with which this one exchanges batches (级联节点). It is known by the one certificate that somebody
 * registered, whoever issued it.
 *
 * @param code area code of the area it serves @param address where it answers
 */
public record Peer(
        String code, String name, Level level, URI address, X509Certificate certificate, State state, boolean demo) {

    /** Whether batches go to and fro. */
    public enum State {
        ACTIVE("启用"),
        SUSPENDED("停用");

        private final String label;

        State(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
