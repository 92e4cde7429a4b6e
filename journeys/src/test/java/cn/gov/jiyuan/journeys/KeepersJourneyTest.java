package cn.gov.jiyuan.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Those who keep the platform and those who look over its shoulder: administrator, leader, auditor, a stranger. */
class KeepersJourneyTest extends OfficialsJourney {
    @Test
    void theKeepersDoTheirRounds() {
        anEnterpriseOwner().applies();
        try (Chromium chromium = new Chromium()) {
            at(chromium, "admin", KeepersJourneyTest::proposesARule);
            at(chromium, "leader", KeepersJourneyTest::approvesAndKeepsAView);
            at(chromium, "clerk", KeepersJourneyTest::findsByNumberAndKeepsAView);
            at(chromium, "auditor", KeepersJourneyTest::verifiesTheChain);
            looksUp(chromium);
        }
    }

    private static void proposesARule(Page page) {
        open(page, "/rules");
        page.getByLabel("规则名称或依据").fill("颁发、送达时限");
        button(page, "修改").first().click();
        page.fill("#rule-value", "8 个工作日");
        page.fill("#rule-from", "2098-01-01");
        page.fill("#rule-law", "市政府办公室通知");
        page.fill("#rule-number", "济政办〔2097〕1 号");
        button(page, "提交批准").click();
        assertThat(page.locator(".drafts").first()).containsText("8 个工作日");
        assertThat(page.getByRole(AriaRole.DIALOG)).isHidden();
        Chromium.screenshots(page, "keepers-rules");
        open(page, "/jobs");
        Chromium.screenshots(page, "keepers-jobs");
    }

    private static void approvesAndKeepsAView(Page page) {
        open(page, "/rules");
        button(page, "批准").first().click();
        assertThat(page.locator(".el-message")).containsText("已批准");
        open(page, "/ratings");
        Chromium.screenshots(page, "leader-ratings");
        open(page, "/records/onestop.matter");
        assertThat(button(page, "导出")).isVisible();
    }

    private static void findsByNumberAndKeepsAView(Page page) {
        open(page, "/records/onestop.matter");
        String number = page.locator("table.grid tbody a").first().innerText();
        page.getByPlaceholder("完整的办件编号").fill(number);
        page.keyboard().press("Enter");
        assertThat(page.locator(".chip")).containsText("办件编号为 " + number);
        assertThat(page.locator("table.grid tbody tr")).hasCount(1);
        open(page, "/records/onestop.matter?state=eq:submitted&sort=opened");
        button(page, "保存当前筛选").click();
        page.fill("#view-name", "待受理，先来先办");
        page.getByText(Pattern.compile("共享给.+的同事")).click();
        dialogButton(page, "保存").click();
        assertThat(page.locator(".view[aria-pressed=true]")).containsText("待受理，先来先办");
        open(page, "/records/onestop.matter");
        page.locator(".view").first().click();
        assertThat(page).hasURL(Pattern.compile(".*state=eq(:|%3A)submitted.*"));
        Chromium.screenshots(page, "clerk-views");
    }

    private static void verifiesTheChain(Page page) {
        open(page, "/audit");
        button(page, "校验全链").click();
        assertThat(page.locator(".chain"))
                .containsText("未发现改动", new LocatorAssertions.ContainsTextOptions().setTimeout(30_000));
        page.selectOption("form.tools select", "records.view");
        button(page, "筛选").click();
        assertThat(page.locator("table.grid")).containsText("保存并共享视图");
        Chromium.screenshots(page, "auditor-trail");
    }

    /** Somebody without an account types a number that does not exist, and is told so without learning anything else. */
    private void looksUp(Chromium chromium) {
        try (BrowserContext stranger = chromium.visitor(site(), 1280)) {
            Page page = stranger.newPage();
            page.navigate("/verify");
            Chromium.screenshots(page, "stranger-verify");
            page.navigate("/workbench/");
            assertThat(page).hasURL(Pattern.compile(".*/login\\?next=.*"));
        }
    }
}
