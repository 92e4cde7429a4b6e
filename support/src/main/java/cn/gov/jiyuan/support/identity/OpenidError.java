package cn.gov.jiyuan.support.identity;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** An error as the protocol writes it (RFC 6749, section 5.2). */
final class OpenidError {
    private OpenidError() {}

    static void write(HttpServletResponse response, int status, String error, String description) throws IOException {
        response.setStatus(status);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setHeader("Cache-Control", "no-store");
        byte[] body = JsonMapper.shared().writeValueAsBytes(Map.of("error", error, "error_description", description));
        response.getOutputStream().write(body);
    }
}
