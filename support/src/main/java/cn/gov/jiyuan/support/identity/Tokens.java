package cn.gov.jiyuan.support.identity;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.oidc.authentication.OidcUserInfoAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.token.DelegatingOAuth2TokenGenerator;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.JwtGenerator;
import org.springframework.security.oauth2.server.authorization.token.OAuth2AccessTokenGenerator;
import org.springframework.security.oauth2.server.authorization.token.OAuth2RefreshTokenGenerator;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenClaimsContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;
import org.springframework.stereotype.Component;

/** Makes tokens and says what is in them (令牌). */
@Component
final class Tokens {
    private final SigningKeys keys;
    private final PersonClaims claims;
    private final Grants grants;

    Tokens(SigningKeys keys, PersonClaims claims, Grants grants) {
        this.keys = keys;
        this.claims = claims;
        this.grants = grants;
    }

    OAuth2TokenGenerator<OAuth2Token> generator() {
        JwtGenerator identity = new JwtGenerator(keys.encoder());
        identity.setJwtCustomizer(this::fillIdentityToken);
        OAuth2AccessTokenGenerator access = new OAuth2AccessTokenGenerator();
        access.setAccessTokenCustomizer(this::fillAccessToken);
        OAuth2RefreshTokenGenerator refresh = new OAuth2RefreshTokenGenerator();
        return new DelegatingOAuth2TokenGenerator(
                identity, access, context -> notLonger(refresh.generate(context), context));
    }

    /** A new refresh token ends when the first one would have. */
    private static @Nullable OAuth2RefreshToken notLonger(
            @Nullable OAuth2RefreshToken token, OAuth2TokenContext context) {
        OAuth2Authorization grant = context.getAuthorization();
        if (token == null || grant == null || grant.getRefreshToken() == null) {
            return token;
        }
        Instant end = grant.getRefreshToken().getToken().getExpiresAt();
        return new OAuth2RefreshToken(token.getTokenValue(), token.getIssuedAt(), end);
    }

    private void fillIdentityToken(JwtEncodingContext context) {
        if (!OidcParameterNames.ID_TOKEN.equals(context.getTokenType().getValue())) {
            return;
        }
        UUID client = UUID.fromString(context.getRegisteredClient().getId());
        SignedIn signedIn = Grants.signedIn(context.<Authentication>getPrincipal());
        UUID sid = Grants.sid(context.<Authentication>getPrincipal());
        context.getClaims().claims(all -> {
            all.putAll(claims.login(signedIn, sid));
            // The library expects the type that it would have written itself.
            all.put("auth_time", Timestamp.from(signedIn.at()));
            all.put("sub", claims.subject(client, signedIn.personId()));
            all.put("sid", sid.toString());
            all.put(
                    "name",
                    claims.person(client, signedIn, context.getAuthorizedScopes())
                            .getOrDefault("name", "*"));
        });
    }

    private void fillAccessToken(OAuth2TokenClaimsContext context) {
        UUID client = UUID.fromString(context.getRegisteredClient().getId());
        SignedIn signedIn = Grants.signedIn(context.<Authentication>getPrincipal());
        context.getClaims().subject(claims.subject(client, signedIn.personId()));
    }

    OidcUserInfo userInfo(OidcUserInfoAuthenticationContext context) {
        OAuth2Authorization grant = context.getAuthorization();
        Set<String> scopes = context.getAccessToken().getScopes();
        UUID client = UUID.fromString(grant.getRegisteredClientId());
        SignedIn signedIn = Grants.signedIn(grant);
        return OidcUserInfo.builder()
                .subject(claims.subject(client, signedIn.personId()))
                .claims(all -> {
                    all.putAll(claims.login(signedIn, Grants.sid(grant)));
                    all.putAll(claims.person(client, signedIn, scopes));
                })
                .build();
    }

    /** An access token is only a reference; what it refers to is looked up. */
    Jwt lookUp(String token) {
        OAuth2Authorization grant = grants.findByToken(token, OAuth2TokenType.ACCESS_TOKEN);
        if (grant == null
                || grant.getAccessToken() == null
                || !grant.getAccessToken().isActive()) {
            throw new BadJwtException("unknown or expired token");
        }
        OAuth2AccessToken found = grant.getAccessToken().getToken();
        return Jwt.withTokenValue(token)
                .header("typ", "reference")
                .subject(grant.getPrincipalName())
                .issuedAt(Objects.requireNonNull(found.getIssuedAt()))
                .expiresAt(Objects.requireNonNull(found.getExpiresAt()))
                .build();
    }
}
