package cn.gov.jiyuan.support.identity;

import cn.gov.jiyuan.platform.keys.PersonalCipher;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** SQL of codes sent by text message. */
final class ChallengeStore {
    private static final String FACTS = "identity.challenge.facts";

    private final JdbcClient jdbc;
    private final PersonalCipher cipher;

    ChallengeStore(JdbcClient jdbc, PersonalCipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    void insert(Challenge challenge, String visitor, Instant sentAt) {
        String facts = JsonMapper.shared().writeValueAsString(challenge.facts());
        jdbc.sql("insert into identity.challenge (id, purpose, facts_sealed, phone_blind, visitor_blind, sent_at,"
                        + " expires_at) values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        challenge.id(),
                        challenge.purpose().name(),
                        cipher.seal(FACTS, challenge.id(), facts),
                        phone(challenge.facts().phone()),
                        visitor(visitor),
                        utc(sentAt),
                        utc(challenge.expiresAt()))
                .update();
    }

    Optional<Challenge> find(UUID id) {
        return jdbc.sql(
                        "select purpose, facts_sealed, expires_at, failures, used_at from identity.challenge where id = ?")
                .param(id)
                .query((row, n) -> {
                    OffsetDateTime used = row.getObject(5, OffsetDateTime.class);
                    return new Challenge(
                            id,
                            Challenge.Purpose.valueOf(row.getString(1)),
                            JsonMapper.shared()
                                    .readValue(cipher.open(FACTS, id, row.getBytes(2)), Challenge.Facts.class),
                            Objects.requireNonNull(row.getObject(3, OffsetDateTime.class))
                                    .toInstant(),
                            row.getInt(4),
                            used == null ? null : used.toInstant());
                })
                .optional();
    }

    long sentToPhone(String phone, Instant since) {
        return jdbc.sql("select count(*) from identity.challenge where phone_blind = ? and sent_at > ?")
                .params(phone(phone), utc(since))
                .query(Long.class)
                .single();
    }

    long sentForVisitor(String visitor, Instant since) {
        return jdbc.sql("select count(*) from identity.challenge where visitor_blind = ? and sent_at > ?")
                .params(visitor(visitor), utc(since))
                .query(Long.class)
                .single();
    }

    /** Counts a wrong code; atomic, so that parallel guesses are all counted. */
    void fail(UUID id) {
        jdbc.sql("update identity.challenge set failures = failures + 1 where id = ?")
                .param(id)
                .update();
    }

    /** False if somebody used it in between. */
    boolean use(UUID id, Instant at) {
        return jdbc.sql("update identity.challenge set used_at = ? where id = ? and used_at is null")
                        .params(utc(at), id)
                        .update()
                == 1;
    }

    int deleteOlder(Instant than) {
        return jdbc.sql("delete from identity.challenge where expires_at < ?")
                .param(utc(than))
                .update();
    }

    private byte[] phone(String phone) {
        return cipher.blind("identity.challenge.phone", phone);
    }

    private byte[] visitor(String address) {
        return cipher.blind("identity.challenge.visitor", address);
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
