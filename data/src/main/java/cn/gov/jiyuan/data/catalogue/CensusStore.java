package cn.gov.jiyuan.data.catalogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;

/** Census rounds, returns and the tables in them. */
@Component
final class CensusStore {
    private final JdbcClient jdbc;
    private final JdbcTemplate rows;

    CensusStore(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
        this.rows = new JdbcTemplate(dataSource);
    }

    /** A round (普查批次). */
    record Round(
            UUID id,
            String number,
            String title,
            String scope,
            LocalDate dueOn,
            String openedBy,
            Instant openedAt,
            boolean demo) {}

    /** A unit's return (普查填报). */
    record Return(
            UUID id,
            UUID roundId,
            String roundNumber,
            UUID unitId,
            String unitName,
            String areaCode,
            LocalDate dueOn,
            String state,
            int revision,
            int added,
            String note,
            @Nullable Instant submittedAt,
            boolean overdue,
            int reminders,
            @Nullable LocalDate remindedOn,
            boolean demo) {}

    void insert(Round round) {
        jdbc.sql("""
                        insert into catalogue.census_round (id, number, title, scope, due_on, opened_name, opened_at, is_demo)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        round.id(),
                        round.number(),
                        round.title(),
                        round.scope(),
                        round.dueOn(),
                        round.openedBy(),
                        Timestamp.from(round.openedAt()),
                        round.demo())
                .update();
    }

    Optional<Round> round(UUID id) {
        return jdbc.sql("select * from catalogue.census_round where id = ?")
                .param(id)
                .query((row, n) -> round(row))
                .optional();
    }

    List<Round> rounds() {
        return jdbc.sql("select * from catalogue.census_round order by number desc limit 50")
                .query((row, n) -> round(row))
                .list();
    }

    private static Round round(ResultSet row) throws SQLException {
        return new Round(
                row.getObject("id", UUID.class),
                row.getString("number"),
                row.getString("title"),
                row.getString("scope"),
                row.getObject("due_on", LocalDate.class),
                row.getString("opened_name"),
                row.getTimestamp("opened_at").toInstant(),
                row.getBoolean("is_demo"));
    }

    void insert(UUID id, Round round, UUID unit, String unitName, String area) {
        jdbc.sql("""
                        insert into catalogue.census_return (id, round_id, round_number, unit_id, unit_name, area_code,
                            due_on, state, revision, reported, scanned, missed, proposed, added, note, overdue,
                            reminders, is_demo)
                        values (?, ?, ?, ?, ?, ?, ?, 'filling', 0, 0, 0, 0, 0, 0, '', false, 0, ?)
                        """)
                .params(id, round.id(), round.number(), unit, unitName, area, round.dueOn(), round.demo())
                .update();
    }

    Optional<Return> find(UUID id) {
        return jdbc.sql("select * from catalogue.census_return where id = ?")
                .param(id)
                .query((row, n) -> filed(row))
                .optional();
    }

    List<Return> ofRound(UUID round) {
        return jdbc.sql("select * from catalogue.census_return where round_id = ? order by unit_name")
                .param(round)
                .query((row, n) -> filed(row))
                .list();
    }

    /** Returns that have not been submitted and are due before a day. */
    List<Return> open(LocalDate dueBefore) {
        return jdbc.sql(
                        "select * from catalogue.census_return where submitted_at is null and due_on < ? order by due_on, id")
                .param(dueBefore)
                .query((row, n) -> filed(row))
                .list();
    }

    private static Return filed(ResultSet row) throws SQLException {
        return new Return(
                row.getObject("id", UUID.class),
                row.getObject("round_id", UUID.class),
                row.getString("round_number"),
                row.getObject("unit_id", UUID.class),
                row.getString("unit_name"),
                row.getString("area_code"),
                row.getObject("due_on", LocalDate.class),
                row.getString("state"),
                row.getInt("revision"),
                row.getInt("added"),
                row.getString("note"),
                ResourceStore.instant(row, "submitted_at"),
                row.getBoolean("overdue"),
                row.getInt("reminders"),
                row.getObject("reminded_on", LocalDate.class),
                row.getBoolean("is_demo"));
    }

    List<CensusTable> tables(UUID filed) {
        return jdbc.sql("select * from catalogue.census_table where return_id = ? order by system, name")
                .param(filed)
                .query((row, n) -> table(row))
                .list();
    }

    private static CensusTable table(ResultSet row) throws SQLException {
        long count = row.getLong("rows");
        Long known = row.wasNull() ? null : count;
        String columns = row.getString("columns");
        return new CensusTable(
                row.getString("system"),
                row.getString("name"),
                row.getString("title"),
                known,
                row.getBoolean("reported"),
                row.getBoolean("scanned"),
                Disposition.valueOf(row.getString("disposition")),
                row.getString("class_code"),
                row.getString("resource_code"),
                columns == null ? List.of() : ResourceStore.JSON.readValue(columns, new TypeReference<>() {}));
    }

    /** False if somebody else saved meanwhile. */
    boolean save(UUID filed, int revision, String note, String by) {
        return jdbc.sql("update catalogue.census_return set note = ?, filled_name = ?, revision = revision + 1"
                                + " where id = ? and revision = ?")
                        .params(note, by, filed, revision)
                        .update()
                == 1;
    }

    /** Replaces the tables of a return and counts them. */
    void tables(Return filed, List<CensusTable> tables) {
        jdbc.sql("delete from catalogue.census_table where return_id = ?")
                .param(filed.id())
                .update();
        rows.batchUpdate(
                "insert into catalogue.census_table (id, return_id, round_number, unit_id, system, name, title, rows,"
                        + " reported, scanned, disposition, class_code, resource_code, columns)"
                        + " values (gen_random_uuid(), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, cast(? as jsonb))",
                tables,
                Math.max(1, tables.size()),
                (statement, table) -> {
                    statement.setObject(1, filed.id());
                    statement.setString(2, filed.roundNumber());
                    statement.setObject(3, filed.unitId());
                    statement.setString(4, table.system());
                    statement.setString(5, table.name());
                    statement.setString(6, table.title());
                    statement.setObject(7, table.rows(), Types.BIGINT);
                    statement.setBoolean(8, table.reported());
                    statement.setBoolean(9, table.scanned());
                    statement.setString(10, table.disposition().name());
                    statement.setString(11, table.classCode());
                    statement.setString(12, table.resourceCode());
                    statement.setString(13, ResourceStore.JSON.writeValueAsString(table.columns()));
                });
        jdbc.sql("""
                        update catalogue.census_return r set
                               reported = (select count(*) from catalogue.census_table t where t.return_id = r.id and t.reported),
                               scanned = (select count(*) from catalogue.census_table t where t.return_id = r.id and t.scanned),
                               missed = (select count(*) from catalogue.census_table t where t.return_id = r.id and t.missed),
                               proposed = (select count(*) from catalogue.census_table t where t.return_id = r.id
                                              and t.reported and t.disposition = 'NEW')
                         where r.id = ?
                        """).param(filed.id()).update();
    }

    void state(UUID filed, String state) {
        jdbc.sql("update catalogue.census_return set state = ? where id = ?")
                .params(state, filed)
                .update();
    }

    void submitted(UUID filed, String by, Instant at, boolean late) {
        jdbc.sql("update catalogue.census_return set submitted_at = coalesce(submitted_at, ?), filled_name = ?,"
                        + " overdue = overdue or ? where id = ?")
                .params(Timestamp.from(at), by, late, filed)
                .update();
    }

    void confirmed(UUID filed, String by) {
        jdbc.sql("update catalogue.census_return set confirmed_name = ? where id = ?")
                .params(by, filed)
                .update();
    }

    void approved(UUID filed, String by, int added) {
        jdbc.sql("update catalogue.census_return set reviewed_name = ?, added = ? where id = ?")
                .params(by, added, filed)
                .update();
    }

    void entered(UUID filed, String system, String table, String code) {
        jdbc.sql("update catalogue.census_table set resource_code = ? where return_id = ? and system = ? and name = ?")
                .params(code, filed, system, table)
                .update();
    }

    void reminded(UUID filed, LocalDate on, boolean overdue) {
        jdbc.sql("update catalogue.census_return set reminders = reminders + 1, reminded_on = ?, overdue = ?"
                        + " where id = ?")
                .params(on, overdue, filed)
                .update();
    }
}
