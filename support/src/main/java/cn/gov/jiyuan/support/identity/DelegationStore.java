package cn.gov.jiyuan.support.identity;

import cn.gov.jiyuan.platform.parties.Representation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** SQL of delegations and what happened to them. */
final class DelegationStore {
    private final JdbcClient jdbc;

    DelegationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False if it is there already: the same form was sent twice. */
    boolean insert(Delegation d) {
        return jdbc.sql("""
                        insert into identity.delegation (id, principal_id, enterprise, agent_id, relation, items, item_names,
                               level, valid_from, valid_to, state, replaces, offered_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                        """)
                        .param(d.id())
                        .param(d.principalId())
                        .param(d.enterprise())
                        .param(d.agentId())
                        .param(d.relation().name())
                        .param(d.items().stream().map(Delegation.Item::code).toArray(String[]::new))
                        .param(d.items().stream().map(Delegation.Item::name).toArray(String[]::new))
                        .param(d.level())
                        .param(d.validFrom())
                        .param(d.validTo())
                        .param(d.state().name())
                        .param(d.replaces())
                        .param(utc(d.offeredAt()))
                        .update()
                == 1;
    }

    Optional<Delegation> find(UUID id) {
        return query("id = ?", "", id).stream().findFirst();
    }

    /** Locks the row until the transaction ends, so that two answers at once are one after the other. */
    Optional<Delegation> lock(UUID id) {
        return query("id = ?", " for update", id).stream().findFirst();
    }

    List<Delegation> given(UUID principal) {
        return query("principal_id = ?", NEWEST, principal);
    }

    List<Delegation> received(UUID agent) {
        return query("agent_id = ?", NEWEST, agent);
    }

    /** What the agent ever had from the principal, the newest first. */
    List<Delegation> between(UUID agent, UUID principal) {
        return query("agent_id = ? and principal_id = ?", NEWEST, agent, principal);
    }

    private static final String NEWEST = " order by offered_at desc, id desc limit 100";

    private List<Delegation> query(String condition, String suffix, Object... values) {
        return jdbc.sql("select * from identity.delegation where " + condition + suffix)
                .params(values)
                .query((row, n) -> read(row))
                .list();
    }

    void answer(UUID id, DelegationState state) {
        jdbc.sql("update identity.delegation set state = ?, version = version + 1 where id = ?")
                .params(state.name(), id)
                .update();
    }

    void prolong(UUID id, LocalDate validTo) {
        jdbc.sql("update identity.delegation set valid_to = ?, version = version + 1 where id = ?")
                .params(validTo, id)
                .update();
    }

    /** False if the agent asked after the moment already. */
    boolean remind(UUID id, Instant at, Instant notSince) {
        return jdbc.sql("update identity.delegation set reminded_at = ? where id = ?"
                                + " and (reminded_at is null or reminded_at <= ?)")
                        .params(utc(at), id, utc(notSince))
                        .update()
                == 1;
    }

    void note(UUID delegation, Instant at, UUID person, String what, String note) {
        jdbc.sql("""
                        insert into identity.delegation_event (delegation_id, sequence, at, person_id, what, note)
                        select ?, coalesce(max(sequence), 0) + 1, ?, ?, ?, ? from identity.delegation_event
                         where delegation_id = ?
                        """)
                .params(delegation, utc(at), person, what, note, delegation)
                .update();
    }

    List<Delegation.Event> history(UUID delegation) {
        return jdbc.sql("select at, person_id, what, note from identity.delegation_event where delegation_id = ?"
                        + " order by sequence")
                .param(delegation)
                .query((row, n) -> new Delegation.Event(
                        row.getTimestamp(1).toInstant(),
                        row.getObject(2, UUID.class),
                        row.getString(3),
                        row.getString(4)))
                .list();
    }

    int failedLookups(UUID person, Instant since) {
        return jdbc.sql("select count(*) from identity.failed_lookup where person_id = ? and at > ?")
                .params(person, utc(since))
                .query(Integer.class)
                .single();
    }

    void failedLookup(UUID person, Instant at) {
        jdbc.sql("insert into identity.failed_lookup (person_id, at) values (?, ?)")
                .params(person, utc(at))
                .update();
    }

    void removeDemo() {
        jdbc.sql("delete from identity.delegation where is_demo").update();
    }

    void markDemo(UUID id) {
        jdbc.sql("update identity.delegation set is_demo = true where id = ?")
                .param(id)
                .update();
    }

    private static Delegation read(ResultSet row) throws SQLException {
        return new Delegation(
                row.getObject("id", UUID.class),
                row.getObject("principal_id", UUID.class),
                row.getBoolean("enterprise"),
                row.getObject("agent_id", UUID.class),
                Representation.Relation.valueOf(row.getString("relation")),
                items((String[]) row.getArray("items").getArray(), (String[])
                        row.getArray("item_names").getArray()),
                row.getInt("level"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                DelegationState.valueOf(row.getString("state")),
                row.getObject("replaces", UUID.class),
                row.getTimestamp("offered_at").toInstant(),
                instant(row.getTimestamp("reminded_at")),
                row.getInt("version"));
    }

    private static List<Delegation.Item> items(String[] codes, String[] names) {
        List<Delegation.Item> items = new ArrayList<>();
        for (int i = 0; i < codes.length; i++) {
            items.add(new Delegation.Item(codes[i], names[i]));
        }
        return items;
    }

    private static @Nullable Instant instant(@Nullable Timestamp stamp) {
        return stamp == null ? null : stamp.toInstant();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
