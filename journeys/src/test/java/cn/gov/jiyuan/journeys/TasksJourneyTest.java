package cn.gov.jiyuan.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;
import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.jiyuan.platform.parties.DemoStaff;
import cn.gov.jiyuan.server.town.ServerTest;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What colleagues do with one another's tasks (任务操作), as docs/guide/tasks.md tells it, by clicks alone. */
class TasksJourneyTest extends ServerTest {
    private static final double PATIENCE = 30_000;

    private final Map<String, Page> desks = new HashMap<>();
    private final List<BrowserContext> contexts = new ArrayList<>();
    private final List<String> defects = new ArrayList<>();
    private Chromium chromium;
    private UUID matter;

    @BeforeEach
    void aMatterUnderReview() {
        setDefaultAssertionTimeout(PATIENCE);
        chromium = new Chromium();
        matter = anEnterpriseOwner().applies();
        aClerk().does(matter, "accept", "材料齐全");
    }

    @AfterEach
    void everybodyGoesHome() {
        contexts.forEach(BrowserContext::close);
        chromium.close();
        assertThat(defects).isEmpty();
    }

    @Test
    void aTaskIsLentConsultedOnAndHandedOver() {
        opens("reviewer");
        first("reviewer", "签收").click();
        assertThat(tasks("reviewer")).containsText(name("reviewer"));

        further("reviewer", "委托");
        people("reviewer", "clerk2");
        submits("reviewer", "委托", "上午外出开会");
        assertThat(first("reviewer", "收回委托")).isVisible();
        opens("clerk2");
        first("clerk2", "提交办理意见").click();
        submits("clerk2", "提交办理意见", "现场已看，符合要求");
        opens("reviewer");
        assertThat(timeline("reviewer")).containsText("现场已看，符合要求");
        assertThat(offer("reviewer", "审查通过，提请决定")).hasAttribute("aria-disabled", "false");

        further("reviewer", "委托");
        people("reviewer", "clerk2");
        submits("reviewer", "委托", "下午再去");
        first("reviewer", "收回委托").click();
        dialog("reviewer").getByRole(AriaRole.BUTTON, named("收回委托")).click();
        assertThat(first("reviewer", "收回委托")).hasCount(0);

        further("reviewer", "加签");
        people("reviewer", "steward");
        submits("reviewer", "加签", "请看布局图");
        assertThat(offer("reviewer", "审查通过，提请决定")).hasAttribute("aria-disabled", "true");
        signs("steward", true, "布局合理");
        opens("reviewer");
        assertThat(timeline("reviewer")).containsText("布局合理");
        assertThat(offer("reviewer", "审查通过，提请决定")).hasAttribute("aria-disabled", "false");

        further("reviewer", "加签");
        people("reviewer", "clerk2");
        dialog("reviewer").getByLabel("方式").selectOption("AFTER");
        submits("reviewer", "加签", "本人已看，请接着办");
        assertThat(tasks("reviewer")).containsText(name("clerk2"));
        assertThat(timeline("reviewer")).containsText("本人已看，请接着办");

        opens("clerk2");
        further("clerk2", "转办");
        people("clerk2", "reviewer");
        dialog("clerk2").getByRole(AriaRole.BUTTON, named("转办")).click();
        assertThat(dialog("clerk2")).isVisible();
        submits("clerk2", "转办", "临时抽调");
        opens("reviewer");
        assertThat(tasks("reviewer")).containsText(name("reviewer"));
        assertThat(timeline("reviewer")).containsText("临时抽调");
    }

    @Test
    void colleaguesVoteAndTheResultComesBackOnce() {
        opens("reviewer");
        first("reviewer", "签收").click();
        further("reviewer", "会签");
        people("reviewer", "clerk2", "steward", "sealer");
        dialog("reviewer").getByLabel("怎样算通过").selectOption("RATIO");
        dialog("reviewer").getByRole(AriaRole.SPINBUTTON).fill("60");
        submits("reviewer", "会签", "涉及多个科室");
        assertThat(tasks("reviewer").locator("li")).hasCount(4);
        signs("clerk2", true, "同意");
        signs("steward", true, "同意设立");
        opens("reviewer");
        assertThat(timeline("reviewer")).containsText("会签通过");
        assertThat(tasks("reviewer").locator("li")).hasCount(1);
        opens("sealer");
        assertThat(first("sealer", "签署意见")).hasCount(0);

        further("reviewer", "会签");
        people("reviewer", "clerk2", "steward");
        submits("reviewer", "会签", "复核一次");
        signs("steward", false, "通风不足");
        opens("reviewer");
        assertThat(timeline("reviewer")).containsText("会签未通过");

        further("reviewer", "会签");
        people("reviewer", "sealer");
        submits("reviewer", "会签", "发错了");
        further("reviewer", "撤销加签、会签");
        submits("reviewer", "撤销加签、会签", "不必再议");
        assertThat(tasks("reviewer").locator("li")).hasCount(1);

        further("reviewer", "传阅");
        people("reviewer", "clerk2");
        submits("reviewer", "传阅", "请阅");
        opens("clerk2");
        first("clerk2", "已阅").click();
        submits("clerk2", "已阅", "建议加强宣传");

        opens("reviewer");
        offer("reviewer", "审查通过，提请决定").click();
        desks.get("reviewer").fill("#opinion", "整改后符合条件");
        desks.get("reviewer")
                .locator(".panel")
                .getByRole(AriaRole.BUTTON, named("确认审查通过，提请决定"))
                .click();
        assertThat(state("reviewer")).hasText("待决定");
        opens("approver");
        first("approver", "签收").click();
        further("approver", "退回");
        dialog("approver").getByText("改好后直送回我").click();
        submits("approver", "退回", "请补充现场照片");
        assertThat(state("approver")).hasText("审查");
        opens("reviewer");
        assertThat(timeline("reviewer")).containsText("请补充现场照片");
        first("reviewer", "送回 " + name("approver")).click();
        submits("reviewer", "送回 " + name("approver"), "照片已补");
        assertThat(state("reviewer")).hasText("待决定");
        further("reviewer", "催办 " + name("approver"));
        submits("reviewer", "催办 " + name("approver"), "");
        assertThat(timeline("reviewer")).containsText("催办");
        opens("approver");
        assertThat(tasks("approver")).containsText(name("approver"));
        Chromium.screenshots(desks.get("approver"), "workbench-tasks");
    }

    private Page opens(String account) {
        Page page = desks.computeIfAbsent(account, this::aDesk);
        page.navigate("/workbench/cases/" + matter);
        assertThat(state(account)).isVisible();
        return page;
    }

    private Page aDesk(String account) {
        BrowserContext context =
                chromium.visitor(site(), 1280, anOfficial(account).browser().cookies());
        contexts.add(context);
        Page page = context.newPage();
        page.onPageError(defects::add);
        return page;
    }

    private void signs(String account, boolean agrees, String opinion) {
        opens(account);
        first(account, "签署意见").click();
        dialog(account)
                .getByLabel(agrees ? "同意" : "不同意", new Locator.GetByLabelOptions().setExact(true))
                .check();
        submits(account, "签署意见", opinion);
        assertThat(first(account, "签署意见")).hasCount(0);
    }

    private void further(String account, String operation) {
        Page page = desks.get(account);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("转办、加签、传阅…"))
                .click();
        page.getByRole(
                        AriaRole.MENUITEM,
                        new Page.GetByRoleOptions().setName(operation).setExact(true))
                .click();
        assertThat(dialog(account)).isVisible();
    }

    private void people(String account, String... colleagues) {
        Page page = desks.get(account);
        Locator send = dialog(account).locator("button.primary");
        // The list of an earlier choice may still be closing and take the click.
        for (int i = 0; i == 0 || i < 4 && send.isDisabled(); i++) {
            for (String colleague : colleagues) {
                pick(page, name(colleague));
            }
            dialog(account).locator(".notice").first().click();
            page.waitForTimeout(300);
        }
    }

    private static void pick(Page page, String name) {
        page.locator("#people").fill(name);
        page.getByRole(
                        AriaRole.OPTION,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .first()
                .click();
    }

    private void submits(String account, String operation, String words) {
        Locator dialog = dialog(account);
        dialog.locator("#words").fill(words);
        dialog.getByRole(AriaRole.BUTTON, named(operation)).click();
        assertThat(dialog).isHidden();
    }

    private Locator dialog(String account) {
        return desks.get(account).getByRole(AriaRole.DIALOG);
    }

    private Locator first(String account, String operation) {
        return desks.get(account)
                .locator(".menu > button.button")
                .getByText(operation, new Locator.GetByTextOptions().setExact(true));
    }

    private Locator offer(String account, String label) {
        return desks.get(account).locator(".offers").getByRole(AriaRole.BUTTON, named(label));
    }

    private Locator state(String account) {
        return desks.get(account).locator(".page-head .tag").first();
    }

    private Locator tasks(String account) {
        return desks.get(account).locator(".tasks");
    }

    private Locator timeline(String account) {
        return desks.get(account).locator(".line");
    }

    private static String name(String account) {
        return DemoStaff.all().stream()
                .filter(official -> official.login().equals(account))
                .findFirst()
                .orElseThrow()
                .name();
    }

    private static Locator.GetByRoleOptions named(String name) {
        return new Locator.GetByRoleOptions().setName(name).setExact(true);
    }
}
