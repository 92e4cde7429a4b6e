package cn.gov.jiyuan.server.town;

import java.net.http.HttpHeaders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the server answered.
 *
 * @param path where the browser is now, after redirects; with the query
 */
public record Answer(int status, String path, byte[] bytes, HttpHeaders headers) {
    public String body() {
        return new String(bytes, java.nio.charset.StandardCharsets.UTF_8);
    }

    /** The visible words of a page, without tags. */
    public String text() {
        return body().replaceAll("(?s)<head>.*?</head>", " ")
                .replaceAll("<[^>]*>", "")
                .replace("&ldquo;", "“")
                .replace("&rdquo;", "”")
                .replaceAll("\\s+", " ");
    }

    public JsonNode json() {
        return JsonMapper.shared().readTree(bytes);
    }

    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }
}
