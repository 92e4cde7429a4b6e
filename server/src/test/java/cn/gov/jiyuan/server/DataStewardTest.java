package cn.gov.jiyuan.server;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.jiyuan.contracts.stewardship.DataLineage;
import cn.gov.jiyuan.contracts.stewardship.DataUse;
import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.code.CitizenId;
import cn.gov.jiyuan.platform.hub.DataColumn;
import cn.gov.jiyuan.platform.hub.DataType;
import cn.gov.jiyuan.platform.hub.Dataset;
import cn.gov.jiyuan.platform.hub.Datasets;
import cn.gov.jiyuan.platform.hub.Landing;
import cn.gov.jiyuan.platform.records.RecordType;
import cn.gov.jiyuan.platform.records.RecordTypeCheck;
import cn.gov.jiyuan.scenario.Scenario;
import cn.gov.jiyuan.server.town.Answer;
import cn.gov.jiyuan.server.town.Browser;
import cn.gov.jiyuan.server.town.Official;
import cn.gov.jiyuan.server.town.ServerTest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Data stewards at their desks; only the data themselves come straight from the hub, as a source would land them. */
class DataStewardTest extends ServerTest {
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @Autowired
    private Datasets hub;

    /** As S11, S14 and others tell it. */
    @Autowired
    private DataUse use;

    @Autowired
    private DataLineage lineage;

    @Autowired
    private DataSource source;

    @Autowired
    private List<RecordType> types;

    @Test
    void theListsFitTheirTables() {
        RecordTypeCheck check = new RecordTypeCheck(source);
        assertThat(types.stream().filter(type -> type.id().startsWith("stewardship.")))
                .hasSizeGreaterThan(15)
                .allSatisfy(
                        type -> assertThat(check.problems(type)).as(type.id()).isEmpty());
    }

    @Test
    @Scenario("S12.2")
    void eightWrongCheckDigitsAndFiveEmptyNumbersAreCountedAndShownRowByRow() {
        declare(
                "stewardship.people",
                "人口登记",
                "police",
                List.of("row_no"),
                text("row_no", "行号"),
                personal("id_no", "公民身份号码"));
        land("stewardship.people", "1", Landing.Mode.REPLACE, people(8, 5));
        Browser police = someoneAs("police-data");
        rule(
                police,
                Map.of(
                        "dataset",
                        "stewardship.people",
                        "title",
                        "证号校验位正确",
                        "template",
                        "CITIZEN_ID",
                        "settings",
                        Map.of("columns", List.of("id_no"))));
        rule(
                police,
                Map.of(
                        "dataset",
                        "stewardship.people",
                        "title",
                        "证号不为空",
                        "template",
                        "NOT_NULL",
                        "settings",
                        Map.of("columns", List.of("id_no"))));

        JsonNode found = inspected(police, "stewardship.people");

        JsonNode accuracy = result(found, "证号校验位正确");
        assertThat(accuracy.path("dimension").asString()).isEqualTo("ACCURACY");
        assertThat(accuracy.path("passed").asLong()).isEqualTo(95 - 8);
        assertThat(accuracy.path("total").asLong()).isEqualTo(95);
        assertThat(accuracy.path("excluded").asLong()).isEqualTo(5);
        JsonNode completeness = result(found, "证号不为空");
        assertThat(completeness.path("dimension").asString()).isEqualTo("COMPLETENESS");
        assertThat(completeness.path("passed").asLong()).isEqualTo(95);
        assertThat(completeness.path("total").asLong()).isEqualTo(100);
        JsonNode rows =
                rows(police, "stewardship.issue?result=" + accuracy.path("id").asString());
        assertThat(rows).hasSize(8);
        assertThat(rows.toString()).contains("*").doesNotContain("41088119");
        assertThat(rows(
                        police,
                        "stewardship.issue?result=" + completeness.path("id").asString()))
                .hasSize(5);
        assertThat(rows(someoneAs("civil-data"), "stewardship.issue?dataset=stewardship.people"))
                .as("another department sees none of them")
                .isEmpty();
        anOrderIsOpenUntilTheNextBatchPasses();
    }

    private void anOrderIsOpenUntilTheNextBatchPasses() {
        Official police = anOfficial("police-data");
        JsonNode order = awaited(() -> only(rows(
                police.browser(),
                "stewardship.order?dataset=stewardship.people&ruleCode=" + code(police.browser(), "证号校验位正确"))));
        UUID id = UUID.fromString(order.path("id").asString());
        assertThat(police.opens(id).at("/matter/state").asString()).isEqualTo("rectifying");
        police.takes(id);
        police.does(id, "report", "已按户籍档案更正八个证号");
        land("stewardship.people", "2", Landing.Mode.REPLACE, people(3, 0));
        awaited(() -> police.opens(id).at("/matter/state").asString().equals("rectifying") ? "again" : null);
        land("stewardship.people", "3", Landing.Mode.REPLACE, people(0, 0));
        awaited(() -> police.opens(id).at("/matter/state").asString().equals("closed") ? "closed" : null);
        land("stewardship.people", "4", Landing.Mode.REPLACE, people(1, 0));
        JsonNode again = awaited(() -> only(rows(
                police.browser(),
                "stewardship.order?dataset=stewardship.people&state=rectifying&ruleCode="
                        + code(police.browser(), "证号校验位正确"))));
        assertThat(again.at("/values/recurrent").toString() + again.at("/cells/recurrent"))
                .as("the same rule failed before")
                .contains("true");
    }

    @Test
    @Scenario("S12.4")
    void aBatchFarFromTheLastEightIsHeldBackAndReadersKeepTheirVersion() {
        declare("stewardship.arrivals", "到馆登记", "market", List.of(), text("name", "名称"));
        Browser steward = someoneAs("datasteward");
        rule(steward, Map.of("dataset", "stewardship.arrivals", "title", "每批行数平稳", "template", "FLUCTUATION"));
        for (int i = 0; i < 8; i++) {
            land("stewardship.arrivals", "w" + i, Landing.Mode.REPLACE, named(i % 2 == 0 ? 980 : 1020));
        }
        long before = hub.current("stewardship.arrivals").orElseThrow().number();

        Landing.Landed landed = land("stewardship.arrivals", "w8", Landing.Mode.REPLACE, named(400));

        assertThat(landed.held())
                .contains("400")
                .contains("1000")
                .contains("20.0")
                .contains("940");
        assertThat(hub.current("stewardship.arrivals").orElseThrow().number()).isEqualTo(before);
        assertThat(hub.current("stewardship.arrivals").orElseThrow().rows()).isEqualTo(1020);
        JsonNode held = awaited(() -> only(rows(steward, "stewardship.batch?dataset=stewardship.arrivals&state=HELD")));
        awaited(() -> only(rows(steward, "stewardship.order?dataset=stewardship.arrivals&state=rectifying")));
        String batch = "/api/stewardship/batches/" + held.path("id").asString();
        assertThat(steward.call("POST", batch + "/release", Map.of("reason", "闭馆期间确实只有四百人"))
                        .status())
                .as("the source itself does not release it")
                .isEqualTo(403);
        Browser manager = someoneAs("datamanager");
        assertThat(manager.call("POST", batch + "/release", Map.of("reason", "好"))
                        .json()
                        .path("code")
                        .asString())
                .isEqualTo("stewardship.reason-missing");
        Answer released = manager.call("POST", batch + "/release", Map.of("reason", "闭馆期间确实只有四百人，已向文广旅局核实"));
        assertThat(released.status()).as(released.body()).isEqualTo(200);
        assertThat(hub.current("stewardship.arrivals").orElseThrow().rows()).isEqualTo(400);
        assertThat(manager.call("POST", batch + "/release", Map.of("reason", "闭馆期间确实只有四百人，已向文广旅局核实"))
                        .json()
                        .path("code")
                        .asString())
                .isEqualTo("stewardship.not-held");
    }

    @Test
    void whoDraftsARuleDoesNotApproveItAndBadRulesAreRefusedAtTheirPlace() {
        declare("stewardship.drafts", "规则试验", "market", List.of(), text("name", "名称"));
        Browser steward = someoneAs("datasteward");
        String path = "/api/stewardship/rules";
        Answer empty = steward.call(
                "POST",
                path,
                Map.of(
                        "dataset",
                        "stewardship.drafts",
                        "title",
                        "格式",
                        "template",
                        "PATTERN",
                        "settings",
                        Map.of("columns", List.of("name"))));
        assertThat(empty.json().path("code").asString()).isEqualTo("stewardship.bad-rule");
        assertThat(empty.json().path("pointer").asString()).isEqualTo("/settings/pattern");
        Answer writes = steward.call(
                "POST",
                path,
                Map.of(
                        "dataset",
                        "stewardship.drafts",
                        "title",
                        "删",
                        "template",
                        "SQL",
                        "settings",
                        Map.of("sql", "")));
        assertThat(writes.status()).isEqualTo(422);
        Answer foreign = steward.call(
                "POST",
                path,
                Map.of(
                        "dataset",
                        "stewardship.people",
                        "title",
                        "别人的",
                        "template",
                        "NOT_NULL",
                        "settings",
                        Map.of("columns", List.of("id_no"))));
        assertThat(foreign.status()).isEqualTo(404);
        Answer manager = someoneAs("datamanager")
                .call(
                        "POST",
                        path,
                        Map.of(
                                "dataset",
                                "stewardship.drafts",
                                "title",
                                "不为空",
                                "template",
                                "NOT_NULL",
                                "settings",
                                Map.of("columns", List.of("name"))));
        assertThat(manager.status()).as(manager.body()).isEqualTo(200);
        assertThat(someoneAs("datamanager")
                        .call("POST", path + "/" + manager.json().path("id").asString() + "/approve", Map.of())
                        .json()
                        .path("code")
                        .asString())
                .isEqualTo("stewardship.own-draft");
    }

    @Test
    @Scenario("S12.1")
    void threeSourcesDisagreeAndOnlyTheOwnerOfTheItemIsAskedToCorrect() {
        DataColumn[] columns = {
            personal("id_no", "公民身份号码"), text("marital", "婚姻状况"), DataColumn.of("as_of", "登记日期", DataType.DATE)
        };
        String id = CitizenId.of("410881", LocalDate.of(1985, 6, 12), 2).value();
        String other = CitizenId.of("419001", LocalDate.of(1990, 3, 7), 1).value();
        declare("stewardship.civil_marriage", "婚姻登记", "civil", List.of(), columns);
        declare("stewardship.police_person", "户籍", "police", List.of(), columns);
        declare("stewardship.court_divorce", "判决离婚", "justice", List.of(), columns);
        land(
                "stewardship.civil_marriage",
                "1",
                Landing.Mode.REPLACE,
                List.of(
                        new Object[] {id, "已婚", LocalDate.of(2015, 5, 20)},
                        new Object[] {other, "已婚", LocalDate.of(2020, 1, 1)}));
        land(
                "stewardship.police_person",
                "1",
                Landing.Mode.REPLACE,
                List.of(new Object[] {id, "未婚", LocalDate.of(2013, 1, 1)}, new Object[] {other, "初婚", null}));
        land("stewardship.court_divorce", "1", Landing.Mode.REPLACE, List.<Object[]>of(new Object[] {
            id, "判离", LocalDate.of(2021, 8, 1)
        }));
        Browser manager = someoneAs("datamanager");
        Map<String, Object> appointment = Map.of(
                "item",
                "person.marital",
                "title",
                "婚姻状况",
                "codeTable",
                "GB/T 2261.2",
                "basis",
                "婚姻登记条例第二条",
                "validFrom",
                "2022-01-01",
                "source",
                Map.of(
                        "dataset",
                        "stewardship.civil_marriage",
                        "keyColumn",
                        "id_no",
                        "valueColumn",
                        "marital",
                        "asOfColumn",
                        "as_of"));
        done(manager, "POST", "/api/stewardship/items", appointment);
        assertThat(manager.call("POST", "/api/stewardship/items", appointment)
                        .json()
                        .path("code")
                        .asString())
                .as("an item has one owner")
                .isEqualTo("stewardship.second-owner");
        for (String witness : List.of("stewardship.police_person", "stewardship.court_divorce")) {
            done(
                    manager,
                    "POST",
                    "/api/stewardship/items/person.marital/witnesses",
                    Map.of("dataset", witness, "keyColumn", "id_no", "valueColumn", "marital", "asOfColumn", "as_of"));
        }
        done(manager, "POST", "/api/stewardship/items/person.marital/runs", Map.of());

        Official civil = anOfficial("civil-data");
        JsonNode finding =
                awaited(() -> only(rows(civil.browser(), "stewardship.finding?item=person.marital&state=verifying")));
        UUID ticket = UUID.fromString(finding.path("id").asString());
        assertThat(finding.toString()).contains("来源不一致").doesNotContain(id).doesNotContain("未婚");
        assertThat(rows(someoneAs("police-data"), "stewardship.finding?item=person.marital"))
                .isEmpty();
        assertThat(civil.opens(ticket).at("/matter/dueAt").asString())
                .as("a legal clock runs")
                .isNotEmpty();
        JsonNode golden = golden(civil.browser(), id);
        assertThat(golden.path("label").asString()).isEqualTo("已婚");
        assertThat(golden.path("conflict").asBoolean()).isTrue();
        assertThat(golden.path("confidence").asDouble()).isLessThan(0.6);
        assertThat(golden.path("trusted").asBoolean()).isFalse();
        assertThat(golden.path("evidence")).hasSize(3);
        assertThat(golden(civil.browser(), other).path("conflict").asBoolean())
                .as("初婚 is 已婚")
                .isFalse();

        civil.takes(ticket);
        civil.does(ticket, "accept", "法院判决书已于 2021 年生效，本局漏登离婚");
        civil.takes(ticket);
        civil.does(ticket, "report", "已在婚姻登记系统更正并重新报送");
        land(
                "stewardship.civil_marriage",
                "2",
                Landing.Mode.REPLACE,
                List.of(
                        new Object[] {id, "离婚", LocalDate.of(2021, 8, 1)},
                        new Object[] {other, "已婚", LocalDate.of(2020, 1, 1)}));
        awaited(() -> civil.opens(ticket).at("/matter/state").asString().equals("closed") ? "closed" : null);
        JsonNode corrected = golden(civil.browser(), id);
        assertThat(corrected.path("label").asString()).isEqualTo("离婚");
        assertThat(trust(corrected, "justice")).as("right once more").isGreaterThan(trust(golden, "justice"));
        assertThat(trust(corrected, "civil")).as("wrong once").isLessThan(trust(golden, "civil"));
        assertThat(hub.current("stewardship.police_person").orElseThrow().number())
                .as("nobody else's data were touched")
                .isEqualTo(1);
    }

    private static double trust(JsonNode golden, String unit) {
        for (JsonNode one : golden.path("evidence")) {
            if (one.path("unitCode").asString().equals(unit)) {
                return one.path("trust").asDouble();
            }
        }
        throw new AssertionError("no evidence of " + unit);
    }

    private static JsonNode golden(Browser browser, String id) {
        return done(
                browser,
                "POST",
                "/api/stewardship/items/person.marital/golden",
                Map.of("subject", id, "purpose", "核实婚姻登记信息，工单办理需要"));
    }

    @Test
    @Scenario("S12.5")
    void twoRecordsOfOnePersonAreMergedWithoutANumberAndTheMergeCanBeUndone() {
        declare(
                "stewardship.clinic",
                "社区诊所建档",
                "health",
                List.of("record_no"),
                text("record_no", "档案号"),
                personal("name", "姓名"),
                personal("birth", "出生日期"),
                personal("phone", "手机号"),
                personal("address", "住址"));
        land(
                "stewardship.clinic",
                "1",
                Landing.Mode.REPLACE,
                List.of(
                        new Object[] {"A1", "李 国强", "1980-03-02", "+86 13812345678", "沁园街道黄河路88号"},
                        new Object[] {"A2", "李國强", "19800302", "13812345678", "轵城镇南街村3组"},
                        new Object[] {"B1", "王芳", "1991-01-01", "13911112222", "济水街道1号"},
                        new Object[] {"B2", "王芳", "1991-01-01", null, "克井镇2号"},
                        new Object[] {"C1", "张伟", "1975-07-07", "13700000000", "北海街道5号"}));
        Browser health = someoneAs("health-data");
        done(
                health,
                "POST",
                "/api/stewardship/matching/stewardship.clinic/runs",
                Map.of("columns", Map.of("name", "name", "birth", "birth", "phone", "phone", "address", "address")));

        JsonNode merged = awaited(() -> only(rows(health, "stewardship.pair?dataset=stewardship.clinic&state=MERGED")));
        JsonNode waiting =
                awaited(() -> only(rows(health, "stewardship.pair?dataset=stewardship.clinic&state=WAITING")));
        assertThat(merged.toString()).contains("A1").contains("A2");
        assertThat(waiting.toString()).contains("B1").contains("B2");
        String groups = "/api/stewardship/matching/stewardship.clinic/groups";
        assertThat(health.getJson(groups).json().toString())
                .contains("A1")
                .contains("A2")
                .doesNotContain("B1");

        String pairs = "/api/stewardship/matching/pairs/";
        Map<String, Object> undo = Map.of("version", 1, "reason", "两人同名同生日共用座机，经电话核实不是一人");
        done(health, "POST", pairs + merged.path("id").asString() + "/undo", undo);
        assertThat(health.getJson(groups).json()).isEmpty();
        assertThat(rows(health, "stewardship.pair?dataset=stewardship.clinic&state=UNDONE"))
                .hasSize(1);
        assertThat(health.call("POST", pairs + merged.path("id").asString() + "/undo", undo)
                        .json()
                        .path("code")
                        .asString())
                .isEqualTo("stewardship.changed");
        done(
                health,
                "POST",
                pairs + waiting.path("id").asString() + "/merge",
                Map.of("version", 1, "reason", "电话核实为同一人，第二次建档漏填手机"));
        assertThat(health.getJson(groups).json().toString()).contains("B1").contains("B2");
        assertThat(health.getJson("/api/records/stewardship.pair/"
                                + merged.path("id").asString() + "/history")
                        .body())
                .contains("已拆分")
                .contains("已合并");
        assertThat(hub.current("stewardship.clinic").orElseThrow().number())
                .as("the records themselves are untouched")
                .isEqualTo(1);
    }

    @Test
    @Scenario("S12.3")
    void halfAMillionRowsWithNumbersAreSensitiveAndTheWholeCityWithHealthAsksForAPerson() {
        declare(
                "stewardship.patients",
                "健康档案",
                "health",
                List.of(),
                personal("id_no", "公民身份号码"),
                text("clinic", "机构名称"));
        rows(
                "stewardship.patients",
                "1",
                "select '41088119800101' || (i % 10000) as id_no, '济水街道卫生院' as clinic from range(500000) t(i)");
        Browser health = someoneAs("health-data");
        JsonNode graded = awaited(() -> graded(health, "stewardship.patients"));
        assertThat(graded.at("/dataset/label").asString()).isEqualTo("一般数据·敏感个人信息 4 级");
        assertThat(graded.at("/dataset/warning").asString()).isEmpty();
        assertThat(graded.at("/columns/0/column").asString()).isEqualTo("id_no");
        assertThat(graded.at("/columns/0/sensitive").asBoolean()).isTrue();
        String column = "/api/stewardship/grading/stewardship.patients/columns/id_no";
        assertThat(health.call("PUT", column, Map.of("level", 2))
                        .json()
                        .path("code")
                        .asString())
                .isEqualTo("stewardship.lower-without-reason");
        done(health, "PUT", column, Map.of("level", 4));
        assertThat(graded(health, "stewardship.patients")
                        .at("/columns/0/confirmed")
                        .asBoolean())
                .isTrue();

        declare(
                "stewardship.city_health",
                "全市健康档案",
                "health",
                List.of(),
                personal("id_no", "公民身份号码"),
                personal("diagnosis", "疾病诊断"));
        rows(
                "stewardship.city_health",
                "1",
                "select '41088119800101' || (i % 10000) as id_no, '高血压' as diagnosis from range(700000) t(i)");
        JsonNode city = awaited(() -> graded(health, "stewardship.city_health"));
        assertThat(city.at("/dataset/warning").asString())
                .contains("可能升为重要数据")
                .contains("人工论证")
                .contains("700000");
        assertThat(city.at("/dataset/state").asString()).isEqualTo("ARGUE");
        assertThat(city.at("/dataset/level").asInt())
                .as("only a person may raise it")
                .isLessThan(5);
        String argument = "/api/stewardship/grading/stewardship.city_health/argument";
        assertThat(health.call("POST", argument, Map.of("level", 5, "justification", "覆盖全市"))
                        .status())
                .isEqualTo(403);
        done(
                someoneAs("datamanager"),
                "POST",
                argument,
                Map.of("level", 5, "justification", "覆盖全市人口的健康状况，泄露会严重危害公共利益"));
        assertThat(graded(health, "stewardship.city_health")
                        .at("/dataset/label")
                        .asString())
                .isEqualTo("重要数据");
    }

    private static JsonNode graded(Browser browser, String dataset) {
        Answer answer = browser.getJson("/api/stewardship/grading/" + dataset);
        return answer.status() == 200 ? answer.json() : null;
    }

    private void rows(String dataset, String batch, String select) {
        try (Landing landing = hub.land(Actor.SYSTEM, dataset, batch, Landing.Mode.REPLACE)) {
            landing.rows(select, Map.of());
            landing.commit();
        }
    }

    private static JsonNode done(Browser browser, String method, String path, Map<String, Object> body) {
        Answer answer = browser.call(method, path, body);
        assertThat(answer.status()).as(path + ": " + answer.body()).isBetween(200, 204);
        return answer.body().isBlank() ? null : answer.json();
    }

    @Test
    @Scenario("S12.6")
    void whatStandsInTheBooksButNotInTheStoreGetsASheet() {
        String unit = aUnitWithoutDatasets();
        declare("stewardship.shelf", "图书馆藏", unit, List.of(), text("title", "题名"));
        land("stewardship.shelf", "1", Landing.Mode.REPLACE, named(3));
        declare("stewardship.attic", "未登记的库", unit, List.of(), text("title", "题名"));
        land("stewardship.attic", "1", Landing.Mode.REPLACE, named(3));
        Browser manager = someoneAs("datamanager");
        String there = register(manager, "307ARC/000001", "馆藏目录", "stewardship.shelf", unit);
        String gone = register(manager, "307ARC/000002", "老照片", "stewardship.never_landed", unit);
        assertThat(manager.call(
                                "POST",
                                "/api/stewardship/assets",
                                Map.of("resource", "307ARC/000001", "name", "再来一次", "unitCode", unit))
                        .json()
                        .path("code")
                        .asString())
                .as("one number for one resource")
                .isEqualTo("stewardship.booked");

        JsonNode taking = done(manager, "POST", "/api/stewardship/assets/checks", Map.of("unitCode", unit));

        assertThat(taking.path("books").asInt()).isEqualTo(2);
        assertThat(taking.path("stored").asInt()).isEqualTo(2);
        String sheets = "stewardship.difference?taking=" + taking.path("number").asString();
        JsonNode missing = only(rows(manager, sheets + "&kind=NOT_STORED"));
        assertThat(missing.toString()).contains(gone).contains("老照片").doesNotContain(there);
        assertThat(only(rows(manager, sheets + "&kind=NOT_BOOKED")).toString()).contains("未登记的库");
        done(
                manager,
                "POST",
                "/api/stewardship/assets/differences/" + missing.path("id").asString() + "/settlement",
                Map.of("explanation", "数据在旧机房，十二月底前完成迁移入库"));
        assertThat(rows(manager, sheets + "&kind=NOT_STORED&state=OPEN")).isEmpty();
    }

    @Test
    @Scenario("S12.7")
    void anAssetOnWhichTwoIndicatorsRelyIsNotDisposedOf() {
        Browser manager = someoneAs("datamanager");
        String number = register(manager, "307WEA/000001", "气象观测", "stewardship.weather", "weather");
        use.relies("stewardship.weather", DataUse.Kind.INDICATOR, "ecology.rain", "月降水量");
        use.relies("stewardship.weather", DataUse.Kind.INDICATOR, "ecology.air", "优良天数");
        String path = "/api/stewardship/assets/" + number;
        Map<String, Object> reason = Map.of("reason", "观测站已经撤销，数据移交省气象局");

        Answer refused = manager.call("POST", path + "/disposal", reason);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().path("code").asString()).isEqualTo("stewardship.referenced");
        assertThat(refused.json().path("detail").asString())
                .contains("2 处")
                .contains("月降水量")
                .contains("优良天数");
        assertThat(manager.getJson(path).json().path("references")).hasSize(2);
        assertThat(manager.getJson(path).json().at("/asset/state").asString()).isEqualTo("REGISTERED");
        use.called("stewardship.weather", DataUse.Kind.SERVICE, LocalDate.of(2022, 9, 26), 3);
        assertThat(manager.getJson(path).json().at("/asset/state").asString()).isEqualTo("IN_USE");
        use.lets("stewardship.weather", DataUse.Kind.INDICATOR, "ecology.rain");
        use.lets("stewardship.weather", DataUse.Kind.INDICATOR, "ecology.air");
        done(manager, "POST", path + "/disposal", reason);
        assertThat(manager.getJson(path).json().at("/asset/state").asString()).isEqualTo("DISPOSED");
    }

    @Test
    @Scenario("S12.8")
    void whenUnitsMergeAssetsFollowAndTheOldOwnerStaysOnRecord() {
        Browser manager = someoneAs("datamanager");
        String number = register(manager, "307FOR/000001", "林地小班", "stewardship.forest", "forestry");

        JsonNode moved = done(
                manager,
                "POST",
                "/api/stewardship/assets/transfers",
                Map.of("fromUnit", "forestry", "toUnit", "land", "reason", "机构改革方案：林业局并入自然资源和规划局"));

        assertThat(moved.path("count").asInt()).isEqualTo(1);
        JsonNode asset = only(rows(manager, "stewardship.asset?number=" + number));
        assertThat(asset.toString()).contains("自规局").doesNotContain("林业局");
        JsonNode transfer = only(rows(manager, "stewardship.transfer?asset=" + number));
        assertThat(transfer.toString()).contains("林业局").contains("自规局").contains("机构改革方案");
        assertThat(manager.getJson("/api/records/stewardship.asset/"
                                + asset.path("id").asString() + "/history")
                        .body())
                .contains("林业局");
    }

    private String register(Browser manager, String resource, String name, String dataset, String unit) {
        return done(
                        manager,
                        "POST",
                        "/api/stewardship/assets",
                        Map.of(
                                "resource",
                                resource,
                                "name",
                                name,
                                "dataset",
                                dataset,
                                "unitCode",
                                unit,
                                "cost",
                                120000))
                .path("number")
                .asString();
    }

    @Test
    void everyNumberOfAScoreIsExplainedAndLineageLeadsBackToTheSource() {
        String unit = aUnitWithoutDatasets();
        declare("stewardship.seeds", "种子经营", unit, List.of(), text("uscc", "统一社会信用代码"), text("remark", "备注"));
        declare("stewardship.shops", "经营主体", unit, List.of(), text("uscc", "统一社会信用代码"));
        land("stewardship.seeds", "1", Landing.Mode.REPLACE, List.<Object[]>of(new Object[] {"x", "y"}));
        lineage.derived("stewardship.seeds", "uscc", "stewardship.shops", "uscc", "主体归并", "7");
        Browser manager = someoneAs("datamanager");
        JsonNode suggested = manager.getJson("/api/stewardship/elements/of/stewardship.seeds")
                .json();
        assertThat(suggested.get(0).at("/element/identifier").asString()).isEqualTo("DE02001");
        assertThat(suggested.get(1).path("points").asInt()).isZero();
        done(manager, "PUT", "/api/stewardship/elements/of/stewardship.seeds/uscc", Map.of("element", "DE02001"));
        register(manager, "307TOB/000001", "种子经营", "stewardship.seeds", unit);

        JsonNode score =
                manager.getJson("/api/stewardship/scores/" + unit).json().path("score");

        JsonNode standard = part(score, "STANDARD");
        assertThat(standard.path("numerator").asInt()).isEqualTo(1);
        assertThat(standard.path("denominator").asInt()).isEqualTo(3);
        assertThat(standard.path("rate").asDouble()).isEqualTo(33.33);
        assertThat(part(score, "ARCHITECTURE").path("rate").asDouble()).isEqualTo(50);
        assertThat(part(score, "SERVICE").path("rate").isNull())
                .as("no orders, no rate")
                .isTrue();
        assertThat(score.path("formula").asString()).contains("标准 33.33×15").contains("架构 50.00×15");
        JsonNode around =
                manager.getJson("/api/stewardship/lineage/stewardship.shops").json();
        assertThat(around.path("edges")).hasSize(1);
        assertThat(around.at("/edges/0/sourceColumn").asString()).isEqualTo("uscc");
        assertThat(around.at("/titles/stewardship.seeds").asString()).isEqualTo("种子经营");
    }

    /** Other tests land data for units, too; who counts wants a unit of his own. */
    private String aUnitWithoutDatasets() {
        Set<String> taken =
                hub.list(null, 10_000).stream().map(Dataset::unitCode).collect(Collectors.toSet());
        return Stream.of("women", "union", "post", "weather", "fire", "tobacco", "archives", "disabled", "united")
                .filter(unit -> !taken.contains(unit))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode part(JsonNode score, String domain) {
        for (JsonNode one : score.path("parts")) {
            if (one.path("domain").asString().equals(domain)) {
                return one;
            }
        }
        throw new AssertionError("no " + domain + " in " + score);
    }

    private void rule(Browser steward, Map<String, Object> draft) {
        Answer drafted = steward.call("POST", "/api/stewardship/rules", draft);
        assertThat(drafted.status()).as(drafted.body()).isEqualTo(200);
        Answer approved = someoneAs("datamanager")
                .call(
                        "POST",
                        "/api/stewardship/rules/" + drafted.json().path("id").asString() + "/approve",
                        Map.of());
        assertThat(approved.status()).as(approved.body()).isEqualTo(200);
    }

    private JsonNode inspected(Browser steward, String dataset) {
        Answer begun = steward.call("POST", "/api/stewardship/quality/" + dataset + "/runs", Map.of());
        assertThat(begun.status()).as(begun.body()).isEqualTo(200);
        return awaited(() -> {
            JsonNode standing =
                    steward.getJson("/api/stewardship/quality/" + dataset).json();
            return standing.path("results").size() > 1 ? standing : null;
        });
    }

    private static JsonNode result(JsonNode standing, String title) {
        for (JsonNode one : standing.path("results")) {
            if (one.path("title").asString().equals(title)) {
                return one;
            }
        }
        throw new AssertionError("no result of " + title + " in " + standing);
    }

    private String code(Browser steward, String title) {
        for (JsonNode one : steward.getJson("/api/stewardship/quality/stewardship.people")
                .json()
                .path("rules")) {
            if (one.path("title").asString().equals(title)) {
                return one.path("code").asString();
            }
        }
        throw new AssertionError("no rule " + title);
    }

    private static JsonNode rows(Browser browser, String query) {
        Answer page = browser.getJson("/api/records/" + query);
        assertThat(page.status()).as(page.body()).isEqualTo(200);
        return page.json().path("rows");
    }

    private static JsonNode only(JsonNode rows) {
        return rows.size() == 1 ? rows.get(0) : null;
    }

    private static <T> T awaited(Supplier<T> wanted) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            T found = wanted.get();
            if (found != null) {
                return found;
            }
            try {
                Thread.sleep(200);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
        throw new AssertionError("it did not happen within " + PATIENCE);
    }

    private void declare(String name, String title, String unit, List<String> key, DataColumn... columns) {
        hub.declare(Actor.SYSTEM, new Dataset(name, title, unit, List.of(columns), key, 1));
    }

    private Landing.Landed land(String dataset, String batch, Landing.Mode mode, List<Object[]> rows) {
        try (Landing landing = hub.land(Actor.SYSTEM, dataset, batch, mode)) {
            rows.forEach(landing::row);
            return landing.commit();
        }
    }

    private static DataColumn text(String name, String title) {
        return DataColumn.of(name, title, DataType.TEXT);
    }

    private static DataColumn personal(String name, String title) {
        return text(name, title).ofPersons();
    }

    private static List<Object[]> named(int count) {
        return IntStream.range(0, count).mapToObj(i -> new Object[] {"名称" + i}).toList();
    }

    /** A hundred people, of whom some have a wrong check digit and some no number at all. */
    private static List<Object[]> people(int wrong, int empty) {
        List<Object[]> rows = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            String id = CitizenId.of("410881", LocalDate.of(1970, 1, 1).plusDays(i * 31L), 100 + i)
                    .value();
            rows.add(new Object[] {"R" + i, i < wrong ? spoilt(id) : i < wrong + empty ? null : id});
        }
        return rows;
    }

    private static String spoilt(String id) {
        char last = id.charAt(17);
        return id.substring(0, 17) + (last == '1' ? '2' : '1');
    }
}
