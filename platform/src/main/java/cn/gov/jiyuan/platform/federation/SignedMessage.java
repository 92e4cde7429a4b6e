package cn.gov.jiyuan.platform.federation;

import cn.gov.jiyuan.platform.keys.Sm2;
import cn.gov.jiyuan.platform.keys.Sm3;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/**
 * One request between installations with what proves its sender (签名请求). The signature covers the sender, the
 * receiver, the moment, a nonce and the body; that of the batch covers the body alone and is kept with it.
 *
 * @param time milliseconds since 1970
 */
record SignedMessage(
        String from, String to, String time, String nonce, String signature, String batchSignature, byte[] body) {
    static final String PATH = "/api/federation/exchange/batches";
    static final String FROM = "X-Federation-From";
    static final String TO = "X-Federation-To";
    static final String TIME = "X-Federation-Time";
    static final String NONCE = "X-Federation-Nonce";
    static final String SIGNATURE = "X-Federation-Signature";
    static final String BATCH_SIGNATURE = "X-Federation-Batch-Signature";

    /** What the sender of a request signs. */
    static String signed(String from, String to, String time, String nonce, byte[] body) {
        return String.join("\n", "POST", PATH, from, to, time, nonce, Sm3.hex(body));
    }

    /** What the maker of a batch signs. */
    static String batchSigned(byte[] body) {
        return "BATCH\n" + Sm3.hex(body);
    }

    /** What the receiver signs in its receipt. */
    static String receiptSigned(String nonce, byte[] receipt) {
        return "RECEIPT\n" + nonce + "\n" + Sm3.hex(receipt);
    }

    boolean complete() {
        return time.matches("\\d{1,15}") && nonce.matches("[0-9A-Za-z-]{16,64}");
    }

    boolean signedBy(X509Certificate certificate) {
        return verified(certificate, signed(from, to, time, nonce, body), signature);
    }

    boolean batchSignedBy(X509Certificate certificate) {
        return verified(certificate, batchSigned(body), batchSignature);
    }

    boolean fresh(Instant now, Duration window) {
        Duration apart = Duration.between(Instant.ofEpochMilli(Long.parseLong(time)), now)
                .abs();
        return apart.compareTo(window) <= 0;
    }

    static boolean verified(X509Certificate certificate, String message, String signature) {
        try {
            return Sm2.verify(
                    certificate,
                    message.getBytes(StandardCharsets.UTF_8),
                    Base64.getDecoder().decode(signature));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
