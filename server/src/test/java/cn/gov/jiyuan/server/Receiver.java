package cn.gov.jiyuan.server;

import cn.gov.jiyuan.platform.keys.Sm3;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program of another unit that listens for news, and checks who sent it. */
final class Receiver implements AutoCloseable {
    private final HttpServer server;
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private volatile int status;

    /** What came. */
    record Call(String appKey, String time, String nonce, String signature, byte[] body) {
        /** HMAC-SM3 over time, nonce and digest of the body, as the guide of developers tells. */
        boolean isSignedBy(String key, String secret) {
            String message = String.join("\n", time, nonce, Sm3.hex(body));
            byte[] expected =
                    Sm3.mac(secret.getBytes(StandardCharsets.UTF_8), message.getBytes(StandardCharsets.UTF_8));
            return appKey.equals(key)
                    && MessageDigest.isEqual(expected, HexFormat.of().parseHex(signature));
        }

        JsonNode json() {
            return JsonMapper.shared().readTree(body);
        }
    }

    /** @param status with which it answers at first */
    Receiver(int status) throws IOException {
        this.status = status;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/news", this::take);
        server.start();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            calls.add(new Call(
                    header(exchange, "X-App-Key"),
                    header(exchange, "X-Timestamp"),
                    header(exchange, "X-Nonce"),
                    header(exchange, "X-Signature"),
                    exchange.getRequestBody().readAllBytes()));
            exchange.sendResponseHeaders(status, -1);
        }
    }

    private static String header(HttpExchange exchange, String name) {
        return String.valueOf(exchange.getRequestHeaders().getFirst(name));
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/news";
    }

    void answers(int next) {
        status = next;
    }

    List<Call> calls() {
        return List.copyOf(calls);
    }

    /** Waits until so many calls came. */
    List<Call> await(int count) throws InterruptedException {
        for (int i = 0; i < 200 && calls.size() < count; i++) {
            Thread.sleep(50);
        }
        return calls();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
