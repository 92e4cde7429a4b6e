package cn.gov.jiyuan.platform.keys;

import java.security.cert.X509Certificate;
import java.util.List;

/** The key vault (密钥保管): private keys never leave it. Software now, a device of GM/T 0018 (SDF) later. */
public interface KeyVault {
    /** Signs the checkpoints of the audit chain; there from the start. */
    String AUDIT = "audit";
    /** Signs time stamps; there from the start. */
    String TIMESTAMP = "tsa";
    /** Signs seals as their maker (制章人); there from the start. */
    String SEAL_MAKER = "seal-maker";

    /**
     * SM2 signature with SM3 over a message, DER encoded, by a named key.
     *
     * @throws cn.gov.jiyuan.kernel.error.Fault if nobody issued a certificate for that name
     */
    byte[] sign(String keyName, byte[] message);

    /** The certificate of a named key with its chain up to and including the root. */
    List<X509Certificate> chain(String keyName);

    /** Key and certificate together, for whoever needs the signature and the certificate in one document. */
    VaultSigner signer(String keyName);

    /** HMAC-SM3 with a named secret, which is made at its first use. */
    byte[] mac(String keyName, byte[] message);
}
