package cn.gov.jiyuan.support.items;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What of {@code items.item} and {@code items.catalogue} says whether items are accepted: suspension and cancellation. */
@Component
class StandingStore {
    private final JdbcClient jdbc;

    StandingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An entry of the catalogue. */
    record Entry(
            String code, String name, String type, @Nullable LocalDate cancelledOn) {}

    Optional<Entry> entry(String basicCode) {
        return jdbc.sql("select code, name, type, cancelled_on from items.catalogue where code = :code")
                .param("code", basicCode)
                .query((row, n) -> new Entry(
                        row.getString("code"),
                        row.getString("name"),
                        row.getString("type"),
                        row.getObject("cancelled_on", LocalDate.class)))
                .optional();
    }

    void cancelEntry(String basicCode, LocalDate on, String reason) {
        jdbc.sql("update items.catalogue set cancelled_on = :on, cancel_reason = :reason where code = :code")
                .param("on", on)
                .param("reason", reason)
                .param("code", basicCode)
                .update();
    }

    /** Codes of the items in use under an entry of the catalogue. */
    List<String> itemsUnder(String basicCode) {
        return jdbc.sql("""
                        select code from items.item
                         where basic_code = :code and state in ('IN_FORCE', 'SUSPENDED') order by code
                        """).param("code", basicCode).query(String.class).list();
    }

    void suspend(UUID itemId, LocalDate from, @Nullable LocalDate to, String reason, Instant at) {
        jdbc.sql("""
                        update items.item set suspended_from = :from, suspended_to = :to, suspend_reason = :reason, changed_at = :at
                         where id = :id
                        """)
                .param("from", from)
                .param("to", to)
                .param("reason", reason)
                .param("at", Timestamp.from(at))
                .param("id", itemId)
                .update();
    }

    void resume(UUID itemId, LocalDate on, Instant at) {
        jdbc.sql("update items.item set suspended_to = :on, changed_at = :at where id = :id")
                .param("on", on)
                .param("at", Timestamp.from(at))
                .param("id", itemId)
                .update();
    }

    /** Items whose suspension begins or ends on the day; they are moved, and named. */
    List<String> turn(LocalDate day, Instant at) {
        return jdbc.sql("""
                        with due as (
                            select id, case when state = 'IN_FORCE' then 'SUSPENDED' else 'IN_FORCE' end as next
                              from items.item
                             where state = 'IN_FORCE' and suspended_from <= :day and (suspended_to is null or suspended_to > :day)
                                or state = 'SUSPENDED' and suspended_to <= :day
                             order by code limit 200 for update skip locked)
                        update items.item i
                           set state = due.next,
                               suspended_from = case when due.next = 'IN_FORCE' then null else i.suspended_from end,
                               suspended_to = case when due.next = 'IN_FORCE' then null else i.suspended_to end,
                               suspend_reason = case when due.next = 'IN_FORCE' then null else i.suspend_reason end,
                               changed_at = :at
                          from due where due.id = i.id
                        returning i.code
                        """)
                .param("day", day)
                .param("at", Timestamp.from(at))
                .query(String.class)
                .list();
    }

    /** How the item stands, for its page. */
    record Standing(
            String standing,
            @Nullable LocalDate cancelOn,
            @Nullable LocalDate suspendedFrom,
            @Nullable LocalDate suspendedTo,
            @Nullable String suspendReason) {}

    Optional<Standing> standing(String code) {
        return jdbc.sql("""
                        select standing, cancel_on, suspended_from, suspended_to, suspend_reason from items.item where code = :code
                        """)
                .param("code", code)
                .query((row, n) -> new Standing(
                        row.getString("standing"),
                        row.getObject("cancel_on", LocalDate.class),
                        row.getObject("suspended_from", LocalDate.class),
                        row.getObject("suspended_to", LocalDate.class),
                        row.getString("suspend_reason")))
                .optional();
    }
}
