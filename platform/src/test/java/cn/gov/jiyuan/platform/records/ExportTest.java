package cn.gov.jiyuan.platform.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.platform.access.RowScope;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ExportTest {
    private static final Desk DESK = new Desk(2_000);
    private final Actor clerk = Desk.official(Desk.MARKET);

    @BeforeEach
    void readingAndExporting() {
        DESK.journal.events.clear();
        DESK.policy
                .revokeAll()
                .grant("desk.matter.read", new RowScope.All())
                .grant("desk.matter.export", new RowScope.All());
    }

    private List<String> csv(ExportOptions options, String... parameters) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        long rows = DESK.records.export(clerk, Desk.MATTER, DESK.query(parameters), options, out);
        List<String> lines = List.of(out.toString(StandardCharsets.UTF_8).split("\r\n"));
        assertThat(lines).hasSize((int) rows + 1);
        return lines;
    }

    @Test
    void a_csv_holds_the_list_as_it_is_seen() {
        List<String> lines =
                csv(ExportOptions.csv(), "columns", "number,dept,state,applicant,idNumber,fee", "sort", "number");
        assertThat(lines.getFirst()).isEqualTo("\uFEFF办件编号,受理部门,状态,申请人,证件号码,收费金额");
        assertThat(lines.get(2)).isEqualTo("JY00000001,卫生健康委员会,审查,王*,4********************1,10.50");
        assertThat(lines).hasSize(2_001);
    }

    @Test
    void the_order_holds_for_rows_without_a_value() {
        List<String> lines = csv(ExportOptions.csv(), "columns", "decided,state", "sort", "-decided");
        assertThat(lines.get(1)).isEqualTo("2023-02-02 09:19,不予许可");
        assertThat(lines.getLast()).isEqualTo(",受理");
    }

    @Test
    void export_has_a_permission_and_a_reach_of_its_own() {
        DESK.policy.grant("desk.matter.export", new RowScope.Units(Set.of(Desk.TRAFFIC)));
        assertThat(csv(ExportOptions.csv())).hasSize(667);
        DESK.policy.revokeAll().grant("desk.matter.read", new RowScope.All());
        assertThatThrownBy(() -> csv(ExportOptions.csv())).hasMessageContaining("access.forbidden");
    }

    @Test
    void an_export_is_recorded_before_and_after_with_its_rows() {
        csv(ExportOptions.csv(), "state", "accepted");
        assertThat(DESK.journal.of("records.export-begun")).hasSize(1);
        assertThat(DESK.journal.of("records.exported").getFirst().summary()).isEqualTo("导出了办件 500 行（状态为 受理）");
        assertThat(DESK.journal.of("records.exported").getFirst().detail().get("rows"))
                .isEqualTo(500L);
    }

    @Test
    void an_export_that_breaks_is_recorded_as_broken_and_frees_its_place() {
        OutputStream broken = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("gone");
            }
        };
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> DESK.records.export(clerk, Desk.MATTER, DESK.query(), ExportOptions.csv(), broken))
                    .hasMessageContaining("gone");
        }
        assertThat(DESK.journal.of("records.export-broken")).hasSize(5);
    }

    @Test
    void only_rows_within_reach_come_in_clear_and_each_person_is_told() {
        DESK.policy.grant("desk.matter.unmask", new RowScope.Units(Set.of(Desk.MARKET)));
        List<String> lines =
                csv(ExportOptions.csv().inClearFor("执法检查比对"), "columns", "number,applicant", "sort", "number");
        assertThat(lines.get(1)).isEqualTo("JY00000000,张伟");
        assertThat(lines.get(2)).isEqualTo("JY00000001,王*");
        assertThat(DESK.journal.of("records.unmask")).hasSize(667);
        assertThatThrownBy(() -> csv(ExportOptions.csv().inClearFor("看"))).hasMessageContaining("records.purpose");
    }

    @Test
    void nothing_in_a_file_becomes_a_formula() {
        DESK.database
                .jdbc()
                .sql("UPDATE desk.matter SET title = ? WHERE number = 'JY00000009'")
                .param("=HYPERLINK(\"http://x\",\"点\")\n二\u0001行")
                .update();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        RecordQuery query = DESK.query("number", "JY00000009", "columns", "title,fee");
        DESK.records.export(clerk, Desk.MATTER, query, new ExportOptions(ExportFormat.CSV, false, ""), out);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo("事项名称,收费金额\r\n\"'=HYPERLINK(\"\"http://x\"\",\"\"点\"\")\n二\u0001行\",21.00\r\n");
        assertThat(sheets(query).getFirst())
                .contains("<t>=HYPERLINK(&quot;http://x&quot;,&quot;")
                .doesNotContain("<f>")
                .doesNotContain("\u0001");
    }

    private List<String> sheets(RecordQuery query) {
        List<String> sheets = new ArrayList<>();
        try {
            Path file = Files.createTempFile("records", ".xlsx");
            try (OutputStream out = Files.newOutputStream(file)) {
                DESK.records.export(clerk, Desk.MATTER, query, ExportOptions.xlsx(), out);
            }
            try (ZipFile zip = new ZipFile(file.toFile())) {
                for (ZipEntry entry : Collections.list(zip.entries())) {
                    if (entry.getName().startsWith("xl/worksheets/sheet")) {
                        sheets.add(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
                    }
                }
            }
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sheets;
    }

    @Test
    void a_workbook_holds_every_row_and_keeps_numbers_numbers() {
        String sheet =
                sheets(DESK.query("columns", "number,fee", "sort", "number")).getFirst();
        assertThat(sheet.split("<row ", -1)).hasSize(2_002);
        assertThat(sheet).contains("<v>10.50</v>").contains("JY00001999");
    }

    /** Kept rows would weigh some hundred megabytes; a portion and what the driver fetched ahead weigh a few. */
    @Test
    void a_hundred_thousand_rows_need_no_more_memory_than_a_few() {
        try (Desk large = new Desk(100_000)) {
            large.policy.grant("desk.matter.read", new RowScope.All()).grant("desk.matter.export", new RowScope.All());
            Scale scale = new Scale();
            long rows =
                    large.records.export(clerk, Desk.MATTER, RecordQuery.all(Desk.MATTER), ExportOptions.xlsx(), scale);
            assertThat(rows).isEqualTo(100_000);
            assertThat(scale.weighed).hasSizeGreaterThan(2);
            assertThat(scale.weighed.getLast() - scale.weighed.getFirst()).isLessThan(15_000_000);
        }
    }

    /** Weighs the live heap at each megabyte written. */
    private static final class Scale extends OutputStream {
        private final List<Long> weighed = new ArrayList<>();
        private long written;

        @Override
        public void write(int one) {
            written++;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            long before = written;
            written += length;
            if (written / 1_000_000 > before / 1_000_000) {
                System.gc();
                weighed.add(
                        ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
            }
        }
    }

    @Test
    void few_exports_run_at_once() throws Exception {
        CountDownLatch begun = new CountDownLatch(3);
        CountDownLatch go = new CountDownLatch(1);
        try (var pool = Executors.newFixedThreadPool(3)) {
            for (int i = 0; i < 3; i++) {
                OutputStream own = held(begun, go);
                pool.submit(() -> DESK.records.export(clerk, Desk.MATTER, DESK.query(), ExportOptions.csv(), own));
            }
            begun.await();
            assertThatThrownBy(() -> csv(ExportOptions.csv())).hasMessageContaining("records.busy");
            go.countDown();
        }
        assertThat(csv(ExportOptions.csv())).hasSize(2_001);
    }

    private static OutputStream held(CountDownLatch begun, CountDownLatch go) {
        return new OutputStream() {
            private boolean first = true;

            @Override
            public synchronized void write(int b) {
                if (first) {
                    first = false;
                    begun.countDown();
                    try {
                        go.await();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                }
            }
        };
    }
}
