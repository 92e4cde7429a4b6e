package cn.gov.jiyuan.platform.keys;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows of {@code keys.secret}. */
final class SecretStore {
    private static final String COLUMNS = "name, version, purpose, wrapped";
    private final JdbcClient jdbc;

    SecretStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean isEmpty() {
        return jdbc.sql("SELECT NOT EXISTS (SELECT 1 FROM keys.secret)")
                .query(Boolean.class)
                .single();
    }

    /** False if another node made this version first. */
    boolean insert(Secret secret, Instant at) {
        return jdbc.sql("""
                        INSERT INTO keys.secret (name, version, purpose, wrapped, created_at)
                        VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""")
                        .params(
                                secret.name(),
                                secret.version(),
                                secret.purpose().name(),
                                secret.wrapped(),
                                Timestamp.from(at))
                        .update()
                == 1;
    }

    void retireBefore(String name, int version, Instant at) {
        jdbc.sql("UPDATE keys.secret SET retired_at = ? WHERE name = ? AND version < ? AND retired_at IS NULL")
                .params(Timestamp.from(at), name, version)
                .update();
    }

    Optional<Secret> latest(String name) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM keys.secret WHERE name = ? ORDER BY version DESC LIMIT 1")
                .param(name)
                .query((row, number) -> read(row))
                .optional();
    }

    List<Secret> versions(String name) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM keys.secret WHERE name = ? ORDER BY version")
                .param(name)
                .query((row, number) -> read(row))
                .list();
    }

    private static Secret read(java.sql.ResultSet row) throws java.sql.SQLException {
        return new Secret(row.getString(1), row.getInt(2), Purpose.valueOf(row.getString(3)), row.getBytes(4));
    }

    /** What a secret may be used for. */
    enum Purpose {
        SIGN,
        AUTHORITY,
        ENCRYPT,
        MAC
    }

    /** One version of a secret, still wrapped. */
    record Secret(String name, int version, Purpose purpose, byte[] wrapped) {}
}
