package cn.gov.jiyuan.support.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.context.AuthorizationServerContextHolder;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Stands before the authorization endpoint, behind the check of client and address: ties the request to the session of
 * the portal, asks for a fresh login where one is demanded, and lets an answer about consent only come from our page.
 */
final class AuthorizeGate extends OncePerRequestFilter {
    private final OpenidSessionStore sessions;
    private final Detour detour;
    private final PersonClaims claims;
    private final CsrfTokenRepository forgery;
    private final Clock clock;

    AuthorizeGate(
            OpenidSessionStore sessions, Detour detour, PersonClaims claims, CsrfTokenRepository forgery, Clock clock) {
        this.claims = claims;
        this.sessions = sessions;
        this.detour = detour;
        this.forgery = forgery;
        this.clock = clock;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().equals("/oauth2/authorize");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<SignedIn> signedIn = SessionActor.signedIn();
        if (isAnswer(request)) {
            if (isForged(request)) {
                request.getRequestDispatcher("/forgery").forward(request, response);
                return;
            }
        } else if (signedIn.isPresent() && isStale(request, signedIn.get())) {
            if (!prompts(request).contains("none")) {
                detour.toLogin(request, response);
                return;
            }
            forget(request);
        } else if (signedIn.isPresent() && !isTied(request, signedIn.get())) {
            forget(request);
        } else if (signedIn.isPresent() && missingLevel(request, signedIn.get()) > 0) {
            detour.toLevel(missingLevel(request, signedIn.get()), request, response);
            return;
        }
        chain.doFilter(request, response);
    }

    /** An answer of the consent page, and not a request of a client. */
    private static boolean isAnswer(HttpServletRequest request) {
        return request.getMethod().equals("POST")
                && request.getParameter("response_type") == null
                && request.getParameter("redirect_uri") == null;
    }

    private boolean isForged(HttpServletRequest request) {
        CsrfToken token = forgery.loadToken(request);
        return token == null || !token.getToken().equals(request.getParameter(token.getParameterName()));
    }

    static List<String> prompts(HttpServletRequest request) {
        String prompt = request.getParameter("prompt");
        return prompt == null ? List.of() : Arrays.asList(prompt.split(" ", -1));
    }

    /** Whether the client asks for a login that is younger than the one there is. */
    private boolean isStale(HttpServletRequest request, SignedIn signedIn) {
        if (detour.isFulfilled(request, signedIn)) {
            return false;
        }
        String age = request.getParameter("max_age");
        boolean tooOld = age != null
                && age.matches("\\d{1,9}")
                && signedIn.at().plusSeconds(Long.parseLong(age)).isBefore(clock.instant());
        return tooOld || prompts(request).contains("login");
    }

    private int missingLevel(HttpServletRequest request, SignedIn signedIn) {
        String asked = request.getParameter("acr_values");
        return asked == null ? 0 : claims.missing(signedIn, asked).orElse(0);
    }

    /** Writes the id of the session into the authentication, which becomes part of the grant. */
    private boolean isTied(HttpServletRequest request, SignedIn signedIn) {
        HttpSession session = request.getSession(false);
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (session == null || !(authentication instanceof AbstractAuthenticationToken token)) {
            return false;
        }
        String issuer = AuthorizationServerContextHolder.getContext().getIssuer();
        Optional<UUID> sid = sessions.sid(session.getId(), signedIn.personId(), issuer);
        sid.ifPresent(token::setDetails);
        return sid.isPresent();
    }

    /** For this request nobody is logged in; the request that was checked before is read anew. */
    private static void forget(HttpServletRequest request) {
        SecurityContextHolder.clearContext();
        request.removeAttribute(OAuth2AuthorizationCodeRequestAuthenticationToken.class.getName());
    }
}
