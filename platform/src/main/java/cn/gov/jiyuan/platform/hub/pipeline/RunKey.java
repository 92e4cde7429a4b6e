package cn.gov.jiyuan.platform.hub.pipeline;

import java.security.SecureRandom;
import java.util.Base64;

/** The key of one run's files (加工文件密钥). */
public final class RunKey {
    private RunKey() {}

    /** A new key of 256 bits in base 64. */
    public static String make() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }
}
