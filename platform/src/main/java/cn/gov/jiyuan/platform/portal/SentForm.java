package cn.gov.jiyuan.platform.portal;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.util.WebUtils;

/** Reads from a request which page a form was sent from and what was in it. */
final class SentForm {
    private SentForm() {}

    static KeptForm of(HttpServletRequest request) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, values) -> {
            boolean secret =
                    name.startsWith("_csrf") || name.toLowerCase(Locale.ROOT).contains("password");
            if (!secret) {
                fields.put(name, Arrays.asList(values));
            }
        });
        return new KeptForm(page(request), target(request), fields, files(request));
    }

    private static List<String> files(HttpServletRequest request) {
        MultipartHttpServletRequest parts = WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class);
        List<String> names = new ArrayList<>();
        if (parts != null) {
            for (List<MultipartFile> files : parts.getMultiFileMap().values()) {
                for (MultipartFile file : files) {
                    String name = file.getOriginalFilename();
                    if (name != null && !name.isBlank()) {
                        names.add(name.codePoints()
                                .filter(point ->
                                        !Character.isISOControl(point) && Character.getType(point) != Character.FORMAT)
                                .limit(120)
                                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                                .toString());
                    }
                }
            }
        }
        return names;
    }

    /** The address that was asked for, also when the request was handed on to an error page. */
    static String target(HttpServletRequest request) {
        for (String original : List.of(RequestDispatcher.FORWARD_REQUEST_URI, RequestDispatcher.ERROR_REQUEST_URI)) {
            if (request.getAttribute(original) instanceof String path) {
                return path;
            }
        }
        return request.getRequestURI();
    }

    /** The method that was asked for; the way to an error page is always a GET. */
    static String method(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_METHOD) instanceof String method
                ? method
                : request.getMethod();
    }

    /** The page with the form: the one from which it was sent, else the address itself. */
    static String page(HttpServletRequest request) {
        URI from = uri(request.getHeader("Referer"));
        if (from == null
                || !sameSite(from, request)
                || from.getRawPath() == null
                || from.getRawPath().isEmpty()) {
            return target(request);
        }
        return LocalPath.orHome(from.getRawPath() + (from.getRawQuery() == null ? "" : "?" + from.getRawQuery()));
    }

    /** Whether a page of this very site sent the request, as the browser says. */
    static boolean isOurs(HttpServletRequest request) {
        String origin = request.getHeader("Origin");
        URI from = uri(origin == null ? request.getHeader("Referer") : origin);
        return from != null && sameSite(from, request);
    }

    private static boolean sameSite(URI from, HttpServletRequest request) {
        return from.getRawAuthority() != null && from.getRawAuthority().equals(request.getHeader("Host"));
    }

    private static @Nullable URI uri(@Nullable String text) {
        try {
            return text == null ? null : URI.create(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
