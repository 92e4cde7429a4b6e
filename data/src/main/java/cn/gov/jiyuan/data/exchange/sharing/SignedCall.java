package cn.gov.jiyuan.data.exchange.sharing;

import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.keys.Sm3;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;

/**
 * What a program sent, and its signature: HMAC-SM3 over method, path with query, time stamp, nonce and digest of the body,
 * each on a line.
 *
 * @param timestamp milliseconds since 1970
 */
record SignedCall(
        String method,
        String pathAndQuery,
        String appKey,
        String timestamp,
        String nonce,
        String signature,
        byte[] body,
        String address) {
    private static final int SHORTEST_NONCE = 8;
    private static final int LONGEST_NONCE = 64;

    void demandComplete() {
        boolean nonceFits = nonce.length() >= SHORTEST_NONCE && nonce.length() <= LONGEST_NONCE;
        if (appKey.isEmpty() || timestamp.isEmpty() || signature.isEmpty() || !nonceFits) {
            throw new Fault(SharingError.NO_SIGNATURE);
        }
    }

    void demandFresh(Instant now, Duration window) {
        Instant sent;
        try {
            sent = Instant.ofEpochMilli(Long.parseLong(timestamp));
        } catch (NumberFormatException e) {
            throw Fault.caused(e, SharingError.STALE, window.toMinutes());
        }
        if (Duration.between(sent, now).abs().compareTo(window) > 0) {
            throw new Fault(SharingError.STALE, window.toMinutes());
        }
    }

    void demandSigned(byte[] secret) {
        byte[] expected = Sm3.mac(secret, message());
        byte[] given;
        try {
            given = HexFormat.of().parseHex(signature);
        } catch (IllegalArgumentException e) {
            throw Fault.caused(e, SharingError.BAD_SIGNATURE);
        }
        if (!MessageDigest.isEqual(expected, given)) {
            throw new Fault(SharingError.BAD_SIGNATURE);
        }
    }

    private byte[] message() {
        return String.join("\n", method, pathAndQuery, timestamp, nonce, Sm3.hex(body))
                .getBytes(StandardCharsets.UTF_8);
    }
}
