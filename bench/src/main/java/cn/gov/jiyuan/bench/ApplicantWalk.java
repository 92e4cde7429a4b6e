package cn.gov.jiyuan.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One person who searches, reads the guide, logs in, answers every page, checks, submits and looks at the receipt. All
 * walks share one client, so that a thousand people are a thousand connections and not a thousand clients.
 */
final class ApplicantWalk {
    private static final Pattern FIRM = Pattern.compile("value=\"(ENTERPRISE[^\"]*)\"");
    private static final String BOUNDARY = "----jiyuan-7MA4YWxkTrZu0gW";

    /** Where a walk tells how long a page took. */
    interface Watch {
        void took(String page, long nanos);
    }

    private final HttpClient client;
    private final URI server;
    private final String prefix;
    private final boolean recorded;
    private final Watch watch;
    private final Map<String, String> cookies = new HashMap<>();

    /** @param prefix before each path; empty for the platform itself */
    ApplicantWalk(HttpClient client, URI server, String prefix, boolean recorded, Watch watch) {
        this.client = client;
        this.server = server;
        this.prefix = prefix;
        this.recorded = recorded;
        this.watch = watch;
    }

    /** @throws IllegalStateException if a page answers otherwise than it should */
    void go(String login, String itemCode, Map<String, Map<String, String>> answers, byte[] picture)
            throws IOException, InterruptedException {
        read("首页", "/");
        read("搜索", "/search?q=" + encode("开饭店"));
        read("办事指南", "/items/" + itemCode);
        read("登录页", "/login");
        send("登录", "/login", Map.of("name", login, "password", LicenceStory.PASSWORD));
        read("我的", "/my");
        Matcher firm = FIRM.matcher(read("选择身份页", "/identity/capacity"));
        if (!firm.find()) {
            throw new IllegalStateException(login + " acts for no firm");
        }
        send("选择身份", "/identity/capacity", Map.of("capacity", firm.group(1)));
        String draft = send("开始", "/apply/" + itemCode + "/start", Map.of());
        String next = follow(draft);
        while (!next.endsWith("/check")) {
            next = answer(next, answers, picture);
        }
        read("核对页", next);
        String receipt = send("提交", draft + "/submit", Map.of());
        read("回执", receipt);
    }

    private String answer(String path, Map<String, Map<String, String>> answers, byte[] picture)
            throws IOException, InterruptedException {
        String id = path.substring(path.lastIndexOf('/') + 1);
        String html = read("问题页", path);
        if (id.equals("attachments")) {
            return target("上传材料", call("上传材料", upload(path, List.of("subjectProof", "layout", "rules"), picture)));
        }
        Map<String, String> form = new LinkedHashMap<>(answers.getOrDefault(id, Map.of()));
        form.replaceAll((field, value) -> {
            String filled = FormText.valueOf(html, field);
            return value.isEmpty() && !filled.isEmpty() ? filled : value;
        });
        return send("答题", path, form);
    }

    private String read(String page, String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = call(page, request(path).GET());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(page + " " + path + ": " + answer.statusCode());
        }
        return answer.body();
    }

    private String follow(String path) throws IOException, InterruptedException {
        return target("续办", call("续办", request(path).GET()));
    }

    private String send(String page, String path, Map<String, String> form) throws IOException, InterruptedException {
        String body = form.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return target(
                page,
                call(
                        page,
                        request(path)
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString(body))));
    }

    private static String target(String page, HttpResponse<String> answer) {
        String location = answer.headers().firstValue("Location").orElse("").replaceFirst("^https?://[^/]+", "");
        if (answer.statusCode() != 302 || location.startsWith("/login")) {
            throw new IllegalStateException(
                    page + ": " + answer.statusCode() + " " + location + "\n" + FormText.problem(answer.body()));
        }
        return location;
    }

    private HttpRequest.Builder upload(String path, List<String> fields, byte[] picture) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (String field : fields) {
            out.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + field + "\"; filename=\""
                            + field + ".png\"\r\nContent-Type: image/png\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            out.writeBytes(picture);
            out.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        }
        out.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(HttpRequest.BodyPublishers.ofByteArray(out.toByteArray()));
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(server.resolve(prefix + path)).timeout(Duration.ofSeconds(120));
        if (recorded) {
            request.header(MemoryPages.RECORD, "true");
        }
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        String token = cookies.get("XSRF-TOKEN");
        return token == null ? request : request.header("X-XSRF-TOKEN", token);
    }

    /** Up to the last byte of the answer, as a browser would have it. */
    private HttpResponse<String> call(String page, HttpRequest.Builder request)
            throws IOException, InterruptedException {
        long begun = System.nanoTime();
        HttpResponse<String> answer =
                client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        watch.took(page, System.nanoTime() - begun);
        answer.headers().allValues("Set-Cookie").forEach(this::remember);
        return answer;
    }

    private void remember(String cookie) {
        String pair = cookie.substring(0, cookie.indexOf(';') < 0 ? cookie.length() : cookie.indexOf(';'));
        int equals = pair.indexOf('=');
        cookies.put(pair.substring(0, equals), pair.substring(equals + 1));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
