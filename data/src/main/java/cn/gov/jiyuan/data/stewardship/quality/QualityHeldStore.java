package cn.gov.jiyuan.data.stewardship.quality;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Batches that the gate holds or held back, for people to settle. */
@Component
final class QualityHeldStore {
    private final JdbcClient jdbc;

    QualityHeldStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A batch at the gate. */
    record Held(UUID id, String dataset, String batchNo, long rows, State state, UUID unitId, String reason) {}

    enum State {
        HELD("待处理"),
        RELEASED("已放行"),
        DISCARDED("已弃用");

        private final String label;

        State(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    /** @return false if it is known */
    boolean insert(Held held, Instant at) {
        return jdbc.sql("""
                                insert into stewardship.held_batch (id, dataset, batch_no, rows, state, reason, unit_id, at)
                                values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                                """)
                        .params(
                                held.id(),
                                held.dataset(),
                                held.batchNo(),
                                held.rows(),
                                held.state().name(),
                                held.reason(),
                                held.unitId(),
                                at.atOffset(ZoneOffset.UTC))
                        .update()
                > 0;
    }

    Optional<Held> lock(UUID id) {
        return jdbc.sql("select * from stewardship.held_batch where id = ? for update")
                .param(id)
                .query(QualityHeldStore::held)
                .optional();
    }

    void settle(UUID id, State state, String by, String reason, Instant at) {
        jdbc.sql("""
                        update stewardship.held_batch set state = ?, settled_name = ?, settled_reason = ?, settled_at = ?
                         where id = ? and state = 'HELD'
                        """)
                .params(state.name(), by, reason, at.atOffset(ZoneOffset.UTC), id)
                .update();
    }

    private static Held held(ResultSet row, int n) throws SQLException {
        return new Held(
                row.getObject("id", UUID.class),
                row.getString("dataset"),
                row.getString("batch_no"),
                row.getLong("rows"),
                State.valueOf(row.getString("state")),
                row.getObject("unit_id", UUID.class),
                row.getString("reason"));
    }
}
