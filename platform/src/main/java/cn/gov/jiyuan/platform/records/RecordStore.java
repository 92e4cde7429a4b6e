package cn.gov.jiyuan.platform.records;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The statements on the sources of the record types. Names come from checked descriptors, values only as parameters. */
final class RecordStore {
    /** Up to here rows are counted one by one, beyond the planner estimates. */
    static final int COUNTED = 50_000;

    private static final int FACET_COUNTED = 10_000;
    private static final int FETCHED = 1_000;
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private final JdbcTemplate jdbc;

    RecordStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Rows of the stretches one after the other until there are {@code limit}. */
    List<StoredRow> rows(
            RecordType type, Selection selection, SqlText where, List<Keyset.Stretch> stretches, int limit) {
        List<StoredRow> rows = new ArrayList<>(limit);
        for (Keyset.Stretch stretch : stretches) {
            if (rows.size() < limit) {
                SqlText sql = select(type, selection, where, stretch).add(" LIMIT " + (limit - rows.size()));
                jdbc.query(
                        sql.text(),
                        row -> {
                            rows.add(selection.read(row));
                        },
                        sql.arguments());
            }
        }
        return rows;
    }

    /** All rows of the stretches through a cursor of the database; needs a transaction. */
    void stream(
            RecordType type,
            Selection selection,
            SqlText where,
            List<Keyset.Stretch> stretches,
            Consumer<StoredRow> consumer) {
        JdbcTemplate cursor = new JdbcTemplate(java.util.Objects.requireNonNull(jdbc.getDataSource()));
        cursor.setFetchSize(FETCHED);
        for (Keyset.Stretch stretch : stretches) {
            SqlText sql = select(type, selection, where, stretch);
            cursor.query(
                    sql.text(),
                    row -> {
                        consumer.accept(selection.read(row));
                    },
                    sql.arguments());
        }
    }

    Optional<StoredRow> one(RecordType type, Selection selection, SqlText where, String keyType, String key) {
        SqlText sql = new SqlText()
                .add("SELECT " + selection.text() + " FROM " + SqlText.qualified(type.source()) + " WHERE ")
                .add(where)
                .add(" AND " + SqlText.quoted(type.key()) + " = cast(? AS " + keyType + ")", key);
        return jdbc.query(sql.text(), (row, number) -> selection.read(row), sql.arguments()).stream()
                .findFirst();
    }

    List<StoredRow> some(RecordType type, Selection selection, String keyType, Iterable<String> keys) {
        String sql = "SELECT " + selection.text() + " FROM " + SqlText.qualified(type.source()) + " WHERE "
                + SqlText.quoted(type.key()) + " = ANY (cast(? AS " + keyType + "[]))";
        return jdbc.query(sql, (row, number) -> selection.read(row), SqlText.array(keys));
    }

    Totals totals(RecordType type, SqlText where, List<Column> summed) {
        StringBuilder outer = new StringBuilder("count(*)");
        StringBuilder inner = new StringBuilder("1 AS one");
        for (Column column : summed) {
            outer.append(", coalesce(sum(").append(SqlText.quoted(column.sql())).append("), 0)");
            inner.append(", ").append(SqlText.quoted(column.sql()));
        }
        SqlText sql = new SqlText()
                .add("SELECT " + outer + " FROM (SELECT " + inner + " FROM " + SqlText.qualified(type.source())
                        + " WHERE ")
                .add(where)
                .add(" LIMIT " + (COUNTED + 1) + ") AS counted");
        Totals counted = jdbc.queryForObject(
                sql.text(),
                (row, number) -> {
                    Map<String, BigDecimal> sums = new LinkedHashMap<>();
                    for (int i = 0; i < summed.size(); i++) {
                        sums.put(summed.get(i).id(), row.getBigDecimal(i + 2));
                    }
                    return new Totals(row.getLong(1), true, Collections.unmodifiableMap(sums));
                },
                sql.arguments());
        return counted != null && counted.count() <= COUNTED
                ? counted
                : new Totals(Math.max(estimate(type, where), COUNTED + 1L), false, Map.of());
    }

    private long estimate(RecordType type, SqlText where) {
        SqlText sql = new SqlText()
                .add("EXPLAIN (FORMAT JSON) SELECT 1 FROM " + SqlText.qualified(type.source()) + " WHERE ")
                .add(where);
        String plan = jdbc.queryForObject(sql.text(), String.class, sql.arguments());
        return plan == null
                ? 0
                : JSON.readTree(plan).path(0).path("Plan").path("Plan Rows").asLong();
    }

    List<Facet.Value> facet(RecordType type, SqlText where, Column column, String sqlType, Dictionary dictionary) {
        SqlText sql = new SqlText()
                .add("SELECT code, (SELECT count(*) FROM (SELECT 1 FROM " + SqlText.qualified(type.source())
                        + " WHERE ")
                .add(where)
                .add(" AND " + SqlText.quoted(column.sql()) + " = cast(code AS " + sqlType + ") LIMIT "
                        + (FACET_COUNTED + 1) + ") AS counted) FROM unnest(cast(? AS text[])) AS code")
                .add("", SqlText.array(dictionary.labels().keySet()));
        Map<String, Long> counts = new HashMap<>();
        jdbc.query(
                sql.text(),
                row -> {
                    counts.put(row.getString(1), row.getLong(2));
                },
                sql.arguments());
        return dictionary.labels().entrySet().stream()
                .map(entry -> {
                    long count = counts.getOrDefault(entry.getKey(), 0L);
                    return new Facet.Value(
                            entry.getKey(), entry.getValue(), Math.min(count, FACET_COUNTED), count > FACET_COUNTED);
                })
                .toList();
    }

    /** Raises the version if it still is the one seen. @return false if it is not, or the row is gone */
    boolean update(
            RecordType type,
            String keyType,
            WritePart part,
            Edit edit,
            Map<String, SqlText> assignments,
            SqlText where) {
        String version = SqlText.quoted(part.version());
        SqlText sql = new SqlText()
                .add("UPDATE " + SqlText.qualified(type.source()) + " SET " + version + " = " + version + " + 1");
        assignments.forEach((column, value) ->
                sql.add(", " + SqlText.quoted(column) + " = ").add(value));
        sql.add(" WHERE ")
                .add(where)
                .add(" AND " + SqlText.quoted(type.key()) + " = cast(? AS " + keyType + ")", edit.id())
                .add(" AND " + version + " = ?", edit.version());
        return jdbc.update(sql.text(), sql.arguments()) == 1;
    }

    private static SqlText select(RecordType type, Selection selection, SqlText where, Keyset.Stretch stretch) {
        SqlText sql = new SqlText()
                .add("SELECT " + selection.text() + " FROM " + SqlText.qualified(type.source()) + " WHERE ")
                .add(where);
        return sql.add(stretch.condition()).add(stretch.order());
    }
}
