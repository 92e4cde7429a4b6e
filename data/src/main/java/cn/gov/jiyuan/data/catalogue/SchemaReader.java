package cn.gov.jiyuan.data.catalogue;

import cn.gov.jiyuan.kernel.error.Fault;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads which tables and columns a schema has, over JDBC and read-only (读取库表结构); rows are not touched. */
@Component
final class SchemaReader {
    private static final String SECONDS_TO_CONNECT = "10";
    private static final String SECONDS_TO_ANSWER = "60";
    private static final int MOST_TABLES = 5_000;
    /** A text of more characters is a memo. */
    private static final int LONGEST_TEXT = 4_000;

    /** @throws Fault {@code catalogue.source-unreachable}, {@code catalogue.source-empty} */
    List<SourceTable> tables(SourcePlace place) {
        Properties properties = new Properties();
        properties.setProperty("user", place.user());
        properties.setProperty("password", place.password());
        properties.setProperty("connectTimeout", SECONDS_TO_CONNECT);
        properties.setProperty("loginTimeout", SECONDS_TO_CONNECT);
        properties.setProperty("socketTimeout", SECONDS_TO_ANSWER);
        properties.setProperty("readOnly", "true");
        try (Connection connection = DriverManager.getConnection(place.url(), properties)) {
            connection.setReadOnly(true);
            List<SourceTable> tables = tables(connection.getMetaData(), place.schema());
            if (tables.isEmpty()) {
                throw Fault.at("/schema", CatalogueError.SOURCE_EMPTY, place.schema());
            }
            return tables;
        } catch (SQLException e) {
            String why = Objects.requireNonNullElse(e.getMessage(), "")
                    .lines()
                    .findFirst()
                    .orElse("");
            throw Fault.caused(e, CatalogueError.SOURCE_UNREACHABLE, place.shown(), why);
        }
    }

    private static List<SourceTable> tables(DatabaseMetaData data, String schema) throws SQLException {
        List<SourceTable> tables = new ArrayList<>();
        String pattern = schema.replace("_", data.getSearchStringEscape() + "_");
        try (ResultSet row = data.getTables(null, pattern, "%", new String[] {"TABLE", "PARTITIONED TABLE"})) {
            while (row.next() && tables.size() < MOST_TABLES) {
                String name = row.getString("TABLE_NAME");
                tables.add(new SourceTable(
                        name, titled(row.getString("REMARKS"), name), columns(data, schema, pattern, name)));
            }
        }
        return tables;
    }

    private static List<SourceColumn> columns(DatabaseMetaData data, String schema, String pattern, String table)
            throws SQLException {
        Set<String> keys = new HashSet<>();
        try (ResultSet row = data.getPrimaryKeys(null, schema, table)) {
            while (row.next()) {
                keys.add(row.getString("COLUMN_NAME"));
            }
        }
        List<SourceColumn> columns = new ArrayList<>();
        String escaped = table.replace("_", data.getSearchStringEscape() + "_");
        try (ResultSet row = data.getColumns(null, pattern, escaped, "%")) {
            while (row.next()) {
                columns.add(column(row, keys));
            }
        }
        return columns;
    }

    private static SourceColumn column(ResultSet row, Set<String> keys) throws SQLException {
        String name = row.getString("COLUMN_NAME");
        int size = row.getInt("COLUMN_SIZE");
        ItemType type = type(row.getInt("DATA_TYPE"), row.getString("TYPE_NAME"), size);
        return new SourceColumn(
                name,
                titled(row.getString("REMARKS"), name),
                type.name(),
                type == ItemType.C ? size : 0,
                keys.contains(name),
                "YES".equals(row.getString("IS_NULLABLE")));
    }

    private static String titled(@Nullable String remarks, String name) {
        if (remarks == null || remarks.isBlank()) {
            return name;
        }
        String first = remarks.strip().split("[：:，,；;。（(\n]", 2)[0].strip();
        return first.isEmpty() ? name : first;
    }

    static ItemType type(int sqlType, String typeName, int size) {
        return switch (sqlType) {
            case Types.CHAR, Types.VARCHAR, Types.NCHAR, Types.NVARCHAR ->
                size > LONGEST_TEXT ? ItemType.M : ItemType.C;
            case Types.SMALLINT, Types.INTEGER, Types.BIGINT, Types.TINYINT -> ItemType.I;
            case Types.NUMERIC, Types.DECIMAL -> ItemType.N;
            case Types.DOUBLE -> typeName.equals("money") ? ItemType.Y : ItemType.B;
            case Types.REAL, Types.FLOAT -> ItemType.F;
            case Types.DATE -> ItemType.D;
            case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE -> ItemType.T;
            case Types.BOOLEAN -> ItemType.L;
            case Types.BIT -> typeName.equals("bool") ? ItemType.L : ItemType.G;
            default -> ItemType.G;
        };
    }
}
