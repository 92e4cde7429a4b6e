package cn.gov.jiyuan.platform.documents;

import cn.gov.jiyuan.platform.keys.CryptoProvider;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A certificate authority that is not ours, made with the library alone and not with our code. */
final class ForeignAuthority {
    /** A key with its certificate. */
    record Holder(PrivateKey key, X509Certificate certificate) {}

    private static final X500Name NAME = new X500Name("CN=外地根证书, O=外地电子认证机构, C=CN");

    final Instant from;
    final Instant until;
    final Holder root;
    private int serial = 1;

    ForeignAuthority(Instant from, Instant until) {
        this.from = from;
        this.until = until;
        KeyPair keys = keys();
        root = new Holder(keys.getPrivate(), certificate(NAME, keys, keys.getPrivate(), true));
    }

    Holder issue(String commonName) {
        KeyPair keys = keys();
        X500Name name = new X500Name("CN=" + commonName + ", O=杭州市某局, C=CN");
        return new Holder(keys.getPrivate(), certificate(name, keys, root.key(), false));
    }

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", CryptoProvider.get());
            generator.initialize(new ECGenParameterSpec("sm2p256v1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private X509Certificate certificate(X500Name name, KeyPair keys, PrivateKey signing, boolean authority) {
        try {
            var builder = new JcaX509v3CertificateBuilder(
                            NAME,
                            BigInteger.valueOf(serial++),
                            Date.from(from),
                            Date.from(until),
                            name,
                            keys.getPublic())
                    .addExtension(
                            Extension.basicConstraints,
                            true,
                            authority ? new BasicConstraints(1) : new BasicConstraints(false))
                    .addExtension(
                            Extension.keyUsage,
                            true,
                            new KeyUsage(
                                    authority
                                            ? KeyUsage.keyCertSign | KeyUsage.cRLSign
                                            : KeyUsage.digitalSignature | KeyUsage.nonRepudiation));
            return new JcaX509CertificateConverter()
                    .setProvider(CryptoProvider.get())
                    .getCertificate(builder.build(new JcaContentSignerBuilder("SM3withSM2")
                            .setProvider(CryptoProvider.get())
                            .build(signing)));
        } catch (CertIOException | OperatorCreationException | java.security.cert.CertificateException e) {
            throw new IllegalStateException(e);
        }
    }
}
