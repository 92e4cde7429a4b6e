package cn.gov.jiyuan.data.exchange.sharing;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Which supervision belongs to which cause. */
@Component
final class SupervisionStore {
    private final JdbcTemplate jdbc;

    SupervisionStore(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
    }

    void insert(UUID caseId, String subject, UUID unit, Instant at) {
        jdbc.update(
                "insert into exchange.supervision (case_id, subject, unit_id, opened_at) values (?,?,?,?)"
                        + " on conflict (case_id) do nothing",
                caseId,
                subject,
                unit,
                at.atOffset(ZoneOffset.UTC));
    }

    List<UUID> of(String subject) {
        return jdbc.queryForList(
                "select case_id from exchange.supervision where subject = ? order by opened_at", UUID.class, subject);
    }

    /** Demands that are met by now, while their supervision is not known to be over. */
    List<String> overcome() {
        return jdbc.queryForList(
                "select s.subject from exchange.supervision s join exchange.demand d on s.subject = 'demand:' || d.id"
                        + " where d.standing = 'MET' and not s.settled",
                String.class);
    }

    void settled(String subject) {
        jdbc.update("update exchange.supervision set settled = true where subject = ?", subject);
    }
}
