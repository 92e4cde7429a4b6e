package cn.gov.jiyuan.platform.federation;

import cn.gov.jiyuan.kernel.id.Ids;
import cn.gov.jiyuan.platform.federation.ExchangeRow.Operation;
import cn.gov.jiyuan.platform.keys.PersonalCipher;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Rows sent and taken; their contents lie sealed. */
final class RowStore {
    private static final String CONTENT = "federation.exchange.content";

    private final JdbcTemplate jdbc;
    private final PersonalCipher cipher;

    RowStore(DataSource dataSource, PersonalCipher cipher) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.cipher = cipher;
    }

    /** What was last put of a record. @param state of that row @param known whether the peer has the record */
    record Last(Operation operation, byte[] digest, KeptRow.State state, boolean known) {}

    Optional<Last> last(String peer, String recordType, String recordId) {
        return jdbc
                .query(
                        """
                        select e.cd_operation, e.digest, e.state,
                               coalesce((select k.cd_operation <> 'D' from federation.exchange k
                                          where k.peer = e.peer and k.outgoing and k.record_type = e.record_type
                                            and k.record_id = e.record_id and k.state <> 'RETURNED'
                                          order by k.number desc limit 1), false) as known
                          from federation.exchange e
                         where e.peer = ? and e.outgoing and e.record_type = ? and e.record_id = ?
                         order by e.number desc limit 1
                        """,
                        (row, n) -> new Last(
                                Operation.valueOf(row.getString(1)),
                                row.getBytes(2),
                                KeptRow.State.valueOf(row.getString(3)),
                                row.getBoolean(4)),
                        peer,
                        recordType,
                        recordId)
                .stream()
                .findFirst();
    }

    byte[] digest(String content) {
        return cipher.blind("federation.content", content);
    }

    /** A row to be sent. */
    void put(
            String peer,
            String recordType,
            String source,
            String label,
            @Nullable UUID unitId,
            ExchangeRow row,
            byte[] digest) {
        insert(peer, true, recordType, source, label, unitId, row, digest, null, null, KeptRow.State.WAITING);
    }

    /** A row that was taken. */
    void take(String peer, Batch batch, UUID batchId, ExchangeRow row, KeptRow.State state) {
        insert(
                peer,
                false,
                batch.recordType(),
                batch.dataSource(),
                "",
                null,
                row,
                new byte[0],
                batchId,
                batch.number(),
                state);
    }

    private void insert(
            String peer,
            boolean outgoing,
            String recordType,
            String source,
            String label,
            @Nullable UUID unitId,
            ExchangeRow row,
            byte[] digest,
            @Nullable UUID batchId,
            @Nullable String batch,
            KeptRow.State state) {
        UUID id = Ids.next();
        jdbc.update(
                "insert into federation.exchange (id, row_guid, peer, outgoing, record_type, record_id, label, unit_id,"
                        + " data_source, cd_operation, cd_time, batch_id, cd_batch, content, size, digest, state)"
                        + " values (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
                id,
                row.rowGuid(),
                peer,
                outgoing,
                recordType,
                row.recordId(),
                label,
                unitId,
                source,
                row.operation().name(),
                time(row.at()),
                batchId,
                batch,
                cipher.seal(CONTENT, id, row.content()),
                row.content().getBytes(StandardCharsets.UTF_8).length,
                digest,
                state.name());
    }

    /** Rows that wait to be closed into a batch: so many, of so many bytes together, but at least one. */
    List<KeptRow> waiting(String peer, String recordType, int rows, long bytes) {
        return jdbc.query("""
                select * from (select e.*, sum(size) over (order by number) - size as before from federation.exchange e
                        where peer = ? and record_type = ? and batch_id is null order by number limit ?) portion
                 where before < ? order by number
                """, (row, n) -> row(row), peer, recordType, rows, bytes);
    }

    void close(Collection<KeptRow> rows, UUID batchId, String batch) {
        jdbc.update(
                "update federation.exchange set batch_id = ?, cd_batch = ?, state = 'SENT' where id = any (?)",
                batchId,
                batch,
                rows.stream().map(KeptRow::id).toArray(UUID[]::new));
    }

    List<KeptRow> of(UUID batchId) {
        return jdbc.query(
                "select * from federation.exchange where batch_id = ? order by number", (row, n) -> row(row), batchId);
    }

    void taken(UUID batchId) {
        jdbc.update("update federation.exchange set state = 'TAKEN' where batch_id = ?", batchId);
    }

    /** Marks a row as sent back. @return the row, if it was not so before */
    Optional<KeptRow> returned(String peer, boolean outgoing, UUID rowGuid) {
        return jdbc
                .query(
                        "update federation.exchange set state = 'RETURNED' where peer = ? and outgoing = ?"
                                + " and row_guid = ? and state <> 'RETURNED' returning *",
                        (row, n) -> row(row),
                        peer,
                        outgoing,
                        rowGuid)
                .stream()
                .findFirst();
    }

    /** Whether rows of these marks came from the peer before. */
    List<UUID> present(String peer, Collection<UUID> rowGuids) {
        return jdbc.queryForList(
                "select row_guid from federation.exchange where peer = ? and not outgoing and row_guid = any (?)",
                UUID.class,
                peer,
                rowGuids.toArray(UUID[]::new));
    }

    Optional<KeptRow> find(UUID id) {
        return jdbc.query("select * from federation.exchange where id = ?", (row, n) -> row(row), id).stream()
                .findFirst();
    }

    Optional<KeptRow> sent(String peer, UUID rowGuid) {
        return jdbc
                .query(
                        "select * from federation.exchange where peer = ? and outgoing and row_guid = ?",
                        (row, n) -> row(row),
                        peer,
                        rowGuid)
                .stream()
                .findFirst();
    }

    static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private KeptRow row(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new KeptRow(
                id,
                row.getLong("number"),
                row.getString("peer"),
                row.getBoolean("outgoing"),
                row.getString("record_type"),
                row.getString("label"),
                row.getObject("unit_id", UUID.class),
                row.getString("cd_batch"),
                KeptRow.State.valueOf(row.getString("state")),
                new ExchangeRow(
                        row.getObject("row_guid", UUID.class),
                        row.getString("record_id"),
                        Operation.valueOf(row.getString("cd_operation")),
                        row.getObject("cd_time", OffsetDateTime.class).toInstant(),
                        cipher.open(CONTENT, id, row.getBytes("content"))));
    }
}
