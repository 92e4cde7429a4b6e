package cn.gov.jiyuan.kernel.id;

import java.security.SecureRandom;
import java.util.UUID;

/** Makes UUIDs of version 7 (RFC 9562): opaque, unguessable in their lower half, and ordered by time for the index. */
public final class Ids {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    /** The next identifier, stamped with the wall clock. */
    public static UUID next() {
        return at(System.currentTimeMillis(), RANDOM.nextLong(), RANDOM.nextLong());
    }

    /**
     * An identifier for a given instant, for bulk imports and deterministic demo data.
     *
     * @param millis Unix time in milliseconds
     */
    public static UUID at(long millis, long random1, long random2) {
        long high = (millis << 16) | 0x7000L | (random1 & 0x0FFFL);
        long low = (random2 & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
