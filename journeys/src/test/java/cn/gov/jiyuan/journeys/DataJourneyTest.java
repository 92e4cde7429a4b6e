package cn.gov.jiyuan.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.platform.hub.DataColumn;
import cn.gov.jiyuan.platform.hub.DataType;
import cn.gov.jiyuan.platform.hub.Dataset;
import cn.gov.jiyuan.platform.hub.Datasets;
import cn.gov.jiyuan.platform.hub.Landing;
import cn.gov.jiyuan.platform.parties.DemoPopulation;
import cn.gov.jiyuan.scenario.Scenario;
import cn.gov.jiyuan.server.town.Answer;
import cn.gov.jiyuan.server.town.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/**
 * Data on their way through the city, by the hands of six officials: 民政局 puts them in the catalogue, 卫健委 asks for them
 * and calls, and what other departments know better is corrected where it comes from.
 */
class DataJourneyTest extends OfficialsJourney {
    private static final String NAME = "老年人居住状况";
    private static final String ELDERS = "journey.elders";
    private static final String ITEM = "person.living";
    private static final String PURPOSE = "家庭医生上门巡访前核实是否独居";
    private static final DemoPopulation.Citizen ELDER = DemoPopulation.citizen(5);

    @Autowired
    private Datasets hub;

    private String resource = "";
    private String code = "";
    private String request = "";
    private String ticket = "";

    @Test
    @Scenario(
            value = "E3",
            note = "独居标签（S39）、按标签派单（S24）、成果评估和标签自动撤销尚未建设，未覆盖；编目、挂接、申请、第 10 个工作日答复、授权、调用、校核、更正和可信值更新已验证。可信值没有页面，经接口查看。")
    void dataAreCataloguedAskedForAnsweredCalledAndCorrectedAtTheirSource() {
        civilAffairsKeeps("独居", LocalDate.of(2021, 5, 1), 1);
        try (Chromium chromium = new Chromium()) {
            at(chromium, "civil-data", this::compiles);
            at(chromium, "civil-reviewer", page -> reviews(page, "保密审查通过", "部门审核"));
            at(chromium, "civil-approver", page -> reviews(page, "部门审核通过", "主管部门审核"));
            at(chromium, "datamanager", page -> reviews(page, "审核通过，发布", "已发布"));
            isListed();
            at(chromium, "health-data", this::asks);
            at(chromium, "health-approver", page -> handles(page, "同意提交", "规范性审查"));
            at(chromium, "datamanager", page -> handles(page, "转提供部门审核", "提供部门审核"));
            theTenthWorkdayComes();
            at(chromium, "civil-data", this::answers);
            at(chromium, "datamanager", page -> handles(page, "开通授权", "使用中"));
            at(chromium, "health-data", this::takesTheKeyAndCalls);
            sourcesDisagree();
            at(chromium, "civil-data", this::verifies);
            civilAffairsKeeps("与子女同住", LocalDate.of(2022, 9, 1), 2);
            at(chromium, "civil-data", this::isDone);
        }
    }

    // ---- catalogue

    private void compiles(Page page) {
        open(page, "/catalogue/desk");
        page.getByLabel("信息资源名称").fill(NAME);
        page.selectOption("section[aria-labelledby=make-title] select", "307009");
        button(page, "新建").click();
        page.waitForURL("**/catalogue/*-*");
        resource = page.url().replaceAll(".*/", "");
        page.fill("#r-summary", "民政部门在高龄津贴和养老服务中登记的老年人居住状况，供各部门核实是否独居。");
        page.selectOption("#r-format", "DATABASE");
        page.selectOption("#r-cycle", "MONTHLY");
        page.selectOption("#r-sharing", "CONDITIONAL");
        page.selectOption("#r-mode", "PLATFORM_API");
        page.selectOption("#r-open", "NONE");
        item(page, 1, "证件号码", "id_no", true);
        page.getByLabel("第 1 项是主键").check();
        item(page, 2, "姓名", "name", true);
        item(page, 3, "居住状况", "living", false);
        page.keyboard().press("Control+s");
        assertThat(page.locator(".notice.warn").first()).containsText("共享条件");
        Chromium.screenshots(page, "data-editor");
        page.fill("#r-condition", "用于为老年人提供服务");
        button(page, "保存").click();
        assertThat(page.locator(".el-message").last()).containsText("可以提交审查");
        mounts(page);
        does(page, "提交审查");
        assertThat(state(page)).hasText("部门保密审查");
        code = page.locator(".page-head .num").innerText();
    }

    private static void item(Page page, int number, String title, String name, boolean personal) {
        button(page, "增加一个信息项").click();
        page.getByLabel("第 " + number + " 项名称").fill(title);
        page.getByLabel("第 " + number + " 项英文名").fill(name);
        if (personal) {
            page.getByLabel("第 " + number + " 项是个人信息").check();
        }
    }

    private static void mounts(Page page) {
        button(page, "选择数据集").click();
        page.selectOption("section[aria-labelledby=mount-title] select", ELDERS);
        button(page, "挂接").click();
        assertThat(page.locator("section[aria-labelledby=mount-title]")).containsText("登记日期");
        Chromium.screenshots(page, "data-mount-differs");
        button(page, "增加一个信息项").click();
        page.getByLabel("第 4 项名称").fill("登记日期");
        page.getByLabel("第 4 项英文名").fill("as_of");
        page.getByLabel("第 4 项数据类型").selectOption("D");
        button(page, "保存").click();
        assertThat(page.locator("section[aria-labelledby=mount-title] .tag").first())
                .hasText("逐列一致");
    }

    private void reviews(Page page, String action, String next) {
        open(page, "/catalogue/" + resource);
        does(page, action);
        assertThat(state(page)).hasText(next);
        if (next.equals("已发布")) {
            Chromium.screenshots(page, "data-resource");
        }
    }

    private void isListed() {
        awaits("health-data", "exchange.directory?code=" + code);
    }

    // ---- sharing

    private void asks(Page page) {
        open(page, "/records/exchange.directory?code=" + code);
        link(page, NAME).first().click();
        link(page, "申请使用").click();
        page.locator("#share-purpose").waitFor();
        for (String item : new String[] {"证件号码", "姓名", "居住状况"}) {
            page.locator("label.tick", new Page.LocatorOptions().setHasText(item))
                    .locator("input")
                    .check();
        }
        page.fill("#share-purpose", PURPOSE);
        page.fill("#share-scene", "家庭医生签约服务");
        page.fill("#share-basis", "《中华人民共和国基本医疗卫生与健康促进法》第三十一条");
        page.fill("#share-until", "2023-09-30");
        Chromium.screenshots(page, "data-request-form");
        button(page, "提交本部门审核").click();
        page.waitForURL(Pattern.compile(".*/exchange/requests/[0-9a-f-]{36}$"));
        request = page.url().replaceAll(".*/", "");
        assertThat(page.locator("main")).containsText(PURPOSE);
    }

    private void handles(Page page, String action, String next) {
        open(page, "/exchange/requests/" + request);
        link(page, "办理").click();
        does(page, action);
        assertThat(state(page)).hasText(next);
        assertThat(link(page, "查看全部内容")).isVisible();
    }

    private void theTenthWorkdayComes() {
        for (String day : new String[] {"2022-10-08T10:00", "2022-10-11T10:00", "2022-10-13T16:00"}) {
            clock.set(day);
            recurs("exchange.sharing-sweep");
        }
    }

    private void answers(Page page) {
        open(page, "/exchange/requests/" + request);
        assertThat(page.locator("main")).containsText("时限第 10 个工作日");
        page.locator("main tbody tr", new Page.LocatorOptions().setHasText("姓名"))
                .locator("input[type=checkbox]")
                .uncheck();
        page.getByLabel("不同意姓名的理由").fill("核实居住状况不需要姓名");
        page.getByLabel("证件号码的脱敏方式").selectOption("ID_NUMBER");
        page.getByLabel("居住状况的脱敏方式").selectOption("");
        Chromium.screenshots(page, "data-request-answer");
        button(page, "保存逐项答复").click();
        assertThat(page.locator(".el-message").last()).containsText("逐项答复已保存");
        link(page, "办理").click();
        does(page, "同意共享");
        assertThat(state(page)).hasText("待授权");
        assertThat(page.locator("main")).not().containsText("逾期未答复");
    }

    private void takesTheKeyAndCalls(Page page) {
        open(page, "/exchange/requests/" + request);
        assertThat(page.locator("main")).containsText("还没有调通过");
        button(page, "领取签名密钥").click();
        String secret = page.locator("code.secret").innerText();
        Chromium.screenshots(page, "data-request-granted");
        String key = page.locator("section[aria-labelledby=grant-title] code")
                .first()
                .innerText();
        Answer answer = new CallingProgram(key, secret)
                .calls(
                        aVisitor(),
                        "/api/share/v1/" + code.replace('/', '-') + "/query",
                        clock.millis(),
                        Map.of(
                                "conditions",
                                Map.of("id_no", ELDER.idNumber().value()),
                                "purpose",
                                PURPOSE,
                                "operator",
                                "签约医生"));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().at("/rows/0/living").asString()).isEqualTo("独居");
        assertThat(answer.body())
                .doesNotContain(ELDER.name())
                .doesNotContain(ELDER.idNumber().value());
        open(page, "/exchange/requests/" + request);
        assertThat(state(page)).hasText("使用中");
        assertThat(page.locator("main")).containsText("首次调通");
    }

    // ---- what others know better

    private void sourcesDisagree() {
        for (String unit : new String[] {"police", "health"}) {
            keeps("journey." + unit + "_home", unit, "与子女同住", LocalDate.of(2022, 8, 1), 1);
        }
        manages(
                "",
                Map.of(
                        "item",
                        ITEM,
                        "title",
                        "居住状况",
                        "basis",
                        "老年人权益保障法第三十条",
                        "validFrom",
                        "2022-01-01",
                        "source",
                        told(ELDERS)));
        for (String unit : new String[] {"police", "health"}) {
            manages("/" + ITEM + "/witnesses", told("journey." + unit + "_home"));
        }
        manages("/" + ITEM + "/runs", Map.of());
        awaits("civil-data", "stewardship.finding?state=verifying&item=" + ITEM);
        JsonNode golden = golden();
        assertThat(golden.path("label").asString()).isEqualTo("独居");
        assertThat(golden.path("conflict").asBoolean()).isTrue();
        assertThat(golden.path("trusted").asBoolean()).isFalse();
    }

    private void verifies(Page page) {
        open(page, "/records/stewardship.finding?item=" + ITEM);
        page.locator("main a[href*='stewardship.finding/']").first().click();
        page.locator("main .pairs").waitFor();
        assertThat(page.locator("main")).not().containsText(ELDER.idNumber().value());
        link(page, "工单的办理").click();
        takes(page);
        does(page, "来源对");
        takes(page);
        Chromium.screenshots(page, "data-ticket");
        does(page, "报告已更正");
        assertThat(state(page)).hasText("待复核");
        ticket = page.url().replaceAll(".*/workbench", "");
    }

    private void isDone(Page page) {
        awaits("civil-data", "stewardship.finding?state=closed&item=" + ITEM);
        open(page, ticket);
        assertThat(state(page)).hasText("已办结");
        JsonNode golden = golden();
        assertThat(golden.path("label").asString()).isEqualTo("与子女同住");
        assertThat(golden.path("conflict").asBoolean()).isFalse();
        open(page, "/stewardship/quality/" + ELDERS);
        button(page, "起草规则").click();
        page.locator("#quality-title").fill("居住状况不为空");
        page.locator("#quality-columns").selectOption("living");
        Chromium.screenshots(page, "data-quality");
        button(page, "提交批准").click();
        assertThat(page.locator(".el-message").last()).containsText("由其他人批准后生效");
    }

    private JsonNode golden() {
        Answer answer = someoneAs("civil-data")
                .call(
                        "POST",
                        "/api/stewardship/items/" + ITEM + "/golden",
                        Map.of("subject", ELDER.idNumber().value(), "purpose", "核实校核工单中的居住状况"));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private void manages(String path, Map<String, Object> body) {
        Answer answer = someoneAs("datamanager").call("POST", "/api/stewardship/items" + path, body);
        assertThat(answer.status()).as(answer.body()).isBetween(200, 204);
    }

    private static Map<String, Object> told(String dataset) {
        return Map.of("dataset", dataset, "keyColumn", "id_no", "valueColumn", "living", "asOfColumn", "as_of");
    }

    // ---- the hub

    private void civilAffairsKeeps(String living, LocalDate asOf, int batch) {
        keeps(ELDERS, "civil", living, asOf, batch);
    }

    private void keeps(String dataset, String unit, String living, LocalDate asOf, int batch) {
        if (batch == 1) {
            hub.declare(
                    Actor.SYSTEM,
                    new Dataset(
                            dataset,
                            unit.equals("civil") ? "老年人登记" : "居住登记",
                            unit,
                            List.of(
                                    DataColumn.of("id_no", "证件号码", DataType.TEXT)
                                            .ofPersons(),
                                    DataColumn.of("name", "姓名", DataType.TEXT).ofPersons(),
                                    DataColumn.of("living", "居住状况", DataType.TEXT),
                                    DataColumn.of("as_of", "登记日期", DataType.DATE)),
                            List.of("id_no"),
                            1));
        }
        try (Landing landing = hub.land(Actor.SYSTEM, dataset, "journey-" + batch, Landing.Mode.REPLACE)) {
            for (int i = 0; i < 20; i++) {
                DemoPopulation.Citizen person = DemoPopulation.citizen(i);
                boolean elder = person.id().equals(ELDER.id());
                landing.row(
                        person.idNumber().value(),
                        person.name(),
                        elder ? living : "与配偶同住",
                        elder ? asOf : LocalDate.of(2021, 5, 1));
            }
            landing.commit();
        }
    }

    // ---- the pages

    private static void takes(Page page) {
        page.locator(".menu")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("签收"))
                .click();
        assertThat(page.locator(".menu").getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("签收")))
                .hasCount(0);
    }

    /** Chooses an action, gives a reason and an opinion where they are asked for, and confirms. */
    private static void does(Page page, String action) {
        Locator bar = page.locator(".bar");
        Locator.GetByRoleOptions exact = new Locator.GetByRoleOptions().setExact(true);
        bar.getByRole(AriaRole.BUTTON, exact.setName(action)).click();
        bar.locator(".panel").waitFor();
        if (bar.locator("#reason").isVisible()) {
            bar.locator("#reason").fill("已向本人和子女电话核实");
        }
        bar.locator("#opinion").fill("情况属实");
        bar.getByRole(AriaRole.BUTTON, exact.setName("确认" + action)).click();
        Locator asked = dialogButton(page, "确认" + action);
        page.waitForCondition(() -> asked.isVisible() || !bar.locator(".panel").isVisible());
        if (asked.isVisible()) {
            asked.click();
        }
        bar.locator(".panel").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
    }

    private static Locator state(Page page) {
        return page.locator(".page-head .tag").first();
    }

    /** Looks at a list until it has one row. */
    private void awaits(String account, String list) {
        Browser browser = someoneAs(account);
        for (int tries = 0; tries < 150; tries++) {
            if (browser.getJson("/api/records/" + list).json().path("rows").size() == 1) {
                return;
            }
            try {
                Thread.sleep(200);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        throw new AssertionError("nothing came in " + list);
    }
}
