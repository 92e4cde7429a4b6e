package cn.gov.jiyuan.support.identity;

import cn.gov.jiyuan.platform.portal.Texts;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/** Turns away for a while a client that was refused too often from the same address. */
final class TokenGate extends OncePerRequestFilter {
    private static final Set<String> GUARDED =
            Set.of("/oauth2/token", "/oauth2/introspect", "/oauth2/revoke", TicketController.EXCHANGE);

    private final ClientEvents events;
    private final OpenidRules rules;
    private final Texts texts;

    TokenGate(ClientEvents events, OpenidRules rules, Texts texts) {
        this.events = events;
        this.rules = rules;
        this.texts = texts;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST") || !GUARDED.contains(request.getRequestURI());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!events.exhausted(Credentials.of(request).clientId(), request.getRemoteAddr())) {
            chain.doFilter(request, response);
            return;
        }
        long minutes = rules.window().toMinutes();
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(minutes * 60));
        String sentence = texts.of(IdentityError.CLIENT_EXHAUSTED.code(), List.of(minutes));
        OpenidError.write(response, 429, "temporarily_unavailable", sentence);
    }
}
