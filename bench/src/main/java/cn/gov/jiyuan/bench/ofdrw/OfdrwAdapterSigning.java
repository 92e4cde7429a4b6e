package cn.gov.jiyuan.bench.ofdrw;

import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.jcajce.provider.digest.SM3;
import org.ofdrw.core.signatures.SigType;
import org.ofdrw.gm.ses.v1.SES_Header;
import org.ofdrw.gm.ses.v4.SES_Signature;
import org.ofdrw.gm.ses.v4.SESeal;
import org.ofdrw.gm.ses.v4.TBS_Sign;
import org.ofdrw.sign.ExtendSignatureContainer;

/** ofdrw's container for seals of version 4, with a key that stays in its vault: its place for devices is used. */
public final class OfdrwAdapterSigning implements ExtendSignatureContainer {
    private static final Clock UTC = Clock.systemUTC();
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);

    private final Ofdrw.Signer signer;

    OfdrwAdapterSigning(Ofdrw.Signer signer) {
        this.signer = signer;
    }

    @Override
    public MessageDigest getDigestFnc() {
        return new SM3.Digest();
    }

    @Override
    public ASN1ObjectIdentifier getSignAlgOID() {
        return GMObjectIdentifiers.sm2sign_with_sm3;
    }

    @Override
    public byte[] sign(InputStream description, String property) throws IOException, GeneralSecurityException {
        TBS_Sign content = new TBS_Sign()
                .setVersion(SES_Header.V4)
                .setEseal(SESeal.getInstance(signer.seal()))
                .setTimeInfo(new ASN1GeneralizedTime(TIME.format(Instant.now(UTC))))
                .setDataHash(getDigestFnc().digest(description.readAllBytes()))
                .setPropertyInfo(property);
        return new SES_Signature()
                .setToSign(content)
                .setCert(signer.certificate())
                .setSignatureAlgID(getSignAlgOID())
                .setSignature(signer.sign().apply(content.getEncoded("DER")))
                .getEncoded("DER");
    }

    @Override
    public byte[] getSeal() {
        return signer.seal();
    }

    @Override
    public SigType getSignType() {
        return SigType.Seal;
    }
}
