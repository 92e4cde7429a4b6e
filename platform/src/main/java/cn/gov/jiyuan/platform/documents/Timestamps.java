package cn.gov.jiyuan.platform.documents;

import cn.gov.jiyuan.kernel.id.Ids;
import cn.gov.jiyuan.platform.keys.CryptoProvider;
import cn.gov.jiyuan.platform.keys.KeyVault;
import cn.gov.jiyuan.platform.keys.Sm2ContentSigner;
import cn.gov.jiyuan.platform.keys.Sm3;
import cn.gov.jiyuan.platform.keys.VaultSigner;
import java.io.IOException;
import java.math.BigInteger;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.SignerInfoGeneratorBuilder;
import org.bouncycastle.operator.DigestCalculatorProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;
import org.jspecify.annotations.Nullable;

/** The built-in time stamp service (时间戳, RFC 3161 with SM3 and SM2). A licensed service takes its place in operation. */
final class Timestamps {
    private static final AlgorithmIdentifier SM3 = new AlgorithmIdentifier(GMObjectIdentifiers.sm3);

    private final ASN1ObjectIdentifier policy;
    private final KeyVault vault;
    private final Clock clock;
    private final DigestCalculatorProvider digests;
    /** The certificate of the key in use, read once. */
    private volatile @Nullable Stamper stamper;

    Timestamps(KeyVault vault, Clock clock, String policy) {
        this.policy = new ASN1ObjectIdentifier(policy);
        this.vault = vault;
        this.clock = clock;
        try {
            digests = new JcaDigestCalculatorProviderBuilder()
                    .setProvider(CryptoProvider.get())
                    .build();
        } catch (OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    private record Stamper(X509Certificate certificate, JcaX509CertificateHolder holder, JcaCertStore store) {}

    private Stamper stamper(X509Certificate certificate) throws CertificateException {
        Stamper known = stamper;
        if (known == null || known.certificate() != certificate) {
            known = new Stamper(
                    certificate, new JcaX509CertificateHolder(certificate), new JcaCertStore(List.of(certificate)));
            stamper = known;
        }
        return known;
    }

    /** A token over the SM3 digest of a signature value. */
    byte[] token(byte[] signature) {
        VaultSigner signer = vault.signer(KeyVault.TIMESTAMP);
        try {
            Stamper its = stamper(signer.certificate());
            var generator = new TimeStampTokenGenerator(
                    new SignerInfoGeneratorBuilder(digests)
                            .setSignedAttributeGenerator(new TimelessAttributes())
                            .build(new Sm2ContentSigner(signer::sign), its.holder()),
                    digests.get(SM3),
                    policy);
            generator.addCertificates(its.store());
            var request = new TimeStampRequestGenerator();
            request.setCertReq(true);
            return generator
                    .generate(
                            request.generate(GMObjectIdentifiers.sm3, Sm3.digest(signature)),
                            new BigInteger(
                                    1, Ids.next().toString().getBytes(java.nio.charset.StandardCharsets.US_ASCII)),
                            Date.from(clock.instant()))
                    .toCMSSignedData()
                    .getEncoded(ASN1Encoding.DER);
        } catch (TSPException | OperatorCreationException | CertificateException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
