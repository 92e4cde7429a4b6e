package cn.gov.jiyuan.platform.hub.pipeline;

import cn.gov.jiyuan.platform.hub.DataType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Writes the SQL of a pipeline (编译): one pass over each origin makes typed rows with an integer key, the checks as a bitmask
 * and a bucket; each bucket is then merged by itself, so memory stays bounded by the largest bucket.
 *
 * <p>A rank is 62 bits: place in the order of origins (4), minute of the change (26), the record's number stirred (28), origin
 * (4). The greatest rank decides a field, and its last four bits say where the value came from. Of equal ranks, as of a record
 * that one origin sent twice, the greater value decides, so that every engine finds the same.
 */
final class Compiler {
    private static final int ORIGIN_BITS = 4;
    private static final int RECORD_BITS = 28;
    private static final int MINUTE_BITS = 26;
    private static final long MINUTES = (1L << MINUTE_BITS) - 1;
    /** Weights of a match are whole millionths, for a sum of fractions depends on how an engine keeps them. */
    private static final double MILLIONTHS = 1e6;

    private final Pipeline pipeline;
    private final Dialect dialect;

    Compiler(Pipeline pipeline, Dialect dialect) {
        this.pipeline = pipeline;
        this.dialect = dialect;
    }

    /**
     * The standard rows of one origin.
     *
     * @param relation what they are read from
     * @param now minute of the run; what claims to be newer has no time
     */
    String standardise(Origin origin, String relation, long now) {
        return "select " + keyed() + " from (select *, " + flags() + " as flags from (select *, " + pipeline.key()
                + " as key from (select " + cleaned(origin) + ", "
                + pipeline.origins().indexOf(origin) + " as src, " + origin.record() + " as rec, "
                + minutes(origin, now) + " as upd from " + relation + ") as cleaned) as keyed) as checked";
    }

    private String minutes(Origin origin, long now) {
        String minutes = dialect.minutes(origin.updated());
        return "coalesce(case when " + minutes + " between 0 and " + Math.min(now, MINUTES) + " then " + minutes
                + " end, 0)";
    }

    private static String cleaned(Origin origin) {
        return origin.cleaning().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(one -> one.getValue() + " as " + one.getKey())
                .collect(Collectors.joining(", "));
    }

    /** Key, checks and bucket; spoiled values are left out here, so that the merge need not look at flags. */
    private String keyed() {
        StringJoiner columns = new StringJoiner(", ");
        columns.add("key").add("src").add("rec").add("upd").add("flags");
        columns.add("0 as via").add("cast(null as double) as score");
        pipeline.fields().forEach(field -> columns.add(unspoiled(field) + " as " + field.name()));
        columns.add("case when key is null then " + pipeline.buckets() + " else "
                + dialect.bucket("key", pipeline.keyType(), pipeline.buckets()) + " end as bucket");
        return columns.toString();
    }

    private String flags() {
        if (pipeline.checks().isEmpty()) {
            return "0";
        }
        return IntStream.range(0, pipeline.checks().size())
                .mapToObj(i -> "case when " + pipeline.checks().get(i).fails() + " then " + (1L << i) + " else 0 end")
                .collect(Collectors.joining(" + "));
    }

    private String unspoiled(Field field) {
        long spoilers = IntStream.range(0, pipeline.checks().size())
                .filter(i -> field.spoiledBy().contains(pipeline.checks().get(i).name()))
                .mapToLong(i -> 1L << i)
                .sum();
        return spoilers == 0 ? field.name() : "case when (flags & " + spoilers + ") = 0 then " + field.name() + " end";
    }

    /** Number of rows and of those that fail each check, by origin. */
    String tally(String rows) {
        StringJoiner columns = new StringJoiner(", ");
        columns.add("src").add("count(*) as n").add("count(key) as keyed");
        for (int i = 0; i < pipeline.checks().size(); i++) {
            columns.add("sum(case when (flags & " + (1L << i) + ") <> 0 then 1 else 0 end) as c" + i);
        }
        return "select " + columns + " from " + rows + " group by src order by src";
    }

    /** Candidates for rows without a key among the keyed rows, best sum per key. */
    String candidates(String unkeyed, String keyed) {
        Linkage linkage = linkage();
        List<String> compared = linkage.fields();
        String columns = compared.stream().collect(Collectors.joining(", "));
        StringJoiner pairs = new StringJoiner(" union all ");
        for (List<String> block : linkage.blocks()) {
            String on = block.stream().map(one -> "u." + one + " = k." + one).collect(Collectors.joining(" and "));
            pairs.add("select u.src, u.rec, k.key, " + sum() + " as score from " + unkeyed
                    + " as u join (select distinct key, " + columns + " from " + keyed + ") as k on " + on);
        }
        return "select src, rec, key, max(score) as score from (" + pairs + ") as pairs where score > 0"
                + " group by src, rec, key";
    }

    private String sum() {
        return linkage().comparisons().stream()
                .map(one -> "case when u." + one.field() + " = k." + one.field() + " then "
                        + millionths(one.likelihood().agreement()) + " when u." + one.field() + " <> k." + one.field()
                        + " then " + millionths(one.likelihood().disagreement()) + " else 0 end")
                .collect(Collectors.joining(" + "));
    }

    private static long millionths(double weight) {
        return Math.round(weight * MILLIONTHS);
    }

    /**
     * The best candidate of each row that is good enough and stands out.
     *
     * @param things how many things there may be: the more, the more agreement is needed
     */
    String chosen(String candidates, long things) {
        return "select src, rec, key, score from (select src, rec, key, score,"
                + " row_number() over (partition by src, rec order by score desc, key) as place,"
                + " lead(score) over (partition by src, rec order by score desc, key) as next from " + candidates
                + ") as placed where place = 1 and score >= "
                + millionths(linkage().threshold(things))
                + " and (next is null or score - next >= "
                + millionths(linkage().margin()) + ")";
    }

    /** Rows that had no key, with the key of their thing; those that match none become things of their own. */
    String linked(String unkeyed, String chosen) {
        String fields =
                pipeline.fields().stream().map(field -> "u." + field.name()).collect(Collectors.joining(", "));
        String own = dialect.substitute(alike(), pipeline.keyType());
        return "select *, " + dialect.bucket("key", pipeline.keyType(), pipeline.buckets())
                + " as bucket from (select coalesce(c.key, " + own + ") as key, u.src, u.rec, u.upd, u.flags,"
                + " case when c.key is null then 2 else 1 end as via, c.score, "
                + fields + " from " + unkeyed + " as u left join " + chosen
                + " as c on c.src = u.src and c.rec = u.rec) as joined";
    }

    /** Rows without a key that agree on a whole block are one thing; a row that fills no block stands alone. */
    private String alike() {
        StringJoiner first = new StringJoiner(
                ", ",
                "coalesce(",
                ", concat('r', " + dialect.text("u.src") + ", '/', coalesce(" + dialect.text("u.rec") + ", '')))");
        for (List<String> block : linkage().blocks()) {
            first.add(block.stream().map(one -> dialect.text("u." + one)).collect(Collectors.joining(" || '/' || ")));
        }
        return first.toString();
    }

    private Linkage linkage() {
        return Objects.requireNonNull(pipeline.linkage(), "no linkage");
    }

    /** Which record belongs to which thing and how it was found, as a dataset of its own tells it. */
    String members(String rows) {
        StringBuilder origin = new StringBuilder("case src");
        for (int i = 0; i < pipeline.origins().size(); i++) {
            origin.append(" when ")
                    .append(i)
                    .append(" then '")
                    .append(pipeline.origins().get(i).code())
                    .append("'");
        }
        return "select key, " + origin + " end as origin, cast(rec as bigint) as record, cast(via as bigint) as via,"
                + " cast(score as decimal(38, 6)) as score, cast(flags as bigint) as failed from " + rows;
    }

    /** The golden records of one bucket. */
    String merge(String rows) {
        StringJoiner columns = new StringJoiner(", ");
        columns.add("key");
        pipeline.derived()
                .forEach(one ->
                        columns.add(one.expression() + " as " + one.column().name()));
        List<String> provenance = new ArrayList<>();
        List<String> conflicts = new ArrayList<>();
        for (int i = 0; i < pipeline.fields().size(); i++) {
            Field field = pipeline.fields().get(i);
            DataType type = field.column().type();
            String best = "m" + i;
            columns.add("cast(" + dialect.valueOf(best, type) + " as " + dialect.type(type) + ") as " + field.name());
            provenance.add(dialect.shifted(
                    "coalesce(" + dialect.rankOf(best, type) + " % " + (1 << ORIGIN_BITS) + " + 1, 0)",
                    i * ORIGIN_BITS));
            if (field.compared()) {
                conflicts.add("case when x" + i + " then " + (1L << i) + " else 0 end");
            }
        }
        columns.add("cast(records as bigint) as records").add("cast(origins as bigint) as origins");
        columns.add("cast(" + String.join(" + ", provenance) + " as bigint) as provenance");
        columns.add("cast(" + (conflicts.isEmpty() ? "0" : String.join(" + ", conflicts)) + " as bigint) as conflicts");
        return "select " + columns + " from (" + grouped(rows) + ") as merged" + votes(rows);
    }

    private String grouped(String rows) {
        StringJoiner columns = new StringJoiner(", ");
        columns.add("key").add("count(*) as records").add(dialect.anyBits(originBit()) + " as origins");
        for (int i = 0; i < pipeline.fields().size(); i++) {
            Field field = pipeline.fields().get(i);
            String name = field.name();
            if (!(field.survivorship() instanceof Survivorship.Vote)) {
                columns.add(
                        dialect.greatest(name, rankName(field), field.column().type()) + " as m" + i);
            }
            if (field.compared()) {
                String digest = dialect.digest(name);
                columns.add("min(" + digest + ") <> max(" + digest + ") as x" + i);
            }
        }
        return "select " + columns + " from (" + ranked(rows) + ") as ranked group by key";
    }

    private String ranked(String rows) {
        StringJoiner ranks = new StringJoiner("", "", "");
        ranks.add(", " + rank("0") + " as r");
        TreeSet<String> orders = new TreeSet<>();
        pipeline.fields().forEach(field -> {
            if (field.survivorship() instanceof Survivorship.Priority priority && orders.add(rankName(field))) {
                ranks.add(", " + rank(place(priority)) + " as " + rankName(field));
            }
        });
        return "select *" + ranks + " from " + rows;
    }

    private String rankName(Field field) {
        return field.survivorship() instanceof Survivorship.Priority priority
                ? "r_" + String.join("_", priority.origins())
                : "r";
    }

    private String rank(String place) {
        String stirred = "(rec & " + ((1L << RECORD_BITS) - 1) + ")";
        return "((cast(" + place + " as bigint) * " + (1L << MINUTE_BITS) + " + upd) * " + (1L << RECORD_BITS) + " + "
                + stirred + ") * " + (1L << ORIGIN_BITS) + " + src";
    }

    /** Origins that the order does not name come last. */
    private String place(Survivorship.Priority priority) {
        StringBuilder places = new StringBuilder("case src");
        int named = priority.origins().size();
        for (int i = 0; i < named; i++) {
            places.append(" when ")
                    .append(index(priority.origins().get(i)))
                    .append(" then ")
                    .append(named - i);
        }
        return places.append(" else 0 end").toString();
    }

    private int index(String origin) {
        return pipeline.origins().stream().map(Origin::code).toList().indexOf(origin);
    }

    private String originBit() {
        StringBuilder bits = new StringBuilder("case src");
        for (int i = 0; i < pipeline.origins().size(); i++) {
            bits.append(" when ").append(i).append(" then ").append(1 << i);
        }
        return bits.append(" end").toString();
    }

    /** A vote needs the rows of each value counted first. */
    private String votes(String rows) {
        StringBuilder joins = new StringBuilder();
        for (int i = 0; i < pipeline.fields().size(); i++) {
            Field field = pipeline.fields().get(i);
            if (field.survivorship() instanceof Survivorship.Vote) {
                String weight = "(n * " + (1L << (MINUTE_BITS + RECORD_BITS + ORIGIN_BITS)) + " + best)";
                joins.append(" left join (select key, ")
                        .append(dialect.greatest("value", weight, field.column().type()))
                        .append(" as m")
                        .append(i)
                        .append(" from (select key, ")
                        .append(field.name())
                        .append(" as value, least(count(*), 15) as n, max(")
                        .append(rank("0"))
                        .append(") as best from ")
                        .append(rows)
                        .append(" where ")
                        .append(field.name())
                        .append(" is not null group by key, ")
                        .append(field.name())
                        .append(") as counted group by key) as vote")
                        .append(i)
                        .append(" using (key)");
            }
        }
        return joins.toString();
    }
}
