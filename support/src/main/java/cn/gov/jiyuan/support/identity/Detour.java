package cn.gov.jiyuan.support.identity;

import cn.gov.jiyuan.platform.keys.PersonalCipher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Sends somebody to the login and back to what another system asked (登录后返回). The way back goes by a page of our own
 * and not by a redirect, because a browser applies the policy of the login form to every redirect that follows it. A
 * request to log in afresh is stamped, so that after the login it is known to be fulfilled.
 */
@Component
final class Detour {
    /** Where the way back begins. */
    static final String ONWARD = "/openid/onward";

    private static final String STAMP = "asked_at";

    private final PersonalCipher cipher;
    private final Clock clock;

    Detour(PersonalCipher cipher, Clock clock) {
        this.cipher = cipher;
        this.clock = clock;
    }

    void toLogin(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String stamp = stamp(clock.instant().toEpochMilli(), request.getParameter("client_id"));
        Map<String, String[]> parameters = new LinkedHashMap<>(request.getParameterMap());
        parameters.put(STAMP, new String[] {stamp});
        response.sendRedirect("/login?next=" + encoded(ONWARD + "?" + query(parameters)));
    }

    /** To where the real-name level can be raised. */
    void toLevel(int level, HttpServletRequest request, HttpServletResponse response) throws IOException {
        String back = ONWARD + "?" + query(request.getParameterMap());
        response.sendRedirect("/identity/level?need=" + level + "&next=" + encoded(back));
    }

    /** Whether he logged in after a request to do so. */
    boolean isFulfilled(HttpServletRequest request, SignedIn signedIn) {
        String stamp = request.getParameter(STAMP);
        if (stamp == null || !stamp.matches("\\d{1,15}\\..{1,100}")) {
            return false;
        }
        long asked = Long.parseLong(stamp.substring(0, stamp.indexOf('.')));
        boolean genuine = MessageDigest.isEqual(
                stamp.getBytes(StandardCharsets.UTF_8),
                stamp(asked, request.getParameter("client_id")).getBytes(StandardCharsets.UTF_8));
        return genuine && !signedIn.at().isBefore(Instant.ofEpochMilli(asked));
    }

    private String stamp(long millis, String clientId) {
        byte[] mac = cipher.blind("identity.openid.stamp", millis + " " + clientId);
        return millis + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(mac);
    }

    private static String query(Map<String, String[]> parameters) {
        return parameters.entrySet().stream()
                .filter(entry -> !entry.getKey().equals("_csrf"))
                .flatMap(entry ->
                        List.of(entry.getValue()).stream().map(value -> encoded(entry.getKey()) + "=" + encoded(value)))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
