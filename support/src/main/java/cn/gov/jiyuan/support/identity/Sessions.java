package cn.gov.jiyuan.support.identity;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.platform.keys.PersonalCipher;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * Begins, changes and ends sessions; they live in the database, shared by all nodes. A cookie remembers the capacity
 * beyond the session: who is thrown out by the clock comes back as whom he was acting; who logs out does not.
 */
@Component
final class Sessions {
    private static final String CAPACITY = "capacity";
    private static final Duration REMEMBERED = Duration.ofHours(24);

    private final SecurityContextRepository contexts;
    private final SessionEnding ending;
    private final SignInStore store;

    Sessions(SecurityContextRepository contexts, SessionEnding ending, JdbcClient jdbc, PersonalCipher cipher) {
        this.contexts = contexts;
        this.ending = ending;
        this.store = new SignInStore(jdbc, cipher);
    }

    /** A new session under a new id, so that nobody can have prepared it. */
    void begin(SignedIn signedIn, Means means, HttpServletRequest request, HttpServletResponse response) {
        end(request, SessionEnd.Reason.REPLACED);
        enter(signedIn, request, response);
        store.insert(signedIn, request.getSession().getId(), means, request.getRemoteAddr(), Device.of(request));
    }

    void keep(SignedIn signedIn, HttpServletRequest request, HttpServletResponse response) {
        enter(signedIn, request, response);
        store.changeCapacity(request.getSession().getId(), signedIn.capacity());
    }

    private void enter(SignedIn signedIn, HttpServletRequest request, HttpServletResponse response) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new PreAuthenticatedAuthenticationToken(signedIn, "", List.of()));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
        request.removeAttribute(Actor.class.getName());
        remember(signedIn.personId() + "." + signedIn.capacity().token(), REMEMBERED, response);
    }

    /** The capacity in which this person acted last in this browser, as a token; empty if it does not know. */
    static String remembered(HttpServletRequest request, UUID personId) {
        Cookie cookie = WebUtils.getCookie(request, CAPACITY);
        String his = personId + ".";
        return cookie == null || !cookie.getValue().startsWith(his)
                ? ""
                : cookie.getValue().substring(his.length()).replace('.', ':');
    }

    void forget(HttpServletResponse response) {
        remember("", Duration.ZERO, response);
    }

    private static void remember(String token, Duration age, HttpServletResponse response) {
        ResponseCookie cookie = ResponseCookie.from(CAPACITY, token.replace(':', '.'))
                .path("/")
                .maxAge(age)
                .sameSite("Lax")
                .httpOnly(true)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    void end(HttpServletRequest request, SessionEnd.Reason reason) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            ending.session(session.getId(), reason);
            session.invalidate();
        }
        SecurityContextHolder.clearContext();
    }
}
