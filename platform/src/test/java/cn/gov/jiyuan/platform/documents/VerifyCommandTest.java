package cn.gov.jiyuan.platform.documents;

import static cn.gov.jiyuan.platform.documents.SealedDocumentTest.assertFault;
import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.jiyuan.platform.database.JiyuanHome;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command on a home that holds nothing but the public certificates. */
class VerifyCommandTest {
    private static final TrustFixture TRUST = new TrustFixture();
    private static final byte[] LICENCE =
            TRUST.seals.issue(Samples.licence().layout(Samples.FONTS), Samples.metadata(), TRUST.seal, "发证");

    @TempDir
    Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @AfterAll
    static void close() {
        TRUST.close();
    }

    @BeforeEach
    void certificates() throws Exception {
        Files.createDirectories(folder.resolve("keys"));
        write("keys/ca.pem", pem(TRUST.keys.authority().intermediates().getFirst(), root()));
    }

    @Test
    void aGoodLicenceEndsWithZeroAndEachCheckIsNamed() throws IOException {
        assertThat(verify(LICENCE)).isZero();
        assertThat(text()).contains("《食品经营许可证》", "印章：济源市市场监督管理局公章", "离线核验未查询证书是否被吊销");
        for (Check check : Check.values()) {
            assertThat(text()).contains("] " + check.label() + "：");
        }
        assertThat(text()).doesNotContain("不通过");
    }

    @Test
    void aGoodPdfEndsWithZero() throws IOException {
        Layout layout = Samples.licence().layout(Samples.FONTS);
        byte[] pdf = new PdfDocuments(Samples.FONTS).render(layout, Samples.metadata());

        assertThat(verify(TRUST.seals.stampPdf(pdf, TRUST.seal, layout.sealAt(), "发证")))
                .isZero();
        assertThat(verify(pdf)).isEqualTo(1);
        assertThat(text()).contains("结论：未盖章");
    }

    @Test
    void aChangedLicenceEndsWithOneAndSaysWhatWasChanged() throws IOException {
        Map<String, Part> parts = new LinkedHashMap<>(ZipReader.read(LICENCE));
        String page = "Doc_0/Pages/Page_0/Content.xml";
        String changed = new String(parts.get(page).content(), StandardCharsets.UTF_8).replace("小型餐饮", "大型餐饮");
        parts.put(page, Part.of(changed.getBytes(StandardCharsets.UTF_8)));

        assertThat(verify(ZipWriter.write(parts))).isEqualTo(1);
        assertThat(text()).contains("[不通过] 文件内容：内容被改动：" + page, "结论：无效");
    }

    @Test
    void aDocumentOfAStrangerEndsWithOneUnlessHisRootIsGiven() throws Exception {
        try (TrustFixture stranger = new TrustFixture()) {
            byte[] foreign = stranger.sealedNotice();
            assertThat(verify(foreign)).isEqualTo(1);
            assertThat(text()).contains("不是由受信任的机构签发");

            var authority = stranger.keys.authority();
            Path root = write(
                    "stranger.pem",
                    pem(authority.intermediates().getFirst(), authority.roots().getFirst()));
            assertThat(run(folder.resolve("file").toString(), "--root", root.toString()))
                    .isZero();
        }
    }

    @Test
    void anExpiredCertificateLeavesItUndecidedUnlessATimeStampTellsWhen() throws Exception {
        Clock past = Clock.offset(TRUST.clock, Duration.ofDays(-4 * 365));
        try (TrustFixture then = new TrustFixture(past)) {
            Layout layout = Samples.licence().layout(Samples.FONTS);
            byte[] pdf = new PdfDocuments(Samples.FONTS).render(layout, Samples.metadata());
            Path file = write("file", then.seals.stampPdf(pdf, then.seal, layout.sealAt(), "发证"));
            var authority = then.keys.authority();
            Path root = write(
                    "then.pem",
                    pem(authority.intermediates().getFirst(), authority.roots().getFirst()));

            int code = run(file.toString(), "--root", root.toString());
            assertThat(code).as(text()).isEqualTo(2);
            assertThat(text()).contains("[未能核验] 签章人证书", "结论：无法确认");
            Path stamped = write("stamped", then.sealedNotice());
            assertThat(run(stamped.toString(), "--root", root.toString())).isZero();
            assertThat(text()).contains("签署时有效；证书已于");
        }
    }

    @Test
    void garbageABombAndAHugeFileAreRefusedForWhatTheyAre() throws IOException {
        write("file", "不是文书".getBytes(StandardCharsets.UTF_8));
        assertFault(this::runOnFile, DocumentsError.NOT_A_DOCUMENT);
        write("file", Arrays.copyOf(LICENCE, LICENCE.length / 2));
        assertFault(this::runOnFile, DocumentsError.DAMAGED_PACKAGE);
        write("file", bomb());
        assertFault(this::runOnFile, DocumentsError.SUSPICIOUS_RATIO);
        try (var channel = new java.io.RandomAccessFile(folder.resolve("file").toFile(), "rw")) {
            channel.setLength(1L << 34);
        }
        assertFault(this::runOnFile, DocumentsError.TOO_LARGE);
    }

    @Test
    void aWrongCallEndsWithTwoAndSaysWhatIsMissing() throws IOException {
        assertThat(run()).isEqualTo(2);
        assertThat(run("no-such-file")).isEqualTo(2);
        assertThat(text()).contains("用法：", "找不到文件 no-such-file");
        write("file", LICENCE);
        assertThat(run(folder.resolve("file").toString(), "--root", "no-such-root"))
                .isEqualTo(2);
        Path file = folder.resolve("file");
        assertThat(run(file.toString(), "--root", file.toString())).isEqualTo(2);
        assertThat(text()).contains("找不到证书文件 no-such-root", "无法读取，未作核验");
    }

    private int verify(byte[] document) throws IOException {
        return run(write("file", document).toString());
    }

    private void runOnFile() throws IOException {
        run(folder.resolve("file").toString());
    }

    private int run(String... arguments) throws IOException {
        return new VerifyCommand()
                .run(List.of(arguments), new JiyuanHome(folder), new PrintStream(said, true, StandardCharsets.UTF_8));
    }

    private String text() {
        return said.toString(StandardCharsets.UTF_8);
    }

    private Path write(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }

    private static X509Certificate root() {
        return TRUST.keys.authority().roots().getFirst();
    }

    private static byte[] pem(X509Certificate... certificates) throws Exception {
        StringBuilder text = new StringBuilder();
        for (X509Certificate certificate : certificates) {
            text.append("-----BEGIN CERTIFICATE-----\n")
                    .append(Base64.getMimeEncoder().encodeToString(certificate.getEncoded()))
                    .append("\n-----END CERTIFICATE-----\n");
        }
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] bomb() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("OFD.xml"));
            zip.write(new byte[40 << 20]);
        }
        return out.toByteArray();
    }
}
