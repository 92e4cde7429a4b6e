package cn.gov.jiyuan.server;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.jiyuan.server.town.Answer;
import cn.gov.jiyuan.server.town.Applicant;
import cn.gov.jiyuan.server.town.Browser;
import cn.gov.jiyuan.server.town.Official;
import cn.gov.jiyuan.server.town.ServerTest;
import cn.gov.jiyuan.server.town.Upload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes wrong in practice: each time a clear message, and nothing lost. */
class FaultsTest extends ServerTest {
    @Test
    void aDoubleClickOnSubmitMakesOneMatter() {
        Applicant owner = anEnterpriseOwner();
        UUID application = owner.starts();
        owner.answersUpTo(application, "");
        Browser sameSession = aVisitor();
        owner.browser().cookies().forEach(sameSession::setCookie);

        CompletableFuture<Answer> first =
                CompletableFuture.supplyAsync(() -> owner.browser().post("/apply/" + application + "/submit"));
        CompletableFuture<Answer> second =
                CompletableFuture.supplyAsync(() -> sameSession.post("/apply/" + application + "/submit"));

        assertThat(first.join().status()).as(first.join().text()).isEqualTo(200);
        assertThat(second.join().status()).as(second.join().text()).isEqualTo(200);
        assertThat(first.join().path())
                .endsWith("/receipt")
                .isEqualTo(second.join().path());
        assertThat(owner.submits(application).toString())
                .isEqualTo(first.join().path().substring(12, 48));
    }

    @Test
    void theSecondOfTwoClerksIsToldWhoHasTheTask() {
        UUID matter = anEnterpriseOwner().applies();
        Official one = aClerk();
        Official other = anOfficial("clerk2");
        int version = other.opens(matter).at("/matter/version").asInt();
        String task = one.opens(matter).at("/tasks/0/id").asString();

        assertThat(claim(one, task).status()).isEqualTo(200);
        Answer late = claim(other, task);
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.json().path("detail").asString()).contains("签收").contains("无需重复办理");

        one.does(matter, "accept", "材料齐全");
        Answer stale = other.tries(matter, "accept", "材料齐全", version);
        assertThat(stale.status()).as(stale.body()).isEqualTo(409);
        assertThat(stale.json().path("detail").asString()).contains("受理").contains("审查");
    }

    private static Answer claim(Official official, String task) {
        return official.browser().call("POST", "/api/cases/tasks/" + task + "/claim", Map.of());
    }

    @Test
    void whoSkipsAPageByItsAddressIsLedBackToIt() {
        Applicant owner = anEnterpriseOwner();
        UUID application = owner.starts();
        owner.answersUpTo(application, "business");
        for (String ahead : List.of("declaration", "check", "attachments")) {
            assertThat(owner.browser()
                            .get("/apply/" + application + "/" + ahead)
                            .path())
                    .isEqualTo("/apply/" + application + "/business?skipped=true");
        }
        Answer early = owner.browser().post("/apply/" + application + "/submit");
        assertThat(early.status()).isEqualTo(422);
        assertThat(early.text()).contains("还有内容没有填写完整");
    }

    @Test
    void whoLosesTheSessionLogsInAndGoesOnWithTheSavedAnswers() {
        Applicant owner = anEnterpriseOwner();
        UUID application = owner.starts();
        owner.answersUpTo(application, "business");
        Browser browser = owner.browser();
        browser.forgetCookie("jiyuan");
        Answer login = browser.post("/apply/" + application + "/business", "businessKind", "catering");
        assertThat(login.path()).startsWith("/login?next=");

        browser.post("/login", "name", "owner", "password", "Jiyuan-2026", "next", "/my");
        actForTheFirm(browser);
        assertThat(browser.get("/my").body()).contains("/apply/" + application);
        assertThat(browser.get("/apply/" + application).path()).isEqualTo("/apply/" + application + "/business");
        assertThat(browser.get("/apply/" + application + "/premises").body()).contains("宣化东街 100 号一楼东户");
    }

    @Test
    void aPictureThatCallsItselfAPdfIsRefusedAndTheOtherFilesAreKept() {
        Applicant owner = anEnterpriseOwner();
        UUID application = owner.starts();
        owner.answersUpTo(application, "attachments");
        Answer answer = owner.browser()
                .post(
                        "/apply/" + application + "/attachments",
                        Map.of(),
                        List.of(
                                Upload.picture("rules", "制度目录.png"),
                                new Upload("layout", "布局图.pdf", "application/pdf", Upload.png(7))));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains("“布局图.pdf”的实际内容是").contains("保留 制度目录.png");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../../etc/passwd.png",
                "..\\..\\windows\\system.png",
                "<script>alert(1)</script>.png",
                "发票\u202Egnp.exe.png",
                "a\tb.png",
                "名\u200B字.png",
                "CON.png",
                ".png"
            })
    void aHostileFileNameIsMadeHarmlessOrRefusedInWords(String name) {
        Applicant owner = anEnterpriseOwner();
        UUID application = owner.starts();
        owner.answersUpTo(application, "attachments");
        Answer answer = owner.browser()
                .post("/apply/" + application + "/attachments", Map.of(), List.of(Upload.picture("layout", name)));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body())
                .doesNotContain("<script>alert")
                .doesNotContain("\u202E")
                .doesNotContain("../");
        assertThat(answer.text()).containsAnyOf("保留 ", "未上传");
    }

    @Test
    void aFileNameOfAThousandLettersDoesNoHarm() {
        Applicant owner = anEnterpriseOwner();
        UUID application = owner.starts();
        owner.answersUpTo(application, "attachments");
        Upload upload = Upload.picture("layout", "长".repeat(1000) + ".png");
        Answer answer = owner.browser().post("/apply/" + application + "/attachments", Map.of(), List.of(upload));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).containsAnyOf("保留 ", "未上传");
    }

    @ParameterizedTest
    @ValueSource(ints = {51, 120})
    void aFileOverTheLimitIsRefusedWithAPageAndTheDraftIsKept(int megabytes) {
        Applicant owner = anEnterpriseOwner();
        UUID application = owner.starts();
        owner.answersUpTo(application, "attachments");
        Answer answer = owner.browser()
                .post(
                        "/apply/" + application + "/attachments",
                        Map.of(),
                        List.of(new Upload("layout", "布局图.png", "image/png", new byte[megabytes << 20])));
        assertThat(answer.status()).as(answer.text()).isEqualTo(413);
        assertThat(answer.text()).contains("超过了大小限制").contains("50 MB").contains("仍然保留");
        assertThat(owner.browser().get("/apply/" + application).path())
                .isEqualTo("/apply/" + application + "/attachments");
        assertThat(owner.browser().get("/apply/" + application + "/premises").body())
                .contains("宣化东街 100 号一楼东户");
    }

    @Test
    void twoHundredMegabytesAreRefusedWithAPageThatLeadsBackToTheForm() {
        Applicant owner = anEnterpriseOwner();
        UUID application = owner.starts();
        owner.answersUpTo(application, "attachments");
        String page = "/apply/" + application + "/attachments";
        Answer answer = owner.browser().postLarge(page, "layout", "全景录像.png", 200L << 20);
        assertThat(answer.status()).as(answer.text()).isEqualTo(413);
        assertThat(answer.text()).contains("单个文件不超过 50 MB").contains("回到刚才的页面");
        assertThat(answer.body()).contains("href=\"" + page + "\"");
        assertThat(owner.browser().get(page).status()).isEqualTo(200);
    }

    @Test
    void aFormWithoutTheTokenIsRefusedInWords() {
        Applicant owner = anEnterpriseOwner();
        UUID application = owner.starts();
        Answer answer = owner.browser().postOnce("/apply/" + application + "/subject", Map.of());
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.text()).contains("这次提交没有执行").contains("已保存的内容仍然保留");
        Answer program = owner.browser().postOnce("/api/session/capacity", Map.of());
        assertThat(program.status()).isEqualTo(403);
        assertThat(program.json().path("code").asString()).isEqualTo("portal.forgery");
    }

    /** Anybody may send a file there, so nothing that is sent may cost more than a sentence. */
    @Test
    void whatIsNoDocumentOrIsMadeToHarmIsRefusedByThePublicVerificationInWords() {
        String packed = Base64.getEncoder().encodeToString(packed(30 << 20));
        refusedByVerification("licence.ofd", zip("OFD.xml", 30 << 20), "压缩比异常");
        refusedByVerification("licence.ofd", zip("../../OFD.xml", 10), "路径");
        refusedByVerification("licence.ofd", Upload.png(3), "不是");
        refusedByVerification(
                "licence.pdf",
                ("%PDF-1.5\n3 0 obj\n<</Type/ObjStm/N 1/First 5/Filter[/A85/Fl]>>\nstream\n" + packed)
                        .getBytes(StandardCharsets.ISO_8859_1),
                "压缩方式");
        assertThat(aVisitor().get("/verify").status()).isEqualTo(200);
    }

    private void refusedByVerification(String name, byte[] content, String said) {
        Answer answer = aVisitor()
                .post("/verify", Map.of(), List.of(new Upload("file", name, "application/octet-stream", content)));
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.text()).contains(said).doesNotContain("这是我们的责任");
    }

    private static byte[] zip(String part, int size) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(part));
            zip.write(new byte[size]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] packed(int size) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream packing = new DeflaterOutputStream(out)) {
            packing.write(new byte[size]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
