package cn.gov.jiyuan.support.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Who a client says it is: by the header or by the fields of the form. Empty where it does not say. */
record Credentials(String clientId, String secret) {
    private static final Credentials NONE = new Credentials("", "");
    private static final String BASIC = "Basic ";

    static Credentials of(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        if (header != null && header.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
            return basic(header.substring(BASIC.length()));
        }
        String clientId = request.getParameter("client_id");
        String secret = request.getParameter("client_secret");
        return clientId == null ? NONE : new Credentials(clientId, secret == null ? "" : secret);
    }

    private static Credentials basic(String encoded) {
        try {
            String[] both =
                    new String(Base64.getDecoder().decode(encoded.strip()), StandardCharsets.UTF_8).split(":", 2);
            return both.length < 2 ? NONE : new Credentials(decoded(both[0]), decoded(both[1]));
        } catch (IllegalArgumentException e) {
            return NONE;
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
