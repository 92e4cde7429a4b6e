package cn.gov.jiyuan.server;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.jiyuan.kernel.actor.ActingAs;
import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.id.Ids;
import cn.gov.jiyuan.platform.cases.ActionInput;
import cn.gov.jiyuan.platform.cases.CaseImport;
import cn.gov.jiyuan.platform.cases.HistoricCase;
import cn.gov.jiyuan.platform.cases.NewCase;
import cn.gov.jiyuan.platform.parties.DemoPopulation;
import cn.gov.jiyuan.platform.parties.DemoStaff;
import cn.gov.jiyuan.platform.parties.Unit;
import cn.gov.jiyuan.scenario.Scenario;
import cn.gov.jiyuan.server.town.Answer;
import cn.gov.jiyuan.server.town.Browser;
import cn.gov.jiyuan.server.town.ServerTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** The theme database of the city's own service: from matters of two towns to figures, and what analysts may make of them. */
class ThemesTest extends ServerTest {
    private static final String TOPIC = "/api/themes/topics/service";
    private static final String MARCH = "?from=2022-03&to=2022-03";
    private static final String APRIL = "?from=2022-04&to=2022-04";
    private static final String MAY = "?from=2022-05&to=2022-05";
    /** The counts of matters in March 2022 by town and channel; three of Kejing came to the window. */
    private static final Map<String, int[]> MATTERS =
            Map.of("kejing", new int[] {3, 8, 9}, "wangwu", new int[] {7, 10, 6});

    private static int serial;
    private static boolean prepared;

    @Autowired
    private CaseImport imports;

    private Browser manager;

    @BeforeEach
    void theTownsHaveHandledMatters() {
        manager = someoneAs("datamanager");
        if (!prepared) {
            prepared = true;
            for (String month : List.of("2022-03", "2022-04", "2022-05")) {
                MATTERS.forEach((town, counts) -> {
                    for (int channel = 1; channel <= 3; channel++) {
                        handled(town, month, String.valueOf(channel), counts[channel - 1]);
                    }
                });
            }
        }
        refreshed(() -> number(line("volume", MARCH, "kejing"), "/parts/numerator") >= 20
                && number(line("volume", MAY, "wangwu"), "/parts/numerator") >= 23);
    }

    @Test
    void figuresCountTheMattersOfEachTownAndDrillDownToThem() {
        assertThat(number(line("volume", MARCH, "wangwu"), "/parts/numerator")).isEqualTo(23);
        JsonNode online = line("online", MARCH, "kejing");
        assertThat(online.path("value").asString()).isEqualTo("85.00%");
        assertThat(number(line("on-time", MARCH, "kejing"), "/parts/denominator"))
                .isEqualTo(20);
        assertThat(number(line("workdays", MARCH, "kejing"), "/parts/numerator"))
                .isZero();

        Browser town = someoneAs("kejing-approver");
        JsonNode volume = town.getJson(TOPIC + "/figures/volume" + MARCH).json();
        assertThat(volume.at("/visible/numerator").asInt()).isEqualTo(20);
        assertThat(volume.at("/whole/numerator").asInt()).isGreaterThanOrEqualTo(43);
        assertThat(volume.path("note").asString()).startsWith("as_of=");
        JsonNode rows =
                town.getJson(TOPIC + "/figures/volume/rows?month=2022-03").json();
        assertThat(rows.path("visible").asInt()).isEqualTo(20);
        assertThat(rows.path("whole").asInt()).isGreaterThanOrEqualTo(43);
        assertThat(rows.path("rows"))
                .hasSize(20)
                .allSatisfy(row -> assertThat(row.path("unit_id").asString())
                        .isEqualTo(Unit.idOf("kejing").toString()));
        assertThat(rows.toString()).doesNotContain(DemoPopulation.firm(0).name());
    }

    @Test
    @Scenario("S14.1")
    void aFigureWhoseSourceTaskIsGoneSaysSinceWhenItIsStaleAndKeepsNoOldValueAsNew() {
        JsonNode fresh = figure("volume", MARCH);
        assertThat(fresh.path("stale").asBoolean()).isFalse();
        assertThat(fresh.path("value").asString())
                .isEqualTo(fresh.path("lastValue").asString());

        assertThat(move("reviews", "remove", "").status()).isEqualTo(422);
        assertThat(move("reviews", "remove", "评价系统下线").status()).isEqualTo(200);
        JsonNode bad = figure("bad-review", MARCH);
        assertThat(bad.path("stale").asBoolean()).isTrue();
        assertThat(figure("volume", MARCH).path("stale").asBoolean())
                .as("what does not rest on the source stays fresh")
                .isFalse();

        assertThat(move("matters", "remove", "来源系统迁移").status()).isEqualTo(200);
        assertThat(move("matters", "stop", "再停").status()).isEqualTo(409);
        handled("wangwu", "2022-02", "2", 1);
        JsonNode stale = figure("volume", "?from=2022-02&to=2022-04");
        assertThat(stale.path("note").asString()).matches("数据陈旧 as_of=\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d");
        assertThat(stale.path("value").isNull()).isTrue();
        assertThat(stale.path("lastValue").asString()).isNotEmpty();
        assertThat(stale.path("reasons").toString()).contains("政务服务办件").contains("已删除");
        manager.call("POST", TOPIC + "/refresh", Map.of());
        awaited(() -> !running());
        assertThat(figure("volume", "?from=2022-02&to=2022-04").path("asOf"))
                .as("a refresh without the source makes nothing younger")
                .isEqualTo(stale.path("asOf"));
        assertThat(overview().path("stale").asInt()).isGreaterThanOrEqualTo(6);

        move("matters", "resume", "迁移完成");
        move("reviews", "resume", "恢复");
        refreshed(() -> number(line("volume", "?from=2022-02&to=2022-02", "wangwu"), "/parts/numerator") >= 1);
        assertThat(figure("volume", MARCH).path("value").asString()).isNotEmpty();
        assertThat(figure("volume", MARCH).path("stale").asBoolean()).isFalse();
        assertThat(someoneAs("clerk")
                        .call("POST", TOPIC + "/sources/matters/stop", Map.of("reason", "试"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    @Scenario("S14.2")
    void fromAnIndicatorTheLineageLeadsBackToTheFieldOfTheSourceAndTheBatch() {
        JsonNode drawing =
                someoneAs("clerk").getJson(TOPIC + "/figures/on-time/lineage").json();
        Set<String> sources = new HashSet<>(Set.of("ads.service_figure.numerator"));
        for (int round = 0; round < 10; round++) {
            drawing.path("edges").forEach(edge -> {
                if (sources.contains(edge.path("to").asString())) {
                    sources.add(edge.path("from").asString());
                }
            });
        }
        assertThat(sources)
                .contains("cases.clock_list.late", "cases.clock_list.clock", "cases.matter_list.decided_at")
                .doesNotContain("reviews.evaluation_facts.satisfaction", "cases.matter_list.number");

        JsonNode clocks = null;
        for (JsonNode version : drawing.path("versions")) {
            clocks = version.path("dataset").asString().equals("ods.service_clock") ? version : clocks;
        }
        assertThat(clocks).isNotNull();
        assertThat(clocks.path("batches")).isNotEmpty();
        JsonNode batch = clocks.at("/batches/0");
        assertThat(batch.path("snapshot").asLong())
                .isEqualTo(clocks.path("snapshot").asLong());
        assertThat(jdbc.sql("select batch_id from hub.snapshot where dataset = 'ods.service_clock' and number = ?")
                        .param(clocks.path("snapshot").asLong())
                        .query(UUID.class)
                        .single()
                        .toString())
                .isEqualTo(batch.path("id").asString());
    }

    @Test
    @Scenario("S14.3")
    void afterTheMeaningChangedHistoryIsComputedByTheOldOneToo() {
        clock.set("2022-04-10T09:00");
        String meanings = TOPIC + "/figures/online/meanings";
        Browser leader = someoneAs("leader");
        Map<String, Object> draft = Map.of(
                "from", "2022-05-01",
                "numerator", "case when f.channel = '电脑端网上' then 1 else 0 end",
                "numeratorText", "从电脑端申请的办件数");
        assertThat(manager.call("POST", meanings, Map.of("from", "2022-04-01")).status())
                .isEqualTo(422);
        for (String wrong : List.of("f.nothing", "(select 1)", "1; drop table x", "'一'", "read_text('/etc/passwd')")) {
            Answer refused = manager.call("POST", meanings, Map.of("from", "2022-05-01", "numerator", wrong));
            assertThat(refused.status()).as(wrong).isEqualTo(422);
            assertThat(refused.json().path("code").asString()).isEqualTo("themes.bad-meaning");
        }
        Answer drafted = manager.call("POST", meanings, draft);
        assertThat(drafted.status()).as(drafted.body()).isEqualTo(200);
        assertThat(manager.call("POST", meanings + "/2/approve", Map.of()).status())
                .isEqualTo(403);
        assertThat(someoneAs("kejing-approver")
                        .call("POST", meanings + "/2/approve", Map.of())
                        .status())
                .isEqualTo(403);
        Answer approved = leader.call("POST", meanings + "/2/approve", Map.of());
        assertThat(approved.status()).as(approved.body()).isEqualTo(200);
        assertThat(leader.call("POST", meanings + "/2/approve", Map.of()).status())
                .isEqualTo(409);

        clock.set(TODAY);
        refreshed(() -> line("online", MAY, "kejing").path("value").asString().equals("40.00%"));
        assertThat(line("online", MAY, "kejing").path("meanings").asString()).isEqualTo("2");
        assertThat(line("online", APRIL, "kejing").path("value").asString())
                .as("the past keeps the meaning that was in force")
                .isEqualTo("85.00%");
        assertThat(line("online", MAY + "&meaning=1", "kejing").path("value").asString())
                .isEqualTo("85.00%");
        assertThat(line("online", APRIL + "&meaning=2", "kejing").path("value").asString())
                .isEqualTo("40.00%");
        assertThat(manager.getJson(TOPIC + "/figures/online" + MAY + "&meaning=9")
                        .status())
                .isEqualTo(404);
    }

    @Test
    @Scenario("S14.4")
    void aCellOfThreeIsWithheldFromTheExportAndCannotBeComputed() {
        String space = space(manager, "leader", "DETAIL");
        String job = finished(submitted(space, crossTable()));
        JsonNode result = manager.getJson("/api/themes/jobs/" + job).json().path("result");
        assertThat(result.path("rows")).hasSize(2);
        assertThat(result.toString()).as("within the space the count is seen").contains("3");

        Answer export = manager.call("POST", "/api/themes/jobs/" + job + "/export", Map.of());
        assertThat(export.status()).as(export.body()).isEqualTo(200);
        List<List<String>> table =
                export.body().lines().limit(4).map(ThemesTest::cells).toList();
        assertThat(table).hasSize(4);
        int window = table.getFirst().indexOf("窗口");
        List<String> kejing = table.stream()
                .filter(line -> line.getFirst().equals(Unit.idOf("kejing").toString()))
                .findFirst()
                .orElseThrow();
        assertThat(kejing.get(window)).isEqualTo("*");
        for (int i = 1; i < table.size(); i++) {
            assertThat(table.get(i).stream().filter("*"::equals).count())
                    .as("row %s", table.get(i))
                    .isNotEqualTo(1);
        }
        for (int column = 1; column < table.getFirst().size(); column++) {
            int place = column;
            assertThat(table.stream()
                            .filter(line -> line.get(place).equals("*"))
                            .count())
                    .as("column %s", table.getFirst().get(place))
                    .isNotEqualTo(1);
        }
        assertThat(table.getLast().getLast()).as("what is large is told").isEqualTo("43");
        assertThat(someoneAs("leader")
                        .call("POST", "/api/themes/jobs/" + job + "/export", Map.of())
                        .status())
                .isEqualTo(404);
    }

    @Test
    @Scenario("S14.5")
    void theSameSnapshotAndParametersGiveTheSameResultHoweverMuchCameSince() {
        String space = space(manager, "leader", "MASKED");
        Map<String, Object> clusters = Map.of(
                "algorithm", "K_MEANS", "dataset", "dwd.service_matter", "fields", List.of("workdays"), "groups", 2);
        List<String> first = List.of(
                finished(submitted(
                        space,
                        Map.of(
                                "algorithm",
                                "CROSS_TABLE",
                                "dataset",
                                "dwd.service_matter",
                                "rows",
                                "unit_id",
                                "columns",
                                "outcome"))),
                finished(submitted(space, clusters)));
        long before = rowsOf("dwd.service_matter");
        handled("kejing", "2021-11", "2", 2);
        refreshed(() -> rowsOf("dwd.service_matter") >= before + 2);

        for (String job : first) {
            Answer again = manager.call("POST", "/api/themes/jobs/" + job + "/rerun", Map.of());
            assertThat(again.status()).as(again.body()).isEqualTo(200);
            JsonNode one = manager.getJson("/api/themes/jobs/" + job).json();
            JsonNode other = manager.getJson("/api/themes/jobs/"
                            + finished(again.json().path("id").asString()))
                    .json();
            assertThat(other.path("snapshot").asLong())
                    .isEqualTo(one.path("snapshot").asLong());
            assertThat(other.path("digest").asString())
                    .hasSize(64)
                    .isEqualTo(one.path("digest").asString());
            assertThat(other.path("result")).isEqualTo(one.path("result"));
        }
        JsonNode fresh = manager.getJson("/api/themes/jobs/"
                        + finished(submitted(
                                space,
                                Map.of(
                                        "algorithm",
                                        "CROSS_TABLE",
                                        "dataset",
                                        "dwd.service_matter",
                                        "rows",
                                        "unit_id",
                                        "columns",
                                        "outcome"))))
                .json();
        assertThat(fresh.path("digest").asString())
                .as("over the new snapshot it is another result")
                .isNotEqualTo(manager.getJson("/api/themes/jobs/" + first.getFirst())
                        .json()
                        .path("digest")
                        .asString());
    }

    @Test
    @Scenario("S14.6")
    void aViewWithRowsOfTwoTownsShowsEachTownItsOwn() {
        String space = space(manager, "leader", "MASKED");
        Map<String, Object> query = Map.of(
                "dataset", "dwd.service_matter",
                "columns", List.of("unit_id", "number", "channel"),
                "where",
                        List.of(
                                Map.of(
                                        "column",
                                        "opened_on",
                                        "comparison",
                                        "AT_LEAST",
                                        "values",
                                        List.of("2022-03-01")),
                                Map.of(
                                        "column",
                                        "opened_on",
                                        "comparison",
                                        "AT_MOST",
                                        "values",
                                        List.of("2022-03-31"))));
        Answer saved = manager.call(
                "POST",
                "/api/themes/workspaces/" + space + "/views",
                Map.of("title", "三月办件", "chart", "TABLE", "query", query));
        assertThat(saved.status()).as(saved.body()).isEqualTo(200);
        String view = "/api/themes/views/" + saved.json().path("id").asString();
        assertThat(manager.getJson(view).json().at("/answer/rows").toString())
                .contains("克井镇")
                .contains("王屋镇")
                .contains("****");

        Browser town = someoneAs("kejing-approver");
        assertThat(town.getJson(view).status()).isEqualTo(404);
        manager.call("POST", view + "/share", Map.of("units", List.of(Unit.idOf("kejing"))));
        JsonNode seen = town.getJson(view).json().at("/answer/rows");
        assertThat(seen).hasSize(20);
        assertThat(seen.toString()).contains("克井镇").doesNotContain("王屋镇");
        assertThat(town.getJson("/api/themes/views").body()).contains("三月办件");
        assertThat(someoneAs("wangwu-approver").getJson(view).status()).isEqualTo(404);
        assertThat(town.call("POST", view + "/share", Map.of("units", List.of()))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aWorkspaceIsApprovedByAnotherForItsDatasetsAndLevel() {
        Browser steward = someoneAs("datasteward");
        Map<String, Object> wish = Map.of(
                "title",
                "办件分析",
                "purpose",
                "分析窗口办件",
                "datasets",
                List.of("dws.service_figure"),
                "masking",
                "AGGREGATE");
        assertThat(steward.call(
                                "POST",
                                "/api/themes/workspaces",
                                Map.of("title", "无用途", "datasets", List.of("dws.service_figure")))
                        .status())
                .isEqualTo(422);
        assertThat(steward.call(
                                "POST",
                                "/api/themes/workspaces",
                                Map.of("title", "原始层", "purpose", "看", "datasets", List.of("ods.service_matter")))
                        .status())
                .isEqualTo(422);
        String id = steward.call("POST", "/api/themes/workspaces", wish)
                .json()
                .path("id")
                .asString();
        String query = "/api/themes/workspaces/" + id + "/query";
        Map<String, Object> totals = Map.of(
                "dataset",
                "dws.service_figure",
                "columns",
                List.of("month"),
                "measures",
                List.of(Map.of("function", "SUM", "column", "numerator")));
        assertThat(steward.call("POST", query, totals).status()).isEqualTo(409);
        Answer decided = manager.call(
                "POST", "/api/themes/workspaces/" + id + "/decision", Map.of("approved", true, "reason", "同意"));
        assertThat(decided.status()).as(decided.body()).isEqualTo(200);

        assertThat(steward.call("POST", query, totals).status()).isEqualTo(200);
        assertThat(steward.call("POST", query, Map.of("dataset", "dws.service_figure", "columns", List.of("month")))
                        .json()
                        .path("code")
                        .asString())
                .isEqualTo("themes.only-totals");
        assertThat(steward.call("POST", query, Map.of("dataset", "dwd.service_matter", "columns", List.of("id")))
                        .json()
                        .path("code")
                        .asString())
                .isEqualTo("themes.outside");
        assertThat(steward.call(
                                "POST",
                                query,
                                Map.of(
                                        "dataset", "dws.service_figure",
                                        "columns", List.of("month from data; --"),
                                        "measures", List.of(Map.of("function", "COUNT"))))
                        .status())
                .isEqualTo(422);
        assertThat(manager.call("POST", query, totals).status()).isEqualTo(404);
        assertThat(steward.call("POST", "/api/themes/workspaces/" + id + "/close", Map.of())
                        .status())
                .isEqualTo(200);
        assertThat(steward.call("POST", query, totals).status()).isEqualTo(409);
    }

    @Test
    void sqlIsForDataManagersReadsOnlyAndIsKept() {
        assertThat(someoneAs("datasteward")
                        .call("POST", "/api/themes/sql", Map.of("sql", "select 1", "purpose", "看"))
                        .status())
                .isEqualTo(403);
        Answer counted = manager.call(
                "POST",
                "/api/themes/sql",
                Map.of("sql", "select count(*) as n from dwd_service_matter", "purpose", "核对行数"));
        assertThat(counted.status()).as(counted.body()).isEqualTo(200);
        assertThat(counted.json().at("/rows/0/0").asLong()).isGreaterThan(80);
        for (String wrong : List.of(
                "select * from read_csv('/etc/passwd')",
                "drop view dwd_service_matter",
                "select 1) union (select 2",
                "")) {
            assertThat(manager.call("POST", "/api/themes/sql", Map.of("sql", wrong, "purpose", "试"))
                            .status())
                    .as(wrong)
                    .isBetween(400, 499);
        }
        assertThat(manager.call("POST", "/api/themes/sql", Map.of("sql", "select 1"))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void themesWithoutSourcesSaySo() {
        JsonNode themes = manager.getJson("/api/themes/topics").json();
        assertThat(themes).hasSize(8);
        themes.forEach(theme -> {
            boolean built = theme.path("built").asBoolean();
            assertThat(theme.path("unit").asString()).isNotEmpty();
            assertThat(theme.path("needs").isEmpty()).isEqualTo(built);
            if (!built) {
                Answer refused =
                        manager.getJson("/api/themes/topics/" + theme.path("id").asString() + "/figures");
                assertThat(refused.json().path("code").asString()).isEqualTo("themes.not-built");
            }
        });
        JsonNode service = overview();
        assertThat(service.path("indicators").asInt()).isGreaterThanOrEqualTo(5);
        assertThat(service.path("quality").asString()).matches("\\d{2,3}\\.\\d\\d");
        assertThat(manager.getJson(TOPIC).json().path("layers").toString())
                .contains("ODS", "DWD", "DWS", "ADS")
                .doesNotContain("applicant_name");
    }

    // What the towns did

    private void handled(String town, String month, String channel, int count) {
        List<HistoricCase> matters = IntStream.range(0, count)
                .mapToObj(i -> matter(town, month, channel))
                .toList();
        imports.importAll(matters.stream());
    }

    private HistoricCase matter(String town, String month, String channel) {
        int number = serial++;
        DemoPopulation.Firm firm = DemoPopulation.firm(number % 500);
        Actor applicant = new Actor(
                firm.representative().id(),
                "某某",
                ActingAs.ENTERPRISE,
                firm.id(),
                firm.name(),
                null,
                null,
                Set.of("enterprise"),
                3);
        Instant start = Instant.parse(month + "-14T01:00:00Z").plusSeconds(number);
        List<HistoricCase.Deed> deeds = new ArrayList<>();
        deeds.add(new HistoricCase.Deed(start, applicant, "submit", ActionInput.NONE));
        deeds.add(deed(town, start, 1, "clerk", "accept"));
        deeds.add(deed(town, start, 2, "reviewer", "review"));
        deeds.add(deed(town, start, 3, "approver", "refuse"));
        NewCase opened = new NewCase(
                "onestop.matter",
                "出版物零售单位设立审批",
                "S14-" + number,
                Unit.idOf(town),
                town.equals("kejing") ? "419001100" : "419001109",
                firm.id(),
                firm.name(),
                NewCase.ApplicantKind.ORGANISATION,
                null,
                null,
                Map.of("itemCode", item("出版物零售单位设立审批"), "itemVersion", 1, "channel", channel, "online", true),
                null,
                false);
        return new HistoricCase(Ids.at(start.toEpochMilli(), number, number), opened, applicant, start, deeds);
    }

    private static HistoricCase.Deed deed(String town, Instant start, int minutes, String role, String action) {
        DemoStaff.Official who = DemoStaff.of(town, role).getFirst();
        Actor actor = new Actor(
                who.id(),
                who.name(),
                ActingAs.OFFICIAL,
                who.id(),
                who.name(),
                Unit.idOf(town),
                town,
                Set.of("official", role),
                3);
        return new HistoricCase.Deed(
                start.plusSeconds(60L * minutes),
                actor,
                action,
                ActionInput.opinion("办理").withReason("见办件"));
    }

    // What the manager sees

    private JsonNode figure(String indicator, String months) {
        return manager.getJson(TOPIC + "/figures/" + indicator + months).json();
    }

    private JsonNode line(String indicator, String months, String town) {
        JsonNode found = null;
        for (JsonNode line : manager.getJson(TOPIC + "/figures/" + indicator + "/lines" + months + "&by=unit")
                .json()) {
            found = line.path("key").asString("").equals(Unit.idOf(town).toString()) ? line : found;
        }
        return found == null ? tools.jackson.databind.node.MissingNode.getInstance() : found;
    }

    private static int number(JsonNode node, String pointer) {
        return node.at(pointer).asInt(0);
    }

    private JsonNode overview() {
        for (JsonNode theme : manager.getJson("/api/themes/topics").json()) {
            if (theme.path("id").asString().equals("service")) {
                return theme;
            }
        }
        throw new AssertionError("no theme of service");
    }

    private boolean running() {
        return overview().path("running").asBoolean();
    }

    private long rowsOf(String dataset) {
        for (JsonNode layer : manager.getJson(TOPIC).json().path("layers")) {
            if (layer.path("dataset").asString().equals(dataset)) {
                return layer.path("rows").asLong();
            }
        }
        return -1;
    }

    private Answer move(String source, String move, String reason) {
        return manager.call("POST", TOPIC + "/sources/" + source + "/" + move, Map.of("reason", reason));
    }

    private String space(Browser browser, String approver, String masking) {
        Answer asked = browser.call(
                "POST",
                "/api/themes/workspaces",
                Map.of(
                        "title",
                        "办件渠道分析",
                        "purpose",
                        "分析镇（街道）办件渠道",
                        "datasets",
                        List.of("dwd.service_matter"),
                        "masking",
                        masking));
        assertThat(asked.status()).as(asked.body()).isEqualTo(200);
        String id = asked.json().path("id").asString();
        Answer decided = someoneAs(approver)
                .call("POST", "/api/themes/workspaces/" + id + "/decision", Map.of("approved", true, "reason", "同意"));
        assertThat(decided.status()).as(decided.body()).isEqualTo(200);
        return id;
    }

    private static Map<String, Object> crossTable() {
        return Map.of(
                "algorithm", "CROSS_TABLE",
                "dataset", "dwd.service_matter",
                "rows", "unit_id",
                "columns", "channel",
                "where",
                        List.of(
                                Map.of(
                                        "column",
                                        "opened_on",
                                        "comparison",
                                        "AT_LEAST",
                                        "values",
                                        List.of("2022-03-01")),
                                Map.of("column", "opened_on", "comparison", "AT_MOST", "values", List.of("2022-03-31")),
                                Map.of(
                                        "column",
                                        "unit_id",
                                        "comparison",
                                        "IN",
                                        "values",
                                        List.of(
                                                Unit.idOf("kejing").toString(),
                                                Unit.idOf("wangwu").toString()))));
    }

    private String submitted(String space, Map<String, Object> spec) {
        Answer job = manager.call("POST", "/api/themes/workspaces/" + space + "/jobs", spec);
        assertThat(job.status()).as(job.body()).isEqualTo(200);
        return job.json().path("id").asString();
    }

    private String finished(String job) {
        awaited(() -> !manager.getJson("/api/themes/jobs/" + job)
                .json()
                .path("state")
                .asString()
                .equals("QUEUED"));
        JsonNode done = manager.getJson("/api/themes/jobs/" + job).json();
        assertThat(done.path("state").asString()).as(done.toString()).isEqualTo("DONE");
        return job;
    }

    private static List<String> cells(String line) {
        return List.of(line.replace("\uFEFF", "").replace("\"", "").split(",", -1));
    }

    /** What came by the feed is there after some refresh. */
    private void refreshed(BooleanSupplier there) {
        awaited(() -> {
            manager.call("POST", TOPIC + "/refresh", Map.of());
            awaited(() -> !running());
            return there.getAsBoolean();
        });
    }

    private static void awaited(BooleanSupplier there) {
        for (int tries = 0; tries < 200; tries++) {
            if (there.getAsBoolean()) {
                return;
            }
            try {
                Thread.sleep(200);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        assertThat(there.getAsBoolean()).isTrue();
    }
}
