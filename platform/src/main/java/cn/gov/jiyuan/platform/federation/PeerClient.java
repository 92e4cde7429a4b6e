package cn.gov.jiyuan.platform.federation;

import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.federation.BatchText.Receipt;
import cn.gov.jiyuan.platform.instance.Instance;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Brings a batch to a peer and takes its receipt, which must bear the peer's signature. */
final class PeerClient {
    private static final int LARGEST_ANSWER = 4 << 20;

    private final PeerKey key;
    private final Instance instance;
    private final Duration patience;
    private final Clock clock;
    private final HttpClient http = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(5))
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    PeerClient(PeerKey key, Instance instance, Duration patience, Clock clock) {
        this.key = key;
        this.instance = instance;
        this.patience = patience;
        this.clock = clock;
    }

    /** @throws Fault {@code federation.peer-down}, {@code federation.peer-refused}, {@code federation.bad-receipt} */
    Receipt send(Peer peer, byte[] body, byte[] batchSignature) {
        String nonce = UUID.randomUUID().toString();
        HttpResponse<InputStream> answer = sent(request(peer, body, batchSignature, nonce));
        byte[] content = read(answer);
        if (answer.statusCode() != 200) {
            throw new Fault(FederationError.PEER_REFUSED, reason(answer.statusCode(), content));
        }
        String signature = answer.headers().firstValue(SignedMessage.SIGNATURE).orElse("");
        if (!SignedMessage.verified(peer.certificate(), SignedMessage.receiptSigned(nonce, content), signature)) {
            throw new Fault(FederationError.BAD_RECEIPT, "签名不符");
        }
        return BatchText.readReceipt(content);
    }

    private HttpRequest request(Peer peer, byte[] body, byte[] batchSignature, String nonce) {
        String time = Long.toString(clock.millis());
        byte[] signature = key.sign(SignedMessage.signed(instance.area(), peer.code(), time, nonce, body));
        Base64.Encoder base64 = Base64.getEncoder();
        return HttpRequest.newBuilder(peer.address().resolve(SignedMessage.PATH))
                .timeout(patience)
                .header("Content-Type", "application/json")
                .header(SignedMessage.FROM, instance.area())
                .header(SignedMessage.TO, peer.code())
                .header(SignedMessage.TIME, time)
                .header(SignedMessage.NONCE, nonce)
                .header(SignedMessage.SIGNATURE, base64.encodeToString(signature))
                .header(SignedMessage.BATCH_SIGNATURE, base64.encodeToString(batchSignature))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
    }

    private HttpResponse<InputStream> sent(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofInputStream());
        } catch (IOException e) {
            throw Fault.caused(e, FederationError.PEER_DOWN, said(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Fault.caused(e, FederationError.PEER_DOWN, "等待被中断");
        }
    }

    private static byte[] read(HttpResponse<InputStream> answer) {
        try (InputStream in = answer.body()) {
            byte[] content = in.readNBytes(LARGEST_ANSWER + 1);
            if (content.length > LARGEST_ANSWER) {
                throw new Fault(FederationError.BAD_RECEIPT, "超过 " + (LARGEST_ANSWER >> 20) + " MB");
            }
            return content;
        } catch (IOException e) {
            throw Fault.caused(e, FederationError.PEER_DOWN, said(e));
        }
    }

    private static String said(IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    /** What the peer says of its refusal, if it speaks as we do. */
    private static String reason(int status, byte[] content) {
        try {
            String detail = JsonMapper.shared()
                    .readTree(new String(content, StandardCharsets.UTF_8))
                    .path("detail")
                    .asString("");
            return detail.isBlank() ? "HTTP " + status : detail.length() > 300 ? detail.substring(0, 300) : detail;
        } catch (JacksonException e) {
            return "HTTP " + status;
        }
    }
}
