package cn.gov.jiyuan.server;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.jiyuan.platform.hub.DataSession;
import cn.gov.jiyuan.platform.hub.Datasets;
import cn.gov.jiyuan.scenario.Scenario;
import cn.gov.jiyuan.server.town.Answer;
import cn.gov.jiyuan.server.town.Browser;
import cn.gov.jiyuan.server.town.ServerTest;
import cn.gov.jiyuan.server.town.Upload;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Departments hand in their data, and what becomes of each row. */
class CollectingTest extends ServerTest {
    private static final String DESK = "/api/exchange/collecting";

    @Autowired
    private Datasets datasets;

    @Test
    @Scenario("S11.3")
    void theSameBatchSentTwiceChangesNothingAndIsMarkedDuplicate() throws InterruptedException {
        Browser steward = someoneAs("datasteward");
        for (String mode : List.of("MERGE", "APPEND")) {
            String dataset = "landing.twice_" + mode.toLowerCase(java.util.Locale.ROOT);
            UUID task = aTask(steward, dataset, "FILE", mode);
            String rows = "证件号码,姓名,出生日期\n419001198001010019,张三,1980-01-01\n419001198001010027,李四,1980/1/2\n";
            JsonNode first = handsIn(steward, task, "市监.csv", rows.getBytes(StandardCharsets.UTF_8), "number", "B-1");
            assertThat(first.path("state").asString()).as(first.toString()).isEqualTo("DONE");
            long version = version(dataset);
            JsonNode second = handsIn(steward, task, "市监.csv", rows.getBytes(StandardCharsets.UTF_8), "number", "B-1");
            assertThat(second.path("state").asString()).as(second.toString()).isEqualTo("DUPLICATE");
            assertThat(rows(dataset)).isEqualTo(2);
            assertThat(version(dataset)).isEqualTo(version);

            JsonNode other = handsIn(
                    steward,
                    task,
                    "市监.csv",
                    (rows + "419001198001010035,王五,\n").getBytes(StandardCharsets.UTF_8),
                    "number",
                    "B-1");
            assertThat(other.path("state").asString()).isEqualTo("FAILED");
            assertThat(other.path("message").asString()).contains("B-1").contains("内容不同");
            assertThat(rows(dataset)).isEqualTo(2);
            assertThat(steward.getJson("/api/records/exchange.batch?task=" + task + "&state=DUPLICATE")
                            .json()
                            .path("rows")
                            .size())
                    .isEqualTo(1);
        }
    }

    @Test
    @Scenario("S11.4")
    void ofABackflowOnlyRowsOfJiyuanAreLandedAndTheOthersCanBeLookedUp() throws InterruptedException {
        Browser steward = someoneAs("datasteward");
        UUID task = aTask(steward, "backflow.province_persons", "BACKFLOW", "MERGE");
        StringBuilder file = new StringBuilder("证件号码,姓名,出生日期,行政区划\n");
        String[] foreign = {"410105", "410300", "140502"};
        int elsewhere = 0;
        for (int i = 0; i < 100_000; i++) {
            boolean away = i % 33_000 == 17;
            String area = away ? foreign[elsewhere++ % 3] : i % 1_000 == 5 ? "410881" : "419001";
            file.append(419001_0000_0000L + i)
                    .append(",居民")
                    .append(i)
                    .append(",1990-01-01,")
                    .append(area)
                    .append('\n');
        }
        JsonNode batch = handsIn(
                steward,
                task,
                "回流.csv",
                file.toString().getBytes(StandardCharsets.UTF_8),
                "number",
                "P-2022-09",
                "rows",
                "100000",
                "asOf",
                "2022-09-01");

        assertThat(batch.path("state").asString()).as(batch.toString()).isEqualTo("DONE");
        assertThat(batch.path("origin").asString()).isEqualTo("PROVINCE");
        assertThat(batch.path("rowIn").asLong()).isEqualTo(100_000);
        assertThat(batch.path("rowReject").asLong()).isEqualTo(elsewhere).isGreaterThanOrEqualTo(3);
        assertThat(batch.path("rowOk").asLong()).isEqualTo(100_000 - elsewhere);
        try (DataSession session = datasets.open("backflow.province_persons")) {
            DataSession.Row found = session.one(
                    "select count(*) as n, count(distinct area_code) as areas,"
                            + " min(area_code) as area, min(origin) as origin, min(batch) as batch, min(as_of)::varchar as day from data");
            assertThat(found.number("n")).isEqualTo(100_000 - elsewhere);
            assertThat(found.number("areas")).isEqualTo(1);
            assertThat(found.text("area")).isEqualTo("419001");
            assertThat(found.text("origin")).isEqualTo("PROVINCE");
            assertThat(found.text("batch")).isEqualTo("P-2022-09");
            assertThat(found.text("day")).isEqualTo("2022-09-01");
        }
        JsonNode rejects = steward.getJson("/api/records/exchange.reject?reason=FOREIGN_AREA&batch="
                        + batch.path("id").asString())
                .json()
                .path("rows");
        assertThat(rejects.size()).isEqualTo(elsewhere);
        assertThat(rejects.toString()).contains("410105").contains("140502").doesNotContain("居民17；");
        Answer report = steward.getJson(DESK + "/batches/" + batch.path("id").asString() + "/rejects.csv");
        assertThat(report.status()).isEqualTo(200);
        assertThat(report.body().lines()).hasSize(elsewhere + 1);
    }

    @Test
    void backflowAndLocalDataAreKeptApart() {
        Browser steward = someoneAs("datasteward");
        Answer over = steward.call("POST", DESK + "/tasks", draft("landing.authoritative", "BACKFLOW", "MERGE"));
        assertThat(over.status()).isEqualTo(422);
        assertThat(over.json().path("code").asString()).isEqualTo("exchange.collecting-backflow-apart");
        Answer other = steward.call("POST", DESK + "/tasks", draft("backflow.mine", "FILE", "MERGE"));
        assertThat(other.json().path("code").asString()).isEqualTo("exchange.collecting-backflow-apart");
    }

    @Test
    void anotherUnitsDatasetCannotBeWritten() {
        aTask(someoneAs("datasteward"), "landing.of_market", "FILE", "MERGE");
        Answer refused =
                someoneAs("police-data").call("POST", DESK + "/tasks", draft("landing.of_market", "FILE", "MERGE"));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.json().path("code").asString()).isEqualTo("exchange.collecting-foreign-dataset");
    }

    @Test
    void badRowsWaitInQuarantineUntilTheyAreCorrected() throws InterruptedException {
        Browser steward = someoneAs("datasteward");
        UUID task = aTask(steward, "landing.corrected", "FILE", "MERGE");
        String rows = "证件号码,姓名,出生日期\n1001,张三丰,1980-01-01\n1002,李四光,1980-02-30\n,王五,1980-01-01\n"
                + "1004,赵六,1981-01-01\n1005,钱七,1981-01-01\n1006,孙八,1981-01-01\n1007,周九,1981-01-01\n1008,吴十,1981-01-01\n"
                + "1009,郑一,1981-01-01\n1010,陈二,1981-01-01\n";
        JsonNode batch = handsIn(steward, task, "表.csv", rows.getBytes(Charset.forName("GB18030")), "number", "C-1");
        assertThat(batch.path("state").asString()).as(batch.toString()).isEqualTo("DONE");
        assertThat(batch.path("rowReject").asInt()).isEqualTo(2);
        JsonNode list = steward.getJson(
                        "/api/records/exchange.reject?batch=" + batch.path("id").asString() + "&reason=TYPE")
                .json()
                .path("rows");
        assertThat(list.size()).isEqualTo(1);
        assertThat(list.toString()).contains("没有这一天").doesNotContain("李四光");
        String id = list.get(0).path("id").asString();

        JsonNode row = steward.getJson(DESK + "/rejects/" + id).json();
        assertThat(row.at("/cells/姓名").asString()).isEqualTo("李四光");
        assertThat(someoneAs("police-data").getJson(DESK + "/rejects/" + id).status())
                .isEqualTo(404);
        Map<String, Object> cells = new LinkedHashMap<>(Map.of("证件号码", "1002", "姓名", "李四光", "出生日期", "1980-02-31"));
        Answer still = steward.call(
                "POST", DESK + "/rejects/corrections", Map.of("rows", List.of(Map.of("id", id, "cells", cells))));
        assertThat(still.json().path("code").asString()).isEqualTo("exchange.collecting-still-wrong");
        cells.put("出生日期", "1980-02-28");
        Answer corrected = steward.call(
                "POST", DESK + "/rejects/corrections", Map.of("rows", List.of(Map.of("id", id, "cells", cells))));
        assertThat(corrected.status()).as(corrected.body()).isEqualTo(201);
        assertThat(rows("landing.corrected")).isEqualTo(9);
        assertThat(steward.call(
                                "POST",
                                DESK + "/rejects/corrections",
                                Map.of("rows", List.of(Map.of("id", id, "cells", cells))))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void aBatchThatIsMostlyWrongOrNotAsDeclaredIsNotLanded() throws InterruptedException {
        Browser steward = someoneAs("datasteward");
        UUID task = aTask(steward, "landing.refused", "FILE", "MERGE");
        byte[] wrong = "证件号码,姓名,出生日期\n1,甲,昨天\n2,乙,明天\n3,丙,2000-01-01\n".getBytes(StandardCharsets.UTF_8);
        JsonNode batch = handsIn(steward, task, "a.csv", wrong, "number", "D-1");
        assertThat(batch.path("state").asString()).isEqualTo("FAILED");
        assertThat(batch.path("message").asString()).contains("拒收 2 行").contains("20%");
        byte[] good = "证件号码,姓名,出生日期\n1,甲,2000-01-01\n".getBytes(StandardCharsets.UTF_8);
        JsonNode short1 = handsIn(steward, task, "b.csv", good, "number", "D-2", "rows", "2");
        assertThat(short1.path("message").asString()).contains("声明 2 行，收到 1 行");
        JsonNode digest = handsIn(steward, task, "b.csv", good, "number", "D-3", "sm3", "00");
        assertThat(digest.path("message").asString()).contains("SM3");
        JsonNode gone =
                handsIn(steward, task, "c.csv", "证件号码,姓名\n1,甲\n".getBytes(StandardCharsets.UTF_8), "number", "D-4");
        assertThat(gone.path("message").asString()).contains("缺少列“出生日期”");
        assertThat(datasets.current("landing.refused")).isEmpty();
        assertThat(steward.getJson(DESK + "/tasks/" + task).json().path("state").asString())
                .isEqualTo("HALTED");
        assertThat(steward.getJson("/api/messages").body()).contains("归集任务已停止");
    }

    @Test
    void aHeldBatchThatIsGivenUpIsSoAtTheSourceToo() throws InterruptedException {
        Browser steward = someoneAs("datasteward");
        UUID task = aTask(steward, "landing.given_up", "FILE", "REPLACE");
        Answer drafted = steward.call(
                "POST",
                "/api/stewardship/rules",
                Map.of("dataset", "landing.given_up", "title", "行数平稳", "template", "FLUCTUATION"));
        assertThat(drafted.status()).as(drafted.body()).isEqualTo(200);
        Browser manager = someoneAs("datamanager");
        String rule = drafted.json().path("id").asString();
        assertThat(manager.call("POST", "/api/stewardship/rules/" + rule + "/approve", Map.of())
                        .status())
                .isEqualTo(200);
        for (int i = 0; i < 8; i++) {
            JsonNode batch = handsIn(steward, task, "w.csv", people(i % 2 == 0 ? 98 : 102), "number", "W-" + i);
            assertThat(batch.path("state").asString()).as(batch.toString()).isEqualTo("DONE");
        }
        JsonNode held = handsIn(steward, task, "w.csv", people(40), "number", "W-8");
        assertThat(held.path("state").asString()).as(held.toString()).isEqualTo("HELD");
        assertThat(rows("landing.given_up")).isEqualTo(102);

        String waiting = "/api/records/stewardship.batch?dataset=landing.given_up&state=HELD";
        await(() -> manager.getJson(waiting).json().path("rows").size() == 1);
        String id = manager.getJson(waiting).json().at("/rows/0/id").asString();
        Answer discarded = manager.call(
                "POST", "/api/stewardship/batches/" + id + "/discard", Map.of("reason", "来源漏报了六成的行，请重新报送"));
        assertThat(discarded.status()).as(discarded.body()).isEqualTo(200);

        String batch = DESK + "/batches/" + held.path("id").asString();
        await(() -> steward.getJson(batch).json().path("state").asString().equals("DISCARDED"));
        assertThat(steward.getJson(batch).json().path("message").asString()).contains("来源漏报了六成的行");
        assertThat(steward.getJson("/api/messages").body()).contains("批次已弃用").contains("来源漏报了六成的行");
        assertThat(jdbc.sql("select count(*) from feed.entry where topic = 'data.batch.discarded' and key = ?")
                        .param("landing.given_up")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(rows("landing.given_up")).as("nothing of it is seen").isEqualTo(102);
        JsonNode again = handsIn(steward, task, "w.csv", people(101), "number", "W-9");
        assertThat(again.path("state").asString()).as(again.toString()).isEqualTo("DONE");
    }

    private static byte[] people(int count) {
        StringBuilder rows = new StringBuilder("证件号码,姓名,出生日期\n");
        for (int i = 0; i < count; i++) {
            rows.append(1000 + i).append(",居民").append(i).append(",1990-01-01\n");
        }
        return rows.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void await(BooleanSupplier wanted) throws InterruptedException {
        for (int i = 0; i < 400; i++) {
            if (wanted.getAsBoolean()) {
                return;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("it did not happen");
    }

    @Test
    void aPreviewShowsRowsAndSuggestsColumns() {
        Browser steward = someoneAs("datasteward");
        Answer seen = steward.post(
                DESK + "/previews/file",
                Map.of(),
                List.of(new Upload(
                        "file",
                        "名单.csv",
                        "text/csv",
                        "身份证号,姓名,登记日期,金额\n419001198001010019,张三,2022-01-01,12.5\n"
                                .getBytes(Charset.forName("GB18030")))));
        assertThat(seen.status()).as(seen.body()).isEqualTo(200);
        assertThat(seen.json().at("/columns/0/to").asString()).isEqualTo("id_no");
        assertThat(seen.json().at("/columns/0/type").asString()).isEqualTo("TEXT");
        assertThat(seen.json().at("/columns/0/personal").asBoolean()).isTrue();
        assertThat(seen.json().at("/columns/2/type").asString()).isEqualTo("DATE");
        assertThat(seen.json().at("/columns/3/type").asString()).isEqualTo("DECIMAL");
        assertThat(seen.json().at("/rows/0/1").asString()).isEqualTo("张三");
    }

    private static Map<String, Object> draft(String dataset, String kind, String mode) {
        List<Map<String, Object>> columns = new java.util.ArrayList<>(List.of(
                Map.of("name", "id_no", "title", "证件号码", "type", "TEXT", "personal", true),
                Map.of("name", "name", "title", "姓名", "type", "TEXT", "personal", true),
                Map.of("name", "birth_date", "title", "出生日期", "type", "DATE", "personal", true)));
        List<Map<String, Object>> mappings = new java.util.ArrayList<>(List.of(
                Map.of(
                        "from",
                        "证件号码",
                        "to",
                        "id_no",
                        "required",
                        true,
                        "cleanings",
                        List.of("HALF_WIDTH", "UPPER_CASE")),
                Map.of("from", "姓名", "to", "name", "required", false),
                Map.of("from", "出生日期", "to", "birth_date", "required", false)));
        Map<String, Object> source = new LinkedHashMap<>(Map.of("kind", kind));
        if (kind.equals("BACKFLOW")) {
            source.put("areaColumn", "行政区划");
            source.put("approval", "豫数管〔2022〕12 号");
            columns.add(Map.of("name", "area_code", "title", "行政区划", "type", "TEXT", "personal", false));
            mappings.add(Map.of("from", "行政区划", "to", "area_code", "required", true));
        }
        return Map.of(
                "name",
                "归集 " + dataset,
                "source",
                source,
                "target",
                Map.of(
                        "dataset",
                        dataset,
                        "title",
                        "人员",
                        "columns",
                        columns,
                        "key",
                        mode.equals("APPEND") ? List.of() : List.of("id_no")),
                "mode",
                mode,
                "mappings",
                mappings,
                "schedule",
                "",
                "version",
                0);
    }

    private UUID aTask(Browser steward, String dataset, String kind, String mode) {
        Answer made = steward.call("POST", DESK + "/tasks", draft(dataset, kind, mode));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        UUID id = UUID.fromString(made.json().path("id").asString());
        Answer active = steward.call("POST", DESK + "/tasks/" + id + "/activate", Map.of("reason", ""));
        assertThat(active.status()).as(active.body()).isEqualTo(200);
        return id;
    }

    /** Hands a file in and waits for the end of its batch. */
    private JsonNode handsIn(Browser steward, UUID task, String name, byte[] content, String... fields)
            throws InterruptedException {
        Map<String, List<String>> form = new LinkedHashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            form.put(fields[i], List.of(fields[i + 1]));
        }
        Answer taken = steward.post(
                DESK + "/tasks/" + task + "/files", form, List.of(new Upload("file", name, "text/csv", content)));
        assertThat(taken.status()).as(taken.body()).isEqualTo(202);
        String batch = DESK + "/batches/" + taken.json().path("id").asString();
        for (int i = 0; i < 1_200; i++) {
            JsonNode seen = steward.getJson(batch).json();
            if (!List.of("QUEUED", "RUNNING").contains(seen.path("state").asString())) {
                return seen;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("the batch did not end");
    }

    private long rows(String dataset) {
        try (DataSession session = datasets.open(dataset)) {
            return session.one("select count(*) as n from data").number("n");
        }
    }

    private long version(String dataset) {
        return datasets.current(dataset).orElseThrow().number();
    }
}
