package cn.gov.jiyuan.data.registers;

import cn.gov.jiyuan.platform.database.BulkWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Benefits that people draw, and those that are to stop. */
@Component
final class StopStore {
    private final JdbcClient jdbc;
    private final DataSource dataSource;

    StopStore(JdbcClient jdbc, DataSource dataSource) {
        this.jdbc = jdbc;
        this.dataSource = dataSource;
    }

    /** @param monthly in fen */
    record Entitlement(UUID id, UUID personId, String kind, UUID unitId, LocalDate since, long monthly) {}

    /** False if the person draws it already. */
    boolean insert(Entitlement one) {
        return jdbc.sql("""
                        insert into registers.entitlement (id, person_id, kind, unit_id, since, monthly)
                        values (?, ?, ?, ?, ?, ?)
                        on conflict (person_id, kind, unit_id) where until is null do nothing
                        """)
                        .params(one.id(), one.personId(), one.kind(), one.unitId(), one.since(), one.monthly())
                        .update()
                == 1;
    }

    void insertDemo(List<Entitlement> all) {
        try (BulkWriter writer = new BulkWriter(
                dataSource, "registers.entitlement (id, person_id, kind, unit_id, since, monthly, is_demo)")) {
            all.forEach(one ->
                    writer.row(one.id(), one.personId(), one.kind(), one.unitId(), one.since(), one.monthly(), true));
            writer.end();
        }
    }

    /**
     * Lists what a dead person still draws; what is listed already stays as it is.
     *
     * @return units with new entries
     */
    List<UUID> list(List<UUID> ids, String name, String number, LocalDate diedOn, LocalDate stopFrom, Instant at) {
        return jdbc.sql("""
                        insert into registers.stop_entry (id, person_id, entitlement_id, unit_id, kind, monthly, name_masked,
                               id_masked, died_on, stop_from, state, listed_at, is_demo)
                        select gen_random_uuid(), person_id, id, unit_id, kind, monthly, ?, ?, ?, ?, 'OPEN', ?, is_demo
                          from registers.entitlement where person_id = any (?) and until is null
                        on conflict (entitlement_id) do nothing
                        returning unit_id
                        """)
                .param(name)
                .param(number)
                .param(diedOn)
                .param(stopFrom)
                .param(at.atOffset(ZoneOffset.UTC))
                .param(ids.toArray(UUID[]::new))
                .query(UUID.class)
                .list();
    }

    record Entry(UUID id, UUID entitlementId, UUID unitId, String state, LocalDate stopFrom) {}

    Optional<Entry> lock(UUID id) {
        return jdbc.sql("select id, entitlement_id, unit_id, state, stop_from from registers.stop_entry"
                        + " where id = ? for update")
                .param(id)
                .query((row, n) -> new Entry(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getObject(3, UUID.class),
                        row.getString(4),
                        row.getObject(5, LocalDate.class)))
                .optional();
    }

    void decide(UUID id, String state, Instant at, String by, String note) {
        jdbc.sql("update registers.stop_entry set state = ?, decided_at = ?, decided_by = ?, note = ? where id = ?")
                .params(state, at.atOffset(ZoneOffset.UTC), by, note, id)
                .update();
    }

    void end(UUID entitlement, LocalDate until) {
        jdbc.sql("update registers.entitlement set until = ? where id = ?")
                .params(until, entitlement)
                .update();
    }

    /** What these ids draw now, by kind and unit. */
    List<Entitlement> open(List<UUID> persons) {
        return jdbc.sql("select id, person_id, kind, unit_id, since, monthly from registers.entitlement"
                        + " where person_id = any (?) and until is null order by since")
                .param(persons.toArray(UUID[]::new))
                .query((row, n) -> new Entitlement(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getString(3),
                        row.getObject(4, UUID.class),
                        row.getObject(5, LocalDate.class),
                        row.getLong(6)))
                .list();
    }
}
