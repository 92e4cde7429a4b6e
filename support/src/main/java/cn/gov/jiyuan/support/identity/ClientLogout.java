package cn.gov.jiyuan.support.identity;

import cn.gov.jiyuan.platform.portal.KeptForms;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.server.authorization.oidc.authentication.OidcLogoutAuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * Logs out because another system asks for it (RP-Initiated Logout). The session is found by the identity token, because
 * a browser sends no cookie with a form of another site.
 */
@Component
final class ClientLogout {
    private final Sessions sessions;
    private final SessionEnding ending;
    private final OpenidSessionStore store;
    private final KeptForms keptForms;

    ClientLogout(Sessions sessions, SessionEnding ending, JdbcClient jdbc, KeptForms keptForms) {
        this.sessions = sessions;
        this.ending = ending;
        this.store = new OpenidSessionStore(jdbc);
        this.keptForms = keptForms;
    }

    void succeed(HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException {
        OidcLogoutAuthenticationToken logout = (OidcLogoutAuthenticationToken) authentication;
        OidcIdToken hint = logout.getIdToken();
        if (hint != null && hint.getClaimAsString("sid") != null) {
            store.session(UUID.fromString(hint.getClaimAsString("sid")))
                    .ifPresent(session -> ending.session(session, SessionEnd.Reason.SIGNED_OUT));
        }
        sessions.end(request, SessionEnd.Reason.SIGNED_OUT);
        sessions.forget(response);
        keptForms.release(request, response);
        response.sendRedirect(target(logout));
    }

    private static String target(OidcLogoutAuthenticationToken logout) {
        String registered = logout.getPostLogoutRedirectUri();
        if (registered == null || registered.isBlank()) {
            return "/";
        }
        UriComponentsBuilder address = UriComponentsBuilder.fromUriString(registered);
        String state = logout.getState();
        if (state != null && !state.isBlank()) {
            address.queryParam("state", UriUtils.encode(state, java.nio.charset.StandardCharsets.UTF_8));
        }
        return address.build(true).toUriString();
    }

    void fail(HttpServletRequest request, HttpServletResponse response, AuthenticationException exception)
            throws IOException, ServletException {
        request.setAttribute(OpenidPages.REFUSAL, IdentityError.LOGOUT_REFUSED);
        request.getRequestDispatcher(OpenidPages.REFUSED).forward(request, response);
    }
}
