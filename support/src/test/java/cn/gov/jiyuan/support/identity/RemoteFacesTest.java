package cn.gov.jiyuan.support.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gov.jiyuan.kernel.error.Fault;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The contract with a provider of face checks, seen from the provider's side. */
class RemoteFacesTest {
    private static final String SECRET = "0123456789abcdef0123456789abcdef";

    private final AtomicReference<String> body = new AtomicReference<>("");
    private final AtomicReference<String> signature = new AtomicReference<>("");
    private HttpServer provider;
    private String answer = "{\"page\": \"https://faces.example/check/7\"}";
    private int status = 200;

    @BeforeEach
    void start() throws IOException {
        provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        provider.createContext("/checks", exchange -> {
            body.set(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            signature.set(exchange.getRequestHeaders().getFirst("X-Signature"));
            byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        provider.start();
    }

    @AfterEach
    void stop() {
        provider.stop(0);
    }

    @Test
    void the_provider_is_told_whom_to_check_in_a_signed_request() throws Exception {
        UUID id = UUID.randomUUID();
        assertThat(begin(id)).isEqualTo(URI.create("https://faces.example/check/7"));
        assertThat(body.get())
                .contains("\"id\":\"" + id + "\"", "\"nonce\":\"n1\"", "\"name\":\"王小明\"", "/identity/face/answer");
        assertThat(signature.get()).isEqualTo(hmac(body.get()));
    }

    @Test
    void only_the_providers_signature_is_believed() throws Exception {
        RemoteFaces faces = faces();
        assertThat(faces.signed("{}", hmac("{}"))).isTrue();
        assertThat(faces.signed("{} ", hmac("{}"))).isFalse();
        assertThat(faces.signed("{}", "")).isFalse();
    }

    @Test
    void a_provider_that_fails_or_leads_astray_is_refused() {
        status = 503;
        assertThatThrownBy(() -> begin(UUID.randomUUID())).isInstanceOf(Fault.class);
        status = 200;
        answer = "{\"page\": \"javascript:alert(1)\"}";
        assertThatThrownBy(() -> begin(UUID.randomUUID())).isInstanceOf(Fault.class);
        answer = "not json";
        assertThatThrownBy(() -> begin(UUID.randomUUID())).isInstanceOf(Fault.class);
    }

    @Test
    void a_short_secret_is_refused_at_the_start() {
        assertThatThrownBy(() -> new RemoteFaces(URI.create("https://faces.example/"), "x", "short"))
                .hasMessageContaining("jiyuan.identity.face.secret");
    }

    private URI begin(UUID id) {
        return faces().begin(new FaceProvider.Request(
                id,
                "n1",
                "王小明",
                "410802193303030017",
                URI.create("https://jiyuan.example/identity/face/answer"),
                Instant.EPOCH));
    }

    private RemoteFaces faces() {
        return new RemoteFaces(
                URI.create("http://127.0.0.1:" + provider.getAddress().getPort() + "/checks"), "甲公司核验", SECRET);
    }

    private static String hmac(String text) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    }
}
