package cn.gov.jiyuan.platform.audit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;

/** A signed statement: these positions were chained and end in this value. */
record Checkpoint(long first, long last, byte[] hash, Instant sealedAt) {
    byte[] canonical() {
        return new CanonicalJson(256)
                .number("first", first)
                .text("hash", HexFormat.of().formatHex(hash))
                .number("last", last)
                .text("sealed_at", sealedAt)
                .end()
                .getBytes(StandardCharsets.UTF_8);
    }
}
