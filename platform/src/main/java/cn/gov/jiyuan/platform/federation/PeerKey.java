package cn.gov.jiyuan.platform.federation;

import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.instance.Instance;
import cn.gov.jiyuan.platform.keys.CertificateAuthority;
import cn.gov.jiyuan.platform.keys.CertificateRequest;
import cn.gov.jiyuan.platform.keys.CertificateUse;
import cn.gov.jiyuan.platform.keys.CryptoProvider;
import cn.gov.jiyuan.platform.keys.KeyVault;
import cn.gov.jiyuan.platform.keys.Sm3;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Base64;

/** The key by which this installation signs to its peers (级联签名密钥), and certificates as people hand them over. */
final class PeerKey {
    private static final String NAME = "federation";
    private static final String BEGIN = "-----BEGIN CERTIFICATE-----";
    private static final String END = "-----END CERTIFICATE-----";

    private final KeyVault vault;
    private final CertificateAuthority authority;
    private final Instance instance;
    private volatile boolean present;

    PeerKey(KeyVault vault, CertificateAuthority authority, Instance instance) {
        this.vault = vault;
        this.authority = authority;
        this.instance = instance;
    }

    byte[] sign(String message) {
        ensure();
        return vault.sign(NAME, message.getBytes(StandardCharsets.UTF_8));
    }

    X509Certificate certificate() {
        ensure();
        return vault.chain(NAME).getFirst();
    }

    private void ensure() {
        if (!present) {
            authority.ensure(new CertificateRequest(
                    NAME, instance.name() + "级联签名（测试）", instance.name(), null, CertificateUse.SYSTEM));
            present = true;
        }
    }

    /** SM3 of the certificate, by which two people compare it. */
    static String fingerprint(X509Certificate certificate) {
        return Sm3.hex(encoded(certificate));
    }

    static byte[] encoded(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    static String pem(X509Certificate certificate) {
        return BEGIN + "\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded(certificate))
                + "\n" + END + "\n";
    }

    /** @throws Fault {@code federation.bad-certificate} */
    static X509Certificate ofPem(String pem) {
        int begin = pem.indexOf(BEGIN);
        int end = pem.indexOf(END);
        if (begin < 0 || end < begin) {
            throw Fault.at("/certificate", FederationError.BAD_CERTIFICATE, "没有 BEGIN CERTIFICATE");
        }
        try {
            return ofDer(Base64.getMimeDecoder().decode(pem.substring(begin + BEGIN.length(), end)));
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw Fault.caused(e, FederationError.BAD_CERTIFICATE, "内容不完整");
        }
    }

    static X509Certificate ofDer(byte[] der) {
        try {
            return (X509Certificate) CryptoProvider.certificates().generateCertificate(new ByteArrayInputStream(der));
        } catch (CertificateException e) {
            throw new IllegalStateException(e);
        }
    }
}
