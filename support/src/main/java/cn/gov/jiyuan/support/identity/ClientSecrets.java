package cn.gov.jiyuan.support.identity;

import cn.gov.jiyuan.platform.keys.PersonalCipher;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Secrets of clients (应用密钥). They are random, 256 bits, so a keyed digest is enough where a password would need a slow
 * one; the key is in the vault and not in the table.
 */
@Component
final class ClientSecrets implements PasswordEncoder {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    private final PersonalCipher cipher;

    ClientSecrets(PersonalCipher cipher) {
        this.cipher = cipher;
    }

    static String random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public String encode(@Nullable CharSequence secret) {
        return HexFormat.of().formatHex(cipher.blind("identity.client.secret", String.valueOf(secret)));
    }

    @Override
    public boolean matches(@Nullable CharSequence secret, @Nullable String digest) {
        return secret != null
                && digest != null
                && MessageDigest.isEqual(
                        encode(secret).getBytes(StandardCharsets.US_ASCII), digest.getBytes(StandardCharsets.US_ASCII));
    }
}
