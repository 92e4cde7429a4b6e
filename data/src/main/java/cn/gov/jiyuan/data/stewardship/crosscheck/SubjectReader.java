package cn.gov.jiyuan.data.stewardship.crosscheck;

import cn.gov.jiyuan.data.stewardship.standards.DataStandards;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.hub.DataSession;
import cn.gov.jiyuan.platform.hub.Datasets;
import cn.gov.jiyuan.platform.hub.HubError;
import cn.gov.jiyuan.platform.hub.Snapshot;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what all sources of an item say of each subject, values brought to one form, by one query of the hub. */
@Component
final class SubjectReader {
    private final Datasets datasets;
    private final DataStandards standards;

    SubjectReader(Datasets datasets, DataStandards standards) {
        this.datasets = datasets;
        this.standards = standards;
    }

    /** What the sources say of a subject, in the order of the sources; null where one is silent. */
    record Subject(String key, List<@Nullable Said> said) {}

    record Said(String value, @Nullable LocalDate asOf) {}

    /** @param sources in order, the item's own first @param versions of their datasets */
    record Reading(Authority authority, List<Source> sources, List<Snapshot> versions) {}

    /** Sources whose datasets have a version; the item's own must have one. */
    Reading reading(Authority authority, List<Source> witnesses) {
        List<Source> sources = new ArrayList<>();
        List<Snapshot> versions = new ArrayList<>();
        sources.add(authority.source());
        versions.add(datasets.current(authority.source().dataset())
                .orElseThrow(() -> new Fault(HubError.EMPTY, authority.source().dataset())));
        for (Source witness : witnesses) {
            datasets.current(witness.dataset()).ifPresent(version -> {
                sources.add(witness);
                versions.add(version);
            });
        }
        return new Reading(authority, sources, versions);
    }

    /** Counts over all subjects. */
    record Counts(long subjects, long comparable, long agreeing) {}

    Counts counts(Reading reading) {
        int width = reading.sources().size();
        String given = columns(width, i -> "(v" + i + " is not null)::int", " + ");
        String distinct = "len(list_distinct([" + columns(width, i -> "v" + i, ", ") + "]))";
        try (DataSession session = open(reading)) {
            DataSession.Row row = session.one("select count(*) as subjects, count(*) filter (where " + given
                    + " > 1) as comparable, count(*) filter (where " + given + " > 1 and " + distinct
                    + " = 1) as agreeing from (" + wide(reading, "") + ") as wide_");
            return new Counts(row.number("subjects"), row.number("comparable"), row.number("agreeing"));
        }
    }

    /** Subjects on which sources differ, or of which the item's own source says nothing. */
    void doubtful(Reading reading, Consumer<Subject> reader) {
        int width = reading.sources().size();
        String differ = IntStream.range(1, width)
                .mapToObj(i -> "v" + i + " <> v0")
                .collect(Collectors.joining(" or ", "v0 is null or ", ""));
        read(
                reading,
                "select * from (" + wide(reading, "") + ") as wide_ where " + differ + " order by k",
                List.of(),
                reader);
    }

    /** All that is said of one subject; empty if nobody knows it. */
    List<Subject> one(Reading reading, String key) {
        List<Subject> found = new ArrayList<>();
        read(reading, wide(reading, "where k = ?"), List.of(key), found::add);
        return found;
    }

    /** Every subject of some keys, to look again at open findings. */
    void each(Reading reading, Consumer<Subject> reader) {
        read(reading, wide(reading, ""), List.of(), reader);
    }

    private void read(Reading reading, String sql, List<?> parameters, Consumer<Subject> reader) {
        int width = reading.sources().size();
        try (DataSession session = open(reading)) {
            session.each(sql, parameters, row -> reader.accept(subject(row, width)));
        }
    }

    private static Subject subject(DataSession.Row row, int width) {
        List<@Nullable Said> said = new ArrayList<>();
        for (int i = 0; i < width; i++) {
            String value = row.text("v" + i);
            LocalDate asOf = row.get("d" + i) instanceof LocalDate day ? day : null;
            said.add(value == null ? null : new Said(value, asOf));
        }
        return new Subject(String.valueOf(row.text("k")), said);
    }

    private DataSession open(Reading reading) {
        Map<String, Snapshot> views = new LinkedHashMap<>();
        for (int i = 0; i < reading.versions().size(); i++) {
            views.put("s" + i, reading.versions().get(i));
        }
        return datasets.open(views);
    }

    /** One row for each subject, with value and day of each source; where a source has several, the youngest counts. */
    private String wide(Reading reading, String where) {
        int width = reading.sources().size();
        String long0 =
                IntStream.range(0, width).mapToObj(i -> told(reading, i)).collect(Collectors.joining(" union all "));
        String values = columns(
                width,
                i -> "max_by(v, d) filter (where s = " + i + ") as v" + i + ", max(d) filter (where s = " + i
                        + " and real_) as d" + i,
                ", ");
        return "select k, " + values + " from (" + long0 + ") as told_ " + where + " group by k";
    }

    private String told(Reading reading, int place) {
        Source source = reading.sources().get(place);
        String key = "upper(trim(cast(" + quoted(source.keyColumn()) + " as varchar)))";
        String written =
                "nullif(regexp_replace(cast(" + quoted(source.valueColumn()) + " as varchar), '\\s', '', 'g'), '')";
        String table = reading.authority().codeTable();
        String value = table == null ? written : coded(written, standards.reading(table, source.unitCode()));
        String day = source.asOfColumn() == null
                ? "cast(null as date)"
                : "try_cast(" + quoted(source.asOfColumn()) + " as date)";
        return "select " + place + " as s, " + key + " as k, " + value + " as v, coalesce(" + day
                + ", date '1900-01-01') as d, " + day + " is not null as real_ from s" + place + " where "
                + quoted(source.keyColumn()) + " is not null and " + key + " <> '' and " + written + " is not null";
    }

    private static String coded(String written, Map<String, String> reading) {
        if (reading.isEmpty()) {
            return written;
        }
        return reading.entrySet().stream()
                .map(entry -> " when " + literal(entry.getKey()) + " then " + literal(entry.getValue()))
                .collect(Collectors.joining("", "case " + written, " else " + written + " end"));
    }

    private static String columns(int width, java.util.function.IntFunction<String> column, String between) {
        return IntStream.range(0, width).mapToObj(column).collect(Collectors.joining(between));
    }

    private static String quoted(String column) {
        return '"' + column.replace("\"", "\"\"") + '"';
    }

    private static String literal(String value) {
        return "'" + value.replace("'", "''") + "'";
    }
}
