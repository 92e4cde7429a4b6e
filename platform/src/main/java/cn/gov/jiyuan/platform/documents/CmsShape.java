package cn.gov.jiyuan.platform.documents;

import java.io.IOException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.TBSCertificate;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;

/**
 * The fields of a signed message that its signature does not cover (RFC 5652, 5.1 and 5.3): they are fixed by the others,
 * so that one that differs was changed afterwards.
 */
final class CmsShape {
    private CmsShape() {}

    /** @throws CMSException if such a field is not what it has to be */
    static void check(CMSSignedData message, X509Certificate signer)
            throws CMSException, CertificateEncodingException, IOException {
        ContentInfo outer = message.toASN1Structure();
        SignedData data = SignedData.getInstance(outer.getContent());
        SignerInfo info = SignerInfo.getInstance(data.getSignerInfos().getObjectAt(0));
        ASN1Encodable named = info.getSID().getId();
        boolean byIssuer = !(named instanceof ASN1OctetString);
        boolean plain = data.getEncapContentInfo().getContentType().equals(CMSObjectIdentifiers.data);
        boolean right = CMSObjectIdentifiers.signedData.equals(outer.getContentType())
                && data.getSignerInfos().size() == 1
                && data.getVersion().hasValue(byIssuer && plain ? 1 : 3)
                && info.getVersion().hasValue(byIssuer ? 1 : 3)
                && Arrays.equals(der(info), der(data.getSignerInfos().getObjectAt(0)))
                && data.getDigestAlgorithms().size() == 1
                && AlgorithmIdentifier.getInstance(data.getDigestAlgorithms().getObjectAt(0))
                        .equals(info.getDigestAlgorithm())
                && (!byIssuer || names(IssuerAndSerialNumber.getInstance(named), signer));
        if (!right) {
            throw new CMSException("a field outside the signature was changed");
        }
    }

    /** Written anew from its parts, so that the tags are those of the standard. */
    private static byte[] der(ASN1Encodable part) throws IOException {
        return part.toASN1Primitive().getEncoded(ASN1Encoding.DER);
    }

    /** To the byte: a name of other string types is another name. */
    private static boolean names(IssuerAndSerialNumber number, X509Certificate signer)
            throws CertificateEncodingException, IOException {
        TBSCertificate certificate = TBSCertificate.getInstance(signer.getTBSCertificate());
        return Arrays.equals(
                        number.getName().getEncoded(), certificate.getIssuer().getEncoded())
                && number.getSerialNumber().hasValue(signer.getSerialNumber());
    }
}
