package cn.gov.jiyuan.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;
import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.jiyuan.server.town.ServerTest;
import cn.gov.jiyuan.server.town.Upload;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The officials of one matter at the workbench, by clicks alone: from the inbox to the delivered licence. */
class WorkbenchJourneyTest extends ServerTest {
    /** Issuing draws and seals two documents, which takes long on a busy machine. */
    private static final double PATIENCE = 60_000;

    private final List<String> defects = new ArrayList<>();

    @Test
    void officialsHandleAMatterAtTheWorkbench() {
        setDefaultAssertionTimeout(PATIENCE);
        UUID matter = anEnterpriseOwner().applies();
        try (Chromium chromium = new Chromium()) {
            at(chromium, "clerk", page -> accepts(page, matter));
            at(chromium, "reviewer", page -> pausesAndReviews(page, matter));
            at(chromium, "clerk2", page -> isRefusedToDecide(page, matter));
            at(chromium, "approver", page -> grantsAndIssues(page, matter));
            at(chromium, "clerk", page -> delivers(page, matter));
        }
        assertThat(aClerk().opens(matter).at("/matter/state").asString()).isEqualTo("delivered");
        assertThat(defects).isEmpty();
    }

    private interface Work {
        void on(Page page);
    }

    private void at(Chromium chromium, String account, Work work) {
        try (BrowserContext context =
                chromium.visitor(site(), 1280, anOfficial(account).browser().cookies())) {
            Page page = context.newPage();
            page.onPageError(defects::add);
            work.on(page);
        }
    }

    private void accepts(Page page, UUID matter) {
        page.navigate("/workbench/inbox?view=claimable&due=overdue");
        assertThat(link(page, "已超期")).hasAttribute("aria-current", "true");
        link(page, "已超期").click();
        assertThat(page).hasURL(Pattern.compile(".*/inbox\\?view=claimable"));
        page.locator("a[href$='" + matter + "']").click();
        assertThat(page.locator(".clock")).containsText("受理时限");
        choose(page, "受理");
        page.setInputFiles("input[type=file]", new FilePayload("核对记录.png", "image/png", Upload.png(7)));
        assertThat(page.locator(".piece")).containsText("核对记录.png");
        page.getByText("材料齐全，符合法定形式，予以受理。").click();
        confirm(page, "受理");
        assertThat(state(page)).hasText("审查");
        Locator notice =
                page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("受理通知书（.+号）")));
        assertThat(notice).isVisible();
        assertThat(page.locator(".files")).containsText(new String[] {"核对记录.png", "受理通知书"});
        assertThat(page.request().get(notice.getAttribute("href")).status()).isEqualTo(200);
        assertThat(page.locator(".bar")).containsText("没有要您办的事");
        Chromium.screenshots(page, "workbench-accepted");
    }

    private void pausesAndReviews(Page page, UUID matter) {
        page.navigate("/workbench/cases/" + matter);
        choose(page, "启动特别程序");
        page.locator("#answer-procedure").selectOption("inspection");
        page.fill("#reason", "委托检验机构对加工用水进行检验");
        confirm(page, "启动特别程序");
        assertThat(page.locator(".clock .tag").first()).hasText("已停表");
        clock.set("2022-09-28T16:00");
        page.reload();
        choose(page, "结束特别程序");
        page.fill("#opinion", "检验合格");
        confirm(page, "结束特别程序");
        assertThat(page.locator(".clock .tag").first()).hasText("计时中");
        page.locator(".clock summary").first().click();
        assertThat(page.locator(".clock details").first()).containsText("检验");
        review(page);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("撤回办理：审查通过，提请决定"))
                .click();
        page.getByRole(AriaRole.DIALOG)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("撤回办理：审查通过，提请决定"))
                .click();
        assertThat(state(page)).hasText("审查");
        review(page);
        assertThat(offer(page, "准予许可")).hasCount(0);
    }

    private static void review(Page page) {
        choose(page, "审查通过，提请决定");
        page.fill("#opinion", "符合条件，建议准予许可");
        confirm(page, "审查通过，提请决定");
        assertThat(state(page)).hasText("待决定");
    }

    /** He holds all posts; only here does the separation of accepting and deciding show. */
    private void isRefusedToDecide(Page page, UUID decidedByOthers) {
        UUID own = anEnterpriseOwner().applies();
        page.navigate("/workbench/cases/" + own);
        choose(page, "受理");
        confirm(page, "受理");
        assertThat(state(page)).hasText("审查");
        review(page);
        assertThat(offer(page, "准予许可")).hasAttribute("aria-disabled", "true");
        assertThat(page.locator("#why-grant")).containsText("不能再由您办理");
        Chromium.screenshots(page, "workbench-same-person");
        page.navigate("/workbench/cases/" + decidedByOthers);
        assertThat(offer(page, "准予许可")).hasAttribute("aria-disabled", "false");
    }

    private void grantsAndIssues(Page page, UUID matter) {
        page.navigate("/workbench/cases/" + matter);
        choose(page, "准予许可");
        page.fill("#opinion", "经审查，符合法定条件，准予许可");
        confirm(page, "准予许可");
        sure(page, "准予许可");
        assertThat(state(page)).hasText("制证");
        choose(page, "签发证照");
        confirm(page, "签发证照");
        sure(page, "签发证照");
        assertThat(state(page)).hasText("待领取");
        assertThat(page.locator("main")).containsText("食品经营许可证");
    }

    private void delivers(Page page, UUID matter) {
        page.navigate("/workbench/cases/" + matter);
        choose(page, "确认送达");
        confirm(page, "确认送达");
        assertThat(state(page)).hasText("已送达");
        assertThat(page.locator(".bar")).containsText("本件已办结");
        Chromium.screenshots(page, "workbench-delivered");
    }

    private static Locator link(Page page, String name) {
        return page.locator("main").getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(name));
    }

    private static Locator state(Page page) {
        return page.locator(".page-head .tag").first();
    }

    private static Locator offer(Page page, String label) {
        return page.locator(".offers")
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(label).setExact(true));
    }

    private static void choose(Page page, String label) {
        offer(page, label).click();
    }

    private static void confirm(Page page, String label) {
        page.locator(".panel")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("确认" + label))
                .click();
    }

    private static void sure(Page page, String label) {
        page.getByRole(AriaRole.DIALOG)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("确认" + label))
                .click();
    }
}
