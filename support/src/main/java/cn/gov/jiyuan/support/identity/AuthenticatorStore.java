package cn.gov.jiyuan.support.identity;

import cn.gov.jiyuan.platform.keys.PersonalCipher;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** SQL of authenticators and recovery codes. */
final class AuthenticatorStore {
    private static final String SECRET = "identity.authenticator.secret";

    private final JdbcClient jdbc;
    private final PersonalCipher cipher;

    record Row(Totp totp, boolean confirmed, long lastStep) {}

    AuthenticatorStore(JdbcClient jdbc, PersonalCipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    Optional<Row> find(UUID personId) {
        return jdbc.sql("select secret_sealed, confirmed_at, last_step from identity.authenticator where person_id = ?")
                .param(personId)
                .query((row, n) -> new Row(
                        new Totp(Base64.getDecoder().decode(cipher.open(SECRET, personId, row.getBytes(1)))),
                        row.getObject(2) != null,
                        row.getLong(3)))
                .optional();
    }

    /** Replaces what was not confirmed; leaves alone what was. */
    void prepare(UUID personId, byte[] secret, Instant at) {
        jdbc.sql("""
                        insert into identity.authenticator (person_id, secret_sealed, made_at) values (?, ?, ?)
                        on conflict (person_id) do update set secret_sealed = excluded.secret_sealed,
                               made_at = excluded.made_at where identity.authenticator.confirmed_at is null
                        """)
                .params(
                        personId,
                        cipher.seal(SECRET, personId, Base64.getEncoder().encodeToString(secret)),
                        at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void confirm(UUID personId, Instant at) {
        jdbc.sql("update identity.authenticator set confirmed_at = ? where person_id = ? and confirmed_at is null")
                .params(at.atOffset(ZoneOffset.UTC), personId)
                .update();
    }

    /** False if this step or a later one was used in between. */
    boolean use(UUID personId, long step) {
        return jdbc.sql("update identity.authenticator set last_step = ? where person_id = ? and last_step < ?")
                        .params(step, personId, step)
                        .update()
                == 1;
    }

    void delete(UUID personId) {
        jdbc.sql("delete from identity.authenticator where person_id = ?")
                .param(personId)
                .update();
        deleteRecovery(personId);
    }

    void replaceRecovery(UUID personId, List<String> codes) {
        deleteRecovery(personId);
        codes.forEach(code -> jdbc.sql("insert into identity.recovery_code (person_id, code_blind) values (?, ?)")
                .params(personId, blind(personId, code))
                .update());
    }

    private void deleteRecovery(UUID personId) {
        jdbc.sql("delete from identity.recovery_code where person_id = ?")
                .param(personId)
                .update();
    }

    boolean useRecovery(UUID personId, String code, Instant at) {
        return jdbc.sql("update identity.recovery_code set used_at = ?"
                                + " where person_id = ? and code_blind = ? and used_at is null")
                        .params(at.atOffset(ZoneOffset.UTC), personId, blind(personId, code))
                        .update()
                == 1;
    }

    long recoveryLeft(UUID personId) {
        return jdbc.sql("select count(*) from identity.recovery_code where person_id = ? and used_at is null")
                .param(personId)
                .query(Long.class)
                .single();
    }

    private byte[] blind(UUID personId, String code) {
        return cipher.blind("identity.recovery_code", personId + ":" + code);
    }
}
