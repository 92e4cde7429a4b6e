package cn.gov.jiyuan.server.town;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** A browser without scripts: cookies, redirects, forms with the forgery token, and the calls that scripts would make. */
public final class Browser {
    private static final String TOKEN = "XSRF-TOKEN";
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    private final URI site;
    private final Map<String, String> cookies = new LinkedHashMap<>();

    public Browser(URI site) {
        this.site = site;
    }

    public Answer get(String path) {
        return follow(send("GET", path, BodyPublishers.noBody(), "text/html", Map.of()));
    }

    /** A form as the page would send it; the names and values come in turn. */
    public Answer post(String path, String... fields) {
        return post(path, form(fields));
    }

    public Answer post(String path, Map<String, List<String>> fields) {
        return follow(postOnce(path, withToken(fields)));
    }

    /** Without following the redirect and with exactly these fields. */
    public Answer postOnce(String path, Map<String, List<String>> fields) {
        String body = fields.entrySet().stream()
                .flatMap(
                        entry -> entry.getValue().stream().map(value -> encoded(entry.getKey()) + "=" + encoded(value)))
                .collect(Collectors.joining("&"));
        return send(
                "POST",
                path,
                BodyPublishers.ofString(body),
                path.startsWith("/api/") ? "*/*" : "text/html",
                Map.of("Content-Type", "application/x-www-form-urlencoded"));
    }

    /** A form sent from a page of this site, with exactly these fields. */
    public Answer postFrom(String page, String path, Map<String, List<String>> fields) {
        String body = fields.entrySet().stream()
                .flatMap(
                        entry -> entry.getValue().stream().map(value -> encoded(entry.getKey()) + "=" + encoded(value)))
                .collect(Collectors.joining("&"));
        return send(
                "POST",
                path,
                BodyPublishers.ofString(body),
                "text/html",
                Map.of(
                        "Content-Type",
                        "application/x-www-form-urlencoded",
                        "Referer",
                        site.resolve(page).toString()));
    }

    /** A form with files. */
    public Answer post(String path, Map<String, List<String>> fields, List<Upload> uploads) {
        String boundary = "----jiyuan" + uploads.hashCode();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        withToken(fields)
                .forEach((name, values) -> values.forEach(value ->
                        part(out, boundary, "name=\"" + name + "\"", "text/plain;charset=UTF-8", bytes(value))));
        for (Upload upload : uploads) {
            String name =
                    upload.name().replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
            String disposition = "name=\"" + upload.field() + "\"; filename=\"" + name + "\"";
            part(out, boundary, disposition, upload.mediaType(), upload.content());
        }
        out.writeBytes(bytes("--" + boundary + "--\r\n"));
        return follow(send(
                "POST",
                path,
                BodyPublishers.ofByteArray(out.toByteArray()),
                path.startsWith("/api/") ? "application/json" : "text/html",
                Map.of("Content-Type", "multipart/form-data; boundary=" + boundary)));
    }

    private static void part(
            ByteArrayOutputStream out, String boundary, String disposition, String type, byte[] content) {
        out.writeBytes(bytes("--" + boundary + "\r\nContent-Disposition: form-data; " + disposition
                + "\r\nContent-Type: " + type + "\r\n\r\n"));
        out.writeBytes(content);
        out.writeBytes(bytes("\r\n"));
    }

    /** A form with one file of so many zero bytes, streamed as it is sent. */
    public Answer postLarge(String path, String field, String name, long size) {
        String boundary = "----jiyuan-large";
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        part(head, boundary, "name=\"_csrf\"", "text/plain;charset=UTF-8", bytes(token()));
        head.writeBytes(bytes("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + field
                + "\"; filename=\"" + name + "\"\r\nContent-Type: image/png\r\n\r\n"));
        BodyPublisher body = BodyPublishers.concat(
                BodyPublishers.ofByteArray(head.toByteArray()),
                BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(() -> new Zeros(size)), size),
                BodyPublishers.ofByteArray(bytes("\r\n--" + boundary + "--\r\n")));
        return follow(send(
                "POST",
                path,
                body,
                "text/html",
                Map.of(
                        "Content-Type",
                        "multipart/form-data; boundary=" + boundary,
                        "Referer",
                        site.resolve(path).toString())));
    }

    private static final class Zeros extends java.io.InputStream {
        private long left;

        Zeros(long left) {
            this.left = left;
        }

        @Override
        public int read() {
            return left-- > 0 ? 0 : -1;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            if (left <= 0) {
                return -1;
            }
            int count = (int) Math.min(length, left);
            java.util.Arrays.fill(into, offset, offset + count, (byte) 0);
            left -= count;
            return count;
        }
    }

    public Answer getJson(String path) {
        return send("GET", path, BodyPublishers.noBody(), "application/json", Map.of());
    }

    /** A call of the API with a body, as the workbench makes it. */
    public Answer call(String method, String path, Object body) {
        return send(
                method,
                path,
                BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(body)),
                "application/json",
                Map.of("Content-Type", "application/json", "X-XSRF-TOKEN", token()));
    }

    public void forgetCookie(String name) {
        cookies.remove(name);
    }

    public void setCookie(String name, String value) {
        cookies.put(name, value);
    }

    public Map<String, String> cookies() {
        return Map.copyOf(cookies);
    }

    /** The forgery token; a first visit fetches one. */
    public String token() {
        if (!cookies.containsKey(TOKEN)) {
            get("/login");
        }
        return cookies.getOrDefault(TOKEN, "");
    }

    private Map<String, List<String>> withToken(Map<String, List<String>> fields) {
        Map<String, List<String>> all = new LinkedHashMap<>(fields);
        all.put("_csrf", List.of(token()));
        return all;
    }

    /** Follows redirects as far as they stay on this site; one that leads away is the last answer. */
    private Answer follow(Answer answer) {
        Answer last = answer;
        for (int i = 0; i < 10 && last.status() / 100 == 3; i++) {
            URI target = URI.create(last.header("Location"));
            if (target.getRawAuthority() != null && !target.getRawAuthority().equals(site.getRawAuthority())) {
                return last;
            }
            String query = target.getRawQuery();
            String path = target.getRawPath() + (query == null ? "" : "?" + query);
            last = send("GET", path, BodyPublishers.noBody(), "text/html", Map.of());
        }
        return last;
    }

    /** One request, nothing followed. */
    public Answer send(String method, String path, BodyPublisher body, String accept, Map<String, String> headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(site.resolve(path)).method(method, body).header("Accept", accept);
        headers.forEach(request::header);
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        try {
            HttpResponse<byte[]> response = HTTP.send(request.build(), BodyHandlers.ofByteArray());
            response.headers().allValues("Set-Cookie").forEach(this::keep);
            return new Answer(response.statusCode(), path, response.body(), response.headers());
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path, e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void keep(String setCookie) {
        String pair = setCookie.split(";", 2)[0];
        String name = pair.substring(0, pair.indexOf('='));
        String value = pair.substring(pair.indexOf('=') + 1);
        if (value.isEmpty() || setCookie.contains("Max-Age=0")) {
            cookies.remove(name);
        } else {
            cookies.put(name, value);
        }
    }

    static Map<String, List<String>> form(String... namesAndValues) {
        Map<String, List<String>> form = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            form.merge(namesAndValues[i], List.of(namesAndValues[i + 1]), (one, other) -> {
                List<String> both = new java.util.ArrayList<>(one);
                both.addAll(other);
                return both;
            });
        }
        return form;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
