package cn.gov.jiyuan.data.registers;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who subscribed to what, and what was delivered. */
@Component
final class ChangeSubscriptionStore {
    private final JdbcClient jdbc;

    ChangeSubscriptionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Subscription(UUID id, UUID unitId, String topic, String purpose, Instant since) {}

    record Delivery(long number, String topic, UUID subjectId, LocalDate happenedOn, Instant deliveredAt) {}

    void insert(Subscription one, String by) {
        jdbc.sql("""
                        insert into registers.subscription (id, unit_id, topic, purpose, since, subscribed_by)
                        values (?, ?, ?, ?, ?, ?) on conflict (unit_id, topic) where ended_at is null do nothing
                        """)
                .params(
                        one.id(),
                        one.unitId(),
                        one.topic(),
                        one.purpose(),
                        one.since().atOffset(ZoneOffset.UTC),
                        by)
                .update();
    }

    /** False if the unit has no such subscription. */
    boolean end(UUID id, UUID unit, Instant at) {
        return jdbc.sql(
                                "update registers.subscription set ended_at = ? where id = ? and unit_id = ? and ended_at is null")
                        .params(at.atOffset(ZoneOffset.UTC), id, unit)
                        .update()
                == 1;
    }

    List<Subscription> of(UUID unit) {
        return jdbc.sql("select id, unit_id, topic, purpose, since from registers.subscription"
                        + " where unit_id = ? and ended_at is null order by topic")
                .param(unit)
                .query((row, n) -> new Subscription(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getString(3),
                        row.getString(4),
                        row.getObject(5, OffsetDateTime.class).toInstant()))
                .list();
    }

    /** One row for each unit that subscribed to the topic; a second delivery of the same entry adds nothing. */
    void deliver(String topic, UUID subject, LocalDate on, long entry, Instant at) {
        jdbc.sql("""
                        insert into registers.delivery (unit_id, topic, subject_id, happened_on, entry, delivered_at)
                        select unit_id, ?, ?, ?, ?, ? from registers.subscription where topic = ? and ended_at is null
                        on conflict (unit_id, entry, subject_id) do nothing
                        """)
                .params(topic, subject, on, entry, at.atOffset(ZoneOffset.UTC), topic)
                .update();
    }

    List<Delivery> after(UUID unit, long number, int limit) {
        return jdbc.sql("select number, topic, subject_id, happened_on, delivered_at from registers.delivery"
                        + " where unit_id = ? and number > ? order by number limit ?")
                .params(unit, number, limit)
                .query((row, n) -> new Delivery(
                        row.getLong(1),
                        row.getString(2),
                        row.getObject(3, UUID.class),
                        row.getObject(4, LocalDate.class),
                        row.getObject(5, OffsetDateTime.class).toInstant()))
                .list();
    }
}
