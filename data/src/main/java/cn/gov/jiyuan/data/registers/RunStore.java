package cn.gov.jiyuan.data.registers;

import cn.gov.jiyuan.platform.hub.pipeline.Outcome;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs of the pipelines of the registers. */
@Component
final class RunStore {
    private final JdbcClient jdbc;

    RunStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A run that begins again after its node died keeps its row. */
    void begin(UUID id, String pipeline, String by, Instant at) {
        jdbc.sql("""
                        insert into registers.run (id, pipeline, state, started_at, started_by) values (?, ?, 'RUNNING', ?, ?)
                        on conflict (id) do update set state = 'RUNNING', started_at = excluded.started_at, error = null
                        """).params(id, pipeline, at.atOffset(ZoneOffset.UTC), by).update();
    }

    /** @param sources version of each origin's dataset that was read @param snapshot version made @param members version of the members */
    void done(
            UUID id,
            Instant at,
            Outcome outcome,
            GoldenLoad.Loaded loaded,
            Map<String, Long> sources,
            long snapshot,
            long members) {
        jdbc.sql("""
                        update registers.run set state = 'DONE', ended_at = ?, rows = ?, things = ?, linked = ?, alone = ?,
                               outcome = ?::jsonb, added = ?, changed = ?, ended = ?, sources = ?::jsonb, snapshot = ?,
                               members = ? where id = ?
                        """)
                .params(
                        at.atOffset(ZoneOffset.UTC),
                        outcome.rows(),
                        outcome.things(),
                        outcome.linked(),
                        outcome.alone(),
                        JsonMapper.shared().writeValueAsString(outcome),
                        loaded.added(),
                        loaded.changed(),
                        loaded.ended(),
                        JsonMapper.shared().writeValueAsString(sources),
                        snapshot,
                        members,
                        id)
                .update();
    }

    void failed(UUID id, Instant at, String error) {
        jdbc.sql("update registers.run set state = 'FAILED', ended_at = ?, error = ? where id = ?")
                .params(at.atOffset(ZoneOffset.UTC), error, id)
                .update();
    }

    /**
     * A run that is done.
     *
     * @param sources version of each origin's dataset that it read @param snapshot version made @param members version of
     *     the members
     */
    record Run(
            UUID id,
            String pipeline,
            Instant startedAt,
            String startedBy,
            Map<String, Long> sources,
            long snapshot,
            long members) {}

    /** The run that had brought the register to where it stood at a moment. */
    Optional<Run> before(String pipeline, Instant moment) {
        return jdbc.sql("""
                        select id, pipeline, started_at, started_by, sources, snapshot, members from registers.run
                         where pipeline = ? and state = 'DONE' and members is not null and started_at <= ?
                         order by started_at desc limit 1
                        """)
                .params(pipeline, moment.atOffset(ZoneOffset.UTC))
                .query((row, n) -> run(row))
                .optional();
    }

    private static Run run(ResultSet row) throws SQLException {
        Map<String, Long> sources = new HashMap<>();
        JsonMapper.shared()
                .readTree(row.getString("sources"))
                .properties()
                .forEach(one -> sources.put(one.getKey(), one.getValue().asLong()));
        return new Run(
                row.getObject("id", UUID.class),
                row.getString("pipeline"),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                row.getString("started_by"),
                sources,
                row.getLong("snapshot"),
                row.getLong("members"));
    }

    /** What a run did, with the figures of each source. */
    record Report(
            UUID id,
            String pipeline,
            String state,
            Instant startedAt,
            @Nullable Instant endedAt,
            String startedBy,
            @Nullable Long rows,
            @Nullable Long things,
            @Nullable Long linked,
            @Nullable Long alone,
            @Nullable Long added,
            @Nullable Long changed,
            @Nullable Long ended,
            @Nullable JsonNode outcome,
            @Nullable String error) {}

    Optional<Report> report(UUID id) {
        return jdbc.sql("select * from registers.run where id = ?")
                .param(id)
                .query((row, n) -> {
                    String outcome = row.getString("outcome");
                    OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
                    return new Report(
                            id,
                            row.getString("pipeline"),
                            row.getString("state"),
                            row.getObject("started_at", OffsetDateTime.class).toInstant(),
                            ended == null ? null : ended.toInstant(),
                            row.getString("started_by"),
                            row.getObject("rows", Long.class),
                            row.getObject("things", Long.class),
                            row.getObject("linked", Long.class),
                            row.getObject("alone", Long.class),
                            row.getObject("added", Long.class),
                            row.getObject("changed", Long.class),
                            row.getObject("ended", Long.class),
                            outcome == null ? null : JsonMapper.shared().readTree(outcome),
                            row.getString("error"));
                })
                .optional();
    }
}
