package cn.gov.jiyuan.support.identity;

import cn.gov.jiyuan.platform.portal.Texts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.stereotype.Component;

/** Answers a program whose request is refused, and records why; a code or token that was used before is an alarm. */
@Component
final class Refusals implements AuthenticationFailureHandler {
    private final ClientEvents events;
    private final Grants grants;
    private final Texts texts;

    Refusals(ClientEvents events, Grants grants, Texts texts) {
        this.events = events;
        this.grants = grants;
        this.texts = texts;
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException exception)
            throws IOException {
        OAuth2Error error = exception instanceof OAuth2AuthenticationException known
                ? known.getError()
                : new OAuth2Error(OAuth2ErrorCodes.INVALID_REQUEST);
        boolean unknown = error.getErrorCode().equals(OAuth2ErrorCodes.INVALID_CLIENT);
        ClientEvent kind = kind(request, unknown);
        String description = Objects.requireNonNullElse(error.getDescription(), "");
        events.refused(
                kind,
                Credentials.of(request).clientId(),
                request.getRequestURI() + " " + error.getErrorCode() + " " + description,
                request.getRemoteAddr());
        if (unknown) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"openid\"");
            description = texts.of(IdentityError.CLIENT_UNKNOWN.code(), List.of());
        }
        OpenidError.write(response, unknown ? 401 : 400, error.getErrorCode(), description);
    }

    private ClientEvent kind(HttpServletRequest request, boolean unknown) {
        if (unknown) {
            return ClientEvent.CLIENT_REFUSED;
        }
        String code = request.getParameter("code");
        if (code != null && grants.endByUsedCode(code)) {
            return ClientEvent.CODE_REPLAYED;
        }
        String refresh = request.getParameter("refresh_token");
        if (refresh != null && grants.endByUsedToken(refresh)) {
            return ClientEvent.TOKEN_REPLAYED;
        }
        return ClientEvent.GRANT_REFUSED;
    }
}
