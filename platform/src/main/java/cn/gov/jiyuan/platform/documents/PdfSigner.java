package cn.gov.jiyuan.platform.documents;

import cn.gov.jiyuan.platform.keys.CryptoProvider;
import cn.gov.jiyuan.platform.keys.KeyVault;
import cn.gov.jiyuan.platform.keys.Sm2ContentSigner;
import cn.gov.jiyuan.platform.keys.VaultSigner;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.cert.CertificateEncodingException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.GregorianCalendar;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceDictionary;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.SignatureOptions;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.SignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/** Signs a PDF with the key of a seal and shows the seal's picture. */
final class PdfSigner {
    private final KeyVault vault;
    private final Clock clock;

    PdfSigner(KeyVault vault, Clock clock) {
        this.vault = vault;
        this.clock = clock;
    }

    byte[] sign(byte[] pdf, Stamp stamp) {
        SesSeal seal = SesSeal.parse(stamp.seal().der());
        VaultSigner signer = vault.signer(stamp.seal().signerKey());
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDSignature signature = new PDSignature();
            signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
            signature.setSubFilter(PDSignature.SUBFILTER_ETSI_CADES_DETACHED);
            signature.setName(seal.name());
            signature.setReason(stamp.reason());
            signature.setSignDate(GregorianCalendar.from(clock.instant().atZone(ZoneId.of("Asia/Shanghai"))));
            SignatureOptions options = new SignatureOptions();
            options.setPage(stamp.position().page());
            document.addSignature(signature, content -> cms(content.readAllBytes(), signer), options);
            show(document, stamp.position(), seal);
            ByteArrayOutputStream out = new ByteArrayOutputStream(pdf.length + 64 * 1024);
            document.saveIncremental(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** PDFBox has added an invisible field; it is given its place and the picture. */
    private static void show(PDDocument document, StampPosition position, SesSeal seal) throws IOException {
        PDPage page = document.getPage(position.page());
        PDSignatureField field = document.getSignatureFields().getLast();
        PDAnnotationWidget widget = field.getWidgets().getFirst();
        float width = PdfWriter.points(seal.width());
        float height = PdfWriter.points(seal.height());
        float left = PdfWriter.points(position.x()) - width / 2;
        float bottom = page.getMediaBox().getHeight() - PdfWriter.points(position.y()) - height / 2;
        widget.setRectangle(new PDRectangle(left, bottom, width, height));
        widget.setPrinted(true);
        widget.setLocked(true);
        widget.setAppearance(appearance(document, seal, width, height));
    }

    private static PDAppearanceDictionary appearance(PDDocument document, SesSeal seal, float width, float height)
            throws IOException {
        PDFormXObject form = new PDFormXObject(document);
        form.setResources(new PDResources());
        form.setBBox(new PDRectangle(width, height));
        PDImageXObject image = PDImageXObject.createFromByteArray(document, seal.picture(), "seal");
        COSName name = form.getResources().add(image);
        try (var out = form.getStream().createOutputStream(COSName.FLATE_DECODE)) {
            String drawing = "q %s 0 0 %s 0 0 cm /%s Do Q".formatted(width, height, name.getName());
            out.write(drawing.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        }
        PDAppearanceDictionary dictionary = new PDAppearanceDictionary();
        dictionary.setNormalAppearance(new PDAppearanceStream(form.getCOSObject()));
        return dictionary;
    }

    private static byte[] cms(byte[] content, VaultSigner signer) {
        try {
            var digests = new JcaDigestCalculatorProviderBuilder()
                    .setProvider(CryptoProvider.get())
                    .build();
            CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
            var attributes =
                    new TimelessAttributes(new org.bouncycastle.asn1.cms.AttributeTable(signingCertificate(signer)));
            generator.addSignerInfoGenerator(new SignerInfoGeneratorBuilder(digests)
                    .setSignedAttributeGenerator(attributes)
                    .build(new Sm2ContentSigner(signer::sign), new JcaX509CertificateHolder(signer.certificate())));
            generator.addCertificates(new JcaCertStore(signer.chain()));
            return generator
                    .generate(new CMSProcessableByteArray(content), false)
                    .getEncoded(org.bouncycastle.asn1.ASN1Encoding.DER);
        } catch (CMSException | OperatorCreationException | CertificateEncodingException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** ESS signing-certificate-v2 (RFC 5035): binds the certificate to the signature. */
    private static org.bouncycastle.asn1.ASN1EncodableVector signingCertificate(VaultSigner signer) {
        var id = new org.bouncycastle.asn1.ess.ESSCertIDv2(
                new org.bouncycastle.asn1.x509.AlgorithmIdentifier(org.bouncycastle.asn1.gm.GMObjectIdentifiers.sm3),
                cn.gov.jiyuan.platform.keys.Sm3.digest(SesBuilder.encoded(signer.certificate())));
        var attribute = new org.bouncycastle.asn1.cms.Attribute(
                org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers.id_aa_signingCertificateV2,
                new org.bouncycastle.asn1.DERSet(new org.bouncycastle.asn1.ess.SigningCertificateV2(id)));
        var vector = new org.bouncycastle.asn1.ASN1EncodableVector();
        vector.add(attribute);
        return vector;
    }
}
