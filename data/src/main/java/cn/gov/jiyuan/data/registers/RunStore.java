package cn.gov.jiyuan.data.registers;

import cn.gov.jiyuan.platform.hub.pipeline.Outcome;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
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
}
