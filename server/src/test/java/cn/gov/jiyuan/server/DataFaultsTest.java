package cn.gov.jiyuan.server;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.platform.hub.DataColumn;
import cn.gov.jiyuan.platform.hub.DataSession;
import cn.gov.jiyuan.platform.hub.DataType;
import cn.gov.jiyuan.platform.hub.Dataset;
import cn.gov.jiyuan.platform.hub.Datasets;
import cn.gov.jiyuan.platform.hub.Landing;
import cn.gov.jiyuan.server.town.Answer;
import cn.gov.jiyuan.server.town.Browser;
import cn.gov.jiyuan.server.town.ServerTest;
import cn.gov.jiyuan.server.town.Upload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;

/**
 * What goes wrong with data in practice: named, isolated, recoverable, and never half published. The large file has
 * {@code -Dcollect.megabytes=64}; five gigabytes take 5000.
 */
class DataFaultsTest extends ServerTest {
    private static final String DESK = "/api/exchange/collecting";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final int MEGABYTES = Integer.getInteger("collect.megabytes", 64);

    @Autowired
    private Datasets datasets;

    @Autowired
    private Environment environment;

    @TempDir
    Path folder;

    @Test
    void aBrokenQuoteInTheMiddleOfALargeFileCostsOneLineAndNoMemory() throws Exception {
        Browser steward = someoneAs("datasteward");
        UUID task = aTask(steward, "landing.large");
        Path drop = Path.of(
                steward.getJson(DESK + "/tasks/" + task).json().path("drop").asString());
        long rows = MEGABYTES * 1_048_576L / 1_000;
        Path file = large(rows);
        long size = Files.size(file);
        MemoryPoolMXBean tenured = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP
                        && (pool.getName().contains("Tenured") || pool.getName().contains("Old")))
                .findFirst()
                .orElseThrow();
        System.gc();
        long before = tenured.getUsage().getUsed();
        tenured.resetPeakUsage();
        Files.createDirectories(drop);
        Files.move(file, drop.resolve("人员.csv"));
        Files.setLastModifiedTime(
                drop.resolve("人员.csv"), FileTime.from(clock.instant().minus(Duration.ofHours(1))));
        recurs("exchange.drops");
        JsonNode batch = ended(steward, onlyBatchOf(steward, task));
        System.gc();
        long grown = tenured.getPeakUsage().getUsed() - before;

        assertThat(batch.path("state").asString()).as(batch.toString()).isEqualTo("DONE");
        assertThat(batch.path("rowIn").asLong()).isEqualTo(rows);
        assertThat(batch.path("rowReject").asLong()).isEqualTo(1);
        assertThat(rows("landing.large")).isEqualTo(rows - 1);
        JsonNode reject = steward.getJson(
                        "/api/records/exchange.reject?batch=" + batch.path("id").asString())
                .json()
                .path("rows");
        assertThat(reject).hasSize(1);
        assertThat(reject.toString()).contains("引号").contains("行无法读取");
        assertThat(grown)
                .as("what stays in memory of a file of %d bytes", size)
                .isLessThan(Math.max(size / 2, 48L << 20));
    }

    private Path large(long rows) throws IOException {
        Path file = folder.resolve("large.csv");
        String padding = "注".repeat(320);
        try (Writer out = Files.newBufferedWriter(file, Charset.forName("UTF-8"))) {
            out.write("证件号码,姓名,备注\n");
            for (long i = 0; i < rows; i++) {
                boolean broken = i == rows / 2;
                out.write((100_000_000L + i) + ",居民" + i + (broken ? ",\"没有闭合" : ",") + padding + "\n");
            }
        }
        return file;
    }

    @Test
    void aLineInAnotherEncodingWaitsInQuarantineAndTheOthersAreLanded() throws Exception {
        Browser steward = someoneAs("datasteward");
        UUID task = aTask(steward, "landing.mixed_encoding");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write("证件号码,姓名,备注\n".getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < 20; i++) {
            Charset charset = i == 13 ? Charset.forName("GB18030") : StandardCharsets.UTF_8;
            out.write((1000 + i + ",居民" + i + ",济源\n").getBytes(charset));
        }
        JsonNode batch = handsIn(steward, task, "混.csv", "text/csv", out.toByteArray());
        assertThat(batch.path("state").asString()).as(batch.toString()).isEqualTo("DONE");
        assertThat(batch.path("rowOk").asInt()).isEqualTo(19);
        assertThat(batch.path("rowReject").asInt()).isEqualTo(1);
        assertThat(rejects(steward, batch).toString()).contains("编码");
    }

    @Test
    void aWholeFileInGb18030IsReadAsSuch() throws Exception {
        Browser steward = someoneAs("datasteward");
        UUID task = aTask(steward, "landing.gb");
        byte[] file = "证件号码,姓名,备注\n1,㐂朤,生僻字\n2,张三,\n".getBytes(Charset.forName("GB18030"));
        JsonNode batch = handsIn(steward, task, "国标.csv", "text/csv", file);
        assertThat(batch.path("rowOk").asInt()).as(batch.toString()).isEqualTo(2);
        try (DataSession session = datasets.open("landing.gb")) {
            assertThat(session.one("select name from data where id_no = '1'").text("name"))
                    .isEqualTo("㐂朤");
        }
    }

    @Test
    void aFormulaWithoutResultIsNamedAndASheetOf16384ColumnsIsRefusedWhole() throws Exception {
        Browser steward = someoneAs("datasteward");
        UUID task = aTask(steward, "landing.sheet");
        StringBuilder rows = new StringBuilder(
                "<row r=\"1\">" + cell("A1", "证件号码") + cell("B1", "姓名") + cell("C1", "备注") + "</row>");
        for (int i = 2; i < 12; i++) {
            String note = i == 5
                    ? "<c r=\"C5\"><f>VLOOKUP(A5,外部!A:B,2)</f></c>"
                    : i == 6 ? "<c r=\"C6\"><f>1+1</f><v>2</v></c>" : cell("C" + i, "无");
            rows.append("<row r=\"" + i + "\">" + cell("A" + i, String.valueOf(1000 + i)) + cell("B" + i, "居民" + i)
                    + note + "</row>");
        }
        JsonNode batch = handsIn(steward, task, "表.xlsx", XLSX, workbook(rows.toString()));
        assertThat(batch.path("state").asString()).as(batch.toString()).isEqualTo("DONE");
        assertThat(batch.path("rowReject").asInt()).isEqualTo(1);
        assertThat(rejects(steward, batch).toString()).contains("公式无结果").contains("VLOOKUP");
        try (DataSession session = datasets.open("landing.sheet")) {
            assertThat(session.one("select note from data where id_no = '1006'").text("note"))
                    .as("the result of a formula is taken")
                    .isEqualTo("2");
        }
        long version = datasets.current("landing.sheet").orElseThrow().number();
        JsonNode wide = handsIn(
                steward,
                task,
                "宽.xlsx",
                XLSX,
                workbook("<row r=\"1\">" + cell("A1", "证件号码") + cell("XFD1", "最后一列") + "</row>"));
        assertThat(wide.path("state").asString()).isEqualTo("FAILED");
        assertThat(wide.path("message").asString()).contains("16384");
        assertThat(datasets.current("landing.sheet").orElseThrow().number()).isEqualTo(version);
    }

    @Test
    void aFullDiskFailsTheBatchByNameKeepsTheVersionAndTheRetryGoesThrough() throws Exception {
        Browser steward = someoneAs("datasteward");
        UUID task = aTask(steward, "landing.disk");
        JsonNode first = handsIn(steward, task, "一.csv", "text/csv", people(10));
        assertThat(first.path("state").asString()).as(first.toString()).isEqualTo("DONE");
        long version = datasets.current("landing.disk").orElseThrow().number();
        Path home = Path.of(environment.getRequiredProperty("jiyuan.home"));
        Path place = home.resolve("hub").resolve("landing.disk");
        JsonNode failed;
        Assumptions.assumeTrue(
                Files.isDirectory(place) && mounts("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", place.toString()),
                "only root can mount a small disk");
        try {
            failed = handsIn(steward, task, "二.csv", "text/csv", people(60_000));
        } finally {
            assertThat(mounts("umount", "-l", place.toString())).isTrue();
        }
        assertThat(failed.path("state").asString()).as(failed.toString()).isEqualTo("FAILED");
        assertThat(failed.path("message").asString()).contains("数据文件读写失败").contains("已入库的数据没有变化");
        assertThat(datasets.current("landing.disk").orElseThrow().number()).isEqualTo(version);
        assertThat(rows("landing.disk")).isEqualTo(10);

        Answer retried =
                steward.call("POST", DESK + "/batches/" + failed.path("id").asString() + "/retry", Map.of());
        assertThat(retried.status()).as(retried.body()).isEqualTo(202);
        JsonNode done = ended(steward, failed.path("id").asString());
        assertThat(done.path("state").asString()).as(done.toString()).isEqualTo("DONE");
        assertThat(rows("landing.disk")).isEqualTo(60_000);
    }

    private static boolean mounts(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
    }

    @Test
    void aRuleThatCannotBeComputedIsNamedAndTheOthersCount() {
        declare("faults.rules");
        Browser steward = someoneAs("datasteward");
        rule(steward, "faults.rules", "按零除", "select * from data where cast(value as integer) // (n - n) > 1");
        rule(steward, "faults.rules", "不是数", "select * from data where cast(value as integer) > 5");
        rule(steward, "faults.rules", "大于二", "select * from data where n > 2");
        try (Landing landing = datasets.land(Actor.SYSTEM, "faults.rules", "2", Landing.Mode.REPLACE)) {
            landing.row("甲", 1L);
            landing.row("乙", 3L);
            landing.commit();
        }
        steward.call("POST", "/api/stewardship/quality/faults.rules/runs", Map.of());
        JsonNode standing = null;
        for (int i = 0; i < 400 && (standing == null || !standing.toString().contains("BROKEN")); i++) {
            pause();
            standing = steward.getJson("/api/stewardship/quality/faults.rules").json();
        }
        JsonNode broken = result(standing, "不是数");
        assertThat(broken.path("verdict").asString()).isEqualTo("BROKEN");
        assertThat(broken.path("explanation").asString()).contains("甲");
        assertThat(result(standing, "按零除").path("verdict").asString()).isEqualTo("BROKEN");
        JsonNode good = result(standing, "大于二");
        assertThat(good.path("passed").asLong()).isEqualTo(1);
        assertThat(good.path("total").asLong()).isEqualTo(2);
        assertThat(standing.at("/latest/score").isNull())
                .as("what could be computed is scored")
                .isFalse();
        assertThat(rows("faults.rules")).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select * from read_csv('/etc/passwd')",
                "select * from read_text('/etc/passwd')",
                "select * from '/etc/passwd'",
                "copy data to '/tmp/stolen.csv'",
                "delete from data",
                "insert into data values ('x', 1)",
                "select 1; drop table data",
                "attach '/tmp/x.db'",
                "install httpfs",
                "set memory_limit = '100GB'"
            })
    void aRuleThatWouldWriteOrReadFilesIsNotTakenOn(String sql) {
        declare("faults.sql");
        Answer refused = someoneAs("datasteward").call("POST", "/api/stewardship/rules", draft("faults.sql", "坏", sql));
        assertThat(refused.status()).as(refused.body()).isEqualTo(422);
        assertThat(refused.json().path("detail").asString()).isNotBlank();
        assertThat(refused.body()).doesNotContain("root:");
        assertThat(Path.of("/tmp/stolen.csv")).doesNotExist();
        assertThat(rows("faults.sql")).isEqualTo(2);
    }

    private void declare(String dataset) {
        if (datasets.find(dataset).isPresent()) {
            return;
        }
        datasets.declare(
                Actor.SYSTEM,
                new Dataset(
                        dataset,
                        "规则试验",
                        "market",
                        List.of(DataColumn.of("value", "值", DataType.TEXT), DataColumn.of("n", "数", DataType.INTEGER)),
                        List.of(),
                        1));
        try (Landing landing = datasets.land(Actor.SYSTEM, dataset, "1", Landing.Mode.REPLACE)) {
            landing.row("1", 1L);
            landing.row("2", 3L);
            landing.commit();
        }
    }

    private static Map<String, Object> draft(String dataset, String title, String sql) {
        return Map.of("dataset", dataset, "title", title, "template", "SQL", "settings", Map.of("sql", sql));
    }

    private void rule(Browser steward, String dataset, String title, String sql) {
        Answer drafted = steward.call("POST", "/api/stewardship/rules", draft(dataset, title, sql));
        assertThat(drafted.status()).as(drafted.body()).isEqualTo(200);
        String id = drafted.json().path("id").asString();
        assertThat(someoneAs("datamanager")
                        .call("POST", "/api/stewardship/rules/" + id + "/approve", Map.of())
                        .status())
                .isEqualTo(200);
    }

    private static JsonNode result(JsonNode standing, String title) {
        for (JsonNode one : standing.path("results")) {
            if (one.path("title").asString().equals(title)) {
                return one;
            }
        }
        throw new AssertionError("no result of " + title + " in " + standing);
    }

    private static byte[] people(int count) {
        StringBuilder rows = new StringBuilder("证件号码,姓名,备注\n");
        for (int i = 0; i < count; i++) {
            rows.append(100_000 + i)
                    .append(",居民")
                    .append(i)
                    .append(",")
                    .append(Integer.toHexString(i * 7919))
                    .append('\n');
        }
        return rows.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String cell(String place, String text) {
        return "<c r=\"" + place + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
    }

    private static byte[] workbook(String rows) throws IOException {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put(
                "[Content_Types].xml",
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>");
        parts.put(
                "xl/workbook.xml",
                "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"s\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
        parts.put(
                "xl/_rels/workbook.xml.rels",
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
        parts.put(
                "xl/worksheets/sheet1.xml",
                "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>" + rows
                        + "</sheetData></worksheet>");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }

    private UUID aTask(Browser steward, String dataset) {
        Map<String, Object> draft = Map.of(
                "name",
                "归集 " + dataset,
                "source",
                Map.of("kind", "FILE"),
                "target",
                Map.of(
                        "dataset",
                        dataset,
                        "title",
                        "人员",
                        "columns",
                        List.of(
                                Map.of("name", "id_no", "title", "证件号码", "type", "TEXT", "personal", true),
                                Map.of("name", "name", "title", "姓名", "type", "TEXT", "personal", true),
                                Map.of("name", "note", "title", "备注", "type", "TEXT", "personal", false)),
                        "key",
                        List.of("id_no")),
                "mode",
                "REPLACE",
                "mappings",
                List.of(
                        Map.of("from", "证件号码", "to", "id_no", "required", true),
                        Map.of("from", "姓名", "to", "name", "required", false),
                        Map.of("from", "备注", "to", "note", "required", false)),
                "schedule",
                "",
                "version",
                0);
        Answer made = steward.call("POST", DESK + "/tasks", draft);
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        UUID id = UUID.fromString(made.json().path("id").asString());
        Answer active = steward.call("POST", DESK + "/tasks/" + id + "/activate", Map.of("reason", ""));
        assertThat(active.status()).as(active.body()).isEqualTo(200);
        return id;
    }

    private JsonNode handsIn(Browser steward, UUID task, String name, String type, byte[] content) {
        Answer taken = steward.post(
                DESK + "/tasks/" + task + "/files", Map.of(), List.of(new Upload("file", name, type, content)));
        assertThat(taken.status()).as(taken.body()).isEqualTo(202);
        return ended(steward, taken.json().path("id").asString());
    }

    private JsonNode rejects(Browser steward, JsonNode batch) {
        return steward.getJson(
                        "/api/records/exchange.reject?batch=" + batch.path("id").asString())
                .json()
                .path("rows");
    }

    private String onlyBatchOf(Browser steward, UUID task) {
        for (int i = 0; i < 300; i++) {
            JsonNode batches = steward.getJson(DESK + "/tasks/" + task).json().path("batches");
            if (batches.size() == 1) {
                return batches.get(0).path("id").asString();
            }
            pause();
        }
        throw new AssertionError("the dropped file was not taken");
    }

    private JsonNode ended(Browser steward, String batch) {
        for (int i = 0; i < 6_000; i++) {
            JsonNode seen = steward.getJson(DESK + "/batches/" + batch).json();
            if (!List.of("QUEUED", "RUNNING").contains(seen.path("state").asString())) {
                return seen;
            }
            pause();
        }
        throw new AssertionError("the batch did not end");
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private long rows(String dataset) {
        try (DataSession session = datasets.open(dataset)) {
            return session.one("select count(*) as n from data").number("n");
        }
    }
}
