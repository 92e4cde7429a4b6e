package cn.gov.jiyuan.service.reviews;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Objects;

/** Where a rating comes from. */
record Sender(int channel, String source) {
    private static final int PC = 1;
    private static final int MOBILE = 2;

    static Sender of(HttpServletRequest request) {
        String agent = Objects.requireNonNullElse(request.getHeader("User-Agent"), "");
        boolean mobile = agent.toLowerCase(Locale.ROOT).contains("mobile");
        return new Sender(mobile ? MOBILE : PC, request.getRemoteAddr() + " " + agent);
    }
}
