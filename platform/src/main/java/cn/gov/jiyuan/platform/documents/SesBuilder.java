package cn.gov.jiyuan.platform.documents;

import cn.gov.jiyuan.platform.keys.VaultSigner;
import java.io.IOException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERGeneralizedTime;
import org.bouncycastle.asn1.DERIA5String;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;

/** Writes the structures of GB/T 38540-2020 in their version 4. */
final class SesBuilder {
    static final int VERSION = 4;

    private SesBuilder() {}

    /** @param user the certificate of the one who may sign with it */
    static byte[] seal(SealRequest request, byte[] picture, X509Certificate user, Instant now, VaultSigner maker) {
        DERSequence header = sequence(new DERIA5String("ES"), new ASN1Integer(VERSION), new DERIA5String("JIYUAN"));
        DERSequence property = sequence(
                new ASN1Integer(request.kind().type()),
                new DERUTF8String(request.name()),
                new ASN1Integer(1),
                sequence(new DEROctetString(encoded(user))),
                time(now),
                time(request.from()),
                time(request.until()));
        DERSequence drawing = sequence(
                new DERIA5String("PNG"),
                new DEROctetString(picture),
                new ASN1Integer(request.kind().millimetres()),
                new ASN1Integer(request.kind().millimetres()));
        DERSequence info = sequence(header, new DERIA5String(request.code()), property, drawing);
        return bytes(sequence(
                info,
                new DEROctetString(encoded(maker.certificate())),
                GMObjectIdentifiers.sm2sign_with_sm3,
                new DERBitString(maker.sign(bytes(info)))));
    }

    /** @param stamping makes the time stamp token for a signature value */
    static byte[] signature(
            byte[] seal, Instant now, byte[] dataHash, String property, VaultSigner signer, Timestamps stamping) {
        DERSequence toSign;
        try {
            toSign = sequence(
                    new ASN1Integer(VERSION),
                    ASN1Primitive.fromByteArray(seal),
                    time(now),
                    new DERBitString(dataHash),
                    new DERIA5String(property));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        byte[] signature = signer.sign(bytes(toSign));
        ASN1EncodableVector whole = new ASN1EncodableVector();
        whole.add(toSign);
        whole.add(new DEROctetString(encoded(signer.certificate())));
        whole.add(GMObjectIdentifiers.sm2sign_with_sm3);
        whole.add(new DERBitString(signature));
        whole.add(new DERTaggedObject(true, 0, new DERBitString(stamping.token(signature))));
        return bytes(new DERSequence(whole));
    }

    static byte[] encoded(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static DERGeneralizedTime time(Instant time) {
        return new DERGeneralizedTime(Date.from(time));
    }

    private static DERSequence sequence(ASN1Encodable... parts) {
        return new DERSequence(parts);
    }

    private static byte[] bytes(ASN1Encodable value) {
        try {
            return value.toASN1Primitive().getEncoded(ASN1Encoding.DER);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
