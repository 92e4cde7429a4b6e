package cn.gov.jiyuan.data.stewardship.quality;

import cn.gov.jiyuan.kernel.id.Ids;
import cn.gov.jiyuan.platform.hub.Landing;
import cn.gov.jiyuan.platform.hub.LandingGate;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Batches that came to the gate, and what became of them. */
@Component
final class ArrivalStore {
    private final JdbcClient jdbc;

    ArrivalStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A batch that came. */
    record Kept(UUID id, String dataset, String batchNo, long rows, State state, UUID unitId, String reason) {}

    enum State {
        PASSED("已入库"),
        HELD("已拦截"),
        RELEASED("已放行，待重新入库");

        private final String label;

        State(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    /** Rows of the last batches that passed, the newest first; a batch is not held against itself. */
    List<Long> sizes(String dataset, Landing.Mode mode, String batchNo, int limit) {
        return jdbc.sql("""
                        select rows from stewardship.arrival
                         where dataset = ? and mode = ? and state = 'PASSED' and batch_no <> ?
                         order by at desc, id desc limit ?
                        """)
                .params(dataset, mode.name(), batchNo, limit)
                .query(Long.class)
                .list();
    }

    void keep(LandingGate.Arrival batch, State state, String reason, UUID unit, Instant at) {
        jdbc.sql("""
                        insert into stewardship.arrival (id, dataset, batch_no, mode, rows, removals, state, reason,
                          unit_id, at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (dataset, batch_no) do update set mode = excluded.mode, rows = excluded.rows,
                          removals = excluded.removals, state = excluded.state, reason = excluded.reason, at = excluded.at
                        """)
                .params(
                        Ids.next(),
                        batch.dataset(),
                        batch.batchNo(),
                        batch.mode().name(),
                        batch.rows(),
                        batch.removals(),
                        state.name(),
                        reason,
                        unit,
                        at.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<Kept> find(String dataset, String batchNo) {
        return jdbc.sql("select * from stewardship.arrival where dataset = ? and batch_no = ?")
                .params(dataset, batchNo)
                .query(ArrivalStore::kept)
                .optional();
    }

    Optional<Kept> lock(UUID id) {
        return jdbc.sql("select * from stewardship.arrival where id = ? for update")
                .param(id)
                .query(ArrivalStore::kept)
                .optional();
    }

    /** The last batch, if it is held. */
    Optional<Kept> latestHeld(String dataset) {
        return jdbc.sql("select * from stewardship.arrival where dataset = ? order by at desc, id desc limit 1")
                .param(dataset)
                .query(ArrivalStore::kept)
                .optional()
                .filter(kept -> kept.state() == State.HELD);
    }

    void release(UUID id, String by, String reason, Instant at) {
        jdbc.sql("""
                        update stewardship.arrival set state = 'RELEASED', released_name = ?, release_reason = ?,
                          released_at = ? where id = ?
                        """)
                .params(by, reason, at.atOffset(ZoneOffset.UTC), id)
                .update();
    }

    private static Kept kept(ResultSet row, int n) throws SQLException {
        return new Kept(
                row.getObject("id", UUID.class),
                row.getString("dataset"),
                row.getString("batch_no"),
                row.getLong("rows"),
                State.valueOf(row.getString("state")),
                row.getObject("unit_id", UUID.class),
                row.getString("reason"));
    }
}
