package cn.gov.jiyuan.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A late matter earns its unit a card; the unit explains, the overseer closes, the score tells of it. */
class OversightJourneyTest extends OfficialsJourney {
    @Test
    void aUnitAnswersForALateMatter() {
        clock.set("2024-03-04T09:00");
        UUID matter = anEnterpriseOwner().applies();
        aClerk().does(matter, "accept", "材料齐全");
        clock.set("2024-03-19T09:00");
        try (Chromium chromium = new Chromium()) {
            at(chromium, "overseer", this::sweeps);
            at(chromium, "clerk", OversightJourneyTest::explains);
            at(chromium, "overseer", OversightJourneyTest::closes);
            at(chromium, "overseer", OversightJourneyTest::draftsAVersionOfARule);
            at(chromium, "leader", OversightJourneyTest::approvesIt);
        }
    }

    private void sweeps(Page page) {
        open(page, "/scores");
        button(page, "立即巡查").click();
        assertThat(page.locator(".el-message")).containsText("发出");
        open(page, "/records/oversight.card?level=eq:YELLOW");
        assertThat(page.locator("table.grid")).containsText("黄牌");
        Chromium.screenshots(page, "oversight-cards");
    }

    private static void explains(Page page) {
        open(page, "/records/oversight.card?level=eq:YELLOW");
        page.locator("table.grid tbody a").first().click();
        link(page, "监察记录的办理").click();
        offer(page, "作出说明");
        page.fill("#reason", "审查人员请假，未及时交接，已安排专人补办");
        page.locator(".panel button", new Page.LocatorOptions().setHasText("确认作出说明"))
                .click();
        assertThat(page.locator(".page-head .tag").first()).hasText("待复核");
        Chromium.screenshots(page, "oversight-explained");
    }

    private static void closes(Page page) {
        open(page, "/records/oversight.card?state=eq:explained");
        page.locator("table.grid tbody a").first().click();
        assertThat(page.locator("main")).containsText("未及时交接");
        link(page, "所监察的办件").click();
        assertThat(page.locator("h1").first()).containsText("食品经营许可");
        page.goBack();
        link(page, "监察记录的办理").click();
        offer(page, "复核通过，办结");
        page.fill("#opinion", "说明属实，今后按时交接");
        page.locator(".panel button", new Page.LocatorOptions().setHasText("确认复核通过"))
                .click();
        assertThat(page.locator(".page-head .tag").first()).hasText("已办结");
        open(page, "/scores?kind=MONTH");
        button(page, "计算过程").first().click();
        assertThat(page.locator(".formula")).containsText("100 − 牌扣分");
        Chromium.screenshots(page, "oversight-scores");
    }

    private static void offer(Page page, String label) {
        page.locator(".offers button", new Page.LocatorOptions().setHasText(label))
                .click();
    }

    private static void draftsAVersionOfARule(Page page) {
        open(page, "/records/oversight.rule?code=eq:JC04");
        page.locator("table.grid tbody a").first().click();
        button(page, "起草新版本").click();
        page.fill("#rule-score", "3");
        page.fill("#rule-remark", "市营商环境会议纪要〔2024〕5 号");
        button(page, "提交批准").click();
        assertThat(page.locator(".versions")).containsText("草稿");
        Chromium.screenshots(page, "oversight-rule");
    }

    private static void approvesIt(Page page) {
        open(page, "/records/oversight.rule?code=eq:JC04&state=eq:DRAFT");
        page.locator("table.grid tbody a").first().click();
        button(page, "批准").click();
        assertThat(page.locator(".versions li").first()).containsText("已批准");
    }
}
