package cn.gov.jiyuan.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.jiyuan.platform.parties.DemoPopulation;
import cn.gov.jiyuan.platform.parties.Unit;
import cn.gov.jiyuan.server.town.ServerTest;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two web servers of other departments, as Debian ships them, let a citizen log in here; each way of leaving ends all. */
class OutsideClientJourneyTest extends ServerTest {
    private static final Pattern LOGIN = Pattern.compile(".*/login\\?next=.*");

    @Test
    void aCitizenLogsInAtTwoApachesAndOutOfBoth(@TempDir Path folder) throws Exception {
        try (Chromium chromium = new Chromium();
                Apache land = new Apache(folder.resolve("land"));
                Apache tax = new Apache(folder.resolve("tax"))) {
            isRegistered(chromium, land, "land-register");
            isRegistered(chromium, tax, "tax-office");
            try (BrowserContext citizen = chromium.visitor(site(), 1280)) {
                Page page = citizen.newPage();
                page.navigate(land.page());
                logsIn(page);
                Chromium.screenshots(page, "openid-consent");
                agrees(page);
                assertThat(page.locator("#name"))
                        .hasText(DemoPopulation.citizen(0).name());
                String sub = page.locator("#sub").textContent();
                page.navigate(tax.page());
                agrees(page);
                assertThat(page.locator("#sub").textContent()).isNotEqualTo(sub);

                page.navigate(land.page());
                assertThat(page.locator("#sub")).hasText(sub);
                page.navigate(site() + "/my/consents");
                assertThat(page.locator("main")).containsText("land-register 系统");
                Chromium.screenshots(page, "openid-consents");
                page.setViewportSize(1280, 900);
                page.getByRole(
                                AriaRole.BUTTON,
                                new Page.GetByRoleOptions().setName("退出").setExact(true))
                        .click();
                mustLogInAgain(page, land);
                mustLogInAgain(page, tax);

                logsIn(page);
                assertThat(page).hasURL(tax.page());
                page.navigate(land.page());
                assertThat(page.locator("#sub")).hasText(sub);
                page.navigate(tax.page());
                assertThat(page).hasTitle("app");
                page.navigate(land.redirectUri() + "?logout=" + land.goodbye());
                assertThat(page).hasURL(land.goodbye());
                mustLogInAgain(page, tax);
                page.navigate(site() + "/my");
                assertThat(page).hasURL(LOGIN);
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError(e.getMessage() + "\n" + land.log() + tax.log(), e);
            }
        }
    }

    private void isRegistered(Chromium chromium, Apache apache, String id) throws Exception {
        try (BrowserContext office =
                chromium.visitor(site(), 1280, anOfficial("admin").browser().cookies())) {
            Page page = office.newPage();
            page.navigate("/identity/clients/new");
            page.fill("#clientId", id);
            page.fill("#name", id + " 系统");
            page.selectOption("#unit", Unit.idOf("market").toString());
            page.fill("#redirectUris", apache.redirectUri());
            page.fill("#postLogoutUris", apache.goodbye());
            page.fill("#backchannelUri", apache.backchannelUri());
            Chromium.screenshots(page, "openid-register");
            page.setViewportSize(1280, 900);
            page.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("登记").setExact(true))
                    .click();
            String secret = page.locator("#secret").textContent();
            Chromium.screenshots(page, "openid-secret");
            apache.start(site(), id, secret);
        }
    }

    private static void logsIn(Page page) {
        assertThat(page).hasURL(LOGIN);
        page.fill("#name", "citizen");
        page.fill("#password", "Jiyuan-2026");
        page.locator("main").getByRole(AriaRole.BUTTON).first().click();
    }

    /** The browser follows the redirect to the other site only if the policy of our page allows it. */
    private static void agrees(Page page) {
        assertThat(page.locator("main h1")).containsText("请您同意提供以下信息");
        page.setViewportSize(1280, 900);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("同意并继续"))
                .click();
        assertThat(page).hasTitle("app");
    }

    /** The notice arrives within seconds; until then the other site still knows its visitor. */
    private static void mustLogInAgain(Page page, Apache apache) throws InterruptedException {
        for (int i = 0; i < 40; i++) {
            page.navigate(apache.page());
            if (LOGIN.matcher(page.url()).matches()) {
                return;
            }
            Thread.sleep(500);
        }
        assertThat(page).hasURL(LOGIN);
    }
}
