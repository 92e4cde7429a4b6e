package cn.gov.jiyuan.platform.keys;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;

/**
 * Issues certificates for keys of the vault. The built-in one is for development and names itself “测试 CA，不具法律效力”;
 * a licensed authority takes its place in operation.
 */
public interface CertificateAuthority extends Revocations {
    /** The chain of the named key; makes key and certificate if there is none yet, so it may be called again. */
    List<X509Certificate> ensure(CertificateRequest request);

    /** A new key and certificate under the same name, valid in a period the caller gives; the old ones stay verifiable. */
    List<X509Certificate> renew(CertificateRequest request, Instant from, Instant until);

    /** @param serial as in {@link X509Certificate#getSerialNumber()}, lower-case hex */
    void revoke(String serial, String reason);

    /** Certificates between root and leaf, which documents do not always carry. */
    List<X509Certificate> intermediates();

    /** The root certificates this platform trusts. */
    List<X509Certificate> roots();
}
