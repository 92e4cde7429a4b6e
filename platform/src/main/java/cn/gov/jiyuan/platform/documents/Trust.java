package cn.gov.jiyuan.platform.documents;

import cn.gov.jiyuan.platform.keys.CertificateAuthority;
import cn.gov.jiyuan.platform.keys.Revocations;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.function.Supplier;

/**
 * Whom a verifier believes.
 *
 * @param roots certificates believed without proof
 * @param intermediates certificates that may stand between
 */
public record Trust(
        Supplier<List<X509Certificate>> roots, Supplier<List<X509Certificate>> intermediates, Revocations revocations) {
    public static Trust of(CertificateAuthority authority) {
        return new Trust(authority::roots, authority::intermediates, authority);
    }

    /** Without a source of revocations: no document is then called valid, at best undetermined. */
    public static Trust of(List<X509Certificate> roots, List<X509Certificate> intermediates) {
        return new Trust(() -> roots, () -> intermediates, Revocations.UNKNOWN);
    }
}
