package cn.gov.jiyuan.data.themes.topic;

import cn.gov.jiyuan.platform.hub.DataType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Reads the views that systems publish, by key, a portion at a time; nothing else can be declared as a source. */
@Component
final class ViewStore {
    /** The views published for others; the rules of the house keep the same list. */
    static final Set<String> PUBLISHED = Set.of("cases.matter_list", "cases.clock_list", "reviews.evaluation_facts");

    private final JdbcTemplate jdbc;

    ViewStore(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
    }

    /**
     * Rows after a key, in the order of the keys as the index has them: the alias keeps them apart from the text columns of
     * the same name that are selected.
     *
     * @param after values of the key columns; empty for the first portion
     */
    List<@Nullable Object[]> after(SourceTask source, List<Object> after, int limit) {
        String keys = source.key().stream().map(key -> "v." + of(source, key)).collect(Collectors.joining(", "));
        List<Object> arguments = new ArrayList<>(after);
        arguments.add(limit);
        String places = IntStream.range(0, source.key().size())
                .mapToObj(i -> place(source.key().get(i)))
                .collect(Collectors.joining(", "));
        String sql = select(source) + (after.isEmpty() ? "" : " and (" + keys + ") > (" + places + ")") + " order by "
                + keys + " limit ?";
        return jdbc.query(sql, (row, n) -> row(source, row), arguments.toArray());
    }

    /** Rows whose first key is one of these. */
    List<@Nullable Object[]> of(SourceTask source, Collection<String> keys) {
        String sql = select(source) + " and v." + of(source, source.key().getFirst()) + " = any (?::uuid[])";
        return jdbc.query(sql, (row, n) -> row(source, row), (Object) keys.toArray(String[]::new));
    }

    private static String select(SourceTask source) {
        if (!PUBLISHED.contains(String.valueOf(source.view()))) {
            throw new IllegalArgumentException(source.id() + ": " + source.view() + " is not published");
        }
        return source.columns().stream()
                        .map(column -> expression(column) + " as " + column.name())
                        .collect(Collectors.joining(", ", "select ", " from " + source.view() + " v"))
                + " where " + (source.filter() == null ? "true" : source.filter());
    }

    private static String expression(SourceTask.SourceColumn column) {
        return switch (column.type()) {
            case TEXT -> "(" + column.of() + ")::text";
            case INTEGER -> "(" + column.of() + ")::bigint";
            case MOMENT -> "(" + column.of() + ") at time zone 'Asia/Shanghai'";
            case DECIMAL, DATE, FLAG -> column.of();
        };
    }

    private static String of(SourceTask source, String name) {
        return source.columns().stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow()
                .of();
    }

    /** Keys are identifiers where they are text. */
    private static String place(String name) {
        return name.equals("id") || name.endsWith("_id") ? "?::uuid" : "?";
    }

    private static @Nullable Object[] row(SourceTask source, ResultSet row) throws SQLException {
        @Nullable Object[] values = new @Nullable Object[source.columns().size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(row, i + 1, source.columns().get(i).type());
        }
        return values;
    }

    private static @Nullable Object value(ResultSet row, int place, DataType type) throws SQLException {
        Object value = switch (type) {
            case TEXT -> row.getString(place);
            case INTEGER -> row.getLong(place);
            case DECIMAL -> row.getBigDecimal(place);
            case DATE -> row.getObject(place, LocalDate.class);
            case MOMENT -> row.getObject(place, LocalDateTime.class);
            case FLAG -> row.getBoolean(place);
        };
        return row.wasNull() ? null : value;
    }
}
