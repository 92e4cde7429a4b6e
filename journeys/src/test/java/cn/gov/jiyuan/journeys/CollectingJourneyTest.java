package cn.gov.jiyuan.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.jiyuan.server.town.ServerTest;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A steward brings in a table at the workbench: looks, defines, hands in, corrects what was rejected. */
class CollectingJourneyTest extends ServerTest {
    @TempDir
    Path folder;

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
            page.navigate("/workbench/exchange/tasks/new");
            page.getByLabel("任务名称").fill("食品从业人员健康证明");
            page.getByLabel("目标数据集").fill("landing.food_staff");
            page.locator("input[type=file]").setInputFiles(file);
            page.getByText("预览前 20 行").click();
            page.getByText("从业者7").waitFor();
            assertThat(page.getByLabel("身份证号 的目标列").inputValue()).isEqualTo("id_no");
            page.getByLabel("身份证号 是主键").check();
            Chromium.screenshots(page, "collect-define");
            page.getByText("建立任务").click();
            page.waitForURL("**/exchange/tasks/*-*");
            page.getByText("启用", new Page.GetByTextOptions().setExact(true)).click();
            page.getByText("确定启用").click();
            page.locator("input[type=file]").waitFor();
            page.locator("input[type=file]").setInputFiles(file);
            page.getByText("报送", new Page.GetByTextOptions().setExact(true)).click();
            page.getByText("收到 30 行，合格 29 行，拒收 1 行").waitFor(new Locator.WaitForOptions().setTimeout(120_000));
            Chromium.screenshots(page, "collect-task");
            page.getByText("拒收行", new Page.GetByTextOptions().setExact(true))
                    .first()
                    .click();
            page.waitForLoadState(LoadState.NETWORKIDLE);
            Chromium.screenshots(page, "collect-rejects");
            String task = page.url();
            page.locator("main a[href*='exchange.reject/']").first().click();
            page.getByText("更正这一行").click();
            page.getByLabel(Pattern.compile("健康证有效期")).fill("2023-02-28");
            Chromium.screenshots(page, "collect-correct");
            page.getByText("更正并入库").click();
            page.getByText("已更正入库").first().waitFor();
            assertThat(task).contains("exchange.reject");
            assertThat(jdbc.sql("select count(*) from exchange.reject where state = 'CORRECTED' and task_id in"
                                    + " (select id from exchange.task where dataset = 'landing.food_staff')")
                            .query(Long.class)
                            .single())
                    .isEqualTo(1);
        }
    }
}
