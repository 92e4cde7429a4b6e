package cn.gov.jiyuan.server;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.code.CitizenId;
import cn.gov.jiyuan.platform.hub.DataColumn;
import cn.gov.jiyuan.platform.hub.DataType;
import cn.gov.jiyuan.platform.hub.Dataset;
import cn.gov.jiyuan.platform.hub.Datasets;
import cn.gov.jiyuan.platform.hub.Landing;
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
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Data stewards at their desks; only the data themselves come straight from the hub, as a source would land them. */
class DataStewardTest extends ServerTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Autowired
    private Datasets hub;

    @Test
    @Scenario("S12.2")
    void eightWrongCheckDigitsAndFiveEmptyNumbersAreCountedAndShownRowByRow() {
        declare("stewardship.people", "人口登记", "police", List.of("row_no"), text("row_no", "行号"), personal("id_no", "公民身份号码"));
        land("stewardship.people", "1", Landing.Mode.REPLACE, people(8, 5));
        Browser police = someoneAs("police-data");
        rule(police, Map.of("dataset", "stewardship.people", "title", "证号校验位正确", "template", "CITIZEN_ID", "settings", Map.of("columns", List.of("id_no"))));
        rule(police, Map.of("dataset", "stewardship.people", "title", "证号不为空", "template", "NOT_NULL", "settings", Map.of("columns", List.of("id_no"))));

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
        JsonNode rows = rows(police, "stewardship.issue?result=" + accuracy.path("id").asString());
        assertThat(rows).hasSize(8);
        assertThat(rows.toString()).contains("*").doesNotContain("41088119");
        assertThat(rows(police, "stewardship.issue?result=" + completeness.path("id").asString())).hasSize(5);
        assertThat(rows(someoneAs("civil-data"), "stewardship.issue?dataset=stewardship.people"))
                .as("another department sees none of them")
                .isEmpty();
        anOrderIsOpenUntilTheNextBatchPasses();
    }

    private void anOrderIsOpenUntilTheNextBatchPasses() {
        Official police = anOfficial("police-data");
        JsonNode order = awaited(() -> only(rows(police.browser(), "stewardship.order?dataset=stewardship.people&ruleCode=" + code(police.browser(), "证号校验位正确"))));
        UUID id = UUID.fromString(order.path("id").asString());
        assertThat(police.opens(id).at("/matter/state").asString()).isEqualTo("rectifying");
        police.takes(id);
        police.does(id, "report", "已按户籍档案更正八个证号");
        land("stewardship.people", "2", Landing.Mode.REPLACE, people(3, 0));
        awaited(() -> police.opens(id).at("/matter/state").asString().equals("rectifying") ? "again" : null);
        land("stewardship.people", "3", Landing.Mode.REPLACE, people(0, 0));
        awaited(() -> police.opens(id).at("/matter/state").asString().equals("closed") ? "closed" : null);
        land("stewardship.people", "4", Landing.Mode.REPLACE, people(1, 0));
        JsonNode again = awaited(() -> only(rows(police.browser(), "stewardship.order?dataset=stewardship.people&state=rectifying&ruleCode=" + order.at("/cells/ruleCode/value").asString(code(police.browser(), "证号校验位正确")))));
        assertThat(again.toString()).as("the same rule failed before").contains("是");
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

        assertThat(landed.held()).contains("400").contains("1000").contains("20.0").contains("940");
        assertThat(hub.current("stewardship.arrivals").orElseThrow().number()).isEqualTo(before);
        assertThat(hub.current("stewardship.arrivals").orElseThrow().rows()).isEqualTo(1020);
        JsonNode held = awaited(() -> only(rows(steward, "stewardship.batch?dataset=stewardship.arrivals&state=HELD")));
        awaited(() -> only(rows(steward, "stewardship.order?dataset=stewardship.arrivals&state=rectifying")));
        String batch = "/api/stewardship/batches/" + held.path("id").asString();
        assertThat(steward.call("POST", batch + "/release", Map.of("reason", "闭馆期间确实只有四百人")).status())
                .as("the source itself does not release it")
                .isEqualTo(403);
        Browser manager = someoneAs("datamanager");
        assertThat(manager.call("POST", batch + "/release", Map.of("reason", "好")).json().path("code").asString())
                .isEqualTo("stewardship.reason-missing");
        Answer released = manager.call("POST", batch + "/release", Map.of("reason", "闭馆期间确实只有四百人，已向文广旅局核实"));
        assertThat(released.status()).as(released.body()).isEqualTo(200);
        assertThat(hub.current("stewardship.arrivals").orElseThrow().rows()).isEqualTo(400);
        assertThat(manager.call("POST", batch + "/release", Map.of("reason", "闭馆期间确实只有四百人，已向文广旅局核实")).json().path("code").asString())
                .isEqualTo("stewardship.not-held");
    }

    @Test
    void whoDraftsARuleDoesNotApproveItAndBadRulesAreRefusedAtTheirPlace() {
        declare("stewardship.drafts", "规则试验", "market", List.of(), text("name", "名称"));
        Browser steward = someoneAs("datasteward");
        String path = "/api/stewardship/rules";
        Answer empty = steward.call("POST", path, Map.of("dataset", "stewardship.drafts", "title", "格式", "template", "PATTERN", "settings", Map.of("columns", List.of("name"))));
        assertThat(empty.json().path("code").asString()).isEqualTo("stewardship.bad-rule");
        assertThat(empty.json().path("pointer").asString()).isEqualTo("/settings/pattern");
        Answer writes = steward.call("POST", path, Map.of("dataset", "stewardship.drafts", "title", "删", "template", "SQL", "settings", Map.of("sql", "")));
        assertThat(writes.status()).isEqualTo(422);
        Answer foreign = steward.call("POST", path, Map.of("dataset", "stewardship.people", "title", "别人的", "template", "NOT_NULL", "settings", Map.of("columns", List.of("id_no"))));
        assertThat(foreign.status()).isEqualTo(404);
        Answer manager = someoneAs("datamanager").call("POST", path, Map.of("dataset", "stewardship.drafts", "title", "不为空", "template", "NOT_NULL", "settings", Map.of("columns", List.of("name"))));
        assertThat(manager.status()).as(manager.body()).isEqualTo(200);
        assertThat(someoneAs("datamanager").call("POST", path + "/" + manager.json().path("id").asString() + "/approve", Map.of()).json().path("code").asString())
                .isEqualTo("stewardship.own-draft");
    }

    private void rule(Browser steward, Map<String, Object> draft) {
        Answer drafted = steward.call("POST", "/api/stewardship/rules", draft);
        assertThat(drafted.status()).as(drafted.body()).isEqualTo(200);
        Answer approved = someoneAs("datamanager")
                .call("POST", "/api/stewardship/rules/" + drafted.json().path("id").asString() + "/approve", Map.of());
        assertThat(approved.status()).as(approved.body()).isEqualTo(200);
    }

    private JsonNode inspected(Browser steward, String dataset) {
        Answer begun = steward.call("POST", "/api/stewardship/quality/" + dataset + "/runs", Map.of());
        assertThat(begun.status()).as(begun.body()).isEqualTo(200);
        return awaited(() -> {
            JsonNode standing = steward.getJson("/api/stewardship/quality/" + dataset).json();
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
        for (JsonNode one : steward.getJson("/api/stewardship/quality/stewardship.people").json().path("rules")) {
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
            String id = CitizenId.of("410881", LocalDate.of(1970, 1, 1).plusDays(i * 31L), 100 + i).value();
            rows.add(new Object[] {"R" + i, i < wrong ? spoilt(id) : i < wrong + empty ? null : id});
        }
        return rows;
    }

    private static String spoilt(String id) {
        char last = id.charAt(17);
        return id.substring(0, 17) + (last == '1' ? '2' : '1');
    }
}
