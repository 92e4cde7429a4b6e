package cn.gov.jiyuan.bench;

import cn.gov.jiyuan.data.registers.PersonPipeline;
import cn.gov.jiyuan.data.registers.demo.DirtyPersons;
import cn.gov.jiyuan.kernel.area.Divisions;
import cn.gov.jiyuan.platform.hub.pipeline.DuckWorkshop;
import cn.gov.jiyuan.platform.hub.pipeline.Outcome;
import cn.gov.jiyuan.platform.hub.pipeline.Pipeline;
import cn.gov.jiyuan.platform.hub.pipeline.Run;
import cn.gov.jiyuan.platform.jobs.Progress;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.duckdb.DuckDBFunctions;
import org.jspecify.annotations.Nullable;

/**
 * The pipeline of persons, from CSV to golden records, against DuckDB's SQL written by hand for just this task: processor
 * seconds in one run, and the results compared field by field. Then how well records without a number find their person,
 * and how the pipeline grows from 3 to 10 and 30 million rows. {@code JIYUAN_BENCH_HUB_ROWS} makes all of it smaller.
 */
final class HubBench implements Benchmark {
    private static final long ROWS = Long.parseLong(System.getenv().getOrDefault("JIYUAN_BENCH_HUB_ROWS", "20000000"));
    /** The smallest million or so is for the compiler of the program and counts nowhere. */
    private static final long WARM_UP = Math.min(ROWS, 1_000_000);

    private static final int TURNS = 2;
    private static final long LIMIT_MIB = 4096;
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 1);
    private static final int BUCKETS = 16;
    private static final int MEMORY = 3_000;
    private static final List<String> COMPARED =
            List.of("name", "birth", "phone", "address", "area", "marital", "death_date", "records", "origins");

    @Override
    public void run(PrintStream out) throws Exception {
        Path folder = Files.createTempDirectory("jiyuan-hub-");
        try {
            Map<String, Path> few = written(folder.resolve("few"), WARM_UP);
            byHand(few, folder);
            ours(few, folder, "plain", false, false);
            Map<String, Path> files = written(folder.resolve("all"), ROWS);
            out.printf("%nhub: %,d rows of three sources to golden records%n", ROWS);
            double hand = Double.MAX_VALUE;
            double ours = Double.MAX_VALUE;
            for (int turn = 0; turn < TURNS; turn++) {
                hand = Math.min(hand, measured(out, "DuckDB by hand, no matching", () -> byHand(files, folder)));
                ours = Math.min(
                        ours, measured(out, "pipeline, no matching", () -> ours(files, folder, "plain", false, false)));
            }
            out.println("  " + ResultTable.verdict("手写 SQL 的 CPU ≤ 1.2 倍", ours / hand, ours <= hand * 1.2));
            compare(out, folder);
            measured(out, "pipeline with matching", () -> ours(files, folder, "linked", true, false));
            measured(out, "pipeline with matching, files encrypted", () -> ours(files, folder, "sealed", true, true));
            resolution(out, folder);
            BenchDatabase.delete(folder.resolve("all"));
            for (long rows : new long[] {ROWS * 3 / 20, ROWS / 2, ROWS * 3 / 2}) {
                Path place = folder.resolve("growth");
                Map<String, Path> some = written(place, rows);
                measured(
                        out,
                        String.format("growth: pipeline, %,d rows", rows),
                        () -> ours(some, folder, "g", true, true));
                BenchDatabase.delete(place);
            }
            long peak = peakMemory();
            out.println("  " + ResultTable.verdict("全程内存峰值 ≤ 4 GiB（MiB）", peak, peak <= LIMIT_MIB));
        } finally {
            BenchDatabase.delete(folder);
        }
    }

    private interface Work {
        long once() throws Exception;
    }

    /** Processor seconds. */
    private static double measured(PrintStream out, String what, Work work) throws Exception {
        CpuTime begun = CpuTime.now();
        long clock = System.nanoTime();
        long rows = work.once();
        double cpu = CpuTime.now().since(begun).program();
        out.printf(
                Locale.ROOT,
                "  %-44s %8.1f CPU s %8.1f s %,12.0f rows/CPU s%n",
                what,
                cpu,
                (System.nanoTime() - clock) / 1e9,
                rows / cpu);
        return cpu;
    }

    /** Highest resident memory of this process so far in MiB, engine and heap together, as Linux tells. */
    private static long peakMemory() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(0);
    }

    private static Map<String, Path> written(Path folder, long rows) throws IOException {
        Files.createDirectories(folder);
        DirtyPersons people = DirtyPersons.ofRows(rows, TODAY);
        Map<String, Path> files = new HashMap<>();
        for (DirtyPersons.Source source : DirtyPersons.Source.values()) {
            Path file = folder.resolve(source.code() + ".csv");
            people.write(source, file);
            files.put(source.code(), file);
        }
        return files;
    }

    private static String csv(Path file) {
        return "read_csv('" + file + "', header = true, all_varchar = true, delim = ',', quote = '\"', escape = '\"')";
    }

    private static long ours(Map<String, Path> files, Path folder, String name, boolean linked, boolean sealed) {
        Pipeline declared = PersonPipeline.declared();
        Pipeline pipeline = new Pipeline(
                declared.name(),
                declared.title(),
                declared.target(),
                declared.fields(),
                declared.derived(),
                declared.checks(),
                declared.origins(),
                declared.key(),
                declared.keyType(),
                linked ? declared.linkage() : null,
                BUCKETS);
        Map<String, String> relations = new HashMap<>();
        files.forEach((origin, file) -> relations.put(origin, csv(file)));
        try (DuckWorkshop workshop = DuckWorkshop.open(folder.resolve("shop"), MEMORY, sealed)) {
            Run run = new Run(pipeline, workshop, new Silent());
            Outcome outcome = run.run(relations, TODAY.toEpochDay() * 1440);
            if (!sealed) {
                keep(workshop, "select * from " + run.golden(), folder.resolve(name + ".parquet"));
            }
            if (linked && !sealed) {
                keep(workshop, "select key, rec from " + run.standardRows(), folder.resolve("standard.parquet"));
            }
            return outcome.rows();
        }
    }

    private static void keep(DuckWorkshop workshop, String select, Path file) {
        workshop.run("留存", "copy (" + select + ") to '" + file + "' (format parquet)");
    }

    /** The same task in SQL that knows its three sources: typed rows by bucket, then one aggregate for each bucket. */
    private static long byHand(Map<String, Path> files, Path folder) throws IOException {
        try (DuckWorkshop shop = DuckWorkshop.open(folder.resolve("hand"), MEMORY, false)) {
            shop.run("区划", "create table areas as select unnest([" + areas() + "]) as code");
            String standard = text("standard.sql");
            for (String[] one : new String[][] {
                {
                    "police",
                    "0",
                    "jlbh, sfzh, xm, case xb when '1' then 1 when '2' then 2 end, csrq, lxdh, zz, qhdm, hyzk, swrq, gxsj"
                },
                {
                    "labour",
                    "1",
                    "baz001, aac002, aac003, case aac004 when '男' then 1 when '女' then 2 end, aac006, aae005, aae006, aab301, aac017, null, aae036"
                },
                {
                    "health",
                    "2",
                    "record_no, id_card, name, case sex when 'M' then 1 when 'F' then 2 end, replace(birthday, '/', '-'), mobile, address, area, marriage, death_date, modify_time"
                }
            }) {
                String select = standard.replace("${columns}", one[2])
                        .replace("${source}", one[1])
                        .replace("${file}", csv(Objects.requireNonNull(files.get(one[0]))))
                        .replace("${now}", String.valueOf(TODAY.toEpochDay() * 1440));
                shop.run(
                        one[0],
                        "copy (" + select + ") to '" + shop.path("rows")
                                + "' (format parquet, partition_by (bucket), overwrite_or_ignore true, filename_pattern '"
                                + one[0] + "_{i}')");
            }
            Files.createDirectories(folder.resolve("hand/merged"));
            String merge = text("merge.sql");
            for (int i = 0; i < BUCKETS; i++) {
                String rows = "read_parquet('" + shop.path("rows") + "/bucket=" + i
                        + "/*.parquet', hive_partitioning = false)";
                keep(shop, merge.replace("${rows}", rows), folder.resolve("hand/merged/" + i + ".parquet"));
            }
            keep(
                    shop,
                    "select * from read_parquet('" + shop.path("merged") + "/*.parquet')",
                    folder.resolve("hand.parquet"));
            return count(shop, "select count(*) from read_parquet('" + shop.path("rows") + "/*/*.parquet')");
        }
    }

    private static String areas() {
        return Divisions.jiyuan().all().stream()
                .map(division -> division.code().twelveDigits())
                .collect(Collectors.joining(", "));
    }

    private static String text(String name) throws IOException {
        try (var in = Objects.requireNonNull(HubBench.class.getResourceAsStream("/hub/" + name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static long count(DuckWorkshop shop, String sql) {
        return shop.rows("计数", sql).getFirst().values().iterator().next() instanceof Number number
                ? number.longValue()
                : 0;
    }

    private static void compare(PrintStream out, Path folder) {
        try (DuckWorkshop shop = DuckWorkshop.open(folder.resolve("compare"), MEMORY, false)) {
            StringBuilder sums =
                    new StringBuilder("select count(*) as things, sum((a.key is null or b.key is null)::int) as alone");
            COMPARED.forEach(
                    field -> sums.append(", sum((a." + field + " is distinct from b." + field + ")::int) as " + field));
            Map<String, @Nullable Object> found = shop.rows(
                            "比较",
                            sums + " from '" + folder.resolve("hand.parquet") + "' a full join '"
                                    + folder.resolve("plain.parquet") + "' b using (key)")
                    .getFirst();
            out.println("  full join with the result by hand, rows that differ: " + found);
        }
    }

    /** Pairs of records: of those put together how many belong together, and of those that belong how many are. */
    private static void resolution(PrintStream out, Path folder) throws Exception {
        try (DuckWorkshop shop = DuckWorkshop.open(folder.resolve("judge"), MEMORY, false)) {
            DuckDBFunctions.scalarFunction()
                    .withName("truth_of")
                    .withParameter(Long.class)
                    .withReturnType(Long.class)
                    .withLongFunction(DirtyPersons::truthOf)
                    .register(shop.connection());
            Map<String, @Nullable Object> pairs = shop.rows("判断", """
                            with t as (select key, truth_of(rec) as person from '%s'),
                                 claimed as (select count(*) as n from t group by key),
                                 true_ones as (select count(*) as n from t group by person),
                                 both_ as (select count(*) as n from t group by key, person)
                            select (select sum(n * (n - 1) / 2) from both_)::double as hit,
                                   (select sum(n * (n - 1) / 2) from claimed)::double as claimed,
                                   (select sum(n * (n - 1) / 2) from true_ones)::double as truth
                            """.formatted(folder.resolve("standard.parquet")))
                    .getFirst();
            double hit = number(pairs, "hit");
            double precision = hit / number(pairs, "claimed");
            double recall = hit / number(pairs, "truth");
            out.println("  " + ResultTable.verdict("查准率 ≥ 0.99", precision, precision >= 0.99));
            out.println("  " + ResultTable.verdict("查全率 ≥ 0.97", recall, recall >= 0.97));
        }
    }

    private static double number(Map<String, @Nullable Object> row, String column) {
        return row.get(column) instanceof Number number ? number.doubleValue() : Double.NaN;
    }

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
}
