package cn.gov.jiyuan.platform.audit;

import cn.gov.jiyuan.platform.keys.Sm3;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Rows that nobody may ever change (封存行): the audit trail keeps the digest of each, and its verification compares every
 * such row with it. For what people said, which is worth nothing if it could be rewritten.
 */
public final class KeptRows {
    /** Subject type of the events that keep rows: this, then the table. */
    static final String SUBJECT = "kept:";

    private static final Pattern TABLE = Pattern.compile("[a-z_]+\\.[a-z_]+");
    private static final int PORTION = 500;

    private KeptRows() {}

    /**
     * Digests of rows as they stand, by id; rows that are not there are left out.
     *
     * @param table {@code schema.table}, whose key is a column {@code id} of type uuid
     * @return lower-case hex of SM3 over the row's JSON form
     */
    public static Map<UUID, String> digests(JdbcClient jdbc, String table, List<UUID> ids) {
        Map<UUID, String> digests = new HashMap<>();
        String sql = "select id, audit.row_form(r) as form from " + checked(table) + " r where id = any (?)";
        for (int from = 0; from < ids.size(); from += PORTION) {
            List<UUID> portion = ids.subList(from, Math.min(from + PORTION, ids.size()));
            jdbc.sql(sql).param(portion.toArray(UUID[]::new)).query(row -> {
                digests.put(row.getObject("id", UUID.class), digest(row.getString("form")));
            });
        }
        return digests;
    }

    /** The event that keeps a row; to be recorded in the transaction that wrote the row. */
    public static AuditEvent event(String action, String table, UUID id, String digest, String summary) {
        return new AuditEvent(action, SUBJECT + checked(table), id.toString(), summary, Map.of("digest", digest));
    }

    static String digest(String form) {
        return Sm3.hex(form.getBytes(StandardCharsets.UTF_8));
    }

    static String checked(String table) {
        if (!TABLE.matcher(table).matches()) {
            throw new IllegalArgumentException("not a table: " + table);
        }
        return table;
    }
}
