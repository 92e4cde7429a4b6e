package cn.gov.jiyuan.server;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.jiyuan.server.town.Answer;
import cn.gov.jiyuan.server.town.Browser;
import cn.gov.jiyuan.server.town.ServerTest;
import cn.gov.jiyuan.server.town.Upload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Large and untidy spreadsheets. On demand with 50,000 rows: {@code -Dimport.rows=50000}.
 */
class LargeImportTest extends ServerTest {
    private static final int ROWS = Integer.getInteger("import.rows", 2_000);
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    @Test
    void everyTenthRowIsWrongAndAllOthersAreTaken() throws IOException {
        Browser publisher = anOfficial("publisher").browser();
        peaks().forEach(MemoryPoolMXBean::resetPeakUsage);
        long begun = System.nanoTime();
        JsonNode batch = imported(publisher, "大清单.xlsx", XLSX, sheet(ROWS));
        long peak = peaks().stream()
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
        System.out.printf(
                "import of %,d rows: %.1f s, peak heap %,d MB%n", ROWS, (System.nanoTime() - begun) / 1e9, peak >> 20);

        assertThat(batch.path("total").asInt()).isEqualTo(ROWS);
        assertThat(batch.path("bad").asInt()).isEqualTo(ROWS / 10);
        assertThat(batch.path("good").asInt()).isEqualTo(ROWS - ROWS / 10);
        String id = batch.path("id").asString();
        assertThat(jdbc.sql("select count(*) from items.catalogue where name like '大清单事项 %'")
                        .query(Long.class)
                        .single())
                .isEqualTo(ROWS - ROWS / 10);

        List<String> report = publisher
                .getJson("/api/sheets/imports/" + id + "/report?bad=true")
                .body()
                .lines()
                .skip(1)
                .toList();
        assertThat(report)
                .hasSize(ROWS / 10)
                .allSatisfy(line -> assertThat(line).contains(",有误,"));
        TreeSet<Integer> lines = new TreeSet<>();
        report.forEach(line -> lines.add(Integer.parseInt(line.substring(0, line.indexOf(',')))));
        assertThat(lines).hasSize(ROWS / 10).allMatch(line -> (line - 1) % 10 == 0);
        assertThat(String.join("\n", report))
                .contains("旧地方编码")
                .contains("10 位旧口径")
                .contains("被表格软件改成了数字")
                .contains("没有基本编码")
                .contains("重复");
        assertThat(publisher
                        .getJson("/api/sheets/imports/" + id + "/report")
                        .body()
                        .lines()
                        .count())
                .isEqualTo(ROWS + 1L);

        JsonNode job =
                publisher.getJson("/api/jobs/" + batch.path("jobId").asString()).json();
        assertThat(job.path("done").asInt()).isEqualTo(ROWS);
        assertThat(job.path("total").asInt()).isEqualTo(ROWS);
    }

    @Test
    void anOldListIsToldRowByRowWhyItsCodesDoNotDo() {
        String list = """
                department,main_item,name,catalogue_code,task_type
                区经信局,未分类,企业投资项目备案（技术改造）,511Z07001006,10
                区教科体局,未分类,适龄儿童延缓入学审批,511A0138000000,1
                区教科体局,未分类,特别资助项目,G,5
                区教科体局,未分类,"政策咨询，含“引号""和逗号",412001099000,20
                区教科体局,未分类,被改成数字的,1.31E+11,20
                区教科体局,未分类,,000131099001,20
                ,,,,
                """;
        JsonNode batch = imported(
                anOfficial("publisher").browser(),
                "老清单.csv",
                "text/csv",
                list.getBytes(java.nio.charset.Charset.forName("GB18030")));
        assertThat(batch.path("total").asInt()).isEqualTo(6);
        assertThat(batch.path("good").asInt()).isEqualTo(1);
        assertThat(batch.path("bad").asInt()).isEqualTo(5);
    }

    @Test
    void whatFailedIsDoneOnceMoreAndWhatIsDoneIsNot() {
        Browser publisher = anOfficial("publisher").browser();
        Answer begun = begin(publisher, "没有表头.csv", "text/csv", "一,二\n三,四\n".getBytes(StandardCharsets.UTF_8));
        JsonNode failed = ended(publisher, begun.json().path("id").asString());
        assertThat(failed.path("state").asString()).isEqualTo("FAILED");
        String job = "/api/jobs/" + failed.path("jobId").asString();
        untilEnded(publisher, job);
        assertThat(publisher.getJson(job).json().path("message").asString()).contains("基本编码、事项名称");
        assertThat(publisher.call("POST", job + "/retry", Map.of()).status()).isEqualTo(200);
        assertThat(retriers(failed.path("jobId").asString())).containsExactly(nameOf(publisher));
        untilEnded(publisher, job);
        assertThat(publisher.getJson(job).json().path("state").asString()).isEqualTo("FAILED");

        JsonNode done = imported(
                publisher, "一行.csv", "text/csv", "基本编码,事项名称\n000131098000,一行\n".getBytes(StandardCharsets.UTF_8));
        String other = "/api/jobs/" + done.path("jobId").asString();
        untilEnded(publisher, other);
        Answer refused = publisher.call("POST", other + "/retry", Map.of());
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().path("code").asString()).isEqualTo("jobs.not-ended");
        assertThat(retriers(done.path("jobId").asString())).isEmpty();
    }

    private static String nameOf(Browser browser) {
        return browser.getJson("/api/session").json().at("/actor/name").asString();
    }

    /** Who had the job done once more, by the audit trail. */
    private List<String> retriers(String job) {
        return jdbc.sql("select actor_name from audit.event where action = 'jobs.job.retry' and subject_type = 'job'"
                        + " and subject_id = ?")
                .param(job)
                .query(String.class)
                .list();
    }

    private static void untilEnded(Browser browser, String job) {
        for (int i = 0; i < 300; i++) {
            if (!browser.getJson(job).json().path("endedAt").isNull()) {
                return;
            }
            LockSupport.parkNanos(100_000_000L);
        }
        throw new AssertionError("the job does not end");
    }

    private static List<MemoryPoolMXBean> peaks() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }

    /** Wrong ways in turn: an old code with letters, one of ten digits, one turned into a number, none, one there before. */
    private static String row(int number) {
        String code = "4120%08d".formatted(30_100_000 + number);
        if (number % 10 == 0) {
            code = switch (number / 10 % 5) {
                case 0 -> "511Z%08d".formatted(number);
                case 1 -> "41%08d".formatted(number);
                case 2 -> "4.11E+11";
                case 3 -> "";
                default -> "4120%08d".formatted(30_100_000 + number - 1);
            };
        }
        return "<row r=\"" + (number + 1) + "\">" + cell("A", number + 1, code)
                + cell("B", number + 1, "大清单事项 " + number) + cell("C", number + 1, "公共服务") + "</row>";
    }

    private static String cell(String column, int row, String text) {
        return "<c r=\"" + column + row + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
    }

    private static byte[] sheet(int rows) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            part(zip, "[Content_Types].xml", """
                    <?xml version="1.0" encoding="UTF-8"?>
                    <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
                    <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
                    <Default Extension="xml" ContentType="application/xml"/>\
                    <Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>\
                    </Types>""");
            part(zip, "xl/workbook.xml", "<workbook/>");
            List<String> all = new ArrayList<>();
            all.add("<row r=\"1\">" + cell("A", 1, "基本编码") + cell("B", 1, "事项名称") + cell("C", 1, "事项类型") + "</row>");
            for (int i = 1; i <= rows; i++) {
                all.add(row(i));
            }
            part(
                    zip,
                    "xl/worksheets/sheet1.xml",
                    "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
                            + String.join("", all) + "</sheetData></worksheet>");
        }
        return out.toByteArray();
    }

    private static void part(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Answer begin(Browser browser, String name, String type, byte[] content) {
        Answer begun = browser.post(
                "/api/sheets/items.catalogue/imports", Map.of(), List.of(new Upload("file", name, type, content)));
        assertThat(begun.status()).as(begun.body()).isEqualTo(202);
        return begun;
    }

    private static JsonNode imported(Browser browser, String name, String type, byte[] content) {
        JsonNode batch = ended(
                browser, begin(browser, name, type, content).json().path("id").asString());
        assertThat(batch.path("state").asString()).as(batch.toString()).isEqualTo("DONE");
        return batch;
    }

    /** What has been judged only grows. */
    private static JsonNode ended(Browser browser, String id) {
        long judged = 0;
        for (int i = 0; i < 6_000; i++) {
            JsonNode batch = browser.getJson("/api/sheets/imports/" + id).json();
            assertThat(batch.path("total").asLong()).isGreaterThanOrEqualTo(judged);
            judged = batch.path("total").asLong();
            if (!List.of("QUEUED", "RUNNING").contains(batch.path("state").asString())) {
                return batch;
            }
            LockSupport.parkNanos(100_000_000L);
        }
        throw new AssertionError("the import does not end");
    }
}
