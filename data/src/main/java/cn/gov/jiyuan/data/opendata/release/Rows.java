package cn.gov.jiyuan.data.opendata.release;

import cn.gov.jiyuan.data.opendata.OpendataError;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.hub.DataSession;
import cn.gov.jiyuan.platform.hub.DataType;
import cn.gov.jiyuan.platform.hub.Datasets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads rows of a published version: for the preview, the chart and the APIs. */
@Component("opendata.Rows")
public final class Rows {
    /** As many rows as one answer may hold. */
    public static final int MOST = 1000;

    private static final int BARS = 24;

    private final Datasets datasets;

    Rows(Datasets datasets) {
        this.datasets = datasets;
    }

    /**
     * A question.
     *
     * @param filters values by column, any of which may hold @param words to be found in any column
     * @param fields columns wanted; empty for all @param sort {@code column} or {@code column desc}, several with commas
     */
    public record Question(
            Map<String, List<String>> filters, String words, List<String> fields, String sort, int limit, long offset) {
        public static Question first(int limit) {
            return new Question(Map.of(), "", List.of(), "", limit, 0);
        }
    }

    /** @param fields of the records, in order @param total rows found in all */
    public record Answer(List<Version.Field> fields, List<Map<String, @Nullable Object>> records, long total) {}

    /** @throws Fault {@code opendata.bad-choice} for a column that the version does not have */
    public Answer ask(Version version, Question question) {
        List<Version.Field> fields = question.fields().isEmpty()
                ? version.columns()
                : question.fields().stream().map(name -> field(version, name)).toList();
        List<Object> parameters = new ArrayList<>();
        String where = where(version, question, parameters);
        String columns = fields.stream().map(field -> Sql.name(field.name())).collect(Collectors.joining(", "));
        List<Map<String, @Nullable Object>> records = new ArrayList<>();
        try (DataSession session = open(version)) {
            long total = session.one("select count(*) as n from data" + where, parameters.toArray())
                    .number("n");
            int limit = Math.clamp(question.limit(), 0, MOST);
            session.each(
                    "select " + columns + " from data" + where + order(version, question.sort()) + " limit " + limit
                            + " offset " + Math.max(0, question.offset()),
                    parameters,
                    row -> records.add(record(fields, row)));
            return new Answer(fields, records, total);
        }
    }

    private static Map<String, @Nullable Object> record(List<Version.Field> fields, DataSession.Row row) {
        Map<String, @Nullable Object> record = new LinkedHashMap<>();
        for (int i = 0; i < fields.size(); i++) {
            record.put(fields.get(i).name(), JsonFile.value(row.values().get(i)));
        }
        return record;
    }

    private static Version.Field field(Version version, String name) {
        return version.columns().stream()
                .filter(field -> field.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Fault(OpendataError.BAD_CHOICE, name));
    }

    private static String where(Version version, Question question, List<Object> parameters) {
        List<String> conditions = new ArrayList<>();
        question.filters().forEach((name, values) -> {
            String column = Sql.text(field(version, name).name());
            conditions.add(column + " in ("
                    + String.join(", ", values.stream().map(v -> "?").toList()) + ")");
            parameters.addAll(values);
        });
        if (!question.words().isBlank()) {
            String all = version.columns().stream()
                    .map(field -> Sql.text(field.name()))
                    .collect(Collectors.joining(" || ' ' || "));
            for (String word : question.words().strip().toLowerCase(Locale.ROOT).split("\\s+", -1)) {
                conditions.add("contains(lower(" + all + "), ?)");
                parameters.add(word);
            }
        }
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }

    private static String order(Version version, String sort) {
        if (sort.isBlank()) {
            return "";
        }
        List<String> orders = new ArrayList<>();
        for (String part : sort.split(",", -1)) {
            String[] words = part.strip().split("\\s+", -1);
            boolean down = words.length > 1 && words[1].equalsIgnoreCase("desc");
            String name = words[0].replace("\"", "");
            orders.add(Sql.name(field(version, name).name()) + (down ? " desc" : " asc") + " nulls last");
        }
        return " order by " + String.join(", ", orders);
    }

    private DataSession open(Version version) {
        String served = version.served();
        if (served == null) {
            throw new Fault(OpendataError.GONE, version.number());
        }
        return datasets.open(Map.of("data", datasets.snapshot(served, version.snapshot())));
    }

    /**
     * Sums of the first measure by the first thing that rows are told apart by.
     *
     * @param line whether the labels are a course of time @param areas whether they are places
     */
    public record Figure(String dimension, String measure, boolean line, boolean areas, List<Bar> bars) {
        public record Bar(String label, double value) {}
    }

    /** What can be drawn of a version, if anything. */
    public Optional<Figure> figure(Version version) {
        Version.Field measure =
                version.columns().stream().filter(Rows::isMeasure).findFirst().orElse(null);
        if (measure == null) {
            return Optional.empty();
        }
        try (DataSession session = open(version)) {
            return version.columns().stream()
                    .filter(Rows::isDimension)
                    .map(field -> figure(session, field, measure))
                    .flatMap(Optional::stream)
                    .findFirst();
        }
    }

    private static Optional<Figure> figure(DataSession session, Version.Field dimension, Version.Field measure) {
        boolean time = isTime(dimension);
        List<Figure.Bar> bars = new ArrayList<>();
        session.each(
                "select " + Sql.text(dimension.name()) + " as label, sum(" + Sql.name(measure.name())
                        + ") as value from data group by 1 order by " + (time ? "1" : "2 desc, 1") + " limit "
                        + (BARS + 1),
                List.of(),
                row -> {
                    if (row.get("value") instanceof Number value) {
                        bars.add(new Figure.Bar(String.valueOf(row.text("label")), value.doubleValue()));
                    }
                });
        boolean useful = bars.size() > 1 && bars.size() <= BARS;
        boolean areas = dimension.title().matches(".*(镇|街道|区域|属地).*");
        return useful
                ? Optional.of(new Figure(dimension.title(), measure.title(), time, areas, bars))
                : Optional.empty();
    }

    private static boolean isMeasure(Version.Field field) {
        boolean number =
                field.type().equals(DataType.INTEGER.name()) || field.type().equals(DataType.DECIMAL.name());
        return number && !field.title().matches(".*(年份|代码|编号|序号|年度|年龄|率|比例|排名).*");
    }

    private static boolean isDimension(Version.Field field) {
        return field.type().equals(DataType.TEXT.name())
                || field.type().equals(DataType.DATE.name())
                || field.title().matches(".*(年份|年度|年龄).*");
    }

    private static boolean isTime(Version.Field field) {
        return field.type().equals(DataType.DATE.name()) || field.title().matches(".*(年份|年度|月份|日期|季度).*");
    }
}
