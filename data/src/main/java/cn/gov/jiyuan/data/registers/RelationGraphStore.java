package cn.gov.jiyuan.data.registers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Relations between subjects, one hop at a time. */
@Component
final class RelationGraphStore {
    private final JdbcClient jdbc;

    RelationGraphStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param kind REPRESENTS, or what the register of relations says */
    record Edge(UUID from, UUID to, String kind, String label) {}

    record Node(UUID id, String kind, String label) {}

    /** What these are tied to on a day, in both directions. */
    List<Edge> around(List<UUID> ids, LocalDate on, int limit) {
        UUID[] all = ids.toArray(UUID[]::new);
        return jdbc.sql("""
                        select representative_id as one, subject_id as other, 'REPRESENTS' as kind, '法定代表人' as label
                          from registers.legal_version
                         where (representative_id = any (?) or subject_id = any (?)) and representative_id is not null
                           and valid_from <= ? and (valid_to is null or valid_to > ?)
                        union
                        select from_id, to_id, kind, kind || coalesce(' ' || trim_scale(share) || '%', '')
                          from registers.relation
                         where (from_id = any (?) or to_id = any (?))
                           and valid_from <= ? and (valid_to is null or valid_to > ?)
                         limit ?
                        """)
                .params(all, all, on, on, all, all, on, on, limit)
                .query((row, n) -> edge(row))
                .list();
    }

    private static Edge edge(ResultSet row) throws SQLException {
        return new Edge(row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getString(3), row.getString(4));
    }

    /** Names of subjects, of persons masked. */
    List<Node> nodes(List<UUID> ids) {
        return jdbc.sql("""
                        select subject_id, 'PERSON', name_masked from registers.person_version
                         where subject_id = any (?) and valid_to is null
                        union all
                        select subject_id, 'LEGAL', name from registers.legal_version
                         where subject_id = any (?) and valid_to is null
                        """)
                .params(ids.toArray(UUID[]::new), ids.toArray(UUID[]::new))
                .query((row, n) -> new Node(row.getObject(1, UUID.class), row.getString(2), row.getString(3)))
                .list();
    }
}
