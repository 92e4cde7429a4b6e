package cn.gov.jiyuan.data.exchange.sharing;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Deliveries of files. */
@Component
final class DeliveryStore {
    private final JdbcTemplate jdbc;

    DeliveryStore(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
    }

    /** A delivery. @param fileId null until it is ready */
    record Delivery(
            UUID id,
            String serial,
            UUID grantId,
            UUID unitId,
            String format,
            String purpose,
            String state,
            long rows,
            @Nullable UUID fileId,
            @Nullable String digest) {}

    void insert(UUID id, String serial, Grant grant, String format, String purpose, String by, Instant at) {
        jdbc.update(
                "insert into exchange.delivery (id, serial, grant_id, unit_id, resource_name, format, purpose, state,"
                        + " requested_by, requested_at, is_demo) values (?,?,?,?,?,?,?,'QUEUED',?,?,?)",
                id,
                serial,
                grant.id(),
                grant.unitId(),
                grant.resourceName(),
                format,
                purpose,
                by,
                at.atOffset(ZoneOffset.UTC),
                grant.demo());
    }

    void ready(UUID id, long rows, long snapshot, UUID file, String digest, Instant at) {
        jdbc.update(
                "update exchange.delivery set state = 'READY', row_count = ?, snapshot = ?, file_id = ?, digest = ?,"
                        + " ready_at = ?, failure = null where id = ?",
                rows,
                snapshot,
                file,
                digest,
                at.atOffset(ZoneOffset.UTC),
                id);
    }

    void failed(UUID id, String why) {
        jdbc.update("update exchange.delivery set state = 'FAILED', failure = ? where id = ?", why, id);
    }

    Optional<Delivery> find(UUID id) {
        return jdbc
                .query(
                        "select * from exchange.delivery where id = ?",
                        (row, n) -> new Delivery(
                                row.getObject("id", UUID.class),
                                row.getString("serial"),
                                row.getObject("grant_id", UUID.class),
                                row.getObject("unit_id", UUID.class),
                                row.getString("format"),
                                row.getString("purpose"),
                                row.getString("state"),
                                row.getLong("row_count"),
                                row.getObject("file_id", UUID.class),
                                row.getString("digest")),
                        id)
                .stream()
                .findFirst();
    }

    void removeDemo() {
        jdbc.update("delete from exchange.delivery where is_demo");
    }
}
