package cn.gov.jiyuan.platform.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cn.gov.jiyuan.platform.keys.CryptoProvider;
import cn.gov.jiyuan.platform.keys.OpenSsl;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The signature of a PDF and the time stamp of an OFD, judged by openssl and by poppler's pdfsig. openssl 3.0 cannot give
 * {@code cms -verify} the SM2 identity, so the parts are taken out here and it judges each: digest of the content, signature
 * over the signed attributes, certificate. pdfsig judges the structure and the signed ranges; it does not know SM3.
 */
class SignedDataJudgeTest {
    private static final TrustFixture TRUST = new TrustFixture();
    private static final byte[] PDF = pdf();
    private static final HexFormat HEX = HexFormat.of();

    @TempDir
    Path folder;

    @AfterAll
    static void close() {
        TRUST.close();
    }

    @Test
    void opensslFindsTheSignatureOfAPdfGoodOverItsRanges() throws Exception {
        OpenSsl openssl = new OpenSsl(folder);
        Matcher range = Pattern.compile("/ByteRange ?\\[ ?0 (\\d+) (\\d+) (\\d+) ?]")
                .matcher(new String(PDF, StandardCharsets.ISO_8859_1));
        assertThat(range.find()).isTrue();
        int before = Integer.parseInt(range.group(1));
        int behind = Integer.parseInt(range.group(2));
        byte[] signed = Arrays.copyOf(PDF, PDF.length - (behind - before));
        System.arraycopy(PDF, behind, signed, before, PDF.length - behind);
        byte[] value = HEX.parseHex(
                new String(PDF, before + 1, behind - before - 2, StandardCharsets.US_ASCII).replaceAll("(00)+$", "00"));
        SignedData data = signedData(value);

        assertThat(Integer.parseInt(range.group(3))).isEqualTo(PDF.length - behind);
        judge(openssl, data, signed);
        assertThat(attributes(data).get(CMSAttributes.signingTime)).isNull();
    }

    @Test
    void opensslFindsTheTimeStampOfAnOfdGoodAndReadsItsPolicy() throws Exception {
        OpenSsl openssl = new OpenSsl(folder);
        byte[] sealed = ZipReader.read(TRUST.sealedNotice())
                .get("Doc_0/Signs/Sign_0/SignedValue.dat")
                .content();
        SesSignature seal = SesSignature.parse(sealed);
        SignedData data = signedData(seal.timestamp());
        byte[] info = ASN1OctetString.getInstance(data.getEncapContentInfo().getContent())
                .getOctets();

        judge(openssl, data, info);
        openssl.file("token", seal.timestamp());
        openssl.file("signature", seal.signature());
        String digest = openssl.run("dgst", "-sm3", "-r", "signature").text().substring(0, 64);
        String text = openssl.run("ts", "-reply", "-token_in", "-in", "token", "-text")
                .text();
        assertThat(text).contains("Policy OID: " + DocumentsSettings.TEST_POLICY, "Hash Algorithm: sm3");
        assertThat(text.replaceAll("(?m)^ *[0-9a-f]{4} - | {3}.{16}$|[- \\n]", ""))
                .contains(digest);
    }

    @Test
    void pdfsigFindsTheWholeDocumentSigned() throws Exception {
        assumeTrue(
                Files.isExecutable(Path.of("/usr/bin/pdfsig")), "poppler-utils is not installed: pdfsig was not asked");
        String whole = pdfsig(PDF);
        String longer = pdfsig(Arrays.copyOf(PDF, PDF.length + 1));

        assertThat(whole).contains("Signature #1", "ETSI.CAdES.detached", "Total document signed");
        assertThat(whole).contains(Samples.UNIT);
        assertThat(longer).contains("Not total document signed");
    }

    /** Digest of the content, signature over the attributes that hold it, and who issued the signer's certificate. */
    private static void judge(OpenSsl openssl, SignedData data, byte[] content) throws Exception {
        SignerInfo signer = SignerInfo.getInstance(data.getSignerInfos().getObjectAt(0));
        byte[] attributes = signer.getAuthenticatedAttributes().getEncoded("DER");
        byte[] signature = signer.getEncryptedDigest().getOctets();
        X509Certificate certificate = certificate(data);
        String expected = HEX.formatHex(ASN1OctetString.getInstance(
                        attributes(data).get(CMSAttributes.messageDigest).getAttributeValues()[0])
                .getOctets());

        openssl.file("content", content);
        assertThat(openssl.run("dgst", "-sm3", "-r", "content").text()).startsWith(expected);
        assertThat(openssl.verifies(certificate, attributes, signature)).isTrue();
        attributes[attributes.length - 1] ^= 1;
        assertThat(openssl.verifies(certificate, attributes, signature)).isFalse();
        X509Certificate issuer = TRUST.keys.authority().intermediates().getFirst();
        assertThat(openssl.issued(certificate, issuer).text()).isEqualTo("certificate.pem: OK");
    }

    private static SignedData signedData(byte[] value) throws IOException {
        try (ASN1InputStream in = new ASN1InputStream(value)) {
            return SignedData.getInstance(
                    ContentInfo.getInstance(in.readObject()).getContent());
        }
    }

    private static AttributeTable attributes(SignedData data) {
        return new AttributeTable(
                SignerInfo.getInstance(data.getSignerInfos().getObjectAt(0)).getAuthenticatedAttributes());
    }

    /** The end entity among those carried. */
    private static X509Certificate certificate(SignedData data) throws Exception {
        for (var one : data.getCertificates()) {
            X509Certificate certificate = (X509Certificate) CryptoProvider.certificates()
                    .generateCertificate(
                            new ByteArrayInputStream(one.toASN1Primitive().getEncoded()));
            if (certificate.getBasicConstraints() < 0) {
                return certificate;
            }
        }
        throw new AssertionError("no certificate of the signer");
    }

    private String pdfsig(byte[] pdf) throws IOException, InterruptedException {
        Path file = Files.write(folder.resolve("file.pdf"), pdf);
        Process process = new ProcessBuilder(List.of("/usr/bin/pdfsig", "-nocert", file.toString()))
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }

    private static byte[] pdf() {
        Layout layout = Samples.licence().layout(Samples.FONTS);
        byte[] plain = new PdfDocuments(Samples.FONTS).render(layout, Samples.metadata());
        return TRUST.seals.stampPdf(plain, TRUST.seal, layout.sealAt(), "发证");
    }
}
