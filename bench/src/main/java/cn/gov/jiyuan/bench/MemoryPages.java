package cn.gov.jiyuan.bench;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/**
 * The same pages without storage: one walk through the real pages is recorded (view and model of each page, target of
 * each redirect); under {@code /peer} they are rendered anew for each request by the same templates, in the same server.
 * A login compares a password of the same strength; what is posted is parsed and kept in memory per session. There is no
 * database, no session store, no audit, no check of rights, rules or answers, no filter chain.
 */
final class MemoryPages extends ValveBase {
    static final String PREFIX = "/peer";
    /** Whose requests are recorded. */
    static final String RECORD = "X-Bench-Record";

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final String COOKIE = "peer";

    private final ApplicationContext context;
    private final Map<String, Recorded> pages = new ConcurrentHashMap<>();
    private final Map<String, Map<String, Object>> sessions = new ConcurrentHashMap<>();
    private final BCryptPasswordEncoder passwords = new BCryptPasswordEncoder(10);
    private final String hash = passwords.encode(LicenceStory.PASSWORD);

    MemoryPages(ApplicationContext context) {
        super(true);
        this.context = context;
    }

    /** @param view name of a template, or {@code redirect:} and a path */
    private record Recorded(String view, Map<String, Object> model) {}

    HandlerInterceptor recorder() {
        return new HandlerInterceptor() {
            @Override
            public void postHandle(
                    HttpServletRequest request,
                    HttpServletResponse response,
                    Object handler,
                    @Nullable ModelAndView page) {
                if (page != null && page.getViewName() != null && request.getHeader(RECORD) != null) {
                    pages.put(
                            key(request.getMethod(), request.getRequestURI()),
                            new Recorded(page.getViewName(), new LinkedHashMap<>(page.getModel())));
                }
            }
        };
    }

    private static String key(String method, String path) {
        return method + ' ' + ID.matcher(path).replaceAll("{id}");
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        String path = request.getRequestURI();
        if (!path.startsWith(PREFIX + "/")) {
            getNext().invoke(request, response);
            return;
        }
        Recorded page = pages.get(key(request.getMethod(), path.substring(PREFIX.length())));
        if (page == null) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND, path);
            return;
        }
        Map<String, Object> session = session(request, response);
        if (request.getMethod().equals("POST")) {
            keep(request, path, session);
        }
        if (page.view().startsWith("redirect:")) {
            response.setStatus(HttpServletResponse.SC_FOUND);
            response.setHeader("Location", page.view().substring("redirect:".length()));
        } else {
            render(page, request, response);
        }
    }

    private Map<String, Object> session(Request request, Response response) {
        Cookie[] cookies = request.getCookies();
        String id = cookies == null
                ? null
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(COOKIE))
                        .map(Cookie::getValue)
                        .findFirst()
                        .orElse(null);
        if (id == null) {
            id = UUID.randomUUID().toString();
            response.addHeader("Set-Cookie", COOKIE + "=" + id + "; Path=/; HttpOnly");
        }
        return sessions.computeIfAbsent(id, fresh -> new ConcurrentHashMap<>());
    }

    private void keep(Request request, String path, Map<String, Object> session) throws IOException {
        if (String.valueOf(request.getContentType()).startsWith("multipart/")) {
            try (InputStream body = request.getInputStream()) {
                session.put(path, body.readAllBytes());
            }
            return;
        }
        Map<String, String[]> form = Map.copyOf(request.getParameterMap());
        if (path.endsWith("/login") && !passwords.matches(request.getParameter("password"), hash)) {
            throw new IOException("wrong password");
        }
        session.put(path, form);
    }

    /** As the dispatcher would: it gives the view its context by attributes of the request. */
    private void render(Recorded page, Request request, Response response) throws IOException, ServletException {
        request.setAttribute(DispatcherServlet.WEB_APPLICATION_CONTEXT_ATTRIBUTE, context);
        CsrfToken token = new DefaultCsrfToken("X-XSRF-TOKEN", "_csrf", "0193a1f2-c4d8-7b3e-9f10-000000000001");
        request.setAttribute(CsrfToken.class.getName(), token);
        request.setAttribute("_csrf", token);
        try {
            View view = context.getBean(ThymeleafViewResolver.class).resolveViewName(page.view(), Locale.CHINA);
            Objects.requireNonNull(view).render(page.model(), request.getRequest(), response.getResponse());
        } catch (IOException | ServletException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }
}
