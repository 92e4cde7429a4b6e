package cn.gov.jiyuan.support.identity;

import cn.gov.jiyuan.platform.keys.PersonalCipher;
import com.nimbusds.jose.jwk.RSAKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.ParseException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** SQL of the keys that sign identity tokens; private keys are sealed. */
final class SigningKeyStore {
    private static final String COLUMN = "identity.signing_key.private_sealed";

    private final JdbcClient jdbc;
    private final PersonalCipher cipher;

    record SigningKey(RSAKey key, Instant madeAt, Instant signsFrom) {}

    SigningKeyStore(JdbcClient jdbc, PersonalCipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    /** One node at a time makes keys; until the end of the transaction. */
    void lock() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('identity.signing_key'))::text")
                .query(String.class)
                .single();
    }

    /** All that are still published, the newest first. */
    List<SigningKey> published(Instant at) {
        return jdbc.sql("select id, private_sealed, made_at, signs_from from identity.signing_key"
                        + " where published_to is null or published_to > ? order by signs_from desc, id desc")
                .param(utc(at))
                .query(this::read)
                .list();
    }

    void insert(UUID id, RSAKey key, Instant madeAt, Instant signsFrom) {
        jdbc.sql("insert into identity.signing_key (id, private_sealed, public_key, made_at, signs_from)"
                        + " values (?, ?, ?, ?, ?)")
                .params(
                        id,
                        cipher.seal(COLUMN, id, key.toJSONString()),
                        key.toPublicJWK().toJSONString(),
                        utc(madeAt),
                        utc(signsFrom))
                .update();
    }

    void retireBefore(Instant signsFrom, Instant publishedTo) {
        jdbc.sql("update identity.signing_key set published_to = ? where published_to is null and signs_from < ?")
                .params(utc(publishedTo), utc(signsFrom))
                .update();
    }

    private SigningKey read(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject(1, UUID.class);
        try {
            return new SigningKey(
                    RSAKey.parse(cipher.open(COLUMN, id, row.getBytes(2))), instant(row, 3), instant(row, 4));
        } catch (ParseException e) {
            throw new IllegalStateException("Signing key " + id + " is damaged", e);
        }
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, OffsetDateTime.class))
                .toInstant();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
