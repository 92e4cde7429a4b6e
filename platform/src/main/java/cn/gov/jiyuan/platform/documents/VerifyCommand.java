package cn.gov.jiyuan.platform.documents;

import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.database.Command;
import cn.gov.jiyuan.platform.database.JiyuanHome;
import cn.gov.jiyuan.platform.documents.VerificationReport.CheckResult;
import cn.gov.jiyuan.platform.documents.VerificationReport.SignatureReport;
import cn.gov.jiyuan.platform.keys.CryptoProvider;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * {@code ./jiyuan verify FILE [--root CERTIFICATES]}: verifies a document with the public certificates alone, without the
 * database and without the network. Revocations cannot be asked then; that is said, and is the one open check with which
 * the command still ends with 0. It ends with 1 if the document is not good, with 2 if it could not be decided.
 */
public final class VerifyCommand implements Command {
    private static final int GOOD = 0;
    private static final int BAD = 1;
    private static final int UNDECIDED = 2;

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZONE);
    /** The checks that ask for revocations. */
    private static final Set<Check> OPEN_OFFLINE = Set.of(Check.MAKER_CERTIFICATE, Check.SIGNER_REVOCATION);

    @Override
    public String name() {
        return "verify";
    }

    @Override
    public int run(List<String> arguments, JiyuanHome home, PrintStream out) throws IOException {
        boolean given = arguments.size() == 3 && arguments.get(1).equals("--root");
        if (arguments.size() != 1 && !given) {
            out.println("用法：./jiyuan verify 文件 [--root 证书文件]");
            return UNDECIDED;
        }
        Path file = Path.of(arguments.getFirst());
        Path certificates = given
                ? Path.of(arguments.get(2))
                : home.place(JiyuanHome.Part.MASTER_KEY).resolveSibling("ca.pem");
        if (!Files.isRegularFile(file)) {
            out.println("找不到文件 " + file + "，未作核验。");
            return UNDECIDED;
        }
        if (!Files.isRegularFile(certificates)) {
            out.println("找不到证书文件 " + certificates + "，未作核验。请用 --root 指明签发机构的证书（PEM）。");
            return UNDECIDED;
        }
        Trust trust;
        try {
            trust = trust(certificates);
        } catch (CertificateException e) {
            out.println("证书文件 " + certificates + " 无法读取，未作核验。请给出 PEM 格式的证书。");
            return UNDECIDED;
        }
        return verify(file, new DocumentVerifier(trust, Clock.system(ZONE)), out);
    }

    private static int verify(Path file, DocumentVerifier verifier, PrintStream out) throws IOException {
        if (Files.size(file) > ZipReader.LARGEST_FILE) {
            throw new Fault(DocumentsError.TOO_LARGE, ZipReader.LARGEST_FILE);
        }
        VerificationReport report = verifier.verify(Files.readAllBytes(file));
        out.println("文件：" + file.getFileName() + "（" + report.format() + "）《" + report.title() + "》");
        report.signatures().forEach(seal -> print(seal, out));
        return conclude(report, out);
    }

    private static void print(SignatureReport seal, PrintStream out) {
        out.println("印章：" + orUnknown(seal.sealName()) + "　签章人：" + orUnknown(seal.signer()) + "　时间："
                + (seal.signedAt() == null ? "无法读取" : TIME.format(seal.signedAt())));
        for (CheckResult check : seal.checks()) {
            out.println("  [" + check.outcome().label() + "] " + check.check().label() + "：" + check.reason());
        }
    }

    private static int conclude(VerificationReport report, PrintStream out) {
        return switch (report.verdict()) {
            case VALID -> say(GOOD, "结论：有效。", out);
            case UNSEALED -> say(BAD, "结论：未盖章。文件没有电子印章或签名，不能证明出处和内容未改动。", out);
            case INVALID -> say(BAD, "结论：无效。不通过的检查及原因见上。", out);
            case UNDETERMINED ->
                onlyRevocationsOpen(report)
                        ? say(GOOD, "结论：签章真实、内容未改动。离线核验未查询证书是否被吊销，需要时请在平台的核验页面复核。", out)
                        : say(UNDECIDED, "结论：无法确认。未能核验的检查及原因见上。", out);
        };
    }

    private static boolean onlyRevocationsOpen(VerificationReport report) {
        return report.signatures().stream()
                .flatMap(seal -> seal.checks().stream())
                .filter(check -> check.outcome() == Outcome.UNCHECKED)
                .allMatch(check -> OPEN_OFFLINE.contains(check.check()));
    }

    private static int say(int code, String sentence, PrintStream out) {
        out.println(sentence);
        return code;
    }

    private static String orUnknown(String name) {
        return name.isEmpty() ? "无法读取" : name;
    }

    private static Trust trust(Path file) throws IOException, CertificateException {
        List<X509Certificate> roots = new ArrayList<>();
        List<X509Certificate> intermediates = new ArrayList<>();
        try (InputStream in = Files.newInputStream(file)) {
            for (var certificate : CryptoProvider.certificates().generateCertificates(in)) {
                X509Certificate one = (X509Certificate) certificate;
                boolean root = one.getSubjectX500Principal().equals(one.getIssuerX500Principal());
                (root ? roots : intermediates).add(one);
            }
        }
        if (roots.isEmpty()) {
            throw new CertificateException("no root certificate in the file");
        }
        return Trust.of(roots, intermediates);
    }
}
