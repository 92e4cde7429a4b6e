package cn.gov.jiyuan.platform.documents.ofdrw;

import java.nio.file.Path;
import java.security.Signature;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.ofdrw.gm.ses.v1.SES_ESPictrueInfo;
import org.ofdrw.gm.ses.v1.SES_Header;
import org.ofdrw.gm.ses.v4.CertInfoList;
import org.ofdrw.gm.ses.v4.SES_CertList;
import org.ofdrw.gm.ses.v4.SES_ESPropertyInfo;
import org.ofdrw.gm.ses.v4.SES_SealInfo;
import org.ofdrw.gm.ses.v4.SESeal;
import org.ofdrw.layout.OFDDoc;
import org.ofdrw.layout.element.Paragraph;
import org.ofdrw.reader.ContentExtractor;
import org.ofdrw.reader.OFDReader;
import org.ofdrw.sign.NumberFormatAtomicSignID;
import org.ofdrw.sign.OFDSigner;
import org.ofdrw.sign.SignMode;
import org.ofdrw.sign.signContainer.SESV4Container;
import org.ofdrw.sign.stamppos.NormalStampPos;
import org.ofdrw.sign.verify.OFDValidator;
import org.ofdrw.sign.verify.container.SESV4ValidateContainer;

/** Lives in {@link OfdrwLoader} only. */
public final class OfdrwAdapter implements ForeignOfd {
    @Override
    public Reading read(Path file) throws Exception {
        try (OFDReader reader = new OFDReader(file)) {
            for (int page = 1; page <= reader.getNumberOfPages(); page++) {
                reader.getPage(page).getContent().getLayers();
            }
            return new Reading(
                    reader.getNumberOfPages(),
                    List.copyOf(new ContentExtractor(reader).extractAll()),
                    reader.getStampAnnots().size());
        }
    }

    @Override
    public void verify(Path file) throws Exception {
        try (OFDReader reader = new OFDReader(file);
                OFDValidator validator = new OFDValidator(reader)) {
            validator.setValidator(new SESV4ValidateContainer()).exeValidate();
        }
    }

    @Override
    public void write(Path file, List<String> lines) throws Exception {
        try (OFDDoc document = new OFDDoc(file)) {
            lines.forEach(line -> document.add(new Paragraph(line, 6d)));
        }
    }

    @Override
    public void seal(Path unsealed, Path sealed, Signer signer) throws Exception {
        try (OFDReader reader = new OFDReader(unsealed);
                OFDSigner stamping = new OFDSigner(reader, sealed, new NumberFormatAtomicSignID())) {
            stamping.setSignMode(SignMode.WholeProtected)
                    .setSignContainer(new SESV4Container(signer.signerKey(), made(signer), signer.signer()))
                    .addApPos(new NormalStampPos(1, 80, 120, 42, 42));
            stamping.exeSign();
        }
    }

    private static SESeal made(Signer signer) throws Exception {
        SES_SealInfo info = new SES_SealInfo()
                .setHeader(new SES_Header(SES_Header.V4, SES_Header.ID).setVid("OFDR&W"))
                .setEsID("33010600000001")
                .setProperty(new SES_ESPropertyInfo()
                        .setType(new ASN1Integer(1))
                        .setName(new DERUTF8String("杭州市某局公章"))
                        .setCertListType(SES_ESPropertyInfo.CertListType)
                        .setCertList(new SES_CertList(new CertInfoList(new ASN1OctetString[] {
                            new DEROctetString(signer.signer().getEncoded())
                        })))
                        .setCreateDate(time(signer.from()))
                        .setValidStart(time(signer.from()))
                        .setValidEnd(time(signer.until())))
                .setPicture(new SES_ESPictrueInfo()
                        .setType("PNG")
                        .setData(signer.picture())
                        .setWidth(42)
                        .setHeight(42));
        Signature signature = Signature.getInstance("SM3WithSM2", new BouncyCastleProvider());
        signature.initSign(signer.makerKey());
        signature.update(info.getEncoded("DER"));
        return new SESeal()
                .seteSealInfo(info)
                .setCert(signer.maker())
                .setSignAlgID(GMObjectIdentifiers.sm2sign_with_sm3)
                .setSignedValue(signature.sign());
    }

    private static ASN1GeneralizedTime time(Instant instant) {
        return new ASN1GeneralizedTime(Date.from(instant), Locale.CHINA);
    }
}
