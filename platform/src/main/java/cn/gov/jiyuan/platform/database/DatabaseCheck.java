package cn.gov.jiyuan.platform.database;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A check of every page of every table (with its check sum) and of every B-tree index, by PostgreSQL's own {@code amcheck}.
 *
 * @param schemas schemas of modules
 * @param tables tables read in full
 * @param indexes indexes checked
 */
record DatabaseCheck(int schemas, int tables, int indexes) {
    private static final String TABLES = """
            SELECT count(DISTINCT c.oid),
                   string_agg(DISTINCT c.oid::regclass || ': ' || v.msg, '; ') FILTER (WHERE v.msg IS NOT NULL)
              FROM pg_class c
              LEFT JOIN LATERAL verify_heapam(c.oid) v ON true
             WHERE c.relkind IN ('r', 'm', 't') AND c.relpersistence = 'p'
            """;
    private static final String INDEXES = """
            SELECT count(*) FROM (
                SELECT bt_index_check(c.oid)
                  FROM pg_class c
                  JOIN pg_am a ON a.oid = c.relam AND a.amname = 'btree'
                  JOIN pg_index i ON i.indexrelid = c.oid AND i.indisvalid
                 WHERE c.relkind = 'i' AND c.relpersistence = 'p'
                 OFFSET 0) checked
            """;
    private static final String SCHEMAS = """
            SELECT count(*) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
             WHERE c.relname = 'schema_history' AND c.relkind = 'r'
            """;

    /** @throws IOException naming what is damaged */
    static DatabaseCheck of(PostgresAccess access) throws SQLException, IOException {
        try (Connection admin = access.admin(PostgresAccess.DATABASE);
                Statement statement = admin.createStatement()) {
            admin.setAutoCommit(false);
            statement.execute("CREATE EXTENSION IF NOT EXISTS amcheck SCHEMA public");
            try {
                return new DatabaseCheck(
                        number(statement, SCHEMAS), number(statement, TABLES), number(statement, INDEXES));
            } finally {
                admin.rollback();
            }
        }
    }

    private static int number(Statement statement, String sql) throws SQLException, IOException {
        try (ResultSet row = statement.executeQuery(sql)) {
            row.next();
            String damage = row.getMetaData().getColumnCount() > 1 ? row.getString(2) : null;
            if (damage != null) {
                throw new IOException(damage);
            }
            return row.getInt(1);
        }
    }
}
