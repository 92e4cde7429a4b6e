package cn.gov.jiyuan.platform.documents;

import cn.gov.jiyuan.kernel.error.Fault;
import java.io.IOException;
import java.text.ParseException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1IA5String;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.ASN1UTCTime;
import org.bouncycastle.asn1.ASN1UTF8String;
import org.bouncycastle.asn1.DERSequence;

/**
 * A seal as read (SESeal of GB/T 38540-2020; its forerunner GM/T 0031-2014, version 1, and newer numbers of the same
 * shape are read too).
 *
 * @param signed the bytes under the maker's signature
 * @param signerCertificates the list of those who may use it, as certificates or as SM3 digests of them
 */
record SesSeal(
        int version,
        String code,
        int type,
        String name,
        boolean digests,
        List<byte[]> signerCertificates,
        Instant from,
        Instant until,
        String pictureType,
        byte[] picture,
        long width,
        long height,
        byte[] makerCertificate,
        String algorithm,
        byte[] signed,
        byte[] signature) {

    static SesSeal parse(byte[] der) {
        DerGuard.check(der);
        try {
            return of(ASN1Sequence.getInstance(ASN1Primitive.fromByteArray(der)));
        } catch (IOException | ParseException | RuntimeException e) {
            throw e instanceof Fault fault ? fault : Fault.caused(e, DocumentsError.DAMAGED_SEAL, "印章结构");
        }
    }

    static SesSeal of(ASN1Sequence seal) throws IOException, ParseException {
        ASN1Sequence info = ASN1Sequence.getInstance(seal.getObjectAt(0));
        boolean old = seal.size() == 2;
        ASN1Sequence maker = old ? ASN1Sequence.getInstance(seal.getObjectAt(1)) : seal;
        int first = old ? 0 : 1;
        ASN1OctetString certificate = ASN1OctetString.getInstance(maker.getObjectAt(first));
        ASN1ObjectIdentifier algorithm = ASN1ObjectIdentifier.getInstance(maker.getObjectAt(first + 1));
        ASN1BitString signature = ASN1BitString.getInstance(maker.getObjectAt(first + 2));
        // GM/T 0031 signs information, certificate and algorithm together.
        byte[] signed = old
                ? new DERSequence(new ASN1Encodable[] {info, certificate, algorithm}).getEncoded()
                : info.getEncoded();

        ASN1Sequence header = ASN1Sequence.getInstance(info.getObjectAt(0));
        require("ES".equals(ASN1IA5String.getInstance(header.getObjectAt(0)).getString()), "印章头标识");
        int version = intOf(header.getObjectAt(1));
        ASN1Sequence property = ASN1Sequence.getInstance(info.getObjectAt(2));
        int at = 2;
        boolean digests = false;
        if (property.getObjectAt(at) instanceof ASN1Integer listType) {
            digests = listType.intValueExact() == 2;
            at++;
        }
        ASN1Sequence picture = ASN1Sequence.getInstance(info.getObjectAt(3));
        return new SesSeal(
                version,
                ASN1IA5String.getInstance(info.getObjectAt(1)).getString(),
                intOf(property.getObjectAt(0)),
                ASN1UTF8String.getInstance(property.getObjectAt(1)).getString(),
                digests,
                certificates(ASN1Sequence.getInstance(property.getObjectAt(at)), digests),
                time(property.getObjectAt(at + 2)),
                time(property.getObjectAt(at + 3)),
                ((ASN1String) picture.getObjectAt(0)).getString(),
                ASN1OctetString.getInstance(picture.getObjectAt(1)).getOctets(),
                intOf(picture.getObjectAt(2)),
                intOf(picture.getObjectAt(3)),
                certificate.getOctets(),
                algorithm.getId(),
                signed,
                signature.getOctets());
    }

    private static List<byte[]> certificates(ASN1Sequence list, boolean digests) {
        List<byte[]> certificates = new ArrayList<>();
        for (ASN1Encodable entry : list) {
            ASN1Encodable value = digests ? ASN1Sequence.getInstance(entry).getObjectAt(1) : entry;
            certificates.add(ASN1OctetString.getInstance(value).getOctets());
        }
        return certificates;
    }

    static Instant time(ASN1Encodable time) throws ParseException {
        if (time instanceof ASN1UTCTime old) {
            return old.getAdjustedDate().toInstant();
        }
        return ASN1GeneralizedTime.getInstance(time).getDate().toInstant();
    }

    static int intOf(ASN1Encodable number) {
        return ASN1Integer.getInstance(number).intValueExact();
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new Fault(DocumentsError.DAMAGED_SEAL, what);
        }
    }
}
