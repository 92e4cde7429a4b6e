package cn.gov.jiyuan.support.identity;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationException;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * Answers a request to log in that is refused: at the client's address if that is registered, otherwise with a page of
 * our own, from where nothing leads to the address that was asked for.
 */
@Component
final class AuthorizeRefusals implements AuthenticationFailureHandler {
    private final ClientEvents events;
    private final RegisteredClients clients;

    AuthorizeRefusals(ClientEvents events, RegisteredClients clients) {
        this.events = events;
        this.clients = clients;
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException exception)
            throws IOException, ServletException {
        OAuth2AuthorizationCodeRequestAuthenticationException refusal =
                (OAuth2AuthorizationCodeRequestAuthenticationException) exception;
        OAuth2AuthorizationCodeRequestAuthenticationToken asked = refusal.getAuthorizationCodeRequestAuthentication();
        String registered = asked == null ? null : asked.getRedirectUri();
        if (asked == null || registered == null || registered.isBlank()) {
            refuse(request, response);
        } else {
            response.sendRedirect(answer(registered, refusal.getError(), asked.getState()));
        }
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException {
        String clientId = Objects.requireNonNullElse(request.getParameter("client_id"), "");
        String address = request.getParameter("redirect_uri");
        IdentityError error = clients.active(clientId).isEmpty()
                ? IdentityError.CLIENT_UNKNOWN
                : address == null ? IdentityError.REQUEST_REFUSED : IdentityError.REDIRECT_REFUSED;
        events.refused(
                address == null ? ClientEvent.REQUEST_REFUSED : ClientEvent.REDIRECT_REFUSED,
                clientId,
                Objects.requireNonNullElse(address, request.getRequestURI()),
                request.getRemoteAddr());
        request.setAttribute(OpenidPages.REFUSAL, error);
        request.getRequestDispatcher(OpenidPages.REFUSED).forward(request, response);
    }

    private static String answer(String registered, OAuth2Error error, @Nullable String state) {
        UriComponentsBuilder address =
                UriComponentsBuilder.fromUriString(registered).queryParam("error", error.getErrorCode());
        add(address, "error_description", error.getDescription());
        add(address, "state", state);
        return address.build(true).toUriString();
    }

    private static void add(UriComponentsBuilder address, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            address.queryParam(name, UriUtils.encode(value, StandardCharsets.UTF_8));
        }
    }
}
