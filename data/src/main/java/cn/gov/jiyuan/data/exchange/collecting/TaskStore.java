package cn.gov.jiyuan.data.exchange.collecting;

import cn.gov.jiyuan.data.exchange.collecting.reading.SourceColumn;
import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.platform.hub.Landing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Tasks and their versions. */
@Component
final class TaskStore {
    private static final JsonMapper JSON = JsonMapper.shared();
    private final JdbcTemplate jdbc;

    TaskStore(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
    }

    long nextNumber() {
        return java.util.Objects.requireNonNull(
                jdbc.queryForObject("select nextval('exchange.task_number')", Long.class));
    }

    Optional<CollectTask> find(UUID id) {
        return jdbc.query("select * from exchange.task where id = ?", (row, n) -> task(row), id).stream()
                .findFirst();
    }

    /** The task, held against changes by others until the end of the transaction. */
    Optional<CollectTask> lock(UUID id) {
        return jdbc
                .query("select * from exchange.task where id = ? for update", (row, n) -> task(row), id)
                .stream()
                .findFirst();
    }

    Optional<CollectTask> byCode(String code) {
        return jdbc.query("select * from exchange.task where code = ?", (row, n) -> task(row), code).stream()
                .findFirst();
    }

    List<CollectTask> due(Instant now, int limit) {
        return jdbc.query(
                "select * from exchange.task where state = 'ACTIVE' and kind <> 'LOG' and next_run_at <= ?"
                        + " order by next_run_at limit ?",
                (row, n) -> task(row),
                time(now),
                limit);
    }

    List<CollectTask> logs(Instant now) {
        return jdbc.query(
                "select * from exchange.task where state = 'ACTIVE' and kind = 'LOG'"
                        + " and (next_run_at is null or next_run_at <= ?) order by code",
                (row, n) -> task(row),
                time(now));
    }

    List<CollectTask> files() {
        return jdbc.query(
                "select * from exchange.task where state = 'ACTIVE' and kind in ('FILE', 'BACKFLOW') order by code",
                (row, n) -> task(row));
    }

    void insert(CollectTask task, byte @Nullable [] secret, Actor by, Instant at) {
        jdbc.update(
                "insert into exchange.task (id, code, name, unit_id, unit_code, kind, source, secret, dataset, mode,"
                        + " mappings, schedule, state, state_reason, structure, watermark, next_run_at, failures,"
                        + " created_by, created_name, created_at, version, is_demo)"
                        + " values (?,?,?,?,?,?,?::jsonb,?,?,?,?::jsonb,?,?,?,?::jsonb,?,?,?,?,?,?,?,?)",
                task.id(),
                task.code(),
                task.name(),
                task.unitId(),
                task.unitCode(),
                task.source().sort().name(),
                source(task.source()),
                secret,
                task.dataset(),
                task.mode().name(),
                JSON.writeValueAsString(task.mappings()),
                task.schedule().text(),
                task.state().name(),
                task.stateReason(),
                JSON.writeValueAsString(task.structure()),
                task.watermark(),
                time(task.nextRunAt()),
                task.failures(),
                by.personId(),
                by.name(),
                time(at),
                task.version(),
                task.demo());
        version(task, by, at);
    }

    /** @return false if somebody else was faster */
    boolean update(CollectTask task, byte @Nullable [] secret, Actor by, Instant at) {
        int changed = jdbc.update(
                "update exchange.task set name = ?, kind = ?, source = ?::jsonb, secret = coalesce(?, secret),"
                        + " dataset = ?, mode = ?, mappings = ?::jsonb, schedule = ?, state = ?, state_reason = ?,"
                        + " structure = ?::jsonb, next_run_at = ?, failures = ?, version = ?"
                        + " where id = ? and version = ?",
                task.name(),
                task.source().sort().name(),
                source(task.source()),
                secret,
                task.dataset(),
                task.mode().name(),
                JSON.writeValueAsString(task.mappings()),
                task.schedule().text(),
                task.state().name(),
                task.stateReason(),
                JSON.writeValueAsString(task.structure()),
                time(task.nextRunAt()),
                task.failures(),
                task.version(),
                task.id(),
                task.version() - 1);
        if (changed == 1) {
            version(task, by, at);
        }
        return changed == 1;
    }

    private void version(CollectTask task, Actor by, Instant at) {
        jdbc.update(
                "insert into exchange.task_version (task_id, version, at, by_name, name, mode, schedule, state, reason,"
                        + " mappings) values (?,?,?,?,?,?,?,?,?,?::jsonb)",
                task.id(),
                task.version(),
                time(at),
                by.name(),
                task.name(),
                task.mode().name(),
                task.schedule().text(),
                task.state().name(),
                task.stateReason(),
                JSON.writeValueAsString(task.mappings()));
    }

    void scheduled(UUID id, @Nullable Instant next) {
        jdbc.update("update exchange.task set next_run_at = ? where id = ?", time(next), id);
    }

    void watermark(UUID id, String mark) {
        jdbc.update("update exchange.task set watermark = ? where id = ?", mark, id);
    }

    void structure(UUID id, List<SourceColumn> structure) {
        jdbc.update(
                "update exchange.task set structure = ?::jsonb where id = ?", JSON.writeValueAsString(structure), id);
    }

    /** @param failures batches that failed one after the other by now */
    void ended(UUID id, Batch.State state, int failures, Instant at) {
        jdbc.update(
                "update exchange.task set last_state = ?, last_batch_at = ?, failures = ? where id = ?",
                state.name(),
                time(at),
                failures,
                id);
    }

    byte @Nullable [] secret(UUID id) {
        return jdbc
                .query("select secret from exchange.task where id = ?", (row, n) -> new byte[][] {row.getBytes(1)}, id)
                .stream()
                .findFirst()
                .map(found -> found[0])
                .orElse(null);
    }

    void removeDemo() {
        jdbc.update("delete from exchange.task_version where task_id in (select id from exchange.task where is_demo)");
        jdbc.update("delete from exchange.task where is_demo");
    }

    /** The type writes {@code kind} itself. */
    private static String source(SourceSpec source) {
        return JSON.writerFor(SourceSpec.class).writeValueAsString(source);
    }

    private static CollectTask task(ResultSet row) throws SQLException {
        OffsetDateTime next = row.getObject("next_run_at", OffsetDateTime.class);
        return new CollectTask(
                row.getObject("id", UUID.class),
                row.getString("code"),
                row.getString("name"),
                row.getObject("unit_id", UUID.class),
                row.getString("unit_code"),
                JSON.readValue(row.getString("source"), SourceSpec.class),
                row.getString("dataset"),
                Landing.Mode.valueOf(row.getString("mode")),
                JSON.readValue(row.getString("mappings"), new TypeReference<List<ColumnMapping>>() {}),
                new Schedule(row.getString("schedule")),
                TaskState.valueOf(row.getString("state")),
                row.getString("state_reason"),
                JSON.readValue(row.getString("structure"), new TypeReference<List<SourceColumn>>() {}),
                row.getString("watermark"),
                next == null ? null : next.toInstant(),
                row.getInt("failures"),
                row.getObject("created_by", UUID.class),
                row.getInt("version"),
                row.getBoolean("is_demo"));
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }
}
