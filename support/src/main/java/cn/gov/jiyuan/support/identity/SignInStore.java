package cn.gov.jiyuan.support.identity;

import cn.gov.jiyuan.kernel.id.Ids;
import cn.gov.jiyuan.platform.keys.PersonalCipher;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** SQL of sign-ins and of the sessions that they began. */
final class SignInStore {
    private static final String SOURCE = "identity.sign_in.source";

    private final JdbcClient jdbc;
    private final PersonalCipher cipher;

    /** @param lastSeen null if the session is over */
    record Line(
            UUID id,
            String sessionId,
            Instant at,
            Means means,
            String source,
            String device,
            @Nullable Instant lastSeen,
            String endedBy) {
        /** Why it ended, in words; empty while it lives. */
        String end() {
            return endedBy.isEmpty() ? "" : SessionEnd.Reason.valueOf(endedBy).label();
        }

        boolean isLive() {
            return endedBy.isEmpty() && lastSeen != null;
        }
    }

    SignInStore(JdbcClient jdbc, PersonalCipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    void insert(SignedIn signedIn, String sessionId, Means means, String source, String device) {
        UUID id = Ids.next();
        jdbc.sql("insert into identity.sign_in (id, person_id, session_id, at, means, capacity, source_sealed, device)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        id,
                        signedIn.personId(),
                        sessionId,
                        utc(signedIn.at()),
                        means.name(),
                        signedIn.capacity().token(),
                        cipher.seal(SOURCE, id, source),
                        device)
                .update();
    }

    void changeCapacity(String sessionId, Capacity capacity) {
        jdbc.sql("update identity.sign_in set capacity = ? where session_id = ? and ended_at is null")
                .params(capacity.token(), sessionId)
                .update();
    }

    /** The latest sign-ins of a person, the newest first. */
    List<Line> latest(UUID personId, int limit) {
        return lines("s.person_id = ?", personId, limit);
    }

    /** Those whose session lives. */
    List<Line> live(UUID personId, int limit) {
        return lines("s.person_id = ? and s.ended_at is null and l.session_id is not null", personId, limit);
    }

    private List<Line> lines(String condition, UUID personId, int limit) {
        return jdbc.sql("""
                        select s.id, s.session_id, s.at, s.means, s.source_sealed, s.device, l.last_access_time, s.ended_by
                          from identity.sign_in s
                          left join identity.session l on s.ended_at is null and l.session_id = s.session_id
                         where %s order by s.at desc, s.id desc limit ?
                        """.formatted(condition))
                .params(personId, limit)
                .query((row, n) -> {
                    UUID id = row.getObject(1, UUID.class);
                    long seen = row.getLong(7);
                    return new Line(
                            id,
                            row.getString(2),
                            Objects.requireNonNull(row.getObject(3, OffsetDateTime.class))
                                    .toInstant(),
                            Means.valueOf(row.getString(4)),
                            cipher.open(SOURCE, id, row.getBytes(5)),
                            row.getString(6),
                            seen == 0 ? null : Instant.ofEpochMilli(seen),
                            row.getString(8));
                })
                .list();
    }

    List<SessionEnd.Ended> endSession(String sessionId, SessionEnd.Reason reason, Instant at) {
        return end("session_id = ?", reason, at, sessionId);
    }

    List<SessionEnd.Ended> endSignIn(UUID personId, UUID signIn, SessionEnd.Reason reason, Instant at) {
        return end("person_id = ? and id = ?", reason, at, personId, signIn);
    }

    /** @param except the session that lives on; empty for none */
    List<SessionEnd.Ended> endPerson(UUID personId, String except, SessionEnd.Reason reason, Instant at) {
        List<SessionEnd.Ended> ended = end("person_id = ? and session_id <> ?", reason, at, personId, except);
        jdbc.sql("delete from identity.session where principal_name = ? and session_id <> ?")
                .params(personId.toString(), except)
                .update();
        return ended;
    }

    List<SessionEnd.Ended> endCapacity(String capacity, SessionEnd.Reason reason, Instant at) {
        return end("capacity = ?", reason, at, capacity);
    }

    private List<SessionEnd.Ended> end(
            String condition, SessionEnd.Reason reason, Instant at, Object... conditionValues) {
        List<SessionEnd.Ended> ended = jdbc.sql("update identity.sign_in set ended_at = ?, ended_by = ?"
                        + " where ended_at is null and " + condition + " returning session_id, person_id")
                .param(utc(at))
                .param(reason.name())
                .params(List.of(conditionValues))
                .query((row, n) -> new SessionEnd.Ended(row.getString(1), row.getObject(2, UUID.class), reason))
                .list();
        ended.forEach(session -> delete(session.sessionId()));
        return ended;
    }

    private void delete(String sessionId) {
        jdbc.sql("delete from identity.session where session_id = ?")
                .param(sessionId)
                .update();
    }

    /** Sessions that ran out, at most so many; their rows may be gone already. */
    List<String> expired(int limit) {
        return jdbc.sql("""
                        select s.session_id from identity.sign_in s
                          left join identity.session l on l.session_id = s.session_id
                         where s.ended_at is null and s.recorded_at < now() - interval '5 minutes'
                           and (l.session_id is null or l.expiry_time < extract(epoch from now()) * 1000)
                         limit ?
                        """).param(limit).query(String.class).list();
    }

    /** Capacities of living sessions that begin with a word, in their order. */
    List<String> liveCapacities(String beginning, String after, int limit) {
        return jdbc.sql("select distinct capacity from identity.sign_in"
                        + " where ended_at is null and capacity > ? and capacity like ? order by capacity limit ?")
                .params(after, beginning + "%", limit)
                .query(String.class)
                .list();
    }

    void fail(@Nullable UUID personId, String source, Instant at) {
        jdbc.sql("insert into identity.failed_sign_in (id, person_id, source_blind, at) values (?, ?, ?, ?)")
                .param(Ids.next())
                .param(personId)
                .param(blind(source))
                .param(utc(at))
                .update();
    }

    /** Times of failures from an address in a while, the newest first. */
    List<Instant> failures(String source, Instant after, Instant to, int limit) {
        return jdbc.sql("select at from identity.failed_sign_in where source_blind = ? and at > ? and at <= ?"
                        + " order by at desc limit ?")
                .params(blind(source), utc(after), utc(to), limit)
                .query((row, n) -> Objects.requireNonNull(row.getObject(1, OffsetDateTime.class))
                        .toInstant())
                .list();
    }

    long failures(UUID personId, Instant after) {
        return jdbc.sql("select count(*) from identity.failed_sign_in where person_id = ? and at > ?")
                .params(personId, utc(after))
                .query(Long.class)
                .single();
    }

    void deleteOlder(Instant than) {
        jdbc.sql("delete from identity.sign_in where at < ? and ended_at is not null")
                .param(utc(than))
                .update();
        jdbc.sql("delete from identity.failed_sign_in where at < ?")
                .param(utc(than))
                .update();
    }

    private byte[] blind(String source) {
        return cipher.blind("identity.sign_in.source", source);
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
