package cn.gov.jiyuan.platform.rules;

import cn.gov.jiyuan.kernel.actor.Actor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Parameters in the database. */
final class ParameterStore {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String SELECT = """
            select id, key, version, title, type, value, effective_from, effective_to, law, law_number, clause,
                   confidence, origin, state, proposed_by, proposed_name, approved_name
              from rules.parameter_version
            """;

    private final JdbcClient jdbc;

    ParameterStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Approved versions of all keys, by key and effective day. */
    List<Parameter> approved() {
        return jdbc.sql(SELECT + " where state = 'APPROVED' order by key, effective_from")
                .query(ParameterStore::parameter)
                .list();
    }

    List<Parameter> drafts() {
        return jdbc.sql(SELECT + " where state = 'DRAFT' order by id limit 500")
                .query(ParameterStore::parameter)
                .list();
    }

    /** @return false if it is no draft any more */
    boolean withdraw(UUID id) {
        return jdbc.sql("delete from rules.parameter_version where id = ? and state = 'DRAFT'")
                        .param(id)
                        .update()
                == 1;
    }

    List<Parameter> versions(String key) {
        return jdbc.sql(SELECT + " where key = ? order by effective_from, version")
                .param(key)
                .query(ParameterStore::parameter)
                .list();
    }

    Optional<Parameter> find(UUID id) {
        return jdbc.sql(SELECT + " where id = ?")
                .param(id)
                .query(ParameterStore::parameter)
                .optional();
    }

    /** Holds all others who would change the same key until the transaction ends. */
    void lock(String key) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('rules.' || ?, 0))")
                .param(key)
                .query((row, n) -> n)
                .list();
    }

    void insert(Parameter parameter, Instant at) {
        boolean approved = parameter.state() == Parameter.State.APPROVED;
        jdbc.sql("""
                insert into rules.parameter_version (id, key, version, title, type, value, effective_from, effective_to,
                    law, law_number, clause, confidence, origin, state, proposed_by, proposed_name, proposed_at,
                    approved_by, approved_name, approved_at)
                values (?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .params(Arrays.asList(
                        parameter.id(),
                        parameter.key(),
                        parameter.version(),
                        parameter.title(),
                        parameter.type().name(),
                        ValueType.write(parameter.value()).toString(),
                        parameter.from(),
                        parameter.to(),
                        parameter.basis().law(),
                        parameter.basis().number(),
                        parameter.basis().clause(),
                        parameter.basis().confidence().name(),
                        parameter.origin().name(),
                        parameter.state().name(),
                        parameter.proposedBy(),
                        parameter.proposedName(),
                        Timestamp.from(at),
                        approved ? parameter.proposedBy() : null,
                        parameter.approvedName(),
                        approved ? Timestamp.from(at) : null))
                .update();
        touch();
    }

    /** Ends an open version. */
    void end(UUID id, LocalDate lastDay) {
        jdbc.sql("update rules.parameter_version set effective_to = ? where id = ?")
                .params(lastDay, id)
                .update();
    }

    void approve(UUID id, Actor actor, Instant at) {
        jdbc.sql("""
                update rules.parameter_version
                   set state = 'APPROVED', approved_by = ?, approved_name = ?, approved_at = ?
                 where id = ? and state = 'DRAFT'
                """)
                .params(actor.personId(), actor.name(), Timestamp.from(at), id)
                .update();
        touch();
    }

    /** Grows with every change. */
    long revision() {
        return jdbc.sql("select number from rules.revision").query(Long.class).single();
    }

    private void touch() {
        jdbc.sql("update rules.revision set number = number + 1").update();
    }

    private static Parameter parameter(ResultSet row, int number) throws SQLException {
        ValueType type = ValueType.valueOf(row.getString("type"));
        return new Parameter(
                row.getObject("id", UUID.class),
                row.getString("key"),
                row.getInt("version"),
                row.getString("title"),
                type,
                type.read(JSON.readTree(row.getString("value"))),
                row.getObject("effective_from", LocalDate.class),
                optionalDay(row),
                new LegalBasis(
                        row.getString("law"),
                        row.getString("law_number"),
                        row.getString("clause"),
                        Confidence.valueOf(row.getString("confidence"))),
                Parameter.Origin.valueOf(row.getString("origin")),
                Parameter.State.valueOf(row.getString("state")),
                row.getObject("proposed_by", UUID.class),
                row.getString("proposed_name"),
                row.getString("approved_name"));
    }

    private static @Nullable LocalDate optionalDay(ResultSet row) throws SQLException {
        return row.getObject("effective_to", LocalDate.class);
    }
}
