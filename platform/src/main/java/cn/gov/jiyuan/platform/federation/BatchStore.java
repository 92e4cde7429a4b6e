package cn.gov.jiyuan.platform.federation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Batches sent and taken. */
final class BatchStore {
    private final JdbcTemplate jdbc;

    BatchStore(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
    }

    /** A batch without its rows. */
    record Kept(
            UUID id,
            String peer,
            String number,
            String recordType,
            long sequence,
            Batch.Direction direction,
            String source,
            Instant closedAt,
            String digest,
            byte[] signature) {}

    void sent(UUID id, String peer, Batch batch, String digest, byte[] signature) {
        insert(id, peer, true, batch, digest, signature, "WAITING");
    }

    void taken(UUID id, String peer, Batch batch, String digest, byte[] signature, int abnormal, Instant at) {
        insert(id, peer, false, batch, digest, signature, "SETTLED");
        settle(id, abnormal, at);
    }

    private void insert(
            UUID id, String peer, boolean outgoing, Batch batch, String digest, byte[] signature, String state) {
        jdbc.update(
                "insert into federation.batch (id, peer, outgoing, record_type, sequence, cd_batch, direction,"
                        + " data_source, row_count, digest, signature, closed_at, state)"
                        + " values (?,?,?,?,?,?,?,?,?,?,?,?,?)",
                id,
                peer,
                outgoing,
                batch.recordType(),
                batch.sequence(),
                batch.number(),
                batch.direction().name(),
                batch.dataSource(),
                batch.rows().size(),
                digest,
                signature,
                RowStore.time(batch.closedAt()),
                state);
    }

    void settle(UUID id, int abnormal, Instant at) {
        jdbc.update(
                "update federation.batch set state = 'SETTLED', settled_at = ?, abnormal = ? where id = ?",
                RowStore.time(at),
                abnormal,
                id);
    }

    void oneMoreAbnormal(String peer, boolean outgoing, String number) {
        jdbc.update(
                "update federation.batch set abnormal = abnormal + 1 where peer = ? and outgoing = ? and cd_batch = ?",
                peer,
                outgoing,
                number);
    }

    /** The oldest batch of a lane without a receipt. */
    Optional<Kept> oldestWaiting(String peer, String recordType) {
        return jdbc
                .query(
                        "select * from federation.batch where peer = ? and record_type = ? and outgoing"
                                + " and state = 'WAITING' order by sequence limit 1",
                        (row, n) -> kept(row),
                        peer,
                        recordType)
                .stream()
                .findFirst();
    }

    Optional<Kept> taken(String peer, String recordType, long sequence) {
        return jdbc
                .query(
                        "select * from federation.batch where peer = ? and record_type = ? and not outgoing"
                                + " and sequence = ?",
                        (row, n) -> kept(row),
                        peer,
                        recordType,
                        sequence)
                .stream()
                .findFirst();
    }

    private static Kept kept(ResultSet row) throws SQLException {
        return new Kept(
                row.getObject("id", UUID.class),
                row.getString("peer"),
                row.getString("cd_batch"),
                row.getString("record_type"),
                row.getLong("sequence"),
                Batch.Direction.valueOf(row.getString("direction")),
                row.getString("data_source"),
                row.getObject("closed_at", OffsetDateTime.class).toInstant(),
                row.getString("digest"),
                row.getBytes("signature"));
    }
}
