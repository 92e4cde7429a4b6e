package cn.gov.jiyuan.platform.hub;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A session over files that are named before the door is closed. */
final class OpenSession implements DataSession {
    private final DuckStore engine;

    /** @param views name of each view with its query @param files all files that they read */
    OpenSession(DuckStore engine, Map<String, String> views, Collection<String> files) {
        this.engine = engine;
        engine.run(
                files.stream().map(SqlText::literal).collect(Collectors.joining(", ", "set allowed_paths = [", "]")));
        engine.run("set enable_external_access = false");
        views.forEach((name, query) -> engine.run("create view " + SqlText.name(name) + " as " + query));
        engine.run("set lock_configuration = true");
    }

    @Override
    public void each(String sql, List<?> parameters, Consumer<Row> reader) {
        engine.query(QueryCheck.checked(engine, sql), parameters, rows -> {
            Map<String, Integer> places = ResultRow.places(rows);
            int width = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                reader.accept(ResultRow.of(rows, places, width));
            }
            return places;
        });
    }

    @Override
    public List<Row> all(String sql, @Nullable Object... parameters) {
        List<Row> found = new ArrayList<>();
        each(sql, Arrays.asList(parameters), found::add);
        return found;
    }

    @Override
    public Row one(String sql, @Nullable Object... parameters) {
        List<Row> found = all(sql, parameters);
        if (found.size() != 1) {
            throw new IllegalStateException(found.size() + " rows of " + sql);
        }
        return found.getFirst();
    }

    @Override
    public List<ResultColumn> columns(String sql) {
        return engine.query("describe " + QueryCheck.checked(engine, sql), List.of(), OpenSession::described);
    }

    private static List<ResultColumn> described(ResultSet rows) throws SQLException {
        List<ResultColumn> columns = new ArrayList<>();
        while (rows.next()) {
            columns.add(new ResultColumn(rows.getString("column_name"), type(rows.getString("column_type"))));
        }
        return columns;
    }

    private static DataType type(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        if (upper.endsWith("INT") || upper.endsWith("INTEGER")) {
            return DataType.INTEGER;
        }
        if (upper.startsWith("DECIMAL") || upper.equals("DOUBLE") || upper.equals("FLOAT")) {
            return DataType.DECIMAL;
        }
        if (upper.startsWith("TIMESTAMP")) {
            return DataType.MOMENT;
        }
        return switch (upper) {
            case "DATE" -> DataType.DATE;
            case "BOOLEAN" -> DataType.FLAG;
            default -> DataType.TEXT;
        };
    }

    @Override
    public void close() {
        engine.close();
    }
}
