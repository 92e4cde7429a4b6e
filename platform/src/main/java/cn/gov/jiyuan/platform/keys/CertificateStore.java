package cn.gov.jiyuan.platform.keys;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows of {@code keys.certificate}. */
final class CertificateStore {
    private final JdbcClient jdbc;

    CertificateStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(String name, int version, List<X509Certificate> chain) {
        X509Certificate leaf = chain.getFirst();
        jdbc.sql("""
                        INSERT INTO keys.certificate (name, version, serial, subject, chain, not_before, not_after, status)
                        VALUES (?, ?, ?, ?, ?, ?, ?, 'VALID')""")
                .params(
                        name,
                        version,
                        leaf.getSerialNumber().toString(16),
                        leaf.getSubjectX500Principal().getName(),
                        encode(chain),
                        Timestamp.from(leaf.getNotBefore().toInstant()),
                        Timestamp.from(leaf.getNotAfter().toInstant()))
                .update();
    }

    Optional<List<X509Certificate>> chain(String name, int version) {
        return jdbc.sql("SELECT chain FROM keys.certificate WHERE name = ? AND version = ?")
                .params(name, version)
                .query(byte[].class)
                .optional()
                .map(CertificateStore::decode);
    }

    /** False if there is no such certificate. */
    boolean revoke(String serial, String reason, Instant at) {
        return jdbc.sql("""
                        UPDATE keys.certificate SET status = 'REVOKED', revoked_at = coalesce(revoked_at, ?), reason = coalesce(reason, ?)
                        WHERE serial = ?""").params(Timestamp.from(at), reason, serial).update() == 1;
    }

    Optional<Row> find(String serial) {
        return jdbc.sql("SELECT chain, revoked_at FROM keys.certificate WHERE serial = ?")
                .param(serial)
                .query((row, number) -> {
                    Timestamp revoked = row.getTimestamp(2);
                    return new Row(decode(row.getBytes(1)).getFirst(), revoked == null ? null : revoked.toInstant());
                })
                .optional();
    }

    /** One certificate and since when it is revoked. */
    record Row(X509Certificate certificate, @Nullable Instant revokedAt) {}

    private static byte[] encode(List<X509Certificate> chain) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            for (X509Certificate certificate : chain) {
                out.writeBytes(certificate.getEncoded());
            }
        } catch (CertificateException e) {
            throw new IllegalStateException(e);
        }
        return out.toByteArray();
    }

    private static List<X509Certificate> decode(byte[] chain) {
        try {
            return CryptoProvider.certificates().generateCertificates(new ByteArrayInputStream(chain)).stream()
                    .map(X509Certificate.class::cast)
                    .toList();
        } catch (CertificateException e) {
            throw new IllegalStateException(e);
        }
    }
}
