package cn.gov.jiyuan.platform.keys;

import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.keys.SecretStore.Purpose;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Personal columns under SM4-GCM. A sealed value: key version (2 bytes), nonce (12), ciphertext, tag (16). */
final class ColumnCipher implements PersonalCipher, KeyRotation {
    private static final String SECRET = "personal";
    private static final int VERSION = 2;
    /** After so long a node asks whether somebody has rotated, so that no node goes on with the old key. */
    private static final Duration FRESH = Duration.ofMinutes(1);

    private final Secrets secrets;
    private final KeyVault vault;
    private final Clock clock;
    private volatile TreeMap<Integer, Sm4Gcm> ciphers = new TreeMap<>();
    private volatile Instant loadedAt = Instant.MIN;

    ColumnCipher(Secrets secrets, KeyVault vault, Clock clock) {
        this.secrets = secrets;
        this.vault = vault;
        this.clock = clock;
    }

    @Override
    public byte[] seal(String column, UUID row, String clear) {
        if (ciphers.isEmpty() || clock.instant().isAfter(loadedAt.plus(FRESH))) {
            load();
        }
        var current = ciphers.lastEntry();
        byte[] sealed = current.getValue().seal(VERSION, clear.getBytes(StandardCharsets.UTF_8), binding(column, row));
        ByteBuffer.wrap(sealed).putShort((short) current.getKey().intValue());
        return sealed;
    }

    @Override
    public String open(String column, UUID row, byte[] sealed) {
        if (sealed.length < VERSION + Sm4Gcm.NONCE + Sm4Gcm.TAG) {
            throw new Fault(KeysError.ALTERED_VALUE, column);
        }
        byte[] clear = cipher(column, versionOf(sealed)).open(VERSION, sealed, binding(column, row));
        if (clear == null) {
            throw new Fault(KeysError.ALTERED_VALUE, column);
        }
        return new String(clear, StandardCharsets.UTF_8);
    }

    @Override
    public byte[] blind(String domain, String normalised) {
        return vault.mac("blind", (domain + '\u0000' + normalised).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public int rotate() {
        load();
        int next = ciphers.lastKey() + 1;
        secrets.apart(() -> secrets.insert(SECRET, next, Purpose.ENCRYPT, SoftwareVault.random(16)));
        load();
        return ciphers.lastKey();
    }

    @Override
    public @Nullable UUID renew(SealedColumn column, @Nullable UUID after, int portion) {
        load();
        List<SealedValue> values = column.after(after, portion);
        for (SealedValue value : values) {
            if (versionOf(value.sealed()) != ciphers.lastKey()) {
                String clear = open(column.name(), value.row(), value.sealed());
                column.replace(new SealedValue(value.row(), seal(column.name(), value.row(), clear)));
            }
        }
        return values.size() < portion ? null : values.getLast().row();
    }

    private Sm4Gcm cipher(String column, int version) {
        Sm4Gcm cipher = ciphers.get(version);
        if (cipher == null) {
            // Another node may have rotated since.
            load();
            cipher = ciphers.get(version);
        }
        if (cipher == null) {
            throw new Fault(KeysError.UNKNOWN_VERSION, column, version);
        }
        return cipher;
    }

    private synchronized void load() {
        secrets.ensure(SECRET, Purpose.ENCRYPT, () -> SoftwareVault.random(16));
        TreeMap<Integer, Sm4Gcm> loaded = new TreeMap<>();
        for (Secrets.Opened secret : secrets.versions(SECRET)) {
            Sm4Gcm known = ciphers.get(secret.version());
            loaded.put(secret.version(), known == null ? new Sm4Gcm(secret.clear()) : known);
        }
        ciphers = loaded;
        loadedAt = clock.instant();
    }

    private static int versionOf(byte[] sealed) {
        return Short.toUnsignedInt(ByteBuffer.wrap(sealed).getShort());
    }

    private static byte[] binding(String column, UUID row) {
        byte[] name = column.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(name.length + 17)
                .put(name)
                .put((byte) '|')
                .putLong(row.getMostSignificantBits())
                .putLong(row.getLeastSignificantBits())
                .array();
    }
}
