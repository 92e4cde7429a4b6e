package cn.gov.jiyuan.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.jiyuan.platform.hub.DataSession;
import cn.gov.jiyuan.platform.hub.Datasets;
import cn.gov.jiyuan.server.town.ServerTest;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** A steward brings in a table at the workbench: looks, defines, hands in, corrects what was rejected. */
class CollectingJourneyTest extends ServerTest {
    @TempDir
    Path folder;

    @Autowired
    private Datasets datasets;

    @Test
    void aStewardDefinesATaskHandsInAFileAndCorrectsARow() throws Exception {
        Path file = folder.resolve("从业人员.csv");
        StringBuilder rows = new StringBuilder("身份证号,姓名,健康证有效期\n");
        for (int i = 0; i < 30; i++) {
            rows.append("4190011980010100")
                    .append(10 + i)
                    .append(",从业者")
                    .append(i)
                    .append(i == 7 ? ",2022-02-30\n" : ",2023-05-01\n");
        }
        Files.write(file, rows.toString().getBytes(Charset.forName("GB18030")));
        try (Chromium chromium = new Chromium();
                BrowserContext steward = chromium.visitor(
                        site(), 1280, anOfficial("datasteward").browser().cookies())) {
            Page page = steward.newPage();
            page.setDefaultTimeout(60_000);
            defines(page, file);
            handsIn(page, file);
            page.locator("main a[href*='exchange.reject?batch=']").first().click();
            page.locator("main a[href*='exchange.reject/']").first().click();
            page.getByText("更正这一行").click();
            assertThat(page.locator("main")).containsText("没有这一天");
            Locator cell = page.getByLabel(Pattern.compile("健康证有效期"));
            assertThat(cell).hasValue("2022-02-30");
            Chromium.screenshots(page, "collect-correct");
            cell.fill("2023-02-28");
            page.getByText("更正并入库").click();
            page.getByText("已更正入库").first().waitFor();
        }
        try (DataSession session = datasets.open("landing.food_staff")) {
            assertThat(session.one("select count(*) as n from data").number("n"))
                    .isEqualTo(30);
            assertThat(session.one("select valid::varchar as day from data where name = '从业者7'")
                            .text("day"))
                    .isEqualTo("2023-02-28");
        }
    }

    private static void defines(Page page, Path file) {
        page.navigate("/workbench/exchange/tasks/new");
        page.getByLabel("任务名称").fill("食品从业人员健康证明");
        page.getByLabel("目标数据集").fill("landing.food_staff");
        page.locator("input[type=file]").setInputFiles(file);
        page.getByText("预览前 20 行").click();
        page.getByText("从业者7").waitFor();
        assertThat(page.getByLabel("身份证号 的目标列")).hasValue("id_no");
        assertThat(page.getByLabel("健康证有效期 的类型")).hasValue("DATE");
        assertThat(page.locator(".notice.warn")).containsText("第 9 行“2022-02-30”没有这一天");
        page.getByLabel("身份证号 是主键").check();
        page.getByLabel("健康证有效期 的目标列").fill("valid");
        Chromium.screenshots(page, "collect-define");
        page.getByText("建立任务").click();
        page.waitForURL("**/exchange/tasks/*-*");
    }

    private static void handsIn(Page page, Path file) {
        page.getByText("启用", new Page.GetByTextOptions().setExact(true)).click();
        page.getByText("确定启用").click();
        page.locator("input[type=file]").waitFor();
        page.locator("input[type=file]").setInputFiles(file);
        page.getByText("报送", new Page.GetByTextOptions().setExact(true)).click();
        page.getByText("收到 30 行，合格 29 行，拒收 1 行").waitFor(new Locator.WaitForOptions().setTimeout(120_000));
        Chromium.screenshots(page, "collect-task");
    }
}
