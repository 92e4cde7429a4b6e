package cn.gov.jiyuan.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.jiyuan.server.town.Answer;
import cn.gov.jiyuan.server.town.Applicant;
import cn.gov.jiyuan.server.town.Neighbour;
import cn.gov.jiyuan.server.town.ServerTest;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Axe finds nothing serious on any page of the portal and the workbench, however the visitor reads it. */
class AccessibilityTest extends ServerTest {
    private static final Set<String> SERIOUS = Set.of("serious", "critical");
    private static final List<String> QUESTIONS = List.of(
            "subject",
            "premises",
            "business",
            "catering",
            "items",
            "area",
            "online",
            "representative",
            "manager",
            "staff",
            "contact",
            "attachments",
            "declaration",
            "check");

    @ParameterizedTest(name = "{0}")
    @CsvSource({"normal, 1280, m", "elder, 1280, me", "contrast, 1280, mc", "narrow, 390, m"})
    void noPageHasASeriousBarrier(String mode, int width, String reading) {
        Applicant owner = anEnterpriseOwner();
        UUID application = owner.starts();
        owner.answersUpTo(application, "");
        UUID matter = owner.applies();
        List<String> barriers = new ArrayList<>();
        try (Chromium chromium = new Chromium()) {
            try (BrowserContext anyone = chromium.visitor(site(), width, Map.of("reading", reading))) {
                Page page = anyone.newPage();
                publicPages().forEach(path -> check(page, path, barriers));
            }
            Map<String, String> cookies = new HashMap<>(owner.browser().cookies());
            cookies.put("reading", reading);
            try (BrowserContext applicant = chromium.visitor(site(), width, cookies)) {
                Page page = applicant.newPage();
                ownPages(application, matter).forEach(path -> check(page, path, barriers));
                withErrors(page, application, barriers);
                page.navigate("/apply/" + application + "/premises");
                Chromium.screenshot(page, "reading-" + mode);
            }
            actingForOthers(chromium, width, reading, barriers);
            afterDelivery(chromium, width, reading, owner, barriers);
            registers(chromium, width, reading, barriers);
            workbench(chromium, width, reading, matter, barriers);
        }
        assertThat(barriers).isEmpty();
    }

    /** Granting, being granted, asking to be renewed, and claiming a child; the forms also with their errors. */
    private void actingForOthers(Chromium chromium, int width, String reading, List<String> barriers) {
        Neighbour agent = aNeighbour(46);
        Answer granted = aNeighbour(47).grants(agent, null, "2022-09-26", "2022-12-31");
        Map<String, String> cookies = new HashMap<>(agent.browser().cookies());
        cookies.put("reading", reading);
        try (BrowserContext somebody = chromium.visitor(site(), width, cookies)) {
            Page page = somebody.newPage();
            List.of(granted.path(), "/identity/delegations/new", "/identity/guardianships/new")
                    .forEach(path -> check(page, path, barriers));
            page.locator(".actions .button").click();
            assertThat(page.locator(".error-summary").count()).isEqualTo(1);
            judge(page, "claim without anything", barriers);
        }
    }

    /** The licence, and the rating of what was delivered. */
    private void afterDelivery(Chromium chromium, int width, String reading, Applicant owner, List<String> barriers) {
        UUID matter = owner.applies();
        aClerk().does(matter, "accept", "材料齐全");
        aReviewer().does(matter, "review", "符合条件");
        anApprover().does(matter, "grant", "准予许可");
        anApprover().does(matter, "issue", "签发");
        aClerk().does(matter, "deliver", "电子送达");
        try (BrowserContext applicant =
                chromium.visitor(site(), width, read(owner.browser().cookies(), reading))) {
            Page page = applicant.newPage();
            check(page, "/my/matters/" + matter + "/rate", barriers);
            check(page, "/my/matters/" + matter, barriers);
            page.getByText("查看证照").first().click();
            page.waitForURL("**/licences/**");
            check(page, barriers);
        }
    }

    /** Pages of the portal by which officials keep clients and posts. */
    private void registers(Chromium chromium, int width, String reading, List<String> barriers) {
        Map.of("admin", "/identity/clients/new", "personnel", "/identity/posts/enter")
                .forEach((account, path) -> {
                    Map<String, String> cookies = anOfficial(account).browser().cookies();
                    try (BrowserContext official = chromium.visitor(site(), width, read(cookies, reading))) {
                        check(official.newPage(), path, barriers);
                    }
                });
    }

    private static Map<String, String> read(Map<String, String> cookies, String reading) {
        Map<String, String> all = new HashMap<>(cookies);
        all.put("reading", reading);
        return all;
    }

    /** Every page of the workbench, seen by whom it is for, with the panel of an action open on one. */
    private void workbench(Chromium chromium, int width, String reading, UUID matter, List<String> barriers) {
        Map<String, List<String>> pages = Map.of(
                "clerk2",
                List.of(
                        "/",
                        "/inbox",
                        "/inbox?view=claimable&due=today",
                        "/cases/" + matter,
                        "/records/onestop.matter",
                        "/search?q=食品",
                        "/messages",
                        "/jobs",
                        "/nowhere"),
                "steward",
                List.of(
                        "/items/desk",
                        "/catalogue/desk",
                        "/records/items.item",
                        "/items/" + foodBusinessLicence(),
                        "/items/" + foodBusinessLicence() + "/versions/1",
                        "/records/parties.unit"),
                "overseer",
                List.of("/audit", "/rules", "/scores", "/ratings", "/figures"),
                "admin",
                List.of("/records/identity.client", "/records/identity.client-event"),
                "clerk",
                List.of("/intake"),
                "personnel",
                List.of("/records/parties.post"),
                "datasteward",
                List.of(
                        "/exchange/tasks/new",
                        "/records/exchange.task",
                        "/records/exchange.batch",
                        "/records/exchange.directory",
                        "/records/exchange.demand",
                        "/exchange/demands/new",
                        "/records/stewardship.order",
                        "/records/stewardship.rule",
                        "/records/stewardship.dataset"),
                "datamanager",
                List.of("/themes", "/themes/service?figure=volume", "/themes/lab", "/themes/views"));
        pages.forEach((account, paths) -> {
            Map<String, String> cookies =
                    new HashMap<>(anOfficial(account).browser().cookies());
            cookies.put("reading", reading);
            try (BrowserContext official = chromium.visitor(site(), width, cookies)) {
                Page page = official.newPage();
                for (String path : paths) {
                    settle(page, "/workbench" + path);
                    check(page, barriers);
                }
                if (account.equals("clerk2")) {
                    settle(page, "/workbench/cases/" + matter);
                    page.locator(".offers button").first().click();
                    page.locator(".panel").waitFor();
                    check(page, barriers);
                }
            }
        });
    }

    /** The workbench draws after it has asked; what it shows then is what counts. */
    private static void settle(Page page, String path) {
        page.navigate(path);
        page.locator("#main h1").first().waitFor();
        page.waitForLoadState(LoadState.NETWORKIDLE);
    }

    private List<String> publicPages() {
        String item = foodBusinessLicence();
        return List.of(
                "/",
                "/search?q=开饭店",
                "/search?q=没有这样的词",
                "/items",
                "/items/" + item,
                "/items/" + item + "/versions/1",
                "/items/" + item + "/check",
                "/items/" + item + "/check?asked=e.goods",
                "/items/" + item + "/check?e.goods=prepacked",
                "/items/" + item + "/check?e.goods=other&e.place=yes&e.subject=yes&e.banned=no",
                "/items/" + item
                        + "/check?e.goods=other&e.place=yes&e.subject=yes&e.banned=no&s.making=no&s.applicant=self",
                "/people",
                "/firms",
                "/items?for=enterprise&here=true",
                "/items?q=没有这样的词",
                "/items/actual",
                "/events/restaurant",
                "/departments/market",
                "/transparency/onestop.one-net",
                "/open",
                "/open/datasets",
                "/open/datasets?q=没有这样的词",
                "/open/datasets/jy-figures-01",
                "/open/datasets/jy-figures-03",
                "/open/datasets/jy-figures-18",
                "/open/datasets/jy-figures-01/correct",
                "/open/developers",
                "/open/wishes",
                "/open/reuse",
                "/open/products",
                "/open/statistics",
                "/conformance",
                "/conformance/scenarios",
                "/ratings",
                "/help",
                "/sitemap",
                "/progress",
                "/verify",
                "/tools/deadline",
                "/tools/deadline?start=2022-09-29&amount=5&unit=WORKDAY",
                "/tools/codes",
                "/accessibility",
                "/login",
                "/register",
                "/password",
                "/reactivate",
                "/nowhere");
    }

    private List<String> ownPages(UUID application, UUID matter) {
        List<String> pages = new ArrayList<>(List.of(
                "/my",
                "/my?show=todo",
                "/my/messages",
                "/my/data-uses",
                "/my/consents",
                "/identity/capacity",
                "/identity/account",
                "/identity/account/password",
                "/identity/account/authenticator",
                "/identity/level?need=4",
                "/identity/level",
                "/identity/delegations",
                "/identity/enterprises",
                "/identity/enterprises/new",
                "/identity/guardianships",
                "/apply/" + foodBusinessLicence() + "/start?situation=S01",
                "/my/matters/" + matter,
                "/my/matters/" + matter + "/receipt"));
        QUESTIONS.forEach(question -> pages.add("/apply/" + application + "/" + question));
        return pages;
    }

    private static void withErrors(Page page, UUID application, List<String> barriers) {
        page.navigate("/apply/" + application + "/premises");
        page.fill("#premises", "");
        page.locator(".actions .button").click();
        assertThat(page.locator(".error-summary").count()).isEqualTo(1);
        judge(page, "error summary", barriers);
    }

    private static void check(Page page, String path, List<String> barriers) {
        page.navigate(path);
        boolean reached = page.url().endsWith(path) || path.contains("?");
        if (!reached) {
            barriers.add(path + " led to " + page.url());
        }
        check(page, barriers);
    }

    private static void check(Page page, List<String> barriers) {
        judge(page, page.url(), barriers);
        boolean scrolls = (Boolean)
                page.evaluate("() => document.documentElement.scrollWidth > document.documentElement.clientWidth + 1");
        if (scrolls) {
            barriers.add(page.url() + ": scrolls sideways at " + page.viewportSize().width + " px");
        }
    }

    private static void judge(Page page, String where, List<String> barriers) {
        for (Rule rule : new AxeBuilder(page).setLegacyMode(true).analyze().getViolations()) {
            if (SERIOUS.contains(rule.getImpact())) {
                barriers.add(where + ": " + rule.getId() + " (" + rule.getImpact() + ") "
                        + rule.getNodes().stream()
                                .limit(3)
                                .map(node -> node.getTarget() + " " + node.getHtml())
                                .collect(Collectors.joining("; ")));
            }
        }
    }
}
