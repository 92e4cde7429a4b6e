package cn.gov.jiyuan.hubspark;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.jiyuan.data.registers.PersonPipeline;
import cn.gov.jiyuan.data.registers.demo.DirtyPersons;
import cn.gov.jiyuan.platform.hub.Engines;
import cn.gov.jiyuan.platform.hub.Snapshot;
import cn.gov.jiyuan.platform.hub.pipeline.DuckWorkshop;
import cn.gov.jiyuan.platform.hub.pipeline.Input;
import cn.gov.jiyuan.platform.hub.pipeline.Outcome;
import cn.gov.jiyuan.platform.hub.pipeline.Run;
import cn.gov.jiyuan.platform.hub.pipeline.Workshop;
import cn.gov.jiyuan.platform.jobs.Progress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The person pipeline over three dirty sources, run by DuckDB and by Spark, and the golden records of both compared. */
final class PersonRun {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 1);
    private static final Snapshot POLICE =
            new Snapshot("landing.person_police", 1, new UUID(0, 1), 1, 0, 0, Instant.EPOCH);

    private final Path folder;
    private final Map<String, Path> files = new HashMap<>();

    PersonRun(Path folder, long rows) throws IOException {
        this.folder = folder;
        DirtyPersons people = DirtyPersons.ofRows(rows, TODAY);
        for (DirtyPersons.Source source : DirtyPersons.Source.values()) {
            Path file = folder.resolve(source.code() + ".csv");
            people.write(source, file);
            files.put(source.code(), file);
        }
        sendTwice(files.get("health"));
    }

    /** Some records once more, with the same number and time and other values: nothing but the values tells which one stands. */
    private static void sendTwice(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        StringBuilder more = new StringBuilder();
        for (int i = 1; i < Math.min(lines.size(), 600); i++) {
            String[] values = lines.get(i).split(",", -1);
            values[2] = "欧阳" + values[2];
            values[5] = String.valueOf(13_900_000_000L + i);
            values[6] = "\"济源市“引号”\"\"里\"\"的\n街道" + i + "号\"";
            more.append(String.join(",", values)).append('\n');
        }
        Files.writeString(file, more, StandardCharsets.UTF_8, StandardOpenOption.APPEND);
    }

    /** Runs both and holds their golden records against each other. */
    Outcome compare(SparkEngine engine) {
        try (DuckWorkshop duck = DuckWorkshop.open(folder.resolve("duck"), 500, true);
                Workshop spark = engine.open(folder.resolve("spark"), new Shown())) {
            Outcome ours = run(duck, inputs());
            Map<String, Input> inputs = inputs();
            inputs.put("police", new Input.OfSnapshot(POLICE));
            assertThat(run(spark, inputs)).isEqualTo(ours);
            duck.run("比较", "pragma add_parquet_key('spark', '" + spark.key() + "')");
            String golden = "read_parquet('" + spark.folder().resolve("merged")
                    + "/*.parquet', encryption_config = {footer_key: 'spark'})";
            duck.run("比较", "create view ours as select * from " + duck.read(List.of("merged")));
            duck.run("比较", "create view theirs as select * from " + golden);
            assertThat(duck.rows("类型", "describe theirs"))
                    .extracting(row -> row.get("column_name") + " " + row.get("column_type"))
                    .isEqualTo(duck.rows("类型", "describe ours").stream()
                            .map(row -> row.get("column_name") + " " + row.get("column_type"))
                            .toList());
            assertThat(duck.rows("差异", "select * from ours except all select * from theirs"))
                    .isEmpty();
            assertThat(duck.rows("差异", "select * from theirs except all select * from ours"))
                    .isEmpty();
            assertThat(digest(duck, "theirs")).isEqualTo(digest(duck, "ours"));
            assertThat(ours.things()).isPositive();
            return ours;
        }
    }

    private static Outcome run(Workshop workshop, Map<String, Input> inputs) {
        Map<String, String> relations = new HashMap<>();
        inputs.forEach((origin, input) -> relations.put(origin, workshop.take(origin, input)));
        return new Run(PersonPipeline.declared(), workshop, new Silent()).run(relations, TODAY.toEpochDay() * 1440);
    }

    private Map<String, Input> inputs() {
        Map<String, Input> inputs = new HashMap<>();
        files.forEach((origin, file) -> inputs.put(origin, new Input.OfCsv(file)));
        return inputs;
    }

    /** The digest by which the hub knows a batch again; it does not depend on the order of rows. */
    private static Map<String, @Nullable Object> digest(DuckWorkshop duck, String rows) {
        return duck.rows("摘要", "select count(*) as n, sum(hash(t))::varchar as digest from " + rows + " as t")
                .getFirst();
    }

    /** Shows the one snapshot of the test, which lies in a CSV file. */
    private final class Shown implements Engines {
        @Override
        public String engine() {
            return "spark";
        }

        @Override
        public Path workplace(String pipeline) {
            throw new UnsupportedOperationException();
        }

        @Override
        public int memory() {
            return 500;
        }

        @Override
        public void show(Connection engine, String view, Snapshot snapshot) {
            assertThat(snapshot).isEqualTo(POLICE);
            try (Statement statement = engine.createStatement()) {
                statement.execute("create view " + view + " as select * from read_csv('" + files.get("police")
                        + "', header = true, all_varchar = true)");
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
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
