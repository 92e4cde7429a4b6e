package cn.gov.jiyuan.platform.hub;

import cn.gov.jiyuan.platform.keys.PersonalCipher;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.UUID;

/** Keys of data files, one for each batch (数据文件密钥), kept sealed by the vault. */
final class DataKeys {
    private static final String COLUMN = "hub.batch.data_key";
    private final PersonalCipher cipher;
    private final HubStore store;
    private final SecureRandom random = new SecureRandom();

    DataKeys(PersonalCipher cipher, HubStore store) {
        this.cipher = cipher;
        this.store = store;
    }

    /** A new key of 256 bits, as the engine takes it. */
    String make() {
        byte[] key = new byte[32];
        random.nextBytes(key);
        return new String(Base64.getEncoder().encode(key), StandardCharsets.US_ASCII);
    }

    byte[] sealed(UUID batch, String key) {
        return cipher.seal(COLUMN, batch, key);
    }

    String open(UUID batch) {
        return cipher.open(COLUMN, batch, store.key(batch));
    }

    /** Gives an engine the key of a batch. */
    void teach(DuckStore engine, UUID batch) {
        teach(engine, batch, open(batch));
    }

    void teach(DuckStore engine, UUID batch, String key) {
        engine.run("pragma add_parquet_key('" + SqlText.keyOf(batch.toString()) + "', '" + key + "')");
    }
}
