package cn.gov.jiyuan.support.identity;

import cn.gov.jiyuan.kernel.error.Fault;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A provider of face checks over HTTP; the contract stands in docs/ops. Name and number go from server to server, signed
 * with HMAC-SHA-256, and never through the browser.
 */
final class RemoteFaces implements FaceProvider {
    static final String SIGNATURE = "X-Signature";
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int SHORTEST_SECRET = 32;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final URI address;
    private final String name;
    private final byte[] secret;

    RemoteFaces(URI address, String name, String secret) {
        if (secret.length() < SHORTEST_SECRET) {
            throw new IllegalArgumentException(
                    "jiyuan.identity.face.secret needs at least " + SHORTEST_SECRET + " characters");
        }
        this.address = address;
        this.name = name;
        this.secret = secret.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public URI begin(Request request) {
        Map<String, String> body = new LinkedHashMap<>();
        body.put("id", request.id().toString());
        body.put("nonce", request.nonce());
        body.put("name", request.name());
        body.put("idNumber", request.idNumber());
        body.put("back", request.back().toString());
        body.put("at", request.at().toString());
        String json = JsonMapper.shared().writeValueAsString(body);
        HttpRequest post = HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header(SIGNATURE, signature(json))
                .POST(BodyPublishers.ofString(json))
                .build();
        return page(post);
    }

    private URI page(HttpRequest post) {
        try {
            HttpResponse<String> answer = http.send(post, BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new Fault(IdentityError.FACE_UNREACHABLE);
            }
            URI page = URI.create(
                    JsonMapper.shared().readTree(answer.body()).path("page").asString());
            if (!"https".equals(page.getScheme())
                    && !String.valueOf(page.getHost()).equals(address.getHost())) {
                throw new Fault(IdentityError.FACE_UNREACHABLE);
            }
            return page;
        } catch (IOException | JacksonException | IllegalArgumentException e) {
            throw new Fault(IdentityError.FACE_UNREACHABLE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Fault(IdentityError.FACE_UNREACHABLE);
        }
    }

    @Override
    public boolean signed(String answer, String signature) {
        return MessageDigest.isEqual(
                signature(answer).getBytes(StandardCharsets.UTF_8), signature.getBytes(StandardCharsets.UTF_8));
    }

    private String signature(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
