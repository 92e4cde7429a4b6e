package cn.gov.jiyuan.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import cn.gov.jiyuan.platform.parties.DemoPopulation;
import cn.gov.jiyuan.server.town.ServerTest;
import cn.gov.jiyuan.server.town.Upload;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.time.LocalDate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A citizen applies for himself, on an old phone whose browser runs no scripts. */
class CitizenJourneyTest extends ServerTest {
    private final int number = IntStream.range(60, 200)
            .filter(n -> DemoPopulation.citizen(n).idNumber().ageOn(LocalDate.of(2022, 9, 26)) >= 18)
            .filter(n -> n % 10 != 1)
            .findFirst()
            .orElseThrow();

    @Test
    void aCitizenTakesHisInsuranceAlong() {
        try (Chromium chromium = new Chromium();
                BrowserContext citizen = chromium.withoutScript(site())) {
            Page page = citizen.newPage();
            page.setViewportSize(390, 900);
            logsIn(page);
            answers(page);
            follows(page);
        }
    }

    private void logsIn(Page page) {
        page.navigate("/apply/" + item("社会保险关系转移") + "/start");
        assertThat(page).hasURL(Pattern.compile(".*/login\\?next=.*"));
        page.fill("#name", "citizen" + number);
        page.fill("#password", "Jiyuan-2026");
        page.locator("main form button").first().click();
        assertThat(page).hasURL(Pattern.compile(".*/start.*"));
        Chromium.screenshot(page, "citizen-1-start-390");
        page.getByText("开始填写").first().click();
    }

    private static void answers(Page page) {
        page.check("input[name=direction][value=in]");
        page.fill("#from", "郑州市");
        page.fill("#to", "济源市");
        Chromium.screenshot(page, "citizen-2-places-390");
        goOn(page, "insured");
        goOn(page, "contact");
        goOn(page, "attachments");
        if (page.locator("#idProof").count() > 0) {
            page.setInputFiles("#idProof", new FilePayload("身份证.png", "image/png", Upload.png(7)));
        }
        goOn(page, "declaration");
        page.check("#truthful");
        goOn(page, "check");
        assertThat(page.locator(".sheet .summary-list")).containsText("郑州市");
        Chromium.screenshot(page, "citizen-3-check-390");
        page.locator("form[action$='/submit'] button").click();
    }

    private static void goOn(Page page, String next) {
        page.locator(".actions .button").first().click();
        assertThat(page).hasURL(Pattern.compile(".*/" + next));
    }

    private static void follows(Page page) {
        assertThat(page.locator("h1")).hasText("已提交");
        Chromium.screenshot(page, "citizen-4-receipt-390");
        page.navigate(page.url().replace("/receipt", ""));
        assertThat(page.locator("main")).containsText("待受理");
        Chromium.screenshot(page, "citizen-5-matter-390");
    }
}
