package cn.gov.jiyuan.support.identity;

import cn.gov.jiyuan.kernel.actor.ActingAs;
import cn.gov.jiyuan.platform.keys.PersonalCipher;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** SQL of tickets; of a ticket itself only a keyed digest is kept. */
final class TicketStore {
    private final JdbcClient jdbc;
    private final PersonalCipher cipher;

    /** Who came with the ticket, and in which session. */
    record Bearer(SignedIn signedIn, UUID sid) {}

    TicketStore(JdbcClient jdbc, PersonalCipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    void insert(String ticket, UUID clientId, SignedIn signedIn, UUID sid, Instant expiresAt) {
        jdbc.sql(
                        "insert into identity.ticket (ticket_blind, client_id, person_id, sid, signed_in_at, capacity, expires_at)"
                                + " values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        blind(ticket),
                        clientId,
                        signedIn.personId(),
                        sid,
                        utc(signedIn.at()),
                        signedIn.capacity().token(),
                        utc(expiresAt))
                .update();
    }

    /** Uses it up; empty if it is unknown, another's, used, too old, or of a session that is over. */
    Optional<Bearer> use(String ticket, UUID clientId, Instant at) {
        return jdbc.sql("""
                        update identity.ticket t set used_at = ?
                          from identity.openid_session s
                         where s.sid = t.sid and s.ended_at is null
                           and t.ticket_blind = ? and t.client_id = ? and t.used_at is null and t.expires_at > ?
                        returning t.person_id, t.capacity, t.signed_in_at, t.sid
                        """)
                .params(utc(at), blind(ticket), clientId, utc(at))
                .query(TicketStore::read)
                .optional();
    }

    boolean isUsed(String ticket) {
        return jdbc.sql("select count(*) from identity.ticket where ticket_blind = ? and used_at is not null")
                        .param(blind(ticket))
                        .query(Long.class)
                        .single()
                > 0;
    }

    void deleteExpired(int limit) {
        jdbc.sql("delete from identity.ticket where ticket_blind in (select ticket_blind from identity.ticket"
                        + " where expires_at < now() - interval '1 day'"
                        + " and not exists (select 1 from identity.openid_session s where s.sid = ticket.sid and s.ended_at is null"
                        + " and s.began_at > now() - interval '2 days') limit ?)")
                .param(limit)
                .update();
    }

    private static Bearer read(ResultSet row, int number) throws SQLException {
        String[] capacity = row.getString(2).split(":", 2);
        return new Bearer(
                new SignedIn(
                        row.getObject(1, UUID.class),
                        new Capacity(
                                ActingAs.valueOf(capacity[0]),
                                capacity.length == 1 ? null : UUID.fromString(capacity[1])),
                        Objects.requireNonNull(row.getObject(3, OffsetDateTime.class))
                                .toInstant()),
                row.getObject(4, UUID.class));
    }

    private byte[] blind(String ticket) {
        return cipher.blind("identity.ticket", ticket);
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
