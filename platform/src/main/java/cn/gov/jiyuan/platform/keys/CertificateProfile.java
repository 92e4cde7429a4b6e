package cn.gov.jiyuan.platform.keys;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509ExtensionUtils;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.operator.DigestCalculator;
import org.jspecify.annotations.Nullable;

/** Certificates in the manner of GB/T 20518: which extensions a root, an issuer and an end entity carry. */
final class CertificateProfile {
    /** 组织机构代码 among the subject identity extensions of GB/T 20518. */
    private static final ASN1ObjectIdentifier ORGANISATION_CODE = new ASN1ObjectIdentifier("1.2.156.10260.4.1.3");

    private CertificateProfile() {}

    /** @param pathLength how many issuers may follow below this one */
    static X509Certificate authority(Subject subject, Issuer issuer, int pathLength) {
        return build(subject, issuer, builder -> {
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(pathLength));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
        });
    }

    static X509Certificate endEntity(
            Subject subject, Issuer issuer, CertificateUse use, @Nullable String organisationCode) {
        return build(subject, issuer, builder -> {
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
            builder.addExtension(
                    Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation));
            if (use == CertificateUse.TIMESTAMP) {
                builder.addExtension(
                        Extension.extendedKeyUsage, true, new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping));
            }
            if (organisationCode != null) {
                builder.addExtension(ORGANISATION_CODE, false, new DERPrintableString(organisationCode));
            }
        });
    }

    private static X509Certificate build(Subject subject, Issuer issuer, Extensions extensions) {
        X509v3CertificateBuilder builder = new X509v3CertificateBuilder(
                issuer.name(),
                new BigInteger(1, SoftwareVault.random(16)).setBit(120),
                Date.from(subject.from()),
                Date.from(subject.until()),
                subject.name(),
                subject.key());
        X509ExtensionUtils identifiers = new X509ExtensionUtils(new Sha1());
        try {
            builder.addExtension(
                    Extension.subjectKeyIdentifier, false, identifiers.createSubjectKeyIdentifier(subject.key()));
            builder.addExtension(
                    Extension.authorityKeyIdentifier, false, identifiers.createAuthorityKeyIdentifier(issuer.key()));
            extensions.addTo(builder);
            byte[] encoded =
                    builder.build(new Sm2ContentSigner(issuer.signing()::sign)).getEncoded();
            return (X509Certificate)
                    CryptoProvider.certificates().generateCertificate(new ByteArrayInputStream(encoded));
        } catch (IOException | CertificateException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Who is certified, for how long. */
    record Subject(X500Name name, SubjectPublicKeyInfo key, Instant from, Instant until) {}

    /** Who certifies. */
    record Issuer(X500Name name, SubjectPublicKeyInfo key, Sm2Signing signing) {}

    private interface Extensions {
        void addTo(X509v3CertificateBuilder builder) throws IOException;
    }

    /** Key identifiers are SHA-1 by RFC 5280 4.2.1.2; they identify, they do not protect. */
    private static final class Sha1 implements DigestCalculator {
        private final ByteArrayOutputStream content = new ByteArrayOutputStream();

        @Override
        public AlgorithmIdentifier getAlgorithmIdentifier() {
            return new AlgorithmIdentifier(new ASN1ObjectIdentifier("1.3.14.3.2.26"));
        }

        @Override
        public OutputStream getOutputStream() {
            return content;
        }

        @Override
        public byte[] getDigest() {
            var digest = new org.bouncycastle.crypto.digests.SHA1Digest();
            byte[] bytes = content.toByteArray();
            content.reset();
            digest.update(bytes, 0, bytes.length);
            byte[] result = new byte[digest.getDigestSize()];
            digest.doFinal(result, 0);
            return result;
        }
    }
}
