package cn.gov.jiyuan.support.identity;

import cn.gov.jiyuan.platform.keys.PersonalCipher;
import cn.gov.jiyuan.support.identity.GrantStore.Found;
import cn.gov.jiyuan.support.identity.GrantStore.Token;
import java.security.Principal;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.stereotype.Component;

/**
 * Keeps grants (授权) for all nodes: what was allowed to whom in which session, with its code and tokens. A grant is
 * written only over the version that was read, so of two nodes that take the same code at once only one succeeds.
 */
@Component
final class Grants implements OAuth2AuthorizationService {
    private static final String VERSION = "grant.version";

    private final GrantStore store;

    Grants(JdbcClient jdbc, PersonalCipher cipher) {
        this.store = new GrantStore(jdbc, cipher);
    }

    @Override
    public void save(OAuth2Authorization authorization) {
        GrantStore.Row row = row(authorization);
        Integer version = authorization.getAttribute(VERSION);
        if (version == null) {
            store.insert(row);
        } else if (!store.update(row, version)) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT);
        }
    }

    @Override
    public void remove(OAuth2Authorization authorization) {
        store.delete(UUID.fromString(authorization.getId()));
    }

    @Override
    public @Nullable OAuth2Authorization findById(String id) {
        return store.find(UUID.fromString(id)).flatMap(Grants::live).orElse(null);
    }

    /** Of a grant that has ended only the identity token is still known: as a hint of who wants to log out. */
    @Override
    public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType type) {
        Optional<OAuth2Authorization> found = kinds(type)
                .flatMap(
                        kind -> store
                                .find(kind, token)
                                .filter(row -> kind == Token.ID || !row.ended())
                                .flatMap(Grants::opened)
                                .stream())
                .findFirst();
        return found.orElse(null);
    }

    /** Ends all that came of a refresh token that was used before. @return whether this is one */
    boolean endByUsedToken(String token) {
        Optional<Found> found = store.find(Token.SPENT, token);
        found.ifPresent(row -> store.end(row.id()));
        return found.isPresent();
    }

    /** Ends all that came of a code that was used before. @return whether this is one */
    boolean endByUsedCode(String code) {
        Optional<Found> found = store.find(Token.CODE, code).filter(Grants::isUsed);
        found.ifPresent(row -> store.end(row.id()));
        return found.isPresent();
    }

    private static boolean isUsed(Found row) {
        return opened(row)
                .map(grant -> grant.getToken(OAuth2AuthorizationCode.class))
                .map(OAuth2Authorization.Token::isInvalidated)
                .orElse(false);
    }

    private static Stream<Token> kinds(@Nullable OAuth2TokenType type) {
        if (type == null) {
            return Stream.of(Token.ACCESS, Token.REFRESH, Token.CODE, Token.STATE);
        }
        return switch (type.getValue()) {
            case OAuth2ParameterNames.STATE -> Stream.of(Token.STATE);
            case OAuth2ParameterNames.CODE -> Stream.of(Token.CODE);
            case OAuth2ParameterNames.ACCESS_TOKEN -> Stream.of(Token.ACCESS);
            case OAuth2ParameterNames.REFRESH_TOKEN -> Stream.of(Token.REFRESH);
            case OidcParameterNames.ID_TOKEN -> Stream.of(Token.ID);
            default -> Stream.empty();
        };
    }

    private static Optional<OAuth2Authorization> live(Found row) {
        return row.ended() ? Optional.empty() : opened(row);
    }

    private static Optional<OAuth2Authorization> opened(Found row) {
        return GrantBody.read(row.body())
                .map(grant -> OAuth2Authorization.from(grant)
                        .attribute(VERSION, row.version())
                        .build());
    }

    private static GrantStore.Row row(OAuth2Authorization grant) {
        Map<Token, String> tokens = new EnumMap<>(Token.class);
        put(tokens, Token.CODE, grant.getToken(OAuth2AuthorizationCode.class));
        put(tokens, Token.ACCESS, grant.getAccessToken());
        put(tokens, Token.REFRESH, grant.getRefreshToken());
        put(tokens, Token.ID, grant.getToken(OidcIdToken.class));
        String state = grant.getAttribute(OAuth2ParameterNames.STATE);
        if (state != null) {
            tokens.put(Token.STATE, state);
        }
        return new GrantStore.Row(
                UUID.fromString(grant.getId()),
                UUID.fromString(grant.getRegisteredClientId()),
                UUID.fromString(grant.getPrincipalName()),
                sid(grant),
                expiry(grant),
                tokens,
                GrantBody.write(grant));
    }

    private static void put(
            Map<Token, String> tokens, Token kind, OAuth2Authorization.@Nullable Token<? extends OAuth2Token> token) {
        if (token != null) {
            tokens.put(kind, token.getToken().getTokenValue());
        }
    }

    /** The session in which it was given. */
    static UUID sid(OAuth2Authorization grant) {
        return sid(grant.<Authentication>getAttribute(Principal.class.getName()));
    }

    static UUID sid(@Nullable Authentication principal) {
        return (UUID) Objects.requireNonNull(Objects.requireNonNull(principal).getDetails());
    }

    static SignedIn signedIn(OAuth2Authorization grant) {
        return signedIn(grant.<Authentication>getAttribute(Principal.class.getName()));
    }

    static SignedIn signedIn(@Nullable Authentication principal) {
        return (SignedIn)
                Objects.requireNonNull(Objects.requireNonNull(principal).getPrincipal());
    }

    static OAuth2AuthorizationRequest request(OAuth2Authorization grant) {
        return Objects.requireNonNull(grant.getAttribute(OAuth2AuthorizationRequest.class.getName()));
    }

    static String redirectUri(OAuth2Authorization grant) {
        return Objects.requireNonNull(request(grant).getRedirectUri());
    }

    /** Null as long as it waits for consent. */
    private static @Nullable Instant expiry(OAuth2Authorization grant) {
        return Stream.of(
                        grant.getToken(OAuth2AuthorizationCode.class),
                        grant.getAccessToken(),
                        grant.getRefreshToken(),
                        grant.getToken(OidcIdToken.class))
                .filter(Objects::nonNull)
                .map(token -> token.getToken().getExpiresAt())
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .orElse(null);
    }
}
