package cn.gov.jiyuan.platform.jobs;

import cn.gov.jiyuan.kernel.actor.Actor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Jobs as rows; whoever claims one writes its heartbeat into it, never inside the work's own transaction. */
final class JobStore {
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private static final String COLUMNS =
            "id, kind, title, actor::text as actor, argument, state, total, done, message,"
                    + " error, attempts, submitted_at, started_at, ended_at";
    private static final int ATTEMPTS = 5;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate joined;
    private final TransactionTemplate alone;
    private final UUID process;

    JobStore(DataSource dataSource, UUID process) {
        this.jdbc = new JdbcTemplate(dataSource);
        JdbcTransactionManager manager = new JdbcTransactionManager(dataSource);
        this.joined = new TransactionTemplate(manager);
        this.alone = new TransactionTemplate(manager);
        this.alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.process = process;
    }

    void insert(UUID id, String kind, String title, Actor actor, String argument) {
        jdbc.update(
                "insert into jobs.job (id, kind, title, owner_id, actor, argument, state, submitted_at)"
                        + " values (?, ?, ?, ?, ?::jsonb, ?, 'QUEUED', clock_timestamp())",
                id,
                kind,
                title,
                actor.personId(),
                JSON.writeValueAsString(actor),
                argument);
    }

    /** Takes the oldest job that waits, or whose process fell silent. */
    Optional<LongJobs.Job> claim(Duration silence) {
        giveUp(silence);
        return jdbc.query("""
                        update jobs.job set state = 'RUNNING', holder = ?, attempts = attempts + 1, done = 0, total = 0,
                               seen_at = clock_timestamp(), started_at = coalesce(started_at, clock_timestamp())
                         where id = (select id from jobs.job
                                      where state = 'QUEUED' or (state = 'RUNNING'
                                            and seen_at < clock_timestamp() - ? * interval '1 millisecond')
                                      order by submitted_at limit 1 for update skip locked)
                        returning %s
                        """.formatted(COLUMNS), (row, n) -> job(row), process, silence.toMillis()).stream()
                .findFirst();
    }

    /** A job under which process after process dies is not tried for ever. */
    private void giveUp(Duration silence) {
        jdbc.update(
                "update jobs.job set state = 'FAILED', error = '执行进程多次中断', ended_at = clock_timestamp()"
                        + " where state = 'RUNNING' and attempts >= ?"
                        + " and seen_at < clock_timestamp() - ? * interval '1 millisecond'",
                ATTEMPTS,
                silence.toMillis());
    }

    /** Writes how far the job is; true if it shall go on: still ours and not to be cancelled. */
    boolean report(UUID id, long total, long done, String message) {
        return Boolean.TRUE.equals(alone.execute(status -> jdbc.queryForList(
                        "update jobs.job set total = ?, done = ?, message = ?, seen_at = clock_timestamp()"
                                + " where id = ? and holder = ? and state = 'RUNNING' returning not cancelling",
                        Boolean.class,
                        total,
                        done,
                        message,
                        id,
                        process)
                .contains(true)));
    }

    void end(UUID id, LongJobs.State state, @Nullable String error) {
        jdbc.update(
                "update jobs.job set state = ?, error = ?, ended_at = clock_timestamp(), holder = null"
                        + " where id = ? and holder = ? and state = 'RUNNING'",
                state.name(),
                error,
                id,
                process);
    }

    /** Puts a job back because this node stops. */
    void giveBack(UUID id) {
        jdbc.update(
                "update jobs.job set state = 'QUEUED', holder = null, attempts = attempts - 1"
                        + " where id = ? and holder = ? and state = 'RUNNING'",
                id,
                process);
    }

    void cancel(UUID id) {
        jdbc.update("""
                update jobs.job set cancelling = true,
                       state = case when state = 'QUEUED' then 'CANCELLED' else state end,
                       ended_at = case when state = 'QUEUED' then clock_timestamp() end
                 where id = ? and state in ('QUEUED', 'RUNNING')
                """, id);
    }

    /** @param told is given the job in the same transaction, if it is queued once more */
    boolean retry(UUID id, Consumer<LongJobs.Job> told) {
        return Boolean.TRUE.equals(joined.execute(status -> {
            Optional<LongJobs.Job> queued = jdbc.query("""
                            update jobs.job set state = 'QUEUED', cancelling = false, attempts = 0, error = null, ended_at = null
                             where id = ? and state in ('FAILED', 'CANCELLED') returning %s
                            """.formatted(COLUMNS), (row, n) -> job(row), id).stream()
                    .findFirst();
            queued.ifPresent(told);
            return queued.isPresent();
        }));
    }

    boolean cancelling(UUID id) {
        return jdbc.queryForList("select cancelling from jobs.job where id = ?", Boolean.class, id)
                .contains(true);
    }

    Optional<LongJobs.Job> find(UUID id) {
        return jdbc.query("select " + COLUMNS + " from jobs.job where id = ?", (row, n) -> job(row), id).stream()
                .findFirst();
    }

    List<LongJobs.Job> newest(@Nullable UUID owner, int limit) {
        String where = owner == null ? " where ?::uuid is null" : " where owner_id = ?";
        return jdbc.query(
                "select " + COLUMNS + " from jobs.job" + where + " order by id desc limit ?",
                (row, n) -> job(row),
                owner,
                limit);
    }

    Optional<LongJobs.Job> newestOf(String kind) {
        return jdbc
                .query(
                        "select " + COLUMNS + " from jobs.job where kind = ? order by id desc limit 1",
                        (row, n) -> job(row),
                        kind)
                .stream()
                .findFirst();
    }

    private static LongJobs.Job job(ResultSet row) throws SQLException {
        return new LongJobs.Job(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                row.getString("title"),
                JSON.readValue(row.getString("actor"), Actor.class),
                row.getString("argument"),
                LongJobs.State.valueOf(row.getString("state")),
                row.getLong("total"),
                row.getLong("done"),
                row.getString("message"),
                row.getString("error"),
                row.getInt("attempts"),
                row.getObject("submitted_at", OffsetDateTime.class).toInstant(),
                instant(row, "started_at"),
                instant(row, "ended_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
