package cn.gov.jiyuan.support.identity;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.OAuth2TokenFormat;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.stereotype.Component;

/** Shows the registered clients to the protocol: what all have in common is said here. */
@Component
final class RegisteredClients implements RegisteredClientRepository {
    private final ClientStore store;
    private final OpenidRules rules;

    RegisteredClients(JdbcClient jdbc, OpenidRules rules) {
        this.store = new ClientStore(jdbc);
        this.rules = rules;
    }

    @Override
    public void save(RegisteredClient client) {
        throw new UnsupportedOperationException("Clients are registered by an administrator");
    }

    @Override
    public @Nullable RegisteredClient findById(String id) {
        return store.byId(UUID.fromString(id)).map(this::registered).orElse(null);
    }

    /** A suspended client is as good as unknown. */
    @Override
    public @Nullable RegisteredClient findByClientId(String clientId) {
        return active(clientId).map(this::registered).orElse(null);
    }

    Optional<Client> active(String clientId) {
        return store.byClientId(clientId).filter(Client::active);
    }

    private RegisteredClient registered(Client client) {
        Client.Particulars all = client.particulars();
        RegisteredClient.Builder builder = RegisteredClient.withId(client.id().toString())
                .clientId(client.clientId())
                .clientName(client.name())
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUris(uris -> uris.addAll(all.redirectUris()))
                .postLogoutRedirectUris(uris -> uris.addAll(all.postLogoutUris()))
                .scopes(scopes -> all.scopes().forEach(scope -> scopes.add(scope.id())))
                .clientSettings(ClientSettings.builder()
                        .requireProofKey(true)
                        .requireAuthorizationConsent(true)
                        .build())
                .tokenSettings(tokens());
        if (client.isConfidential()) {
            builder.clientSecret(client.secretDigest())
                    .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
                    .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                    .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST);
        } else {
            builder.clientAuthenticationMethod(ClientAuthenticationMethod.NONE);
        }
        return builder.build();
    }

    /** Access tokens are references, so that one that was revoked is worth nothing at once and carries no personal data. */
    private TokenSettings tokens() {
        return TokenSettings.builder()
                .accessTokenFormat(OAuth2TokenFormat.REFERENCE)
                .authorizationCodeTimeToLive(rules.code())
                .accessTokenTimeToLive(rules.accessToken())
                .refreshTokenTimeToLive(rules.refreshToken())
                .reuseRefreshTokens(false)
                .idTokenSignatureAlgorithm(SignatureAlgorithm.RS256)
                .build();
    }
}
