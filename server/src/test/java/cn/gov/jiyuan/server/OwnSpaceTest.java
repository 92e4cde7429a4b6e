package cn.gov.jiyuan.server;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.jiyuan.server.town.Answer;
import cn.gov.jiyuan.server.town.Applicant;
import cn.gov.jiyuan.server.town.Browser;
import cn.gov.jiyuan.server.town.ServerTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What an applicant finds under 我的: messages, matters, drafts, and what the clock does to them. */
class OwnSpaceTest extends ServerTest {
    @Test
    void aMatterThatIsNotCorrectedInTimeLapsesAndTheApplicantIsTold() {
        Applicant owner = anEnterpriseOwner();
        UUID matter = owner.applies();
        aClerk().does(matter, "request-correction", "请补交布局图，并写明面积");
        assertThat(owner.looksAt(matter).text())
                .contains("请补交布局图，并写明面积")
                .contains("2022 年 10 月 26 日")
                .contains("视为放弃");

        clock.set("2022-10-26T23:59");
        recurs("onestop.lapse");
        assertThat(owner.looksAt(matter).text()).contains("待补正");

        clock.set("2022-10-27T00:00");
        recurs("onestop.lapse");
        Answer page = owner.looksAt(matter);
        assertThat(page.text()).contains("视为放弃").doesNotContain("去补正").contains("补正期限至 2022 年 10 月 26 日");
        assertThat(owner.browser().get("/my/messages").text()).contains("逾期未补正，已终结");
        assertThat(jdbc.sql("select count(*) from audit.event where subject_id = ? and action like '%lapse%'")
                        .param(matter.toString())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void whoCorrectsInTimeIsSafe() {
        Applicant owner = anEnterpriseOwner();
        UUID application = owner.starts();
        owner.answersUpTo(application, "");
        UUID matter = owner.submits(application);
        aClerk().does(matter, "request-correction", "请写明招牌");
        Browser browser = owner.browser();
        browser.post(
                "/apply/" + application + "/premises",
                "town",
                "419001001",
                "premises",
                "宣化东街 100 号一楼东户",
                "signboard",
                "新招牌",
                "change",
                "true");
        assertThat(browser.post("/apply/" + application + "/submit").path()).contains(matter.toString());
        clock.set("2022-10-27T00:00");
        recurs("onestop.lapse");
        assertThat(owner.looksAt(matter).text()).contains("待受理").contains("新招牌");
    }

    @Test
    void messagesAreCountedOpenedAndLeadToTheirMatter() {
        Applicant owner = anEnterpriseOwner();
        Browser browser = owner.browser();
        browser.post("/my/messages/read");
        assertThat(browser.get("/my").text()).doesNotContain("条未读");
        UUID matter = owner.applies();
        aClerk().does(matter, "accept", "材料齐全");
        assertThat(browser.get("/my").text()).contains("1 条未读");

        String inbox = browser.get("/my/messages").body();
        int at = inbox.indexOf("/my/messages/0");
        Answer message = browser.get(inbox.substring(at, at + 49));
        assertThat(message.text()).contains("已受理").contains("去看这件事");
        assertThat(message.body()).contains("/my/matters/" + matter);
        assertThat(browser.get("/my").text()).doesNotContain("条未读");
        assertThat(aCitizen().get(message.path()).status()).isEqualTo(404);
    }

    @Test
    void mattersAreChosenByAnAddressThatCanBeKept() {
        Applicant owner = anEnterpriseOwner();
        UUID matter = owner.applies();
        Browser browser = owner.browser();
        assertThat(browser.get("/my?show=open").body()).contains("/my/matters/" + matter);
        assertThat(browser.get("/my?show=closed").body()).doesNotContain("/my/matters/" + matter);
        assertThat(browser.get("/my?show=todo").body()).doesNotContain("/my/matters/" + matter);
        aClerk().does(matter, "request-correction", "请补交布局图");
        assertThat(browser.get("/my?show=todo").body()).contains("/my/matters/" + matter);
        assertThat(browser.get("/my?q=没有这件事").text()).contains("没有符合条件的办件");
    }

    @Test
    void aDraftSaysHowLongItIsKeptAndGoesThen() {
        Applicant owner = anEnterpriseOwner();
        UUID application = owner.starts();
        Browser browser = owner.browser();
        assertThat(browser.get("/my").text()).contains("保留到 2022 年 12 月 25 日");
        clock.set("2022-12-25T22:00");
        recurs("onestop.draft-expiry");
        assertThat(browser.get("/my").body()).contains("/apply/" + application);
        clock.set("2022-12-26T00:10");
        recurs("onestop.draft-expiry");
        assertThat(browser.get("/my").body()).doesNotContain("/apply/" + application);
        assertThat(browser.get("/my/messages").text()).contains("草稿已删除");
    }

    @Test
    void deadlinesOnAProvisionalCalendarAreLookedAfterByTheJobs() {
        recurs("cases.provisional");
    }
}
