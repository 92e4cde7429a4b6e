package cn.gov.jiyuan.platform.hub.pipeline;

import static java.util.Objects.requireNonNull;

import cn.gov.jiyuan.platform.jobs.Progress;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.IntStream;

/**
 * One run of a pipeline in a workshop (一次加工): standardise, link, merge. What comes out lies in the workshop's folder
 * {@link #MERGED} until somebody lands it.
 */
public final class Run {
    static final String MERGED = "merged";
    static final String MEMBERS = "members";
    private static final String ROWS = "rows";
    private static final String NO_CANDIDATE = "select cast(0 as integer) as src, cast(0 as bigint) as rec,"
            + " cast(null as %s) as key, cast(0 as bigint) as score where false";
    private final Pipeline pipeline;
    private final Workshop workshop;
    private final Compiler compiler;
    private final Progress progress;

    public Run(Pipeline pipeline, Workshop workshop, Progress progress) {
        this.pipeline = pipeline;
        this.workshop = workshop;
        this.compiler = new Compiler(pipeline, workshop.dialect());
        this.progress = progress;
    }

    /**
     * Runs it all.
     *
     * @param relations what each origin is read from, by its code, as {@link Workshop#take} named it
     * @param now minutes since 1970
     */
    public Outcome run(Map<String, String> relations, long now) {
        progress.total(pipeline.origins().size() * 10L + 5 + pipeline.buckets());
        for (Origin origin : pipeline.origins()) {
            progress.say(origin.title() + "：清洗并检查");
            String select = compiler.standardise(origin, requireNonNull(relations.get(origin.code())), now);
            workshop.spread(origin.title(), select, ROWS, origin.code());
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
        return workshop.read(List.of(MERGED));
    }

    /** A relation of all standard rows that belong to something, with their keys. */
    public String standardRows() {
        return "(select * from " + workshop.read(present(0, pipeline.buckets() + 1)) + " where key is not null)";
    }

    /** Writes which record belongs to which thing into the workshop's folder {@link #MEMBERS}. */
    public void tellMembers() {
        workshop.write("归并对照", compiler.members(standardRows()), MEMBERS, "all");
    }

    private List<Map<String, Object>> tally() {
        String rows = workshop.read(present(0, pipeline.buckets() + 1));
        return new ArrayList<>(workshop.rows("统计", compiler.tally(rows)));
    }

    /** Folders of these buckets, as far as there are rows for them. */
    private List<String> present(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(number -> ROWS + "/bucket=" + number)
                .filter(bucket -> Files.exists(workshop.folder().resolve(bucket)))
                .toList();
    }

    /** Rows linked, and rows that stand alone. */
    private long[] link(List<Map<String, Object>> tally) {
        List<String> without = present(pipeline.buckets(), pipeline.buckets() + 1);
        if (without.isEmpty()) {
            return new long[2];
        }
        long things =
                tally.stream().mapToLong(row -> number(row, "keyed")).max().orElse(0);
        progress.say("为没有有效证号的记录查找所属主体");
        workshop.keep("匹配", "unkeyed", "select * from " + workshop.read(without));
        StringJoiner candidates = new StringJoiner(" union all ");
        candidates.add(NO_CANDIDATE.formatted(workshop.dialect().type(pipeline.keyType())));
        for (Lot lot : lots()) {
            String name = "candidates_" + lot.number();
            workshop.keep("匹配", name, compiler.candidates("unkeyed", workshop.read(lot.folders())));
            candidates.add("select src, rec, key, score from " + name);
        }
        workshop.keep("匹配", "chosen", compiler.chosen("(" + candidates + ") as candidates", things));
        workshop.spread("匹配", compiler.linked("unkeyed", "chosen"), ROWS, "linked");
        long all = count("unkeyed");
        long found = count("chosen");
        return new long[] {found, all - found};
    }

    /** Buckets that are worked on together. */
    private record Lot(int number, List<String> folders) {}

    private List<Lot> lots() {
        List<Lot> lots = new ArrayList<>();
        int size = Math.min(workshop.bucketsAtOnce(), pipeline.buckets());
        for (int i = 0; i < pipeline.buckets(); i += size) {
            List<String> folders = present(i, Math.min(i + size, pipeline.buckets()));
            if (!folders.isEmpty()) {
                lots.add(new Lot(i, folders));
            }
        }
        return lots;
    }

    private long count(String relation) {
        return number(
                workshop.rows("计数", "select count(*) as n from " + relation).getFirst(), "n");
    }

    private long mergeAll() {
        List<Lot> lots = lots();
        for (Lot lot : lots) {
            progress.say("合并第 " + (lot.number() + 1) + "/" + pipeline.buckets() + " 桶");
            String rows = workshop.read(lot.folders());
            workshop.write("合并", compiler.merge(rows), MERGED, String.valueOf(lot.number()));
            progress.advance(lot.folders().size());
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
