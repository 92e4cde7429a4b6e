package cn.gov.jiyuan.platform.documents;

import cn.gov.jiyuan.kernel.error.Fault;
import java.io.IOException;
import java.text.ParseException;
import java.time.Instant;
import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1IA5String;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.jspecify.annotations.Nullable;

/**
 * A use of a seal as read (SES_Signature of GB/T 38540-2020, or of GM/T 0031-2014).
 *
 * @param sealDer the seal inside it
 * @param time as the signer states it; null if it cannot be read
 * @param property path of the description that {@code dataHash} is over
 * @param signed the bytes under the signer's signature
 * @param timestamp token of RFC 3161 over the signature, if there is one
 */
record SesSignature(
        int version,
        SesSeal seal,
        byte[] sealDer,
        @Nullable Instant time,
        byte[] dataHash,
        String property,
        byte[] signerCertificate,
        String algorithm,
        byte[] signed,
        byte[] signature,
        byte @Nullable [] timestamp) {

    static SesSignature parse(byte[] der) {
        DerGuard.check(der);
        try {
            return of(ASN1Sequence.getInstance(ASN1Primitive.fromByteArray(der)));
        } catch (IOException | ParseException | RuntimeException e) {
            throw e instanceof Fault fault ? fault : Fault.caused(e, DocumentsError.DAMAGED_SEAL, "签章结构");
        }
    }

    private static SesSignature of(ASN1Sequence whole) throws IOException, ParseException {
        ASN1Sequence toSign = ASN1Sequence.getInstance(whole.getObjectAt(0));
        boolean old = whole.size() == 2;
        ASN1Sequence signer = old ? toSign : whole;
        int first = old ? 5 : 1;
        ASN1Sequence seal = ASN1Sequence.getInstance(toSign.getObjectAt(1));
        return new SesSignature(
                SesSeal.intOf(toSign.getObjectAt(0)),
                SesSeal.of(seal),
                seal.getEncoded(),
                toSign.getObjectAt(2) instanceof ASN1GeneralizedTime time ? SesSeal.time(time) : null,
                octets(toSign.getObjectAt(3)),
                ASN1IA5String.getInstance(toSign.getObjectAt(4)).getString(),
                ASN1OctetString.getInstance(signer.getObjectAt(first)).getOctets(),
                ASN1ObjectIdentifier.getInstance(signer.getObjectAt(first + 1)).getId(),
                toSign.getEncoded(),
                octets(whole.getObjectAt(old ? 1 : 3)),
                timestamp(whole));
    }

    private static byte @Nullable [] timestamp(ASN1Sequence whole) {
        if (whole.size() < 5) {
            return null;
        }
        ASN1TaggedObject tagged = ASN1TaggedObject.getInstance(whole.getObjectAt(4), 128, 0);
        return octets(tagged.getExplicitBaseObject());
    }

    private static byte[] octets(ASN1Encodable bits) {
        return ASN1BitString.getInstance(bits).getOctets();
    }
}
