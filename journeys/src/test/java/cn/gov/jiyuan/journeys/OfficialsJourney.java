package cn.gov.jiyuan.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.jiyuan.server.town.ServerTest;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import java.util.ArrayList;
import java.util.List;

/** People at the workbench, one after the other in one browser. */
abstract class OfficialsJourney extends ServerTest {
    private final List<String> defects = new ArrayList<>();

    /** What somebody does there. */
    interface Work {
        void on(Page page);
    }

    final void at(Chromium chromium, String account, Work work) {
        try (BrowserContext context =
                chromium.visitor(site(), 1280, anOfficial(account).browser().cookies())) {
            Page page = context.newPage();
            page.onPageError(defects::add);
            page.onDialog(dialog -> dialog.accept());
            work.on(page);
        }
        assertThat(defects).as("errors on the pages of " + account).isEmpty();
    }

    static void open(Page page, String path) {
        page.navigate("/workbench" + path);
        page.locator("#main h1").first().waitFor();
        page.waitForLoadState(LoadState.NETWORKIDLE);
    }

    static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    static Locator link(Page page, String name) {
        return page.locator("main").getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(name));
    }

    static Locator dialogButton(Page page, String name) {
        return page.getByRole(AriaRole.DIALOG)
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true));
    }
}
