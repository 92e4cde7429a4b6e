package cn.gov.jiyuan.data.exchange.collecting;

import cn.gov.jiyuan.platform.access.RowScope;
import cn.gov.jiyuan.platform.access.ScopeColumns;
import cn.gov.jiyuan.platform.hub.Landing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Batches. */
@Component
final class BatchStore {
    private final JdbcTemplate jdbc;

    BatchStore(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
    }

    void insert(Batch batch) {
        jdbc.update(
                "insert into exchange.batch (id, task_id, task_name, unit_id, number, dataset, mode, state, origin,"
                        + " as_of, file_id, file_path, file_name, source_digest, declared_rows, declared_digest,"
                        + " row_in, row_ok, row_reject, row_removed, bytes, checksum, part, low_mark, high_mark,"
                        + " message, job_id, due_at, started_by, started_name, started_at, ended_at, corrects, is_demo)"
                        + " values (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
                batch.id(),
                batch.taskId(),
                batch.taskName(),
                batch.unitId(),
                batch.number(),
                batch.dataset(),
                batch.mode().name(),
                batch.state().name(),
                batch.origin().name(),
                batch.asOf(),
                batch.fileId(),
                batch.filePath(),
                batch.fileName(),
                batch.counts().digest(),
                batch.declaredRows(),
                batch.declaredDigest(),
                batch.counts().in(),
                batch.counts().ok(),
                batch.counts().rejected(),
                batch.counts().removed(),
                batch.counts().bytes(),
                batch.counts().checksum(),
                batch.part(),
                batch.lowMark(),
                batch.highMark(),
                batch.message(),
                batch.jobId(),
                time(batch.dueAt()),
                batch.startedBy(),
                batch.startedName(),
                time(batch.startedAt()),
                time(batch.endedAt()),
                batch.corrects(),
                batch.demo());
    }

    Optional<Batch> find(UUID id) {
        return jdbc.query("select * from exchange.batch where id = ?", (row, n) -> batch(row), id).stream()
                .findFirst();
    }

    /** The batch of a task that put its rows into a dataset. */
    Optional<Batch> landed(String dataset, String task, String number) {
        return jdbc
                .query(
                        "select b.* from exchange.batch b join exchange.task t on t.id = b.task_id"
                                + " where b.dataset = ? and t.code = ? and b.number = ? and b.state in ('DONE', 'HELD')"
                                + " order by b.started_at limit 1",
                        (row, n) -> batch(row),
                        dataset,
                        task,
                        number)
                .stream()
                .findFirst();
    }

    List<Batch> ofTask(UUID task, int limit) {
        return jdbc.query(
                "select * from exchange.batch where task_id = ? order by started_at desc, id desc limit ?",
                (row, n) -> batch(row),
                task,
                limit);
    }

    /** Batches of the task that wait or run. */
    List<Batch> underWay(UUID task) {
        return jdbc.query(
                "select * from exchange.batch where task_id = ? and state in ('QUEUED', 'RUNNING')",
                (row, n) -> batch(row),
                task);
    }

    /** A batch of the task that took in the same bytes; for modes in which a second time would double rows. */
    Optional<Batch> landed(UUID task, String digest) {
        return jdbc
                .query(
                        "select * from exchange.batch where task_id = ? and source_digest = ? and state = 'DONE'"
                                + " and corrects is null order by started_at limit 1",
                        (row, n) -> batch(row),
                        task,
                        digest)
                .stream()
                .findFirst();
    }

    Optional<Instant> lastGood(UUID task) {
        return jdbc.query(
                        "select max(started_at) from exchange.batch where task_id = ? and state in ('DONE', 'DUPLICATE')",
                        (row, n) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)),
                        task)
                .getFirst()
                .map(OffsetDateTime::toInstant);
    }

    /** For the present transaction: files are written in it, and large datasets take their time. */
    void patient() {
        jdbc.execute("set local idle_in_transaction_session_timeout = 0");
    }

    /** A held batch was let through. @return how many were waiting under the number */
    int released(UUID task, String number, long snapshot, Instant at) {
        return jdbc.update(
                "update exchange.batch set state = 'DONE', snapshot = ?, message = message || '；已放行入库', ended_at = ?"
                        + " where task_id = ? and number = ? and state = 'HELD'",
                snapshot,
                time(at),
                task,
                number);
    }

    /** The hub gave a held batch up. */
    void discarded(UUID task, String number, String reason, Instant at) {
        jdbc.update(
                "update exchange.batch set state = 'DISCARDED', message = message || '；已弃用：' || ?, ended_at = ?"
                        + " where task_id = ? and number = ? and state = 'HELD'",
                reason,
                at.atOffset(ZoneOffset.UTC),
                task,
                number);
    }

    void job(UUID id, UUID job) {
        jdbc.update("update exchange.batch set job_id = ? where id = ?", job, id);
    }

    void running(UUID id) {
        jdbc.update("update exchange.batch set state = 'RUNNING', message = '', ended_at = null where id = ?", id);
    }

    void marks(UUID id, @Nullable String low, @Nullable String high) {
        jdbc.update("update exchange.batch set low_mark = ?, high_mark = ? where id = ?", low, high, id);
    }

    void progress(UUID id, Batch.Counts counts, int part) {
        jdbc.update(
                "update exchange.batch set row_in = ?, row_ok = ?, row_reject = ?, row_removed = ?, bytes = ?,"
                        + " checksum = ?, source_digest = ?, part = ? where id = ?",
                counts.in(),
                counts.ok(),
                counts.rejected(),
                counts.removed(),
                counts.bytes(),
                counts.checksum(),
                counts.digest(),
                part,
                id);
    }

    void ended(UUID id, Batch.State state, @Nullable Long snapshot, String message, Instant at) {
        jdbc.update(
                "update exchange.batch set state = ?, snapshot = coalesce(?, snapshot), message = ?, ended_at = ?"
                        + " where id = ?",
                state.name(),
                snapshot,
                message,
                time(at),
                id);
    }

    /** @return due and on time, since a day */
    long[] timely(RowScope scope, LocalDate since, Instant now) {
        List<Object> arguments = new ArrayList<>(List.of(time(now), since));
        return two(
                "select count(*), count(*) filter (where on_time) from exchange.batch"
                        + " where scheduled and (ended_at is not null or due_at <= ?) and started_at >= ?"
                        + ScopeColumns.UNIT.and(scope, arguments),
                arguments);
    }

    /** @return rows received and rows taken, since a day */
    long[] sound(RowScope scope, LocalDate since) {
        List<Object> arguments = new ArrayList<>(List.of(since));
        return two(
                "select coalesce(sum(row_in), 0), coalesce(sum(row_ok), 0) from exchange.batch"
                        + " where state in ('DONE', 'FAILED') and started_at >= ?"
                        + ScopeColumns.UNIT.and(scope, arguments),
                arguments);
    }

    private long[] two(String sql, List<Object> arguments) {
        return java.util.Objects.requireNonNull(
                jdbc.queryForObject(sql, (row, n) -> new long[] {row.getLong(1), row.getLong(2)}, arguments.toArray()));
    }

    void removeDemo() {
        jdbc.update("delete from exchange.batch where is_demo");
    }

    private static Batch batch(ResultSet row) throws SQLException {
        return new Batch(
                row.getObject("id", UUID.class),
                row.getObject("task_id", UUID.class),
                row.getString("task_name"),
                row.getObject("unit_id", UUID.class),
                row.getString("number"),
                row.getString("dataset"),
                Landing.Mode.valueOf(row.getString("mode")),
                Batch.State.valueOf(row.getString("state")),
                Batch.Origin.valueOf(row.getString("origin")),
                row.getObject("as_of", LocalDate.class),
                row.getObject("file_id", UUID.class),
                row.getString("file_path"),
                row.getString("file_name"),
                row.getObject("declared_rows", Long.class),
                row.getString("declared_digest"),
                new Batch.Counts(
                        row.getLong("row_in"),
                        row.getLong("row_ok"),
                        row.getLong("row_reject"),
                        row.getLong("row_removed"),
                        row.getLong("bytes"),
                        row.getString("checksum"),
                        row.getString("source_digest")),
                row.getInt("part"),
                row.getString("low_mark"),
                row.getString("high_mark"),
                row.getString("message"),
                row.getObject("job_id", UUID.class),
                instant(row, "due_at"),
                row.getObject("started_by", UUID.class),
                row.getString("started_name"),
                java.util.Objects.requireNonNull(instant(row, "started_at")),
                instant(row, "ended_at"),
                row.getObject("corrects", UUID.class),
                row.getBoolean("is_demo"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }
}
