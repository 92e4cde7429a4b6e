package cn.gov.jiyuan.server;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.platform.demo.DemoSource;
import cn.gov.jiyuan.platform.hub.DataColumn;
import cn.gov.jiyuan.platform.hub.DataType;
import cn.gov.jiyuan.platform.hub.Dataset;
import cn.gov.jiyuan.platform.hub.Datasets;
import cn.gov.jiyuan.platform.hub.Landing;
import cn.gov.jiyuan.platform.jobs.Progress;
import cn.gov.jiyuan.platform.parties.Unit;
import cn.gov.jiyuan.scenario.Scenario;
import cn.gov.jiyuan.server.town.Answer;
import cn.gov.jiyuan.server.town.Official;
import cn.gov.jiyuan.server.town.ServerTest;
import cn.gov.jiyuan.server.town.Upload;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;

/** The catalogue of information resources, as its stewards work with it. */
class CatalogueTest extends ServerTest {
    private static final String RESOURCES = "/api/records/catalogue.resource";
    private static final String MARKET = "307003";

    @Autowired
    private DataSource dataSource;

    @Autowired
    private Environment environment;

    @Autowired
    private List<DemoSource> demo;

    @Autowired
    private Datasets datasets;

    @Test
    @Scenario("S10.1")
    void refusingToShareNeedsABasisOfLawRegulationOrCentralPolicyAndNothingLess() {
        UUID id = made("不予共享的投诉举报线索");
        Map<String, Object> content = content("不予共享的投诉举报线索");
        content.put("sharing", "NONE");
        save(id, content);
        Answer refused = aSteward().tries(id, "submit", "");
        assertThat(refused.status()).as(refused.body()).isEqualTo(422);
        assertThat(refused.json().path("code").asString()).isEqualTo("catalogue.incomplete");
        JsonNode problem = refused.json().at("/problems/0");
        assertThat(problem.path("pointer").asString()).isEqualTo("/basis");
        assertThat(problem.path("code").asString()).isEqualTo("catalogue.basis-missing");
        assertThat(problem.path("detail").asString())
                .contains("《政务信息资源共享管理暂行办法》")
                .contains("国发〔2016〕51号")
                .contains("第十条");

        content.put("basis", "济源市投诉举报管理办法（济管〔2020〕1 号）第三条");
        content.put("basisKind", "DOCUMENT");
        save(id, content);
        Answer still = aSteward().tries(id, "submit", "");
        assertThat(still.status()).isEqualTo(422);
        assertThat(still.json().at("/problems/0/code").asString()).isEqualTo("catalogue.basis-kind");
        assertThat(still.json().at("/problems/0/pointer").asString()).isEqualTo("/basisKind");
        assertThat(still.json().at("/problems/0/detail").asString()).contains("规范性文件", "法律、行政法规", "第十条");
        assertThat(resource(id).at("/cells/state/value").asString()).isEqualTo("draft");

        content.put("basis", "中华人民共和国个人信息保护法第二十八条");
        content.put("basisKind", "LAW");
        save(id, content);
        aSteward().does(id, "submit", "");
        assertThat(resource(id).at("/cells/state/value").asString()).isEqualTo("secrecy");
    }

    @Test
    @Scenario("S10.2")
    void aSequenceIsNeverUsedAgainAlsoAfterCancelling() {
        Official manager = anOfficial("datamanager");
        Answer put =
                manager.browser().call("POST", "/api/catalogue/classes", Map.of("code", "30700399", "name", "顺序码试验"));
        assertThat(put.status()).as(put.body()).isEqualTo(200);
        UUID last = null;
        for (int i = 1; i <= 15; i++) {
            JsonNode made = create("顺序码试验资源 " + i, "30700399");
            last = UUID.fromString(made.path("id").asString());
            if (i == 15) {
                assertThat(made.path("code").asString()).isEqualTo("30700399/000015");
            }
        }
        publish(last, content("顺序码试验资源 15"));
        manager.does(last, "cancel", "职责取消");
        assertThat(resource(last).at("/cells/state/value").asString()).isEqualTo("cancelled");

        assertThat(create("顺序码试验资源 16", "30700399").path("code").asString()).isEqualTo("30700399/000016");
    }

    @Test
    void aReviewGivesBackToAnyEarlierLevelWithAReasonAndNobodyReviewsHisOwn() {
        UUID id = made("退回试验的资源");
        save(id, content("退回试验的资源"));
        aSteward().does(id, "submit", "");
        aReviewer().does(id, "clear", "不涉及国家秘密");
        anApprover().does(id, "pass", "同意");
        Official manager = anOfficial("datamanager");
        Answer silent = manager.tries(id, "authority-back-to-secrecy", "");
        assertThat(silent.status()).isEqualTo(422);
        manager.does(id, "authority-back-to-secrecy", "摘要提到了案件，请重新审查");
        assertThat(resource(id).at("/cells/state/value").asString()).isEqualTo("secrecy");
        aReviewer().does(id, "secrecy-back-to-draft", "请改写摘要");
        Map<String, Object> changed = content("退回试验的资源");
        changed.put("summary", "改写后的摘要：市场监管部门登记的各类主体的基本情况，供各部门核对。");
        save(id, changed);
        aSteward().does(id, "submit", "");
        aReviewer().does(id, "clear", "不涉及国家秘密");
        anApprover().does(id, "pass", "同意");
        manager.does(id, "publish", "符合指南");
        assertThat(resource(id).at("/cells/version/text").asString()).isEqualTo("1");

        aSteward().does(id, "change-by-law", "职责调整，增加一个信息项");
        assertThat(aSteward().opens(id).path("clocks").toString()).contains("10 个工作日");
        List<Map<String, Object>> items = new ArrayList<>(items());
        items.add(item("phone", "联系电话", "C", 20));
        changed.put("items", items);
        save(id, changed);
        JsonNode list = aSteward()
                .browser()
                .getJson("/api/catalogue/resources/" + id + "/differences?from=1&to=2")
                .json();
        assertThat(list).hasSize(1);
        assertThat(list.at("/0/after").asString()).contains("联系电话");
        assertThat(resource(id).at("/cells/items/text").asString())
                .as("until the new version is published, the old one is shown")
                .isEqualTo("3");
    }

    @Test
    void someoneElsesSavingIsNotOverwritten() {
        UUID id = made("并发修改的资源");
        save(id, content("并发修改的资源"));
        Answer late = aSteward()
                .browser()
                .call(
                        "PUT",
                        "/api/catalogue/resources/" + id + "/draft",
                        Map.of("revision", 1, "content", content("并发修改的资源")));
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.json().path("code").asString()).isEqualTo("catalogue.changed");
        Answer foreign = anOfficial("police-data")
                .browser()
                .call(
                        "PUT",
                        "/api/catalogue/resources/" + id + "/draft",
                        Map.of("revision", 2, "content", content("并发修改的资源")));
        assertThat(foreign.status()).isEqualTo(404);
    }

    @Test
    @Scenario("S10.3")
    void aDailyResourceWithoutDataTurnsYellowAfterThreeDaysAndRedWithAnOrderAfterFive() throws Exception {
        clock.set("2023-02-01T09:00");
        declared("test.daily_flow", "id_no", "name", "reg_date");
        UUID id = made("每日更新的登记流水");
        save(id, content("每日更新的登记流水"));
        mounts(id, "test.daily_flow");
        submitAndReview(id);
        anOfficial("datamanager").does(id, "publish", "符合指南");
        landed("test.daily_flow", "2023-02-01");
        awaitBatch(id, "2023-02-01");

        patrol("2023-02-03T20:00");
        assertThat(light(id)).isEqualTo("GREEN");
        patrol("2023-02-04T08:00");
        assertThat(light(id)).isEqualTo("YELLOW");
        assertThat(ordersOf(id)).isEmpty();
        patrol("2023-02-06T08:00");
        assertThat(light(id)).isEqualTo("RED");
        assertThat(ordersOf(id)).hasSize(1);
        JsonNode order = ordersOf(id).getFirst();
        assertThat(order.at("/cells/state/value").asString()).isEqualTo("sent");
        assertThat(aSteward()
                        .browser()
                        .getJson("/api/cases/inbox?view=claimable&type=catalogue.order&limit=200")
                        .body())
                .as("the provider has it in the inbox")
                .contains(order.path("id").asString());
        patrol("2023-02-07T08:00");
        assertThat(ordersOf(id)).as("one order for one silence").hasSize(1);

        landed("test.daily_flow", "2023-02-07");
        awaitBatch(id, "2023-02-07");
        assertThat(light(id)).isEqualTo("GREEN");
        assertThat(ordersOf(id).getFirst().at("/cells/state/value").asString()).isEqualTo("lifted");
    }

    @Test
    @Scenario("S10.4")
    void aMountedTableThatLacksTheIdNumberIsListedAndKeepsTheEntryFromBeingPublished() {
        declared("test.firms_short", "name", "reg_date");
        UUID id = made("挂接不全的主体信息");
        save(id, content("挂接不全的主体信息"));
        JsonNode compared = mounts(id, "test.firms_short");
        assertThat(compared.path("differences")).hasSize(1);
        assertThat(compared.at("/differences/0/kind").asString()).isEqualTo("MISSING");
        assertThat(compared.at("/differences/0/text").asString()).isEqualTo("缺项：证件号码（id_no）");
        submitAndReview(id);
        Official manager = anOfficial("datamanager");
        Answer refused = manager.tries(id, "publish", "符合指南");
        assertThat(refused.status()).as(refused.body()).isEqualTo(409);
        assertThat(refused.json().path("code").asString()).isEqualTo("catalogue.mount-differs");
        assertThat(refused.json().path("detail").asString()).contains("证件号码");
        assertThat(resource(id).at("/cells/state/value").asString()).isEqualTo("authority");

        declared("test.firms_short", "name", "reg_date", "id_no");
        manager.does(id, "publish", "已补齐");
        assertThat(resource(id).at("/cells/mounting/value").asString()).isEqualTo("FITS");
    }

    @Test
    @Scenario("S10.5")
    void thousandSeventyEightImportedEntriesCountByUnitAndTheRateDrillsDownToTheRow() throws Exception {
        StringBuilder sheet =
                new StringBuilder("信息资源名称,信息资源提供方,信息资源摘要,信息资源格式,共享类型,共享方式,开放属性,更新周期,信息项名称,信息项英文名,数据类型,长度\n");
        List<String> units = List.of("民政局", "公安局", "人社局", "卫健委");
        for (int i = 0; i < 1078; i++) {
            boolean whole = i % 11 != 0;
            sheet.append("导入资源 ").append(i).append(',').append(units.get(i % 4)).append(',');
            sheet.append(whole ? "导入试验用的信息资源，记录业务办理中形成的基本情况和办理结果。" : "太短").append(',');
            sheet.append("数据库,无条件共享,数据库,不予开放,每月,名称,name,字符型,100\n,,,,,,,,登记日期,reg_date,日期型,\n");
        }
        Official manager = anOfficial("datamanager");
        JsonNode batch = imported(manager, sheet.toString());
        assertThat(batch.path("good").asInt()).as(batch.toString()).isEqualTo(2 * 1078);
        assertThat(batch.path("bad").asInt()).isZero();
        String id = batch.path("id").asString();

        int sum = 0;
        for (String unit : List.of("civil", "police", "labour", "health")) {
            sum += total(manager, RESOURCES + "?limit=1&total=yes&originBatch=" + id + "&unit=" + Unit.idOf(unit));
        }
        assertThat(sum).isEqualTo(1078);
        JsonNode shown = manager.browser()
                .getJson("/api/records/catalogue.unit?unit=" + Unit.idOf("civil"))
                .json();
        assertThat(Integer.parseInt(
                        shown.at("/rows/0/cells/entries/text").asString().replace(",", "")))
                .isGreaterThanOrEqualTo(270);

        assertThat(total(manager, RESOURCES + "?limit=1&total=yes&originBatch=" + id + "&complete=false"))
                .isEqualTo(98);
        JsonNode rows = manager.browser()
                .getJson(RESOURCES + "?originBatch=" + id + "&complete=false&limit=5")
                .json()
                .path("rows");
        assertThat(rows).isNotEmpty();
        assertThat(rows.at("/0/cells/missing/text").asString()).isEqualTo("信息资源摘要");
        assertThat(rows.at("/0/cells/filled/text").asString()).isEqualTo("12");
        JsonNode rate = manager.browser()
                .getJson("/api/indicators/catalogue.completeness")
                .json();
        assertThat(rate.toString()).contains("living=true&complete=false");
    }

    @Test
    void aSheetWithErrorsIsAnsweredForRowByRow() throws Exception {
        String sheet = "资源名称,提供方,共享类型,数据类型,信息项名称\n"
                + "导入错误 甲,不存在的局,,,\n"
                + "导入错误 乙,市场监管局,随便共享,,\n"
                + "导入错误 丙,市场监管局,1,字节型,名称\n"
                + "导入错误 丁,市场监管局,无条件共享,,\n"
                + "导入错误 丁,市场监管局,无条件共享,,\n"
                + "导入错误 戊,公安局,,,\n";
        JsonNode batch = imported(aSteward(), sheet);
        assertThat(batch.path("good").asInt()).isEqualTo(1);
        assertThat(batch.path("bad").asInt()).isEqualTo(5);
        JsonNode lines = aSteward()
                .browser()
                .getJson("/api/sheets/imports/" + batch.path("id").asString() + "/rows")
                .json();
        assertThat(lines.at("/0/words").asString()).contains("不存在的局");
        assertThat(lines.at("/1/words").asString()).contains("共享类型“随便共享”无法识别");
        assertThat(lines.at("/2/words").asString()).contains("数据类型“字节型”无法识别");
        assertThat(lines.at("/3/words").asString()).contains("重复");
        assertThat(lines.at("/4/words").asString()).contains("不能替公安局导入");
    }

    @Test
    @Scenario("S10.6")
    void ofFifteenTablesScannedThreeWereNotReportedAndAreSentAsAnOrder() {
        Map<String, Object> place = aDatabaseOf("census_health", 15);
        UUID filed = filed(aRound("2026 年普查", "2022-10-20", "health"), "health");
        Official steward = anOfficial("health-data");
        List<Map<String, Object>> reported = IntStream.rangeClosed(1, 12)
                .mapToObj(i -> table("妇幼系统", "t_" + i, "KNOWN", null))
                .toList();
        fill(steward, filed, reported);
        steward.does(filed, "submit", "");
        assertThat(orders("health", "CENSUS")).isEmpty();

        Answer scanned = anOfficial("datamanager")
                .browser()
                .call("POST", "/api/catalogue/returns/" + filed + "/scans", Map.of("system", "妇幼系统", "place", place));
        assertThat(scanned.status()).as(scanned.body()).isEqualTo(200);
        assertThat(scanned.json().path("missed")).hasSize(3);
        assertThat(names(scanned.json().path("missed"))).containsExactlyInAnyOrder("t_13", "t_14", "t_15");

        List<JsonNode> orders = orders("health", "CENSUS");
        assertThat(orders).hasSize(1);
        assertThat(orders.getFirst().at("/cells/what/text").asString()).contains("t_13", "t_14", "t_15");
        assertThat(orders.getFirst().at("/cells/state/value").asString()).isEqualTo("sent");
        JsonNode row = aSteward()
                .browser()
                .getJson("/api/records/catalogue.return?unit=" + Unit.idOf("health"))
                .json();
        assertThat(row.path("rows")).as("another unit's returns are not shown").isEmpty();
        JsonNode own = steward.browser()
                .getJson("/api/records/catalogue.return?unit=" + Unit.idOf("health"))
                .json();
        assertThat(own.at("/rows/0/cells/missed/text").asString()).isEqualTo("3");
    }

    @Test
    @Scenario("S10.7")
    void whoHasNotReturnedInTimeIsRemindedAndCounted() {
        clock.set("2022-10-11T09:00");
        UUID round = aRound("催办试验", "2022-10-13", "labour");
        UUID filed = filed(round, "labour");
        Official manager = anOfficial("datamanager");
        long before = overdue("labour");
        patrol("2022-10-11T10:00");
        assertThat(censusReturn(filed).at("/cells/reminders/text").asString())
                .as("reminded before the term")
                .isEqualTo("1");
        assertThat(censusReturn(filed).at("/cells/overdue/value").asBoolean()).isFalse();
        patrol("2022-10-14T09:00");
        patrol("2022-10-15T09:00");
        JsonNode late = censusReturn(filed);
        assertThat(late.at("/cells/overdue/value").asBoolean()).isTrue();
        assertThat(late.at("/cells/reminders/text").asString()).isEqualTo("3");
        assertThat(overdue("labour")).isEqualTo(before + 1);
        assertThat(someoneAs("labour-data").getJson("/api/messages").body()).contains("普查填报已逾期");
        JsonNode rate = manager.browser()
                .getJson("/api/indicators/catalogue.census-on-time")
                .json();
        assertThat(rate.at("/whole/denominator").asInt()).isPositive();

        Official steward = anOfficial("labour-data");
        Answer zero = steward.tries(filed, "submit", "");
        assertThat(zero.json().path("code").asString()).isEqualTo("catalogue.return-zero");
    }

    @Test
    @Scenario("S10.8")
    void fortyApprovedTablesRaiseTheCatalogueAndShowTheirRound() {
        Map<String, Object> place = aDatabaseOf("census_tax", 40);
        UUID round = aRound("新增试验", "2022-10-20", "tax");
        UUID filed = filed(round, "tax");
        Official steward = anOfficial("tax-data");
        Answer scan = steward.browser()
                .call("POST", "/api/catalogue/returns/" + filed + "/scans", Map.of("system", "征管系统", "place", place));
        assertThat(scan.status()).as(scan.body()).isEqualTo(200);
        fill(
                steward,
                filed,
                IntStream.rangeClosed(1, 40)
                        .mapToObj(i -> table("征管系统", "t_" + i, "NEW", "307041"))
                        .toList());
        Official manager = anOfficial("datamanager");
        long before = living(manager);
        steward.does(filed, "submit", "");
        anOfficial("tax-approver").does(filed, "confirm", "属实");
        assertThat(living(manager)).isEqualTo(before);
        manager.does(filed, "approve", "同意新增");

        assertThat(living(manager)).isEqualTo(before + 40);
        String number = censusReturn(filed).at("/cells/round/text").asString();
        assertThat(total(manager, RESOURCES + "?limit=1&total=yes&originBatch=" + number))
                .isEqualTo(40);
        JsonNode one = manager.browser()
                .getJson(RESOURCES + "?originBatch=" + number + "&limit=1")
                .json()
                .at("/rows/0");
        assertThat(one.at("/cells/origin/text").asString()).isEqualTo("普查");
        assertThat(one.at("/cells/items/text").asString())
                .as("the items come from the scan")
                .isEqualTo("2");
        assertThat(censusReturn(filed).at("/cells/added/text").asString()).isEqualTo("40");
    }

    @Test
    void tablesOfADatabaseBecomeDraftsWithTheirColumns() {
        Map<String, Object> place = aDatabaseOf("source_market", 3);
        Answer tables = aSteward().browser().call("POST", "/api/catalogue/sources/tables", Map.of("place", place));
        assertThat(tables.json()).hasSize(3);
        Answer taken = aSteward()
                .browser()
                .call(
                        "POST",
                        "/api/catalogue/sources/resources",
                        Map.of("place", place, "tables", List.of("t_1", "t_2"), "classCode", MARKET));
        assertThat(taken.status()).as(taken.body()).isEqualTo(200);
        String code = taken.json().at("/0/code").asString();
        JsonNode items = aSteward()
                .browser()
                .getJson("/api/records/catalogue.item?code=" + code + "&sort=title")
                .json()
                .path("rows");
        assertThat(items).hasSize(2);
        assertThat(items.toString()).contains("证件号码").contains("字符型");
        Map<String, Object> wrong = new HashMap<>(place);
        wrong.put("port", 1);
        Answer unreachable = aSteward().browser().call("POST", "/api/catalogue/sources/tables", Map.of("place", wrong));
        assertThat(unreachable.json().path("code").asString()).isEqualTo("catalogue.source-unreachable");
    }

    @Test
    void theDemonstrationHasTheThousandSeventyEightOfThePlanAlsoAfterAnInterruption() {
        List<DemoSource> sources = demo.stream()
                .filter(source -> List.of("DemoResources", "DemoCensus").contains(source.name()))
                .sorted(java.util.Comparator.comparingInt(DemoSource::order))
                .toList();
        assertThat(sources).hasSize(2);
        for (int time = 0; time < 2; time++) {
            sources.forEach(source -> source.load(new Silent()));
        }
        assertThat(jdbc.sql("select count(*) from catalogue.resource where is_demo")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1078);
        assertThat(jdbc.sql("select count(distinct unit_id) from catalogue.resource where is_demo")
                        .query(Integer.class)
                        .single())
                .isEqualTo(60);
        assertThat(jdbc.sql("select count(*) from catalogue.resource where is_demo and light = 'RED'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(4);
        assertThat(jdbc.sql("select count(*) from catalogue.census_return where is_demo")
                        .query(Integer.class)
                        .single())
                .isEqualTo(60);
        Official manager = anOfficial("datamanager");
        assertThat(manager.browser()
                        .getJson("/api/records/catalogue.order?kind=LAG&limit=50")
                        .json()
                        .path("rows"))
                .hasSizeGreaterThanOrEqualTo(4);
    }

    /** Tells nobody how far it is. */
    private static final class Silent implements Progress {
        @Override
        public void total(long units) {}

        @Override
        public void advance(long units) {}

        @Override
        public void say(String message) {}

        @Override
        public boolean cancelled() {
            return false;
        }
    }

    // ---- what the stewards do

    private Official aSteward() {
        return anOfficial("datasteward");
    }

    private UUID made(String name) {
        return UUID.fromString(create(name, MARKET).path("id").asString());
    }

    private JsonNode create(String name, String classCode) {
        Answer made = aSteward()
                .browser()
                .call("POST", "/api/catalogue/resources", Map.of("name", name, "classCode", classCode));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        return made.json();
    }

    private void save(UUID id, Map<String, Object> content) {
        int revision = aSteward()
                .browser()
                .getJson("/api/catalogue/resources/" + id)
                .json()
                .at("/shown/revision")
                .asInt();
        Answer saved = aSteward()
                .browser()
                .call(
                        "PUT",
                        "/api/catalogue/resources/" + id + "/draft",
                        Map.of("revision", revision, "content", content));
        assertThat(saved.status()).as(saved.body()).isEqualTo(200);
    }

    private void publish(UUID id, Map<String, Object> content) {
        save(id, content);
        submitAndReview(id);
        anOfficial("datamanager").does(id, "publish", "符合指南");
    }

    private void submitAndReview(UUID id) {
        aSteward().does(id, "submit", "");
        aReviewer().does(id, "clear", "不涉及国家秘密");
        anApprover().does(id, "pass", "同意");
    }

    private static Map<String, Object> content(String name) {
        Map<String, Object> content = new HashMap<>();
        content.put("name", name);
        content.put("summary", "市场监管部门在登记和监管中形成的主体基本情况，供各部门核对主体身份。");
        content.put("format", "DATABASE");
        content.put("sharing", "UNCONDITIONAL");
        content.put("sharingMode", "PLATFORM_TABLE");
        content.put("open", "NONE");
        content.put("cycle", "DAILY");
        content.put("related", List.of());
        content.put("items", items());
        return content;
    }

    private static List<Map<String, Object>> items() {
        Map<String, Object> key = new HashMap<>(item("id_no", "证件号码", "C", 18));
        key.put("key", true);
        key.put("optional", false);
        return List.of(key, item("name", "名称", "C", 100), item("reg_date", "登记日期", "D", 0));
    }

    private static Map<String, Object> item(String name, String title, String type, int length) {
        return Map.of(
                "name",
                name,
                "title",
                title,
                "type",
                type,
                "length",
                length,
                "key",
                false,
                "optional",
                true,
                "level",
                2,
                "personal",
                name.equals("id_no"));
    }

    private JsonNode resource(UUID id) {
        return aSteward().browser().getJson(RESOURCES + "/" + id).json();
    }

    private JsonNode imported(Official official, String sheet) throws InterruptedException {
        Upload upload = new Upload("file", "目录.csv", "text/csv", sheet.getBytes(StandardCharsets.UTF_8));
        Answer begun = official.browser().post("/api/sheets/catalogue.resource/imports", Map.of(), List.of(upload));
        assertThat(begun.status()).as(begun.body()).isEqualTo(202);
        String path = "/api/sheets/imports/" + begun.json().path("id").asString();
        for (int tries = 0; tries < 600; tries++) {
            JsonNode batch = official.browser().getJson(path).json();
            if (!batch.path("endedAt").isNull()) {
                return batch;
            }
            Thread.sleep(200);
        }
        throw new AssertionError("The import did not end");
    }

    private static int total(Official official, String path) {
        Answer answer = official.browser().getJson(path);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().at("/totals/count").asInt();
    }

    private long living(Official official) {
        return total(official, RESOURCES + "?limit=1&total=yes&living=true");
    }

    // ---- the hub

    private void declared(String name, String... columns) {
        Map<String, DataColumn> known = Map.of(
                "id_no", DataColumn.of("id_no", "证件号码", DataType.TEXT).ofPersons(),
                "name", DataColumn.of("name", "名称", DataType.TEXT),
                "reg_date", DataColumn.of("reg_date", "登记日期", DataType.DATE));
        List<DataColumn> wanted =
                java.util.Arrays.stream(columns).map(known::get).toList();
        datasets.declare(Actor.SYSTEM, new Dataset(name, "试验数据", "market", wanted, List.of(), 1));
    }

    private void landed(String name, String day) {
        try (Landing landing = datasets.land(Actor.SYSTEM, name, "batch-" + day, Landing.Mode.APPEND)) {
            landing.row("410881199001010015", "某商行", LocalDate.parse(day));
            landing.commit();
        }
    }

    private JsonNode mounts(UUID id, String dataset) {
        Answer mounted = aSteward()
                .browser()
                .call("PUT", "/api/catalogue/resources/" + id + "/mount", Map.of("dataset", dataset));
        assertThat(mounted.status()).as(mounted.body()).isEqualTo(200);
        return mounted.json();
    }

    private void awaitBatch(UUID id, String day) throws InterruptedException {
        for (int tries = 0; tries < 150; tries++) {
            String last = resource(id).at("/cells/lastBatch/value").asString("");
            if (last.startsWith(day)) {
                return;
            }
            Thread.sleep(200);
        }
        throw new AssertionError("The batch of " + day + " was not seen");
    }

    private String light(UUID id) {
        return resource(id).at("/cells/light/value").asString();
    }

    private List<JsonNode> ordersOf(UUID id) {
        String code = resource(id).at("/cells/code/text").asString();
        return orders("market", "LAG").stream()
                .filter(order -> order.at("/cells/code/text").asString().equals(code))
                .toList();
    }

    // ---- census

    private UUID aRound(String title, String due, String... units) {
        Answer opened = anOfficial("datamanager")
                .browser()
                .call(
                        "POST",
                        "/api/catalogue/rounds",
                        Map.of("title", title, "scope", "在用业务系统", "due", due, "units", List.of(units)));
        assertThat(opened.status()).as(opened.body()).isEqualTo(201);
        return UUID.fromString(opened.json().path("id").asString());
    }

    private UUID filed(UUID round, String unit) {
        JsonNode rounds = anOfficial("datamanager")
                .browser()
                .getJson("/api/catalogue/rounds")
                .json();
        String number = rounds.valueStream()
                .filter(one -> one.path("id").asString().equals(round.toString()))
                .findFirst()
                .orElseThrow()
                .path("number")
                .asString();
        return UUID.fromString(anOfficial("datamanager")
                .browser()
                .getJson("/api/records/catalogue.return?round=" + number + "&unit=" + Unit.idOf(unit))
                .json()
                .at("/rows/0/id")
                .asString());
    }

    private static Map<String, Object> table(String system, String name, String disposition, String classCode) {
        Map<String, Object> table = new HashMap<>();
        table.put("system", system);
        table.put("name", name);
        table.put("title", "");
        table.put("rows", 100);
        table.put("reported", true);
        table.put("scanned", false);
        table.put("disposition", disposition);
        table.put("classCode", classCode);
        return table;
    }

    private static void fill(Official steward, UUID filed, List<Map<String, Object>> tables) {
        String path = "/api/catalogue/returns/" + filed;
        int revision =
                steward.browser().getJson(path).json().at("/filed/revision").asInt();
        Answer saved =
                steward.browser().call("PUT", path, Map.of("revision", revision, "note", "逐系统填报", "tables", tables));
        assertThat(saved.status()).as(saved.body()).isEqualTo(200);
    }

    private JsonNode censusReturn(UUID id) {
        return anOfficial("datamanager")
                .browser()
                .getJson("/api/records/catalogue.return/" + id)
                .json();
    }

    private void patrol(String moment) {
        clock.set(moment);
        Answer looked = anOfficial("datamanager").browser().call("POST", "/api/catalogue/patrols", Map.of());
        assertThat(looked.status()).as(looked.body()).isEqualTo(200);
    }

    private long overdue(String unit) {
        return jdbc.sql("select count(*) from catalogue.census_return where unit_id = ? and overdue")
                .param(Unit.idOf(unit))
                .query(Long.class)
                .single();
    }

    private List<JsonNode> orders(String unit, String kind) {
        return anOfficial("datamanager")
                .browser()
                .getJson("/api/records/catalogue.order?kind=" + kind + "&unit=" + Unit.idOf(unit)
                        + "&columns=title,what,state,code")
                .json()
                .path("rows")
                .valueStream()
                .toList();
    }

    private static List<String> names(JsonNode tables) {
        return tables.valueStream().map(one -> one.path("name").asString()).toList();
    }

    /** A department's database with so many tables, and how to reach it. */
    private Map<String, Object> aDatabaseOf(String schema, int tables) {
        jdbc.sql("create schema if not exists " + schema).update();
        for (int i = 1; i <= tables; i++) {
            String name = schema + ".t_" + i;
            jdbc.sql("create table if not exists " + name + " (id_no varchar(18) primary key, at timestamptz)")
                    .update();
            jdbc.sql("comment on table " + name + " is '" + schema + " 业务表 " + i + "'")
                    .update();
            jdbc.sql("comment on column " + name + ".id_no is '证件号码'").update();
            jdbc.sql("comment on column " + name + ".at is '办理时间'").update();
        }
        return place(schema);
    }

    private Map<String, Object> place(String schema) {
        try (var connection = dataSource.getConnection()) {
            java.net.URI uri =
                    java.net.URI.create(connection.getMetaData().getURL().substring("jdbc:".length()));
            return Map.of(
                    "host", uri.getHost(),
                    "port", uri.getPort(),
                    "database", uri.getPath().substring(1),
                    "schema", schema,
                    "user", connection.getMetaData().getUserName(),
                    "password", String.valueOf(environment.getProperty("jiyuan.database.password")));
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
