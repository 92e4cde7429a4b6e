package cn.gov.jiyuan.platform.keys;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;

/** The SM3 digest (GB/T 32905, 密码杂凑算法), 32 bytes; an instance takes its message in portions. */
public final class Sm3 {
    public static final int LENGTH = 32;

    private final SM3Digest digest = new SM3Digest();

    public Sm3 update(byte[] portion) {
        return update(portion, 0, portion.length);
    }

    public Sm3 update(byte[] buffer, int offset, int length) {
        digest.update(buffer, offset, length);
        return this;
    }

    /** The digest of all portions; the instance is empty afterwards. */
    public byte[] finish() {
        byte[] result = new byte[LENGTH];
        digest.doFinal(result, 0);
        return result;
    }

    public static byte[] digest(byte[] message) {
        return new Sm3().update(message).finish();
    }

    public static byte[] digest(String message) {
        return digest(message.getBytes(StandardCharsets.UTF_8));
    }

    /** The digest in lower-case hex. */
    public static String hex(byte[] message) {
        return HexFormat.of().formatHex(digest(message));
    }

    /** HMAC-SM3 with a key that the caller holds; for named secrets use {@link KeyVault#mac}. */
    public static byte[] mac(byte[] key, byte[] message) {
        HMac mac = new HMac(new SM3Digest());
        mac.init(new KeyParameter(key));
        mac.update(message, 0, message.length);
        byte[] result = new byte[LENGTH];
        mac.doFinal(result, 0);
        return result;
    }
}
