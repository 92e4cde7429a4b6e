package cn.gov.jiyuan.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody with a browser (访问者): keeps cookies, sends the forgery token, follows no redirect. May change the node he talks to. */
public final class Visitor {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String BOUNDARY = "----jiyuan-7MA4YWxkTrZu0gW";

    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .connectTimeout(Duration.ofSeconds(5))
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private URI node;

    public Visitor(URI node) {
        this.node = node;
    }

    /** An answer of the platform. @param location path of a redirect, empty if none */
    public record Answer(int status, String location, String body) {
        public JsonNode json() {
            return JSON.readTree(body);
        }
    }

    /** From now on he talks to another node, with the cookies that he has. */
    public void moveTo(URI other) {
        node = other;
    }

    public Answer get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    public Answer post(String path, Map<String, String> form) throws IOException, InterruptedException {
        String body = form.entrySet().stream()
                .map(e -> encode(e.getKey()) + "=" + encode(e.getValue()))
                .collect(Collectors.joining("&"));
        return send(request(path)
                .header("X-XSRF-TOKEN", token())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    public Answer postJson(String path, Map<String, ?> body) throws IOException, InterruptedException {
        return send(request(path)
                .header("X-XSRF-TOKEN", token())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    /** Sends a small PNG picture in each of these fields. */
    public Answer upload(String path, List<String> fields, byte[] picture) throws IOException, InterruptedException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (String field : fields) {
            out.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + field + "\"; filename=\""
                            + field + ".png\"\r\nContent-Type: image/png\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            out.writeBytes(picture);
            out.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        }
        out.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return send(request(path)
                .header("X-XSRF-TOKEN", token())
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(HttpRequest.BodyPublishers.ofByteArray(out.toByteArray())));
    }

    /** Logs in; with the capacity of a firm if he has one and {@code forFirm}. */
    public void signIn(String name, String password, boolean forFirm) throws IOException, InterruptedException {
        get("/login");
        Answer answer = post("/login", Map.of("name", name, "password", password));
        if (answer.status() != 302) {
            throw new IllegalStateException("login of " + name + " answered " + answer.status());
        }
        if (!forFirm) {
            return;
        }
        for (JsonNode capacity : get("/api/session").json().get("capacities")) {
            String token = capacity.get("token").asString();
            if (token.startsWith("ENTERPRISE")) {
                post("/identity/capacity", Map.of("capacity", token));
                return;
            }
        }
        throw new IllegalStateException(name + " acts for no firm");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(node.resolve(path)).timeout(Duration.ofSeconds(60));
    }

    private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response =
                client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        String location = response.headers().firstValue("Location").orElse("");
        return new Answer(response.statusCode(), location.replaceFirst("^https?://[^/]+", ""), response.body());
    }

    private String token() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
