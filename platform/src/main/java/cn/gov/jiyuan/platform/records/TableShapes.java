package cn.gov.jiyuan.platform.records;

import cn.gov.jiyuan.kernel.error.Fault;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads the catalogue once for each source: tables only change with a migration, that is with a new start. */
final class TableShapes {
    private final JdbcTemplate jdbc;
    private final Map<String, TableShape> known = new ConcurrentHashMap<>();

    TableShapes(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    TableShape of(RecordType type) {
        return of(type.id(), type.source());
    }

    TableShape of(String typeId, String source) {
        TableShape shape = known.get(source);
        if (shape == null) {
            shape = read(typeId, source);
            known.put(source, shape);
        }
        return shape;
    }

    private TableShape read(String typeId, String source) {
        Map<String, TableShape.SqlColumn> columns = new HashMap<>();
        boolean[] table = new boolean[1];
        jdbc.query(
                """
                SELECT a.attname, format_type(a.atttypid, NULL), a.attnotnull, c.relkind IN ('r', 'p')
                FROM pg_attribute a
                JOIN pg_class c ON c.oid = a.attrelid
                JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE n.nspname || '.' || c.relname = ? AND a.attnum > 0 AND NOT a.attisdropped
                """,
                row -> {
                    columns.put(row.getString(1), new TableShape.SqlColumn(row.getString(2), row.getBoolean(3)));
                    table[0] = row.getBoolean(4);
                },
                source);
        if (columns.isEmpty()) {
            throw new Fault(RecordsError.DESCRIPTOR, typeId, source + " 不存在");
        }
        return new TableShape(source, table[0], Map.copyOf(columns));
    }

    /** Definitions of the valid indexes of a table: {@code CREATE INDEX …} with their key columns. */
    List<Index> indexes(String source) {
        return jdbc.query(
                """
                SELECT pg_get_indexdef(i.indexrelid), i.indisunique,
                       array(SELECT coalesce(pg_get_indexdef(i.indexrelid, k, true), '') FROM generate_series(1, i.indnkeyatts) k)
                FROM pg_index i
                JOIN pg_class c ON c.oid = i.indrelid
                JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE n.nspname || '.' || c.relname = ? AND i.indisvalid
                """,
                (row, number) -> new Index(row.getString(1), row.getBoolean(2), List.of((String[])
                        row.getArray(3).getArray())),
                source);
    }

    /** @param keys the indexed columns or expressions, in order */
    record Index(String definition, boolean unique, List<String> keys) {}
}
