package cn.gov.jiyuan.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** An item from the basic catalogue to the portal, through the hands of four people. */
class StewardJourneyTest extends OfficialsJourney {
    private String desk = "";

    @Test
    void anItemIsClaimedFilledInReviewedAndPublished() {
        try (Chromium chromium = new Chromium()) {
            at(chromium, "publisher", this::bringsInTheCatalogue);
            at(chromium, "steward", this::claimsAndFillsIn);
            at(chromium, "approver", page -> agrees(page, "部门初审通过", "已转法制审核"));
            at(chromium, "lawyer", page -> agrees(page, "法制审核通过", ""));
            at(chromium, "publisher", this::publishes);
            at(chromium, "steward", this::changesATerm);
        }
    }

    private void bringsInTheCatalogue(Page page) {
        open(page, "/items/desk");
        page.selectOption("select", "items.catalogue");
        page.setInputFiles(
                "input[type=file]",
                new FilePayload(
                        "基本目录.csv",
                        "text/csv",
                        "基本编码,事项名称,事项类型\n000131097000,户外广告设施备案,行政许可\n511Z07001006,旧编码的,行政许可\n"
                                .getBytes(StandardCharsets.UTF_8)));
        page.getByLabel("只检查，不导入").uncheck();
        button(page, "开始导入").click();
        assertThat(page.locator(".batches")).containsText("合格 1 行，有误 1 行");
        button(page, "看有误的行").click();
        assertThat(page.locator(".batches table")).containsText("旧地方编码");
        Chromium.screenshots(page, "steward-import");
    }

    private void claimsAndFillsIn(Page page) {
        open(page, "/items/desk");
        page.fill("input.find", "户外广告");
        page.keyboard().press("Enter");
        page.locator(".entries").getByText("户外广告设施备案").waitFor();
        button(page, "认领").click();
        assertThat(page.locator(".notice.warn")).containsText("处要补");
        Chromium.screenshots(page, "steward-shortfalls");
        desk = page.url().replaceAll(".*/workbench", "");
        basics(page);
        lists(page);
        page.fill("#at-effectiveFrom", "2022-09-26");
        page.fill("#at-note", "首次编制");
        page.keyboard().press("Control+s");
        assertThat(page.locator(".el-message").first()).containsText("已保存，可以提交审核");
        button(page, "提交审核").click();
        assertThat(page.locator(".page-head .tag").first()).containsText("部门初审");
    }

    private static void basics(Page page) {
        page.fill("#at-basics-summary", "在户外设置广告牌前办理备案。");
        page.fill("#at-basics-powerSource", "法定本级行使");
        page.getByLabel("企业法人").check();
        page.fill("#at-basics-resultName", "备案回执");
        page.fill("#at-terms-promise", "5");
        page.fill("#at-conditions", "设置场地合法\n不遮挡交通标志");
        page.fill("#at-contacts-enquiries", "12345");
        page.fill("#at-contacts-supervision", "12345");
        page.getByLabel("窗口", new Page.GetByLabelOptions().setExact(true)).check();
        page.fill("#at-topics-corporate", "其他");
        page.locator("#at-topics-corporate").blur();
    }

    private static void lists(Page page) {
        button(page, "增加材料").click();
        page.fill("#at-materials-0-name", "设置方案");
        button(page, "增加环节").click();
        page.fill("#at-steps-0-name", "申请");
        page.fill("#at-steps-0-who", "您");
        page.fill("#at-steps-0-what", "提交设置方案");
        button(page, "增加依据").click();
        page.fill("#at-legalBasis-0-law", "《城市市容和环境卫生管理条例》");
        page.fill("#at-legalBasis-0-text", "在城市中设置户外广告，应当经批准。");
        button(page, "增加地点").click();
        page.fill("#at-places-0-name", "政务服务中心综合窗口");
        Chromium.screenshots(page, "steward-editor");
    }

    private static void agrees(Page page, String label, String said) {
        open(page, "/");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("待我审核的事项"))
                .click();
        page.locator("table.grid").getByText("户外广告设施备案").click();
        page.getByLabel("审核意见").fill("同意" + said);
        button(page, label).click();
        page.waitForCondition(
                () -> !page.locator(".page-head .tag").first().innerText().contains(label.substring(0, 4)));
        if (label.startsWith("部门")) {
            Chromium.screenshots(page, "steward-review");
        }
    }

    private void publishes(Page page) {
        open(page, desk);
        assertThat(page.locator("main")).containsText("同意已转法制审核");
        button(page, "发布").click();
        assertThat(page.locator(".page-head .tag").first()).hasText("已发布");
        Chromium.screenshots(page, "steward-item");
        page.navigate(page.url().replaceAll("/workbench", ""));
        assertThat(page.locator("h1")).containsText("户外广告设施备案");
    }

    private void changesATerm(Page page) {
        open(page, desk.replaceAll("/versions/.*", ""));
        button(page, "编制新版本").click();
        assertThat(page).hasURL(Pattern.compile(".*/versions/2"));
        page.fill("#at-terms-promise", "25");
        button(page, "保存").click();
        assertThat(page.locator("#section-时限 .field-error")).containsText("20 个工作日");
        page.fill("#at-terms-promise", "3");
        page.fill("#at-note", "压缩承诺时限");
        button(page, "提交审核").click();
        page.locator(".page-head .tag").getByText("部门初审").waitFor();
        assertThat(page.locator("main"))
                .containsText(Pattern.compile("时限 › 承诺时限.*原来 5 个工作日.*现在 3 个工作日", Pattern.DOTALL));
        Chromium.screenshots(page, "steward-difference");
    }
}
