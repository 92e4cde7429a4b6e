package cn.gov.jiyuan.data.registers;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

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

    void done(UUID id, Instant at, long rows, long things, long linked, long alone, String outcome, long snapshot) {
        jdbc.sql("""
                        update registers.run set state = 'DONE', ended_at = ?, rows = ?, things = ?, linked = ?, alone = ?,
                               outcome = ?::jsonb, snapshot = ? where id = ?
                        """)
                .params(at.atOffset(ZoneOffset.UTC), rows, things, linked, alone, outcome, snapshot, id)
                .update();
    }

    void failed(UUID id, Instant at, String error) {
        jdbc.sql("update registers.run set state = 'FAILED', ended_at = ?, error = ? where id = ?")
                .params(at.atOffset(ZoneOffset.UTC), error, id)
                .update();
    }
}
