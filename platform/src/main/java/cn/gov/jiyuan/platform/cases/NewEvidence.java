package cn.gov.jiyuan.platform.cases;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A piece of evidence to be put into a case (材料、文书).
 *
 * @param fileId file in the store; null for a fact checked elsewhere (免提交)
 * @param kind material code or kind of document
 * @param source where it comes from: uploaded, licence, data check, made by the platform
 * @param sm3 digest of the content; null if the file store knows it
 */
public record NewEvidence(
        @Nullable UUID fileId,
        String kind,
        String name,
        Source source,
        @Nullable String sm3) {
    /** How it came into the case (收取方式). */
    public enum Source {
        UPLOADED("上传"),
        PAPER("窗口收取"),
        LICENCE("电子证照"),
        DATA_CHECK("数据核验"),
        PROMISE("告知承诺"),
        ISSUED("系统制发");

        private final String label;

        Source(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
