package cn.gov.jiyuan.platform.audit;

import cn.gov.jiyuan.platform.audit.AuditVerifier.Kind;
import cn.gov.jiyuan.platform.keys.CryptoProvider;
import cn.gov.jiyuan.platform.keys.KeyVault;
import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Verifies the checkpoints while the chain is walked: values, order without gap, signatures, signers. */
final class Checkpoints implements AutoCloseable {
    private final Cursor<Stored> cursor;
    private final List<X509Certificate> trusted;
    private final Findings findings;
    private byte @Nullable [] knownCertificate;
    private @Nullable X509Certificate known;
    private long last;
    private long count;

    private record Stored(Checkpoint checkpoint, byte[] certificate, byte[] signature) {}

    Checkpoints(Connection connection, KeyVault vault, Findings findings) throws SQLException {
        this.findings = findings;
        trusted = vault.chain(KeyVault.AUDIT);
        cursor = new Cursor<>(
                connection,
                "select first_position, last_position, hash, sealed_at, signature,"
                        + " (select certificate from audit.signer s where s.id = c.signer) as certificate"
                        + " from audit.checkpoint c order by last_position",
                row -> new Stored(
                        new Checkpoint(
                                row.getLong("first_position"),
                                row.getLong("last_position"),
                                row.getBytes("hash"),
                                ChainStore.instant(row, "sealed_at")),
                        row.getBytes("certificate"),
                        row.getBytes("signature")));
    }

    /** Called for each link in order. */
    void pass(Link link) throws SQLException {
        for (Stored stored = cursor.present();
                stored != null && stored.checkpoint().last() <= link.position();
                stored = cursor.present()) {
            Checkpoint checkpoint = stored.checkpoint();
            if (checkpoint.last() == link.position() && !MessageDigest.isEqual(checkpoint.hash(), link.hash())) {
                complain(checkpoint, "签名时的链值与现在的不同，其前内容被重写");
            }
            check(stored);
            cursor.advance();
        }
    }

    /** Called behind the last link. */
    void end(long position) throws SQLException {
        for (Stored stored = cursor.present(); stored != null; stored = cursor.present()) {
            complain(stored.checkpoint(), "已签名的位置不在链上（链止于第 %d 位）".formatted(position));
            check(stored);
            cursor.advance();
        }
    }

    long count() {
        return count;
    }

    private void check(Stored stored) {
        Checkpoint checkpoint = stored.checkpoint();
        if (checkpoint.first() != last + 1) {
            complain(checkpoint, "与前一检查点不相接，其间的检查点被删除或改动");
        }
        if (!signed(stored)) {
            complain(checkpoint, "签名无效，或签名证书不受信任");
        }
        last = checkpoint.last();
        count++;
    }

    private boolean signed(Stored stored) {
        try {
            Signature signature = Signature.getInstance("SM3withSM2", CryptoProvider.get());
            signature.initVerify(signer(stored.certificate()).getPublicKey());
            signature.update(stored.checkpoint().canonical());
            return signature.verify(stored.signature());
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** The signer of now, or an earlier one whom the same authority certified. */
    private X509Certificate signer(byte[] encoded) throws GeneralSecurityException {
        if (known != null && Arrays.equals(encoded, knownCertificate)) {
            return known;
        }
        X509Certificate certificate =
                (X509Certificate) CryptoProvider.certificates().generateCertificate(new ByteArrayInputStream(encoded));
        if (!certificate.equals(trusted.getFirst())) {
            certificate.verify(trusted.get(Math.min(1, trusted.size() - 1)).getPublicKey(), CryptoProvider.get());
        }
        known = certificate;
        knownCertificate = encoded;
        return certificate;
    }

    private void complain(Checkpoint checkpoint, String sentence) {
        findings.add(Kind.CHECKPOINT, "检查点 %d–%d".formatted(checkpoint.first(), checkpoint.last()), sentence);
    }

    @Override
    public void close() throws SQLException {
        cursor.close();
    }
}
