package cn.gov.jiyuan.platform.keys;

import java.security.SecureRandom;
import java.util.Arrays;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.jspecify.annotations.Nullable;

/** SM4 in GCM with one key: nonce of 12 bytes, ciphertext, tag of 16 bytes. */
final class Sm4Gcm {
    static final int NONCE = 12;
    static final int TAG = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final KeyParameter key;
    private final Pool<GCMModeCipher> ciphers = new Pool<>(() -> GCMBlockCipher.newInstance(new SM4Engine()));

    /** @param key 16 bytes */
    Sm4Gcm(byte[] key) {
        this.key = new KeyParameter(key);
    }

    /** Leaves {@code prefix} bytes free in front of the nonce for the caller's header. */
    byte[] seal(int prefix, byte[] clear, byte[] bound) {
        byte[] nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        return seal(prefix, nonce, clear, bound);
    }

    byte[] seal(int prefix, byte[] nonce, byte[] clear, byte[] bound) {
        return ciphers.with(cipher -> {
            cipher.init(true, new AEADParameters(key, TAG * 8, nonce, bound));
            byte[] result = new byte[prefix + NONCE + clear.length + TAG];
            System.arraycopy(nonce, 0, result, prefix, NONCE);
            int written = cipher.processBytes(clear, 0, clear.length, result, prefix + NONCE);
            try {
                cipher.doFinal(result, prefix + NONCE + written);
            } catch (InvalidCipherTextException e) {
                throw new IllegalStateException(e);
            }
            return result;
        });
    }

    /** The clear bytes, or null if value, key or {@code bound} are not those of the sealing. */
    byte @Nullable [] open(int prefix, byte[] sealed, byte[] bound) {
        int length = sealed.length - prefix - NONCE - TAG;
        if (length < 0) {
            return null;
        }
        return ciphers.<Opened>with(cipher -> {
                    byte[] nonce = Arrays.copyOfRange(sealed, prefix, prefix + NONCE);
                    cipher.init(false, new AEADParameters(key, TAG * 8, nonce, bound));
                    byte[] clear = new byte[length];
                    try {
                        int written =
                                cipher.processBytes(sealed, prefix + NONCE, sealed.length - prefix - NONCE, clear, 0);
                        cipher.doFinal(clear, written);
                        return new Opened(clear);
                    } catch (InvalidCipherTextException e) {
                        return new Opened(null);
                    }
                })
                .clear();
    }

    private record Opened(byte @Nullable [] clear) {}
}
