package cn.gov.jiyuan.support.identity;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** SQL of notices that a session ended. Most are written by a trigger, in the transaction that ends the session. */
final class LogoutStore {
    private final JdbcClient jdbc;

    /** @param sentAt by the clock of the database, which is that of the world and not of a demonstration */
    record Due(UUID id, UUID clientId, UUID sid, UUID personId, String issuer, int attempts, Instant sentAt) {}

    LogoutStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(UUID clientId, UUID sid) {
        jdbc.sql("insert into identity.logout_delivery (client_id, sid)"
                        + " select id, ? from identity.client where id = ? and backchannel_uri <> ''")
                .params(sid, clientId)
                .update();
    }

    List<Due> due(Instant at, int limit) {
        return jdbc.sql("""
                        select d.id, d.client_id, d.sid, s.person_id, s.issuer, d.attempts, clock_timestamp()
                          from identity.logout_delivery d join identity.openid_session s on s.sid = d.sid
                         where d.delivered_at is null and d.given_up_at is null and (d.due_at is null or d.due_at <= ?)
                         order by d.due_at nulls first limit ?
                        """)
                .params(utc(at), limit)
                .query((row, n) -> new Due(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getObject(3, UUID.class),
                        row.getObject(4, UUID.class),
                        row.getString(5),
                        row.getInt(6),
                        Objects.requireNonNull(row.getObject(7, OffsetDateTime.class))
                                .toInstant()))
                .list();
    }

    void delivered(UUID id, Instant at) {
        jdbc.sql(
                        "update identity.logout_delivery set delivered_at = ?, attempts = attempts + 1, answer = '' where id = ?")
                .params(utc(at), id)
                .update();
    }

    void postpone(UUID id, String answer, Instant dueAt) {
        jdbc.sql("update identity.logout_delivery set due_at = ?, attempts = attempts + 1, answer = ? where id = ?")
                .params(utc(dueAt), answer, id)
                .update();
    }

    void giveUp(UUID id, String answer, Instant at) {
        jdbc.sql(
                        "update identity.logout_delivery set given_up_at = ?, attempts = attempts + 1, answer = ? where id = ?")
                .params(utc(at), answer, id)
                .update();
    }

    void deleteOlder(Instant than, int limit) {
        jdbc.sql("delete from identity.logout_delivery where id in (select id from identity.logout_delivery"
                        + " where made_at < ? and (delivered_at is not null or given_up_at is not null) limit ?)")
                .params(utc(than), limit)
                .update();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
