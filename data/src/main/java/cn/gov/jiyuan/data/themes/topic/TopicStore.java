package cn.gov.jiyuan.data.themes.topic;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** How themes run: wishes, source tasks, changes that wait, runs and their quality. */
@Component
final class TopicStore {
    private static final TypeReference<Map<String, String>> INPUTS = new TypeReference<>() {};
    private final JdbcTemplate jdbc;

    TopicStore(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
    }

    void adopt(TopicSchema topic) {
        jdbc.update("insert into themes.topic (id) values (?) on conflict do nothing", topic.id());
        topic.sources()
                .forEach(source -> jdbc.update(
                        "insert into themes.source (topic, id, state) values (?, ?, 'ACTIVE') on conflict do nothing",
                        topic.id(),
                        source.id()));
    }

    TopicState topic(String topic) {
        return jdbc
                .query(
                        "select * from themes.topic where id = ?",
                        (row, n) -> new TopicState(
                                row.getString("id"),
                                instant(row, "wanted_at"),
                                instant(row, "refreshed_at"),
                                instant(row, "running_since"),
                                row.getString("problem")),
                        topic)
                .stream()
                .findFirst()
                .orElseGet(() -> new TopicState(topic, null, null, null, null));
    }

    /** The first wish stays until it is fulfilled. */
    void want(String topic, Instant at) {
        jdbc.update("update themes.topic set wanted_at = ? where id = ? and wanted_at is null", at(at), topic);
    }

    void begin(String topic, Instant at) {
        jdbc.update("update themes.topic set running_since = ?, wanted_at = null where id = ?", at(at), topic);
    }

    void end(String topic, Instant at, @Nullable String problem) {
        jdbc.update(
                "update themes.topic set running_since = null, refreshed_at = ?, problem = ? where id = ?",
                at(at),
                problem,
                topic);
    }

    List<SourceState> sources(String topic) {
        return jdbc.query("select * from themes.source where topic = ?", (row, n) -> source(row), topic);
    }

    Optional<SourceState> lockSource(String topic, String source) {
        return jdbc
                .query(
                        "select * from themes.source where topic = ? and id = ? for update",
                        (row, n) -> source(row),
                        topic,
                        source)
                .stream()
                .findFirst();
    }

    void moved(String topic, String source, SourceState.State to, String reason, String by, Instant at) {
        jdbc.update(
                "update themes.source set state = ?, reason = ?, changed_by = ?, changed_at = ? where topic = ? and id = ?",
                to.name(),
                reason,
                by,
                at(at),
                topic,
                source);
    }

    /** The source was read up to a moment; only while it is active, so that a task stopped meanwhile stays as old as it was. */
    void read(String topic, String source, Instant asOf) {
        jdbc.update(
                "update themes.source set as_of = ? where topic = ? and id = ? and state = 'ACTIVE'",
                at(asOf),
                topic,
                source);
    }

    /** The whole source was read. @param digest of what was read */
    void readInFull(String topic, String source, Instant asOf, String digest) {
        jdbc.update(
                "update themes.source set as_of = ?, full_at = ?, digest = ? where topic = ? and id = ? and state = 'ACTIVE'",
                at(asOf),
                at(asOf),
                digest,
                topic,
                source);
    }

    /** Everything is read anew at the next refresh. */
    void readAnew(String topic) {
        jdbc.update("update themes.source set full_at = null where topic = ?", topic);
    }

    private static SourceState source(ResultSet row) throws SQLException {
        return new SourceState(
                row.getString("topic"),
                row.getString("id"),
                SourceState.State.valueOf(row.getString("state")),
                instant(row, "as_of"),
                instant(row, "full_at"),
                row.getString("digest"),
                row.getString("reason"),
                row.getString("changed_by"),
                instant(row, "changed_at"));
    }

    /** A row changed again gets a new number, so that whoever has read the old one does not strike it off. */
    void changed(String topic, String source, Collection<String> keys) {
        jdbc.batchUpdate(
                "insert into themes.change (seq, topic, source, row_key) values (nextval('themes.change_seq'), ?, ?, ?)"
                        + " on conflict (topic, source, row_key) do update set seq = excluded.seq",
                keys.stream()
                        .sorted()
                        .map(key -> new Object[] {topic, source, key})
                        .toList());
    }

    /** A change that waits. */
    record Waiting(long seq, String key) {}

    List<Waiting> waiting(String topic, String source, int limit) {
        return jdbc.query(
                "select seq, row_key from themes.change where topic = ? and source = ? order by seq limit ?",
                (row, n) -> new Waiting(row.getLong("seq"), Objects.requireNonNull(row.getString("row_key"))),
                topic,
                source,
                limit);
    }

    long lastChange(String topic, String source) {
        Long last = jdbc.queryForObject(
                "select coalesce(max(seq), 0) from themes.change where topic = ? and source = ?",
                Long.class,
                topic,
                source);
        return last == null ? 0 : last;
    }

    void taken(String topic, String source, long upTo) {
        jdbc.update("delete from themes.change where topic = ? and source = ? and seq <= ?", topic, source, upTo);
    }

    void made(StepRun run) {
        jdbc.update(
                "insert into themes.run (id, topic, dataset, snapshot, batch_id, batch_no, inputs, as_of, row_count, made_at)"
                        + " values (?,?,?,?,?,?,?::jsonb,?,?,?) on conflict do nothing",
                run.id(),
                run.topic(),
                run.dataset(),
                run.snapshot(),
                run.batch(),
                run.batchNo(),
                JsonMapper.shared().writeValueAsString(run.inputs()),
                at(run.asOf()),
                run.rows(),
                at(run.madeAt()));
    }

    Optional<StepRun> lastRun(String dataset) {
        return runs(dataset, 1).stream().findFirst();
    }

    List<StepRun> runs(String dataset, int limit) {
        return jdbc.query(
                "select * from themes.run where dataset = ? order by snapshot desc limit ?",
                (row, n) -> run(row),
                dataset,
                limit);
    }

    Optional<StepRun> run(String dataset, long snapshot) {
        return jdbc
                .query(
                        "select * from themes.run where dataset = ? and snapshot = ?",
                        (row, n) -> run(row),
                        dataset,
                        snapshot)
                .stream()
                .findFirst();
    }

    private static StepRun run(ResultSet row) throws SQLException {
        return new StepRun(
                row.getObject("id", UUID.class),
                row.getString("topic"),
                row.getString("dataset"),
                row.getLong("snapshot"),
                row.getObject("batch_id", UUID.class),
                row.getString("batch_no"),
                JsonMapper.shared().readValue(row.getString("inputs"), INPUTS),
                Objects.requireNonNull(instant(row, "as_of")),
                row.getLong("row_count"),
                Objects.requireNonNull(instant(row, "made_at")));
    }

    void measured(String topic, QualityLine line) {
        jdbc.update(
                "insert into themes.quality as q (topic, dataset, title, dimension, passed, total, snapshot, measured_at)"
                        + " values (?,?,?,?,?,?,?,?) on conflict (dataset, title) do update set passed = excluded.passed,"
                        + " total = excluded.total, snapshot = excluded.snapshot, measured_at = excluded.measured_at,"
                        + " dimension = excluded.dimension",
                topic,
                line.dataset(),
                line.title(),
                line.dimension(),
                line.passed(),
                line.total(),
                line.snapshot(),
                at(line.at()));
    }

    List<QualityLine> quality(String topic) {
        return jdbc.query(
                "select * from themes.quality where topic = ? order by dataset, title",
                (row, n) -> new QualityLine(
                        row.getString("dataset"),
                        row.getString("title"),
                        row.getString("dimension"),
                        row.getLong("passed"),
                        row.getLong("total"),
                        row.getLong("snapshot"),
                        Objects.requireNonNull(instant(row, "measured_at"))),
                topic);
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
