package cn.gov.jiyuan.support.identity;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** SQL of face checks and of the real-name levels that they proved. */
final class LevelStore {
    private final JdbcClient jdbc;

    record Check(
            UUID id,
            UUID personId,
            int level,
            String provider,
            String nonce,
            String page,
            String returnPath,
            Instant expiresAt,
            boolean answered) {}

    record Proof(int level, String provider, LocalDate provedOn, LocalDate validTo) {}

    LevelStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Check check, Instant askedAt) {
        jdbc.sql("insert into identity.face_check (id, person_id, level, provider, nonce, page, return_path, asked_at,"
                        + " expires_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        check.id(),
                        check.personId(),
                        check.level(),
                        check.provider(),
                        check.nonce(),
                        check.page(),
                        check.returnPath(),
                        utc(askedAt),
                        utc(check.expiresAt()))
                .update();
    }

    Optional<Check> check(UUID id, UUID personId) {
        return jdbc.sql("select level, provider, nonce, page, return_path, expires_at, outcome <> ''"
                        + " from identity.face_check where id = ? and person_id = ?")
                .params(id, personId)
                .query((row, n) -> new Check(
                        id,
                        personId,
                        row.getInt(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        Objects.requireNonNull(row.getObject(6, OffsetDateTime.class))
                                .toInstant(),
                        row.getBoolean(7)))
                .optional();
    }

    /** False if it was answered in between. */
    boolean answer(UUID id, FaceProvider.Outcome outcome, Instant at) {
        return jdbc.sql("update identity.face_check set outcome = ?, answered_at = ? where id = ? and outcome = ''")
                        .params(outcome.name(), utc(at), id)
                        .update()
                == 1;
    }

    long failures(UUID personId, Instant since) {
        return jdbc.sql("select count(*) from identity.face_check"
                        + " where person_id = ? and outcome = 'FAILED' and asked_at >= ?")
                .params(personId, utc(since))
                .query(Long.class)
                .single();
    }

    void insert(UUID id, UUID personId, Proof proof, Instant at) {
        jdbc.sql("insert into identity.level_proof (id, person_id, level, method, provider, proved_on, valid_to,"
                        + " proved_at) values (?, ?, ?, 'FACE', ?, ?, ?, ?)")
                .params(id, personId, proof.level(), proof.provider(), proof.provedOn(), proof.validTo(), utc(at))
                .update();
    }

    /** The best proof that counts on a day, of equal ones the one that holds longest. */
    Optional<Proof> proof(UUID personId, LocalDate on) {
        return jdbc.sql("select level, provider, proved_on, valid_to from identity.level_proof"
                        + " where person_id = ? and proved_on <= ? and valid_to >= ?"
                        + " order by level desc, valid_to desc limit 1")
                .params(personId, on, on)
                .query((row, n) -> new Proof(
                        row.getInt(1),
                        row.getString(2),
                        row.getObject(3, LocalDate.class),
                        row.getObject(4, LocalDate.class)))
                .optional();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
