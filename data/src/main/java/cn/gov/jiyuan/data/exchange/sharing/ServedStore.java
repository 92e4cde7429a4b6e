package cn.gov.jiyuan.data.exchange.sharing;

import cn.gov.jiyuan.data.exchange.sharing.Layout.Place;
import cn.gov.jiyuan.platform.database.BulkWriter;
import cn.gov.jiyuan.platform.hub.DataType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The serving tables: one for each version of a dataset, made while nobody looks, put into force at once. */
@Component
final class ServedStore {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int FETCH = 1_000;

    private final DataSource dataSource;
    private final JdbcTemplate jdbc;

    ServedStore(DataSource dataSource) {
        this.dataSource = dataSource;
        this.jdbc = new JdbcTemplate(dataSource);
    }

    Optional<Served> find(String dataset) {
        return jdbc.query("select * from exchange.served where dataset = ?", (row, n) -> served(row), dataset).stream()
                .findFirst();
    }

    String create(Layout layout, String title) {
        String table = "served_"
                + java.util.Objects.requireNonNull(
                        jdbc.queryForObject("select nextval('exchange.served_number')", Long.class));
        String columns = Stream.concat(
                        layout.lookups().stream().filter(Place::personal).map(place -> place.blind() + " bytea"),
                        layout.clear().stream().map(place -> place.clear() + " " + type(place.type())))
                .collect(Collectors.joining(", "));
        jdbc.execute("create table exchange." + table + " (id uuid primary key, sealed bytea"
                + (columns.isEmpty() ? "" : ", " + columns) + ")");
        jdbc.execute("comment on table exchange." + table + " is '供数表：" + title.replace("'", "''") + "'");
        comment(table, "id", "行标识");
        comment(table, "sealed", "加密的个人信息");
        layout.lookups().stream()
                .filter(Place::personal)
                .forEach(place -> comment(table, place.blind(), place.title() + "的盲索引"));
        layout.clear().forEach(place -> comment(table, place.clear(), place.title()));
        return table;
    }

    private void comment(String table, String column, String text) {
        jdbc.execute("comment on column exchange." + table + "." + column + " is '" + text.replace("'", "''") + " 列'");
    }

    private static String type(DataType type) {
        return switch (type) {
            case TEXT -> "text";
            case INTEGER -> "bigint";
            case DECIMAL -> "numeric";
            case DATE -> "date";
            case MOMENT -> "timestamp";
            case FLAG -> "boolean";
        };
    }

    /** Opens the table for rows: id, sealed, blind indexes of personal lookups, clear columns. */
    BulkWriter writer(String table, Layout layout) {
        String columns = Stream.concat(
                        Stream.of("id", "sealed"),
                        Stream.concat(
                                layout.lookups().stream()
                                        .filter(Place::personal)
                                        .map(Place::blind),
                                layout.clear().stream().map(Place::clear)))
                .collect(Collectors.joining(", "));
        return new BulkWriter(dataSource, "exchange." + table + " (" + columns + ")");
    }

    void index(String table, Layout layout) {
        for (Place place : layout.lookups()) {
            jdbc.execute("create index on exchange." + table + " (" + column(place) + ")");
        }
        jdbc.execute("analyze exchange." + table);
    }

    /** Puts a table into force. @return the one before, if any */
    Optional<String> enforce(Served served) {
        Optional<String> before = find(served.dataset()).map(Served::table);
        jdbc.update(
                "insert into exchange.served (dataset, table_name, snapshot, row_count, layout, built_at)"
                        + " values (?,?,?,?,?::jsonb,?) on conflict (dataset) do update set"
                        + " table_name = excluded.table_name, snapshot = excluded.snapshot,"
                        + " row_count = excluded.row_count, layout = excluded.layout, built_at = excluded.built_at,"
                        + " failure = null",
                served.dataset(),
                served.table(),
                served.snapshot(),
                served.rows(),
                JSON.writeValueAsString(served.layout()),
                served.builtAt().atOffset(ZoneOffset.UTC));
        return before;
    }

    void wish(String dataset, Instant at) {
        jdbc.update(
                "insert into exchange.served_wish (dataset, at) values (?, ?)"
                        + " on conflict (dataset) do update set at = excluded.at",
                dataset,
                at.atOffset(ZoneOffset.UTC));
    }

    List<String> wishes() {
        return jdbc.queryForList("select dataset from exchange.served_wish order by at", String.class);
    }

    void fulfilled(String dataset) {
        jdbc.update("delete from exchange.served_wish where dataset = ?", dataset);
    }

    void failed(String dataset, String why) {
        jdbc.update("update exchange.served set failure = ? where dataset = ?", why, dataset);
    }

    void drop(String table) {
        if (table.matches("served_\\d+")) {
            jdbc.execute("drop table if exists exchange." + table);
        }
    }

    /** Tables of the past that nothing serves from any more, left by a node that died. */
    List<String> orphans() {
        return jdbc.queryForList(
                "select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace"
                        + " where n.nspname = 'exchange' and c.relkind = 'r' and c.relname ~ '^served_[0-9]+$'"
                        + " and not exists (select 1 from exchange.served s where s.table_name = c.relname)",
                String.class);
    }

    /** What a row is found by. @param blind for a personal column, else null @param value else */
    record Sought(
            Place place, byte @Nullable [] blind, @Nullable Object value) {}

    /** A row as it lies in the table. @param clear values of clear columns, in the order of the layout */
    record Lying(UUID id, byte @Nullable [] sealed, List<@Nullable Object> clear) {}

    List<Lying> seek(Served served, List<Sought> sought, List<RowCondition> conditions, int limit) {
        List<Object> arguments = new ArrayList<>();
        String where = where(served, sought, conditions, arguments);
        arguments.add(limit);
        return jdbc.query(
                select(served) + where + " order by id limit ?", (row, n) -> lying(served, row), arguments.toArray());
    }

    /** All rows within the conditions, streamed; in the caller's transaction. */
    void each(Served served, List<RowCondition> conditions, Consumer<Lying> reader) {
        List<Object> arguments = new ArrayList<>();
        String where = where(served, List.of(), conditions, arguments);
        JdbcTemplate streaming = new JdbcTemplate(dataSource);
        streaming.setFetchSize(FETCH);
        streaming.query(
                select(served) + where + " order by id",
                row -> {
                    reader.accept(lying(served, row));
                },
                arguments.toArray());
    }

    private static String select(Served served) {
        String clear = served.layout().clear().stream()
                .map(place -> ", " + place.clear())
                .collect(Collectors.joining());
        return "select id, sealed" + clear + " from exchange." + served.table();
    }

    private static String where(
            Served served, List<Sought> sought, List<RowCondition> conditions, List<Object> arguments) {
        List<String> parts = new ArrayList<>();
        for (Sought one : sought) {
            parts.add(column(one.place()) + " = ?");
            arguments.add(java.util.Objects.requireNonNull(one.blind() == null ? one.value() : one.blind()));
        }
        for (RowCondition condition : conditions) {
            Place place = served.layout()
                    .place(condition.column())
                    .filter(found -> !found.personal())
                    .orElse(null);
            parts.add(place == null ? "false" : compared(place, condition, arguments));
        }
        return parts.isEmpty() ? "" : " where " + String.join(" and ", parts);
    }

    /** Compares as text where the values are texts; a column that is gone opens nothing. */
    private static String compared(Place place, RowCondition condition, List<Object> arguments) {
        String column = place.clear();
        String cast = "?::" + type(place.type());
        switch (condition.comparison()) {
            case EQUALS -> {
                arguments.add(condition.values().getFirst());
                return column + " = " + cast;
            }
            case AT_LEAST -> {
                arguments.add(condition.values().getFirst());
                return column + " >= " + cast;
            }
            case AT_MOST -> {
                arguments.add(condition.values().getFirst());
                return column + " <= " + cast;
            }
            case IN -> {
                arguments.addAll(condition.values());
                return column + " in ("
                        + condition.values().stream().map(v -> cast).collect(Collectors.joining(", ")) + ")";
            }
            case PREFIX -> {
                arguments.add(condition.values().getFirst());
                return "starts_with(" + column + "::text, ?)";
            }
        }
        throw new IllegalStateException(condition.comparison().name());
    }

    private static String column(Place place) {
        return place.personal() ? place.blind() : place.clear();
    }

    private static Lying lying(Served served, ResultSet row) throws SQLException {
        List<Place> clear = served.layout().clear();
        List<@Nullable Object> values = new ArrayList<>(clear.size());
        for (int i = 0; i < clear.size(); i++) {
            values.add(clear.get(i).type() == DataType.DATE ? row.getString(i + 3) : row.getObject(i + 3));
        }
        return new Lying(row.getObject(1, UUID.class), row.getBytes(2), values);
    }

    private static Served served(ResultSet row) throws SQLException {
        Instant at = row.getObject("built_at", OffsetDateTime.class).toInstant();
        return new Served(
                row.getString("dataset"),
                row.getString("table_name"),
                row.getLong("snapshot"),
                row.getLong("row_count"),
                JSON.readValue(row.getString("layout"), Layout.class),
                at);
    }
}
