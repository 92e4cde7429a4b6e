package cn.gov.jiyuan.platform.documents;

import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.documents.VerificationReport.SignatureReport;
import cn.gov.jiyuan.platform.keys.CryptoProvider;
import java.io.IOException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;

/**
 * Verifies signatures of PDF files. A PDF carries no seal of GB/T 38540, so the checks on the seal itself are absent; the
 * picture shown proves nothing, the certificate does.
 */
final class PdfVerifier {
    private static final int MOST_SIGNATURES = 50;

    private final SignerChecks checks;

    PdfVerifier(SignerChecks checks) {
        this.checks = checks;
    }

    VerificationReport verify(byte[] file) {
        if (file.length > ZipReader.LARGEST_FILE) {
            throw new Fault(DocumentsError.TOO_LARGE, ZipReader.LARGEST_FILE);
        }
        PdfGuard.check(file);
        try (PDDocument document = Loader.loadPDF(file)) {
            List<SignatureReport> reports = new ArrayList<>();
            List<PDSignature> signatures = document.getSignatureDictionaries();
            if (signatures.size() > MOST_SIGNATURES) {
                throw new Fault(DocumentsError.TOO_MANY_PARTS, MOST_SIGNATURES);
            }
            for (PDSignature signature : signatures) {
                reports.add(verify(signature, file));
            }
            String title =
                    Objects.requireNonNullElse(document.getDocumentInformation().getTitle(), "");
            return VerificationReport.of("PDF", title, Map.of(), reports);
        } catch (IOException e) {
            throw Fault.caused(e, DocumentsError.DAMAGED_PACKAGE, "PDF 结构");
        } catch (Fault e) {
            throw e;
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            // One absurd width asks for one absurd array; what grows step by step was refused by the guard.
            throw Fault.caused(e, DocumentsError.DAMAGED_PACKAGE, "PDF 结构");
        }
    }

    private SignatureReport verify(PDSignature signature, byte[] file) {
        Findings findings = new Findings();
        for (Check seal : List.of(Check.VERSION, Check.SEAL_SIGNATURE, Check.MAKER_CERTIFICATE, Check.SIGNER_LISTED)) {
            findings.absent(seal, "PDF 签名不含 GB/T 38540 印章");
        }
        String name = Objects.requireNonNullElse(signature.getName(), "");
        try {
            coverage(findings, signature, file);
            byte[] contents = signature.getContents(file);
            // The value is padded with zeros up to the room kept for it; the parser refuses them.
            byte[] der;
            try (ASN1InputStream in = new ASN1InputStream(contents)) {
                der = Objects.requireNonNull(in.readObject()).getEncoded();
            }
            DerGuard.check(der);
            if (!zeros(contents, der.length)) {
                throw new CertificateException("something behind the signature");
            }
            CMSSignedData signed =
                    new CMSSignedData(new CMSProcessableByteArray(signature.getSignedContent(file)), der);
            SignerInformation signer =
                    signed.getSignerInfos().getSigners().iterator().next();
            List<X509Certificate> carried = certificates(signed);
            X509Certificate certificate = carried.stream()
                    .filter(one -> matches(signer, one))
                    .findFirst()
                    .orElseThrow(() -> new CertificateException("signer's certificate is missing"));
            CmsShape.check(signed, certificate);
            findings.passed(Check.STRUCTURE, "签名数据结构完整");
            boolean valid = signer.verify(new JcaSimpleSignerInfoVerifierBuilder()
                    .setProvider(CryptoProvider.get())
                    .build(certificate.getPublicKey()));
            findings.holds(Check.SIGNATURE, valid, "签名值与签章人证书相符", "签名值与签章人证书不符");
            findings.holds(Check.DIGEST, valid, "签名属性与签名时一致", "签名属性或内容被改动");
            findings.holds(Check.CONTENT, valid, "文件内容与签章时一致", "内容被改动");
            return finish(findings, signature, name, certificate, carried, signer);
        } catch (org.bouncycastle.cms.CMSSignerDigestMismatchException e) {
            findings.failed(Check.CONTENT, "内容被改动");
        } catch (CMSException | OperatorCreationException | CertificateException | IOException | RuntimeException e) {
            findings.failed(Check.STRUCTURE, "签名数据损坏");
        }
        return new SignatureReport("", name, "", null, null, findings.results());
    }

    private SignatureReport finish(
            Findings findings,
            PDSignature signature,
            String name,
            X509Certificate certificate,
            List<X509Certificate> carried,
            SignerInformation signer) {
        Instant time =
                signature.getSignDate() == null ? null : signature.getSignDate().toInstant();
        boolean proved = checks.stampedTime(findings, null, signer.getSignature()) != null;
        if (time == null) {
            findings.unchecked(Check.TIME, "签章时间无法读取");
        } else {
            findings.holds(
                    Check.TIME,
                    !time.isAfter(checks.now().plusSeconds(300)),
                    "签章于 " + checks.day(time),
                    "声明的签章时间晚于当前时间");
            checks.signer(findings, certificate, carried, time, proved);
        }
        return new SignatureReport("", name, CertificateChains.name(certificate), time, null, findings.results());
    }

    /** The signed ranges must be the whole file except the signature's own hexadecimal string. */
    private static void coverage(Findings findings, PDSignature signature, byte[] file) {
        int[] range = signature.getByteRange();
        boolean whole = range.length == 4
                && range[0] == 0
                && range[1] > 0
                && range[2] > range[1]
                && (long) range[2] + range[3] == file.length
                && file[range[1]] == '<'
                && file[range[2] - 1] == '>'
                && onlyHex(file, range[1] + 1, range[2] - 1);
        findings.holds(Check.COVERAGE, whole, "签名覆盖整个文件", "签名之后文件又被追加内容，或签名范围不完整");
    }

    /** Digits of one case only: what no signature covers must at least have one form. */
    private static boolean onlyHex(byte[] file, int from, int until) {
        boolean upper = false;
        boolean lower = false;
        for (int i = from; i < until; i++) {
            if (Character.digit(file[i], 16) < 0) {
                return false;
            }
            upper |= file[i] >= 'A' && file[i] <= 'F';
            lower |= file[i] >= 'a';
        }
        return !(upper && lower);
    }

    private static boolean zeros(byte[] contents, int from) {
        for (int i = from; i < contents.length; i++) {
            if (contents[i] != 0) {
                return false;
            }
        }
        return true;
    }

    private List<X509Certificate> certificates(CMSSignedData signed) throws CertificateException, IOException {
        List<X509Certificate> found = new ArrayList<>();
        for (X509CertificateHolder holder : signed.getCertificates().getMatches(null)) {
            found.add(checks.parse(holder.getEncoded()));
        }
        return found;
    }

    private static boolean matches(SignerInformation signer, X509Certificate certificate) {
        try {
            return signer.getSID().match(new X509CertificateHolder(certificate.getEncoded()));
        } catch (IOException | CertificateException e) {
            return false;
        }
    }
}
