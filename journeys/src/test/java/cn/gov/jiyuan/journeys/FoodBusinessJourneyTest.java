package cn.gov.jiyuan.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.jiyuan.platform.parties.DemoPopulation;
import cn.gov.jiyuan.server.town.Answer;
import cn.gov.jiyuan.server.town.Official;
import cn.gov.jiyuan.server.town.ServerTest;
import cn.gov.jiyuan.server.town.Upload;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** One matter from the search to the sealed licence, as the owner of a restaurant and the officials live through it. */
class FoodBusinessJourneyTest extends ServerTest {
    private final DemoPopulation.Firm firm = DemoPopulation.firm(0);

    @Test
    void anOwnerOpensARestaurant() {
        try (Chromium chromium = new Chromium();
                BrowserContext owner = chromium.visitor(site(), 1280)) {
            Page page = owner.newPage();
            AtomicReference<String> defect = new AtomicReference<>("");
            page.onPageError(defect::set);
            findsTheGuide(page);
            logsIn(page);
            applies(page);
            UUID matter = receives(page);
            theOfficialsHandle(matter);
            findsTheLicence(page, matter);
            anyoneVerifies(chromium, page, matter);
            rates(page, matter);
            assertThat(defect.get()).isEmpty();
        }
    }

    private void findsTheGuide(Page page) {
        page.navigate("/");
        Chromium.screenshots(page, "1-home");
        waitForTheIndex(page);
        page.navigate("/");
        page.fill("#q", "开饭店");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("搜索"))
                .click();
        Chromium.screenshots(page, "2-search");
        // The situation of life comes first, the item of it right after.
        page.locator("ol.results a").nth(1).click();
        assertThat(page.locator("h1")).containsText("食品经营许可");
        Chromium.screenshots(page, "3-guide");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("在线办理"))
                .first()
                .click();
        answersWhetherHeMay(page);
    }

    /** A few questions tell whether he may and what to bring, before he logs in. */
    private static void answersWhetherHeMay(Page page) {
        for (String answer : List.of("other", "yes", "yes", "no", "yes", "self")) {
            page.check("input[type=radio][value=" + answer + "]");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("继续"))
                    .click();
        }
        assertThat(page.locator("h1")).containsText("您可以申请");
        Chromium.screenshots(page, "3-check");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("在线办理"))
                .click();
    }

    /** The town put the item into force behind the back of the feed; the index follows by a moment. */
    private void waitForTheIndex(Page page) {
        anOfficial("admin").browser().call("POST", "/api/search/rebuilds", Map.of());
        for (int i = 0; i < 40; i++) {
            page.navigate("/search?q=开饭店");
            Locator second = page.locator("ol.results a").nth(1);
            if (second.count() > 0 && second.innerText().contains("食品经营许可")) {
                return;
            }
            page.waitForTimeout(500);
        }
        throw new AssertionError("“开饭店” does not find 食品经营许可 right after its situation but "
                + page.locator("ol.results a").allInnerTexts());
    }

    private void logsIn(Page page) {
        assertThat(page).hasURL(java.util.regex.Pattern.compile(".*/login\\?next=.*"));
        page.fill("#name", "owner");
        page.fill("#password", "Jiyuan-2026");
        Chromium.screenshot(page, "4-login-1280");
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("登录").setExact(true))
                .click();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("切换身份"))
                .click();
        page.getByText(firm.name(), new Page.GetByTextOptions().setExact(true))
                .first()
                .click();
        Chromium.screenshots(page, "5-capacity");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("使用这个身份"))
                .click();
        Chromium.screenshots(page, "6-start");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("开始填写"))
                .click();
    }

    private void applies(Page page) {
        org.assertj.core.api.Assertions.assertThat(page.inputValue("#name")).isEqualTo(firm.name());
        org.assertj.core.api.Assertions.assertThat(page.inputValue("#uscc"))
                .isEqualTo(firm.uscc().value());
        page.locator(".actions .button").click();
        assertThat(page.locator(".error-summary")).isVisible();
        Chromium.screenshots(page, "7-error-summary");
        choose(page, "subjectKind", "company");
        goOn(page, "premises");
        choose(page, "town", "419001001");
        page.fill("#premises", "宣化东街 100 号一楼东户");
        Chromium.screenshots(page, "8-premises");
        goOn(page, "business");
        choose(page, "businessKind", "catering");
        goOn(page, "catering");
        choose(page, "cateringScale", "restaurant");
        goOn(page, "items");
        choose(page, "items", "hot");
        choose(page, "items", "cold");
        goOn(page, "area");
        page.fill("#area", "120.5");
        choose(page, "kitchenInBasement", "false");
        goOn(page, "online");
        choose(page, "onlineBusiness", "false");
        goOn(page, "representative");
        org.assertj.core.api.Assertions.assertThat(page.inputValue("#representative"))
                .isEqualTo(firm.representative().name());
        goOn(page, "manager");
        page.fill("#manager", "李管理");
        page.fill("#managerPhone", "13803890001");
        goOn(page, "staff");
        goOn(page, "contact");
        goOn(page, "attachments");
        for (String field : List.of("subjectProof", "layout", "rules")) {
            if (page.locator("#" + field).count() > 0) {
                page.setInputFiles(
                        "#" + field, new FilePayload(field + ".png", "image/png", Upload.png(field.hashCode())));
            }
        }
        Chromium.screenshots(page, "9-attachments");
        goOn(page, "declaration");
        page.check("#truthful");
        page.check("#noRevocation");
        goOn(page, "check");
        assertThat(page.locator(".sheet .summary-list")).containsText("宣化东街 100 号一楼东户");
        Chromium.screenshots(page, "10-check");
    }

    private static void choose(Page page, String field, String value) {
        page.check("input[name='" + field + "'][value='" + value + "']");
    }

    private static void goOn(Page page, String next) {
        page.locator(".actions .button").click();
        assertThat(page).hasURL(java.util.regex.Pattern.compile(".*/" + next));
    }

    private UUID receives(Page page) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("确认提交"))
                .click();
        assertThat(page.locator("h1")).hasText("已提交");
        Chromium.screenshots(page, "11-receipt");
        String number = page.locator(".receipt .big").first().innerText();
        String code = page.locator(".receipt .big").last().innerText();
        UUID matter = UUID.fromString(page.url().replaceAll(".*/my/matters/([0-9a-f-]{36})/receipt", "$1"));
        page.navigate("/progress");
        page.fill("#number", number);
        page.fill("#code", code);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("查询"))
                .click();
        assertThat(page.locator("main")).containsText("待受理");
        Chromium.screenshots(page, "12-progress");
        return matter;
    }

    /** The officials' steps go through the calls of the workbench, in the session of each official. */
    private void theOfficialsHandle(UUID matter) {
        Official clerk = aClerk();
        Official reviewer = aReviewer();
        Official approver = anApprover();
        clock.set("2022-09-27T10:00");
        clerk.does(matter, "accept", "材料齐全");
        clock.set("2022-09-28T10:00");
        reviewer.does(matter, "review", "符合条件");
        approver.does(matter, "grant", "准予许可");
        approver.does(matter, "issue", "签发");
        clerk.does(matter, "deliver", "电子送达");
        JsonNode file = clerk.opens(matter);
        org.assertj.core.api.Assertions.assertThat(file.at("/matter/state").asString())
                .isEqualTo("delivered");
        org.assertj.core.api.Assertions.assertThat(file.path("evidence").toString())
                .contains("受理通知书", "准予行政许可决定书", "食品经营许可证");
    }

    private void findsTheLicence(Page page, UUID matter) {
        page.navigate("/my/matters/" + matter);
        assertThat(page.locator("main")).containsText("已送达");
        Chromium.screenshots(page, "13-matter");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("查看证照"))
                .click();
        assertThat(page.locator("h1")).containsText("食品经营许可证");
        assertThat(page.locator(".summary-list")).containsText(firm.name());
        Chromium.screenshots(page, "14-licence");
    }

    private void anyoneVerifies(Chromium chromium, Page page, UUID matter) {
        String licence = page.url();
        byte[] pdf = page.request().get(licence + "/pdf").body();
        org.assertj.core.api.Assertions.assertThat(new String(pdf, 0, 5, java.nio.charset.StandardCharsets.US_ASCII))
                .isEqualTo("%PDF-");
        byte[] ofd = page.request().get(licence + "/ofd").body();
        try (BrowserContext anyone = chromium.visitor(site(), 1280)) {
            Page verify = anyone.newPage();
            verify.navigate("/verify");
            verify.setInputFiles("#file", new FilePayload("licence.ofd", "application/ofd", ofd));
            verify.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("核验文件"))
                    .click();
            assertThat(verify.locator("main")).containsText(firm.name());
            Chromium.screenshots(verify, "15-verify");
            org.assertj.core.api.Assertions.assertThat(verify.locator("main").innerText())
                    .contains("有效")
                    .doesNotContain("不能确认");
        }
        Answer stranger = aVisitor().get("/licences/" + licence.replaceAll(".*/", "") + "/pdf");
        org.assertj.core.api.Assertions.assertThat(stranger.path()).startsWith("/login");
    }

    private void rates(Page page, UUID matter) {
        page.navigate("/my/matters/" + matter + "/rate");
        page.check("#degree-1");
        Chromium.screenshots(page, "16-rate");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("提交评价"))
                .click();
        assertThat(page.locator("h1")).hasText("评价已提交");
    }
}
