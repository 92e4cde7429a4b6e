package cn.gov.jiyuan.platform.hub.pipeline;

import static java.util.Objects.requireNonNull;

import cn.gov.jiyuan.platform.jobs.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One run of a pipeline in a workshop (一次加工): standardise, link, merge. What comes out lies in the workshop's folder {@code
 * merged} until somebody lands it.
 */
public final class Run {
    private final Pipeline pipeline;
    private final Workshop workshop;
    private final Dialect dialect;
    private final Compiler compiler;
    private final Progress progress;

    public Run(Pipeline pipeline, Workshop workshop, Progress progress) {
        this.pipeline = pipeline;
        this.workshop = workshop;
        this.dialect = workshop.dialect();
        this.compiler = new Compiler(pipeline, dialect);
        this.progress = progress;
    }

    /**
     * Runs it all.
     *
     * @param relations what each origin is read from, by its code: a view or a table function of the engine
     * @param now minutes since 1970
     */
    public Outcome run(Map<String, String> relations, long now) {
        progress.total(pipeline.origins().size() * 10L + 5 + pipeline.buckets());
        for (Origin origin : pipeline.origins()) {
            progress.say(origin.title() + "：清洗并检查");
            String select = compiler.standardise(origin, requireNonNull(relations.get(origin.code())), now);
            workshop.run(origin.title(), dialect.writeByBucket(select, workshop.path("rows"), origin.code()));
            progress.advance(10);
        }
        List<Map<String, Object>> tally = tally();
        long[] linked = pipeline.linkage() == null ? new long[2] : link(tally);
        progress.advance(5);
        long things = mergeAll();
        return outcome(tally, linked, things);
    }

    /** A relation of all golden records of the run. */
    public String golden() {
        return dialect.read(workshop.path("merged") + "/*.parquet");
    }

    /** A relation of all standard rows that belong to something, with their keys. */
    public String standardRows() {
        return "(select * from " + dialect.read(workshop.path("rows") + "/bucket=*/*.parquet")
                + " where key is not null)";
    }

    /** Writes which record belongs to which thing into the workshop's folder {@code members}. */
    public void tellMembers() {
        workshop.folder("members");
        workshop.run(
                "归并对照", dialect.write(compiler.members(standardRows()), workshop.path("members") + "/all.parquet"));
    }

    private List<Map<String, Object>> tally() {
        String rows = dialect.read(workshop.path("rows") + "/bucket=*/*.parquet");
        return new ArrayList<>(workshop.rows("统计", compiler.tally(rows)));
    }

    private String bucket(int number) {
        return workshop.path("rows") + "/bucket=" + number;
    }

    private boolean present(int number) {
        return Files.exists(Path.of(bucket(number)));
    }

    /** Rows linked, and rows that stand alone. */
    private long[] link(List<Map<String, Object>> tally) {
        if (!present(pipeline.buckets())) {
            return new long[2];
        }
        long things =
                tally.stream().mapToLong(row -> number(row, "keyed")).max().orElse(0);
        progress.say("为没有有效证号的记录查找所属主体");
        workshop.run(
                "匹配",
                "create temp table unkeyed as select * from "
                        + dialect.read(bucket(pipeline.buckets()) + "/*.parquet"));
        workshop.run(
                "匹配",
                "create temp table candidates (src integer, rec bigint, key " + dialect.type(pipeline.keyType())
                        + ", score double)");
        for (int i = 0; i < pipeline.buckets(); i++) {
            if (present(i)) {
                String keyed = dialect.read(bucket(i) + "/*.parquet");
                workshop.run("匹配", "insert into candidates " + compiler.candidates("unkeyed", keyed));
            }
        }
        workshop.run("匹配", "create temp table chosen as " + compiler.chosen("candidates", things));
        workshop.run(
                "匹配", dialect.writeByBucket(compiler.linked("unkeyed", "chosen"), workshop.path("rows"), "linked"));
        long all = count("unkeyed");
        long found = count("chosen");
        workshop.run("匹配", "drop table unkeyed");
        workshop.run("匹配", "drop table candidates");
        workshop.run("匹配", "drop table chosen");
        return new long[] {found, all - found};
    }

    private long count(String relation) {
        return number(
                workshop.rows("计数", "select count(*) as n from " + relation).getFirst(), "n");
    }

    private long mergeAll() {
        workshop.folder("merged");
        for (int i = 0; i < pipeline.buckets(); i++) {
            if (present(i)) {
                progress.say("合并第 " + (i + 1) + "/" + pipeline.buckets() + " 桶");
                String rows = dialect.read(bucket(i) + "/*.parquet");
                workshop.run("合并", dialect.write(compiler.merge(rows), workshop.path("merged") + "/" + i + ".parquet"));
            }
            progress.advance(1);
        }
        return count(golden());
    }

    private Outcome outcome(List<Map<String, Object>> tally, long[] linked, long things) {
        List<Outcome.OfOrigin> origins = new ArrayList<>();
        for (Map<String, Object> row : tally) {
            Map<String, Long> failed = new LinkedHashMap<>();
            for (int i = 0; i < pipeline.checks().size(); i++) {
                failed.put(pipeline.checks().get(i).name(), number(row, "c" + i));
            }
            Origin origin = pipeline.origins().get((int) number(row, "src"));
            origins.add(new Outcome.OfOrigin(origin.code(), number(row, "n"), number(row, "keyed"), failed));
        }
        return new Outcome(origins, linked[0], linked[1], things);
    }

    private static long number(Map<String, Object> row, String column) {
        return row.get(column) instanceof Number number ? number.longValue() : 0;
    }
}
