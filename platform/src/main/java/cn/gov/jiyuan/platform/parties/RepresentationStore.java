package cn.gov.jiyuan.platform.parties;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * SQL of who may act for whom. What was granted is a row; that somebody is a legal representative is read from the
 * register itself, so that a change there takes effect at once and nobody has to bind anything.
 */
final class RepresentationStore {
    private static final String GRANTED = """
            select r.id, r.principal_id, r.enterprise, r.agent_id, r.relation, r.valid_from, r.valid_to, r.items, r.level,
                   e.name as entity_name, p.name_sealed
              from parties.representation r
              left join parties.legal_entity e on r.enterprise and e.id = r.principal_id
              left join parties.person p on not r.enterprise and p.id = r.principal_id
             where r.relation <> 'LEGAL_REPRESENTATIVE'
            """;
    private static final String REGISTERED = """
            select md5('representative:' || e.id || ':' || e.representative_id)::uuid, e.id, true, e.representative_id,
                   'LEGAL_REPRESENTATIVE', e.registered_on, null::date, '{}'::text[], 1::smallint, e.name, null::bytea
              from parties.legal_entity e
             where e.representative_id = ?
            """;

    private final JdbcClient jdbc;
    private final PersonColumns columns;

    RepresentationStore(JdbcClient jdbc, PersonColumns columns) {
        this.jdbc = jdbc;
        this.columns = columns;
    }

    /** In force on a day; nobody acts for the dead, and the dead act for nobody. */
    List<Representation> of(UUID agentId, LocalDate on) {
        return jdbc.sql("select * from (" + GRANTED + """
                           and r.agent_id = ? and r.valid_from <= ? and (r.valid_to is null or r.valid_to >= ?)
                           and r.revoked_at is null and (r.enterprise or p.state = 'active')
                        """ + " union all " + REGISTERED + """
                        ) as rights
                        where not exists (select 1 from parties.person a where a.id = rights.agent_id and a.state = 'dead')
                        order by relation <> 'LEGAL_REPRESENTATIVE', id limit 200
                        """)
                .params(agentId, on, on, agentId)
                .query((row, n) -> read(row))
                .list();
    }

    Optional<Representation> find(UUID id) {
        return jdbc.sql(GRANTED + " and r.id = ?")
                .param(id)
                .query((row, n) -> read(row))
                .optional();
    }

    void insert(Representation granted) {
        jdbc.sql("insert into parties.representation (id, principal_id, enterprise, agent_id, relation, valid_from,"
                        + " valid_to, items, level) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .param(granted.id())
                .param(granted.principalId())
                .param(granted.enterprise())
                .param(granted.agentId())
                .param(granted.relation().name())
                .param(granted.validFrom())
                .param(granted.validTo())
                .param(granted.items().toArray(String[]::new))
                .param(granted.level())
                .update();
    }

    void replaceDemo(List<Representation> granted) {
        jdbc.sql("delete from parties.representation where is_demo").update();
        granted.forEach(this::insert);
        granted.forEach(right -> jdbc.sql("update parties.representation set is_demo = true where id = ?")
                .param(right.id())
                .update());
    }

    void prolong(UUID id, LocalDate validTo) {
        jdbc.sql("update parties.representation set valid_to = ? where id = ? and revoked_at is null")
                .params(validTo, id)
                .update();
    }

    void revoke(UUID id, Instant at) {
        jdbc.sql("update parties.representation set revoked_at = ? where id = ? and revoked_at is null")
                .params(at.atOffset(ZoneOffset.UTC), id)
                .update();
    }

    private Representation read(ResultSet row) throws SQLException {
        UUID principal = row.getObject("principal_id", UUID.class);
        boolean enterprise = row.getBoolean("enterprise");
        @Nullable
        String name = enterprise
                ? row.getString("entity_name")
                : columns.openIfPresent(PersonColumns.NAME, principal, row.getBytes("name_sealed"));
        return new Representation(
                row.getObject("id", UUID.class),
                principal,
                name == null ? "" : name,
                enterprise,
                row.getObject("agent_id", UUID.class),
                Representation.Relation.valueOf(row.getString("relation")),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                texts(row.getArray("items")),
                row.getInt("level"));
    }

    private static Set<String> texts(Array array) throws SQLException {
        return Set.of((String[]) array.getArray());
    }
}
