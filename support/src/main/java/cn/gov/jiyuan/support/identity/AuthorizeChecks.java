package cn.gov.jiyuan.support.identity;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationConsent;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationException;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationValidator;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationConsentAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationConsentAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationConsentAuthenticationToken;
import org.springframework.stereotype.Component;

/** What is checked of a request to log in beyond what the library checks: the level that is asked for, and consent. */
@Component
final class AuthorizeChecks {
    /** The field of the consent page that says no. */
    static final String REFUSE = "refuse";

    private final PersonClaims claims;

    AuthorizeChecks(PersonClaims claims) {
        this.claims = claims;
    }

    void addTo(List<AuthenticationProvider> providers) {
        for (AuthenticationProvider provider : providers) {
            if (provider instanceof OAuth2AuthorizationCodeRequestAuthenticationProvider request) {
                request.setAuthenticationValidator(
                        new OAuth2AuthorizationCodeRequestAuthenticationValidator().andThen(this::requireLevel));
                request.setAuthorizationConsentRequired(AuthorizeChecks::asks);
            }
            if (provider instanceof OAuth2AuthorizationConsentAuthenticationProvider consent) {
                consent.setAuthorizationConsentCustomizer(AuthorizeChecks::refuse);
            }
        }
    }

    /** Who can raise his level at once is asked to by {@link AuthorizeGate}; for all others the client is told. */
    private void requireLevel(OAuth2AuthorizationCodeRequestAuthenticationContext context) {
        OAuth2AuthorizationCodeRequestAuthenticationToken request = context.getAuthentication();
        Object levels = request.getAdditionalParameters().get("acr_values");
        Object principal = ((Authentication) request.getPrincipal()).getPrincipal();
        if (levels instanceof String asked && principal instanceof SignedIn signedIn) {
            int missing = claims.missing(signedIn, asked).orElse(0);
            if (missing > RealLevel.FACE.number()
                    || (missing > 0 && prompts(request).contains("none"))) {
                throw new OAuth2AuthorizationCodeRequestAuthenticationException(
                        new OAuth2Error(
                                "unmet_authentication_requirements",
                                "real-name level is " + claims.level(signedIn) + ", asked for " + asked,
                                null),
                        request);
            }
        }
    }

    private static List<String> prompts(OAuth2AuthorizationCodeRequestAuthenticationToken request) {
        return List.of(
                String.valueOf(request.getAdditionalParameters().get("prompt")).split(" ", -1));
    }

    /** Asked once for each scope, and again when the client wants it so. */
    private static boolean asks(OAuth2AuthorizationCodeRequestAuthenticationContext context) {
        OAuth2AuthorizationCodeRequestAuthenticationToken request = context.getAuthentication();
        OAuth2AuthorizationConsent given = context.getAuthorizationConsent();
        Set<String> agreed = given == null ? Set.of() : given.getScopes();
        Set<String> wanted =
                Objects.requireNonNull(context.getAuthorizationRequest()).getScopes();
        return prompts(request).contains("consent") || !agreed.containsAll(wanted);
    }

    private static void refuse(OAuth2AuthorizationConsentAuthenticationContext context) {
        OAuth2AuthorizationConsentAuthenticationToken answer = context.getAuthentication();
        if (answer.getAdditionalParameters().containsKey(REFUSE)) {
            context.getAuthorizationConsent().authorities(Set::clear);
        }
    }
}
