package cn.gov.jiyuan.server;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.platform.hub.DataColumn;
import cn.gov.jiyuan.platform.hub.DataType;
import cn.gov.jiyuan.platform.hub.Dataset;
import cn.gov.jiyuan.platform.hub.Datasets;
import cn.gov.jiyuan.platform.hub.Landing;
import cn.gov.jiyuan.server.town.Answer;
import cn.gov.jiyuan.server.town.Browser;
import cn.gov.jiyuan.server.town.ServerTest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** The registers of data stewards as their pages show them: sources of items, pairs, scores, trends, demands. */
class StewardRegistersTest extends ServerTest {
    private static final String ITEMS = "/api/stewardship/items";

    @Autowired
    private Datasets hub;

    @Test
    void aDepartmentAsksToBeTheSourceAndTheDecisionEndsTheOneBefore() {
        keeps("registers.health_degrees", "health", "学历");
        keeps("registers.labour_degrees", "labour", "学历");
        Browser manager = someoneAs("datamanager");
        Answer appointed = manager.call("POST", ITEMS, wanted("registers.health_degrees", "2022-01-01", ""));
        assertThat(appointed.status()).as(appointed.body()).isEqualTo(200);

        Browser labour = someoneAs("labour-data");
        Map<String, Object> proposal = wanted("registers.labour_degrees", "2022-10-01", "学历由人社部门在职称评审中核验，最全最新");
        assertThat(labour.call("POST", ITEMS, proposal).status())
                .as("a department does not appoint itself")
                .isEqualTo(403);
        Answer foreign = labour.call(
                "POST", ITEMS + "/proposals", wanted("registers.health_degrees", "2022-10-01", "别的部门的数据集也想拿来作数源"));
        assertThat(foreign.status()).isEqualTo(404);
        Answer asked = labour.call("POST", ITEMS + "/proposals", proposal);
        assertThat(asked.status()).as(asked.body()).isEqualTo(200);
        assertThat(labour.call("POST", ITEMS + "/proposals", proposal)
                        .json()
                        .path("code")
                        .asString())
                .isEqualTo("stewardship.proposed");
        assertThat(manager.getJson("/api/messages").body()).contains("数源提请待裁定");

        String id = asked.json().path("id").asString();
        assertThat(labour.call("POST", ITEMS + "/proposals/" + id + "/accept", Map.of("reason", "自己裁定自己的提请"))
                        .status())
                .isEqualTo(403);
        assertThat(manager.call("POST", ITEMS + "/proposals/" + id + "/accept", Map.of("reason", "好"))
                        .json()
                        .path("code")
                        .asString())
                .isEqualTo("stewardship.reason-missing");
        Answer accepted =
                manager.call("POST", ITEMS + "/proposals/" + id + "/accept", Map.of("reason", "人社三定规定职责包括学历核验，采纳"));
        assertThat(accepted.status()).as(accepted.body()).isEqualTo(200);
        assertThat(manager.call("POST", ITEMS + "/proposals/" + id + "/refuse", Map.of("reason", "又不想采纳了，改为不采纳"))
                        .json()
                        .path("code")
                        .asString())
                .isEqualTo("stewardship.decided");

        JsonNode standing = labour.getJson(ITEMS + "/person.degree").json();
        assertThat(standing.at("/sources/0/teller/source/unitCode").asString()).isEqualTo("labour");
        assertThat(standing.at("/sources/0/authority/validFrom").asString()).isEqualTo("2022-10-01");
        assertThat(standing.at("/sources/1/authority/validTo").asString()).isEqualTo("2022-09-30");
        assertThat(standing.at("/sources/1/now").asBoolean())
                .as("today the old source still tells")
                .isTrue();
        assertThat(standing.at("/proposals/0/proposal/state").asString()).isEqualTo("ACCEPTED");
        assertThat(labour.getJson("/api/messages").body()).contains("数源提请已裁定");
        assertThat(labour.getJson("/api/records/stewardship.proposal?item=person.degree")
                        .json()
                        .at("/rows/0/cells/state/text")
                        .asString())
                .isEqualTo("采纳");
    }

    private static Map<String, Object> wanted(String dataset, String from, String reason) {
        return Map.of(
                "item",
                "person.degree",
                "title",
                "学历",
                "basis",
                "人力资源和社会保障部门三定规定",
                "validFrom",
                from,
                "reason",
                reason,
                "source",
                Map.of("dataset", dataset, "keyColumn", "id_no", "valueColumn", "value"));
    }

    @Test
    void bothRecordsOfAPairAreShownMaskedWithWhatEachFieldSays() {
        hub.declare(
                Actor.SYSTEM,
                new Dataset(
                        "registers.visitors",
                        "来访登记",
                        "market",
                        List.of(
                                text("no", "序号"),
                                text("full_name", "姓名").ofPersons(),
                                text("birthday", "出生日期").ofPersons(),
                                text("mobile", "手机号").ofPersons(),
                                text("home", "住址").ofPersons()),
                        List.of("no"),
                        1));
        try (Landing landing = hub.land(Actor.SYSTEM, "registers.visitors", "1", Landing.Mode.REPLACE)) {
            landing.row("V1", "王小明", "19900102", "13800001111", "济源市沁园街道甲路 1 号");
            landing.row("V2", "王 小明", "1990-01-02", "13800009999", "济源市沁园街道甲路 1 号");
            landing.row("V3", "李大力", "19810506", "13700002222", "济源市天坛街道乙路 2 号");
            landing.commit();
        }
        Browser steward = someoneAs("datasteward");
        JsonNode standing =
                steward.getJson("/api/stewardship/matching/registers.visitors").json();
        assertThat(standing.path("usable").asBoolean()).isTrue();
        assertThat(standing.at("/fields/0/column").asString()).isEqualTo("full_name");
        Answer run = steward.call(
                "POST",
                "/api/stewardship/matching/registers.visitors/runs",
                Map.of(
                        "columns",
                        Map.of("name", "full_name", "birth", "birthday", "phone", "mobile", "address", "home")));
        assertThat(run.status()).as(run.body()).isEqualTo(200);
        JsonNode pair = awaited(() -> {
            JsonNode rows = steward.getJson("/api/records/stewardship.pair?dataset=registers.visitors")
                    .json()
                    .path("rows");
            return rows.size() == 1 ? rows.get(0) : null;
        });
        String path = "/api/stewardship/matching/pairs/" + pair.path("id").asString();
        JsonNode compared = steward.getJson(path).json();
        assertThat(compared.path("gone").asBoolean()).isFalse();
        assertThat(side(compared, "name").path("left").asString()).isEqualTo("王**");
        assertThat(side(compared, "phone").path("outcome").asString()).isEqualTo("不一致");
        assertThat(side(compared, "phone").path("left").asString()).isEqualTo("138****1111");
        assertThat(side(compared, "birth").path("outcome").asString()).isEqualTo("一致");
        assertThat(compared.toString()).doesNotContain("小明").doesNotContain("13800001111");
        double sum = 0;
        for (JsonNode one : compared.path("sides")) {
            sum += one.path("weight").asDouble();
        }
        assertThat(sum).isCloseTo(compared.at("/pair/score").asDouble(), org.assertj.core.data.Offset.offset(0.01));
        assertThat(someoneAs("police-data").getJson(path).status()).isEqualTo(404);
        try (Landing landing = hub.land(Actor.SYSTEM, "registers.visitors", "2", Landing.Mode.REPLACE)) {
            landing.row("V1", "王小明", "19900102", "13800001111", "济源市沁园街道甲路 1 号");
            landing.commit();
        }
        assertThat(steward.getJson(path).json().path("gone").asBoolean()).isTrue();
    }

    private static JsonNode side(JsonNode compared, String field) {
        for (JsonNode one : compared.path("sides")) {
            if (one.path("field").asString().equals(field)) {
                return one;
            }
        }
        throw new AssertionError("no " + field + " in " + compared);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ARCHITECTURE", "STANDARD", "QUALITY", "SECURITY", "SHARING", "SERVICE", "APPLICATION"})
    void theRowsBehindADomainAddUpToItsNumbers(String domain) {
        keeps("registers.scored", "police", "住址");
        Browser manager = someoneAs("datamanager");
        JsonNode score =
                manager.getJson("/api/stewardship/scores/police").json().path("score");
        JsonNode part = null;
        for (JsonNode one : score.path("parts")) {
            part = one.path("domain").asString().equals(domain) ? one : part;
        }
        JsonNode behind =
                manager.getJson("/api/stewardship/scores/police/" + domain).json();
        long numerator = 0;
        long denominator = 0;
        for (JsonNode row : behind.path("rows")) {
            numerator += row.path("numerator").asLong();
            denominator += row.path("denominator").asLong();
            assertThat(row.path("link").asString()).startsWith("/");
        }
        assertThat(numerator).isEqualTo(part.path("numerator").asLong());
        assertThat(denominator).isEqualTo(part.path("denominator").asLong());
        if (domain.equals("ARCHITECTURE")) {
            assertThat(denominator).isPositive();
        }
        assertThat(someoneAs("civil-data")
                        .getJson("/api/stewardship/scores/police/" + domain)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aRuleKeepsItsTrendAndADepartmentItsMonths() {
        keeps("registers.trend", "tax", "税号");
        Browser manager = someoneAs("datamanager");
        Answer drafted = someoneAs("tax-data")
                .call(
                        "POST",
                        "/api/stewardship/rules",
                        Map.of(
                                "dataset",
                                "registers.trend",
                                "title",
                                "税号不为空",
                                "template",
                                "NOT_NULL",
                                "settings",
                                Map.of("columns", List.of("value"))));
        assertThat(drafted.status()).as(drafted.body()).isEqualTo(200);
        String rule = drafted.json().path("id").asString();
        manager.call("POST", "/api/stewardship/rules/" + rule + "/approve", Map.of());
        inspected(manager, 1);
        clock.set("2022-10-08T10:00");
        land("registers.trend", "2", null);
        inspected(manager, 2);

        JsonNode standing =
                manager.getJson("/api/stewardship/quality/registers.trend").json();
        JsonNode points = standing.at("/ruleTrends/0/points");
        assertThat(points.get(0).path("passed").asLong()).isEqualTo(2);
        assertThat(points.get(points.size() - 1).path("passed").asLong()).isEqualTo(1);
        assertThat(points.get(points.size() - 1).path("total").asLong()).isEqualTo(2);
        JsonNode months = null;
        for (JsonNode unit : manager.getJson("/api/stewardship/trends").json()) {
            months = unit.path("unitName").asString().contains("税务") ? unit.path("months") : months;
        }
        assertThat(months).isNotNull();
        JsonNode last = months.get(months.size() - 1);
        assertThat(last.path("month").asString()).isEqualTo("2022-10-01");
        assertThat(last.path("passed").asLong()).isEqualTo(1);
        assertThat(last.path("total").asLong()).isEqualTo(2);
        assertThat(someoneAs("civil-data").getJson("/api/stewardship/trends").body())
                .as("another department's months are not its own")
                .doesNotContain("税务");
    }

    private void inspected(Browser manager, int times) {
        manager.call("POST", "/api/stewardship/quality/registers.trend/runs", Map.of());
        awaited(() -> manager.getJson("/api/stewardship/quality/registers.trend")
                                .json()
                                .at("/ruleTrends/0/points")
                                .size()
                        >= times
                ? "seen"
                : null);
    }

    @Test
    void theRateOfSharingIsToldWithNumeratorAndDenominatorByUnit() {
        int before = counted(someoneAs("datamanager"), "open");
        Browser steward = someoneAs("datasteward");
        Answer asked = steward.call(
                "POST",
                "/api/exchange/demands",
                Map.of("title", "统计用的需求", "items", List.of("证件号码"), "scene", "统计", "provider", "police"));
        assertThat(asked.status()).as(asked.body()).isLessThan(300);
        JsonNode mine = steward.getJson("/api/exchange/statistics").json();
        assertThat(mine.path("units"))
                .as("a steward sees the demands he may read")
                .isNotEmpty();
        JsonNode all =
                someoneAs("datamanager").getJson("/api/exchange/statistics").json();
        assertThat(all.at("/total/open").asInt()).isEqualTo(before + 1);
        for (String standing : List.of("open", "answered", "granted", "met", "excluded")) {
            int sum = 0;
            for (JsonNode unit : all.path("units")) {
                sum += unit.at("/standings/" + standing).asInt();
            }
            assertThat(sum).isEqualTo(all.at("/total/" + standing).asInt());
        }
        assertThat(all.path("year").asInt()).isEqualTo(2022);
        assertThat(someoneAs("clerk").getJson("/api/exchange/statistics").status())
                .isEqualTo(403);
    }

    private static int counted(Browser browser, String standing) {
        return browser.getJson("/api/exchange/statistics")
                .json()
                .at("/total/" + standing)
                .asInt();
    }

    private void keeps(String dataset, String unit, String title) {
        if (hub.find(dataset).isPresent()) {
            return;
        }
        hub.declare(
                Actor.SYSTEM,
                new Dataset(
                        dataset,
                        title + "登记",
                        unit,
                        List.of(
                                text("id_no", "证件号码").ofPersons(),
                                text("value", title),
                                DataColumn.of("as_of", "日期", DataType.DATE)),
                        List.of("id_no"),
                        1));
        land(dataset, "1", "甲");
    }

    private void land(String dataset, String batch, String second) {
        try (Landing landing = hub.land(Actor.SYSTEM, dataset, batch, Landing.Mode.REPLACE)) {
            landing.row("419001199001010011", "乙", LocalDate.of(2022, 9, 1));
            landing.row("419001199001010038", second, LocalDate.of(2022, 9, 1));
            landing.commit();
        }
    }

    private static DataColumn text(String name, String title) {
        return DataColumn.of(name, title, DataType.TEXT);
    }

    private static <T> T awaited(Supplier<T> wanted) {
        for (int i = 0; i < 400; i++) {
            T found = wanted.get();
            if (found != null) {
                return found;
            }
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
        throw new AssertionError("it did not happen");
    }
}
