package cn.gov.jiyuan.server;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.jiyuan.server.town.Answer;
import cn.gov.jiyuan.server.town.Applicant;
import cn.gov.jiyuan.server.town.Browser;
import cn.gov.jiyuan.server.town.ServerTest;
import cn.gov.jiyuan.server.town.Upload;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Sessions that end while somebody writes, and windows that know nothing of each other. */
class LostSessionTest extends ServerTest {
    private static final String TYPED = "愚公路 88 号三楼";

    @Test
    void afterLoggingInTheFormStandsThereWithWhatWasTypedAndInTheSameCapacity() {
        Applicant owner = anEnterpriseOwner();
        Browser browser = owner.browser();
        UUID application = draftAtPremises(owner);
        String page = "/apply/" + application + "/premises";

        browser.forgetCookie("jiyuan");
        Answer login = browser.post(page, "town", "419001001", "premises", TYPED, "signboard", "愚公面馆");
        assertThat(login.path()).isEqualTo("/login?next=" + page.replace("/", "%2F"));

        Answer back = browser.post("/login", "name", "owner", "password", "Jiyuan-2026", "next", page);
        assertThat(back.path()).isEqualTo(page);
        assertThat(back.text())
                .contains("登录已恢复")
                .contains("还没有保存")
                .contains(owner.firm().name());
        assertThat(back.body()).contains(TYPED);

        Answer next = browser.post(page, "town", "419001001", "premises", TYPED, "signboard", "愚公面馆");
        assertThat(next.path()).isEqualTo("/apply/" + application + "/business");
        assertThat(browser.get(page).text()).doesNotContain("登录已恢复");
        assertThat(browser.get(page).body()).contains(TYPED);
    }

    @Test
    void filesHaveToBeChosenAgainAndThePageSaysWhich() {
        Applicant owner = anEnterpriseOwner();
        UUID application = owner.starts();
        owner.answersUpTo(application, "attachments");
        Browser browser = owner.browser();
        String page = "/apply/" + application + "/attachments";

        browser.forgetCookie("jiyuan");
        browser.post(page, Map.of(), List.of(Upload.picture("layout", "布局图.png")));
        Answer back = browser.post("/login", "name", "owner", "password", "Jiyuan-2026", "next", page);
        assertThat(back.text()).contains("请重新选择").contains("布局图.png");
    }

    @Test
    void whoeverLogsInNextOnTheSameComputerSeesNothingOfIt() {
        Applicant owner = anEnterpriseOwner();
        UUID application = draftAtPremises(owner);
        String page = "/apply/" + application + "/premises";
        Browser browser = owner.browser();
        browser.forgetCookie("jiyuan");
        browser.post(page, "town", "419001001", "premises", TYPED);

        Answer other = browser.post("/login", "name", "citizen", "password", "Jiyuan-2026", "next", page);
        assertThat(other.status()).isEqualTo(404);
        assertThat(other.body()).doesNotContain(TYPED);
    }

    @Test
    void whatIsKeptLiesThereEncryptedAndForHalfAnHour() {
        Applicant owner = anEnterpriseOwner();
        UUID application = draftAtPremises(owner);
        String page = "/apply/" + application + "/premises";
        Browser browser = owner.browser();
        browser.forgetCookie("jiyuan");
        browser.post(page, "town", "419001001", "premises", TYPED);
        assertThat(jdbc.sql(
                                "select count(*) from portal.kept_form where position(convert_to(?, 'UTF8') in fields_sealed) > 0")
                        .param("愚公路")
                        .query(Integer.class)
                        .single())
                .isZero();

        clock.set("2022-09-26T09:31");
        Answer back = browser.post("/login", "name", "owner", "password", "Jiyuan-2026", "next", page);
        assertThat(back.path()).isEqualTo(page);
        assertThat(back.body()).doesNotContain(TYPED);
    }

    @Test
    void whoLogsOutIsAskedAfreshAsWhomHeActs() {
        Applicant owner = anEnterpriseOwner();
        Browser browser = owner.browser();
        browser.post("/logout");
        browser.post("/login", "name", "owner", "password", "Jiyuan-2026");
        assertThat(browser.get("/my").text()).doesNotContain("：" + owner.firm().name());
    }

    @Test
    void theSecondOfTwoWindowsIsToldWhatTheFirstHasSaved() {
        Applicant owner = anEnterpriseOwner();
        UUID application = draftAtPremises(owner);
        String page = "/apply/" + application + "/premises";
        Browser browser = owner.browser();
        String seen = seen(browser.get(page));
        browser.post(page, "town", "419001001", "premises", "第一个窗口 1 号", "signboard", "甲", "seen", seen);

        Answer second =
                browser.post(page, "town", "419001001", "premises", "第二个窗口 2 号", "signboard", "乙", "seen", seen);
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.text()).contains("另一个窗口").contains("第一个窗口 1 号");
        assertThat(second.body()).contains("value=\"第二个窗口 2 号\"");

        browser.post(page, "town", "419001001", "premises", "第二个窗口 2 号", "signboard", "乙", "seen", seen(second));
        assertThat(browser.get(page).body()).contains("第二个窗口 2 号").doesNotContain("第一个窗口 1 号");
    }

    @Test
    void anOldWindowCannotChangeWhatHasBeenSubmitted() {
        Applicant owner = anEnterpriseOwner();
        UUID application = owner.starts();
        owner.answersUpTo(application, "");
        UUID matter = owner.submits(application);

        Answer late = owner.browser()
                .post("/apply/" + application + "/premises", "town", "419001001", "premises", "改成别处 9 号");
        assertThat(late.path()).isEqualTo("/my/matters/" + matter);
        assertThat(owner.looksAt(matter).body()).contains("宣化东街 100 号一楼东户").doesNotContain("改成别处 9 号");
    }

    @Test
    void whoSkipsAPageIsToldWhyHeIsLedBack() {
        Applicant owner = anEnterpriseOwner();
        UUID application = draftAtPremises(owner);
        Answer answer = owner.browser().get("/apply/" + application + "/declaration");
        assertThat(answer.path()).startsWith("/apply/" + application + "/business");
        assertThat(answer.text()).contains("前面还有内容没有填写");
    }

    @Test
    void aFormWhoseTokenIsGoneComesBackWithWhatWasTyped() {
        Applicant owner = anEnterpriseOwner();
        UUID application = draftAtPremises(owner);
        String page = "/apply/" + application + "/premises";
        Browser browser = owner.browser();
        Answer refused = browser.postFrom(page, page, Map.of("premises", List.of(TYPED), "town", List.of("419001001")));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body()).contains("href=\"" + page + "\"");
        assertThat(browser.get(page).body()).contains(TYPED);
    }

    @Test
    void identityNumbersAreMaskedOnEveryPageOfTheirOwnerUntilHeAsksAndThatIsNoted() {
        Applicant owner = anEnterpriseOwner();
        UUID application = owner.starts();
        owner.answersUpTo(application, "");
        String number = owner.firm().representative().idNumber().value();
        Browser browser = owner.browser();
        assertThat(browser.get("/apply/" + application + "/check").body())
                .doesNotContain(number)
                .contains("****");
        String page = "/apply/" + application + "/representative";
        Answer question = browser.get(page);
        assertThat(question.body()).doesNotContain(number);
        String masked = number.substring(0, 4) + "*".repeat(12) + number.substring(16);
        assertThat(question.body()).contains(masked);
        Answer kept = browser.post(
                page, "representative", owner.firm().representative().name(), "representativeId", masked);
        assertThat(kept.status()).as(kept.text()).isEqualTo(200);

        UUID matter = owner.submits(application);
        assertThat(owner.looksAt(matter).body()).doesNotContain(number);
        assertThat(browser.post("/my/matters/" + matter + "/reveal").body()).contains(number);
        assertThat(jdbc.sql(
                                "select count(*) from audit.event where action = 'onestop.matter.disclosed' and subject_id = ?")
                        .param(matter.toString())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void refusalsSpeakChinese() {
        Answer answer = aVisitor().getJson("/api/session");
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.json().path("title").asString()).isEqualTo("尚未登录");
        assertThat(answer.json().path("detail").asString()).contains("请先登录").doesNotContain("signed-in");
        assertThat(aVisitor().get("/").header("Content-Language")).isEqualTo("zh-CN");
    }

    private static UUID draftAtPremises(Applicant owner) {
        UUID application = owner.starts();
        owner.answersUpTo(application, "premises");
        return application;
    }

    private static String seen(Answer page) {
        java.util.regex.Matcher found = java.util.regex.Pattern.compile("name=\"seen\" value=\"([0-9a-f]+)\"")
                .matcher(page.body());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }
}
