package cn.gov.jiyuan.hubspark;

import static cn.gov.jiyuan.hubspark.Steps.step;

import cn.gov.jiyuan.platform.hub.Engines;
import cn.gov.jiyuan.platform.hub.Snapshot;
import cn.gov.jiyuan.platform.hub.pipeline.Dialect;
import cn.gov.jiyuan.platform.hub.pipeline.Input;
import cn.gov.jiyuan.platform.hub.pipeline.RunKey;
import cn.gov.jiyuan.platform.hub.pipeline.WorkFolder;
import cn.gov.jiyuan.platform.hub.pipeline.Workshop;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/** A session of Spark at work on the files of one run. What does not fit into memory it puts on disk by itself. */
final class SparkWorkshop implements Workshop {
    private final Path cleared;
    private final Path folder;
    private final SparkSession session;
    private final Engines engines;
    private final Runnable leave;
    private final String key = RunKey.make();
    private int relations;

    /**
     * A workshop that is new.
     *
     * @param cleared folder that is removed in the end
     * @param folder within it, in which the run works
     * @param leave gives the session back
     */
    SparkWorkshop(Path cleared, Path folder, SparkSession session, Engines engines, Runnable leave) {
        this.cleared = cleared;
        this.folder = folder;
        this.session = session;
        this.engines = engines;
        this.leave = leave;
        SealedFiles.seal(session, key);
        Functions.register(session);
    }

    @Override
    public Dialect dialect() {
        return SparkDialect.INSTANCE;
    }

    @Override
    public Path folder() {
        return folder;
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public int bucketsAtOnce() {
        return Integer.MAX_VALUE;
    }

    @Override
    public String take(String origin, Input input) {
        return switch (input) {
            case Input.OfSnapshot one -> handed(origin, one.snapshot());
            case Input.OfCsv one -> named(step(origin, () -> csv(one.file())));
        };
    }

    private String handed(String origin, Snapshot snapshot) {
        String place = "taken/" + origin;
        step(origin, () -> {
            new HandoverStore(engines, key).copy(snapshot, folder.resolve(place));
            return place;
        });
        return read(List.of(place));
    }

    /** One task reads the file, for a quoted value may go over several lines; the rows are then spread over all. */
    private Dataset<Row> csv(Path file) {
        return session.read()
                .option("header", true)
                .option("quote", "\"")
                .option("escape", "\"")
                .option("multiLine", true)
                .option("mode", "FAILFAST")
                .csv(uri(file))
                .repartition(session.sparkContext().defaultParallelism());
    }

    private static String uri(Path file) {
        return file.toUri().toString();
    }

    private String place(String name) {
        return uri(folder.resolve(name));
    }

    @Override
    public void spread(String step, String select, String target, String part) {
        step(step, () -> {
            session.sql(select)
                    .write()
                    .mode(SaveMode.Append)
                    .partitionBy("bucket")
                    .parquet(place(target));
            return target;
        });
    }

    @Override
    public void write(String step, String select, String target, String part) {
        step(step, () -> {
            session.sql(select).write().mode(SaveMode.Append).parquet(place(target));
            return target;
        });
    }

    @Override
    public void keep(String step, String name, String select) {
        String target = "kept/" + name;
        write(step, select, target, name);
        step(step, () -> {
            session.read().parquet(place(target)).createOrReplaceTempView(name);
            return name;
        });
    }

    @Override
    public String read(List<String> folders) {
        return named(step(
                "读取",
                () -> session.read().parquet(folders.stream().map(this::place).toArray(String[]::new))));
    }

    private String named(Dataset<Row> rows) {
        String name = "relation_" + relations++;
        rows.createOrReplaceTempView(name);
        return name;
    }

    @Override
    public List<Map<String, @Nullable Object>> rows(String step, String sql) {
        return step(step, () -> {
            List<Map<String, @Nullable Object>> all = new ArrayList<>();
            for (Row row : session.sql(sql).collectAsList()) {
                Map<String, @Nullable Object> values = new LinkedHashMap<>();
                for (String column : row.schema().fieldNames()) {
                    values.put(column, row.getAs(column));
                }
                all.add(values);
            }
            return all;
        });
    }

    @Override
    public void close() {
        try {
            leave.run();
        } finally {
            WorkFolder.clear(cleared);
        }
    }
}
