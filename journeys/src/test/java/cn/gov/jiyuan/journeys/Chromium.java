package cn.gov.jiyuan.journeys;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.Cookie;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The browser of the journeys. */
final class Chromium implements AutoCloseable {
    private static final Path PROGRAM = Path.of("/usr/bin/chromium");
    private static final Path SCREENSHOTS = Path.of("target/screenshots");
    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright;
    private final Browser browser;

    Chromium() {
        if (!Files.isExecutable(PROGRAM)) {
            throw new IllegalStateException(
                    "The journeys need " + PROGRAM + ": install it with “apt-get install chromium fonts-noto-cjk”.");
        }
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(PROGRAM)
                        .setChromiumSandbox(false)
                        .setArgs(FLAGS));
    }

    /** Somebody who has not been here before. */
    BrowserContext visitor(URI site, int width) {
        return browser.newContext(new Browser.NewContextOptions()
                .setBaseURL(site.toString())
                .setLocale("zh-CN")
                .setViewportSize(width, 900));
    }

    /** Somebody with these cookies. */
    BrowserContext visitor(URI site, int width, Map<String, String> cookies) {
        BrowserContext context = visitor(site, width);
        context.addCookies(cookies.entrySet().stream()
                .map(cookie -> new Cookie(cookie.getKey(), cookie.getValue()).setUrl(site.toString()))
                .toList());
        return context;
    }

    /** Somebody whose browser runs no scripts. */
    BrowserContext withoutScript(URI site) {
        return browser.newContext(new Browser.NewContextOptions()
                .setBaseURL(site.toString())
                .setLocale("zh-CN")
                .setJavaScriptEnabled(false));
    }

    static void screenshot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SCREENSHOTS.resolve(name + ".png"))
                .setFullPage(true));
    }

    /** The same page wide and narrow. */
    static void screenshots(Page page, String name) {
        for (int width : new int[] {390, 1280}) {
            page.setViewportSize(width, 900);
            screenshot(page, name + "-" + width);
        }
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
