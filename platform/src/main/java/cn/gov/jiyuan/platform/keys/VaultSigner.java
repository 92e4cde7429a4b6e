package cn.gov.jiyuan.platform.keys;

import java.security.cert.X509Certificate;
import java.util.List;

/** A key and the certificate that belongs to it, which stay together even if the key is renewed meanwhile. */
public interface VaultSigner {
    /** SM2 signature with SM3, DER encoded. */
    byte[] sign(byte[] message);

    /** The certificate, then its issuers up to and including the root. */
    List<X509Certificate> chain();

    default X509Certificate certificate() {
        return chain().getFirst();
    }
}
