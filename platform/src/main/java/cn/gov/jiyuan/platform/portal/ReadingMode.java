package cn.gov.jiyuan.platform.portal;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;

/**
 * How the visitor reads (阅读模式), kept in a cookie so that it holds without JavaScript and before logging in.
 *
 * @param elder the simplified page with large letters (长者模式)
 * @param contrast black on white with strong borders (高对比)
 */
public record ReadingMode(boolean elder, boolean contrast) {
    static final String COOKIE = "reading";

    static ReadingMode of(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals(COOKIE)) {
                    return new ReadingMode(
                            cookie.getValue().contains("e"), cookie.getValue().contains("c"));
                }
            }
        }
        return new ReadingMode(false, false);
    }

    String cookieValue() {
        return "m" + (elder ? "e" : "") + (contrast ? "c" : "");
    }

    /** The class names on the root element. */
    public String classes() {
        return (elder ? "elder" : "standard") + (contrast ? " contrast" : "");
    }
}
