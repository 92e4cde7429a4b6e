package cn.gov.jiyuan.platform.federation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Rows sent back, by us and to us. */
final class AbnormalStore {
    private final JdbcTemplate jdbc;

    AbnormalStore(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
    }

    /** An abnormal record with the row it is about. */
    record Kept(
            Abnormal abnormal,
            String peer,
            boolean outgoing,
            @Nullable UUID unitId,
            boolean open) {}

    /** @param row the row sent back, of ours or of the peer's */
    void insert(Abnormal abnormal, KeptRow row) {
        insert(abnormal, row.peer(), row.outgoing(), row.recordType(), row.row().recordId(), row.label(), row.unitId());
    }

    void insert(Abnormal abnormal, String peer, Batch batch, String recordId) {
        insert(abnormal, peer, false, batch.recordType(), recordId, "", null);
    }

    private void insert(
            Abnormal abnormal,
            String peer,
            boolean outgoing,
            String recordType,
            String recordId,
            String label,
            @Nullable UUID unitId) {
        jdbc.update(
                "insert into federation.exchange_abnormal (row_guid, table_row_guid, peer, outgoing, record_type,"
                        + " record_id, label, unit_id, cd_batch, err_type, err_message, cd_time, state)"
                        + " values (?,?,?,?,?,?,?,?,?,?,?,?,'OPEN') on conflict do nothing",
                abnormal.rowGuid(),
                abnormal.tableRowGuid(),
                peer,
                outgoing,
                recordType,
                recordId,
                label,
                unitId,
                abnormal.batch(),
                abnormal.errorType(),
                abnormal.message(),
                RowStore.time(abnormal.at()));
    }

    /** Closes what was open of a record, because a later row of it was taken. @return how many */
    int close(String peer, boolean outgoing, String recordType, String recordId, UUID by, Instant at) {
        return jdbc.update(
                "update federation.exchange_abnormal set state = 'CLOSED', closed_by = ?, closed_at = ?"
                        + " where peer = ? and outgoing = ? and record_type = ? and record_id = ? and state = 'OPEN'"
                        + " and table_row_guid <> ?",
                by,
                RowStore.time(at),
                peer,
                outgoing,
                recordType,
                recordId,
                by);
    }

    Optional<Kept> find(UUID rowGuid) {
        return jdbc
                .query(
                        "select * from federation.exchange_abnormal where row_guid = ?",
                        (row, n) -> new Kept(
                                abnormal(row),
                                row.getString("peer"),
                                row.getBoolean("outgoing"),
                                row.getObject("unit_id", UUID.class),
                                row.getString("state").equals("OPEN")),
                        rowGuid)
                .stream()
                .findFirst();
    }

    /** What was sent back out of a batch that was taken. */
    List<Abnormal> ofTaken(UUID batchId) {
        return jdbc.query(
                "select a.* from federation.exchange_abnormal a join federation.exchange e on e.peer = a.peer"
                        + " and e.outgoing = a.outgoing and e.row_guid = a.table_row_guid"
                        + " where e.batch_id = ? order by e.number",
                (row, n) -> abnormal(row),
                batchId);
    }

    private static Abnormal abnormal(ResultSet row) throws SQLException {
        return new Abnormal(
                row.getObject("row_guid", UUID.class),
                row.getObject("table_row_guid", UUID.class),
                row.getString("cd_batch"),
                row.getString("err_type"),
                row.getString("err_message"),
                row.getObject("cd_time", OffsetDateTime.class).toInstant());
    }
}
