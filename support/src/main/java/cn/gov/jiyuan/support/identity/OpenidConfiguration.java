package cn.gov.jiyuan.support.identity;

import cn.gov.jiyuan.platform.portal.ContentPolicy;
import cn.gov.jiyuan.platform.portal.Texts;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.Clock;
import java.util.Arrays;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.server.authorization.authentication.ClientSecretAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.oidc.OidcProviderConfiguration;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** The OpenID provider (统一身份认证对外服务): Spring Authorization Server with the stores and pages of this house. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OpenidSettings.class)
class OpenidConfiguration {
    private static final String CONSENT_PAGE = "/openid/consent";

    @Bean
    AuthorizationServerSettings authorizationServerSettings(@Value("${jiyuan.site:}") String site) {
        AuthorizationServerSettings.Builder settings = AuthorizationServerSettings.builder();
        return (site.isEmpty() ? settings : settings.issuer(site)).build();
    }

    @Bean
    JWKSource<SecurityContext> publishedKeys(SigningKeys keys) {
        return (selector, context) -> selector.select(new JWKSet(keys.published()));
    }

    @Bean
    OAuth2TokenGenerator<OAuth2Token> tokenGenerator(Tokens tokens) {
        return tokens.generator();
    }

    /** In front of the chains, because tokens are given in one and tickets behind another. */
    @Bean
    FilterRegistrationBean<TokenGate> tokenGate(ClientEvents events, OpenidRules rules, Texts texts) {
        FilterRegistrationBean<TokenGate> gate = new FilterRegistrationBean<>(new TokenGate(events, rules, texts));
        gate.setOrder(SecurityFilterProperties.DEFAULT_FILTER_ORDER - 1);
        return gate;
    }

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    SecurityFilterChain openidFilterChain(
            HttpSecurity http,
            SecurityContextRepository contexts,
            JdbcClient jdbc,
            ClientSecrets secrets,
            Refusals refusals,
            AuthorizeRefusals authorizeRefusals,
            AuthorizeChecks checks,
            Tokens tokens,
            ClientLogout logout,
            Detour detour,
            PersonClaims claims,
            Clock clock)
            throws Exception {
        CookieCsrfTokenRepository forgery = CookieCsrfTokenRepository.withHttpOnlyFalse();
        forgery.setCookieCustomizer(cookie -> cookie.sameSite("Lax"));
        RequestMatcher authorize = PathPatternRequestMatcher.withDefaults().matcher("/oauth2/authorize");
        RequestMatcher silent = request ->
                authorize.matches(request) && AuthorizeGate.prompts(request).contains("none");
        http.oauth2AuthorizationServer(server -> {
            http.securityMatcher(server.getEndpointsMatcher());
            endpoints(server, secrets, refusals, authorizeRefusals, checks, tokens, logout);
        });
        return http.authorizeHttpRequests(requests -> requests.requestMatchers(silent)
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .oauth2ResourceServer(tokensOf -> tokensOf.jwt(jwt -> jwt.decoder(tokens::lookUp)))
                .csrf(csrf -> csrf.csrfTokenRepository(forgery)
                        .csrfTokenRequestHandler(new CsrfTokenRequestAttributeHandler()))
                .securityContext(context -> context.securityContextRepository(contexts))
                .requestCache(cache -> cache.disable())
                .headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(ContentPolicy.own()))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN)))
                .exceptionHandling(handling -> handling.defaultAuthenticationEntryPointFor(
                        (request, response, exception) -> detour.toLogin(request, response), authorize))
                .addFilterBefore(
                        new AuthorizeGate(new OpenidSessionStore(jdbc), detour, claims, forgery, clock),
                        AuthorizationFilter.class)
                .build();
    }

    private static void endpoints(
            OAuth2AuthorizationServerConfigurer server,
            ClientSecrets secrets,
            Refusals refusals,
            AuthorizeRefusals authorizeRefusals,
            AuthorizeChecks checks,
            Tokens tokens,
            ClientLogout logout) {
        server.clientAuthentication(client -> client.errorResponseHandler(refusals)
                        .authenticationProviders(providers -> providers.forEach(provider -> {
                            if (provider instanceof ClientSecretAuthenticationProvider bySecret) {
                                bySecret.setPasswordEncoder(secrets);
                            }
                        })))
                .authorizationEndpoint(authorization -> authorization
                        .consentPage(CONSENT_PAGE)
                        .errorResponseHandler(authorizeRefusals)
                        .authenticationProviders(checks::addTo))
                .tokenEndpoint(token -> token.errorResponseHandler(refusals))
                .tokenIntrospectionEndpoint(introspection -> introspection.errorResponseHandler(refusals))
                .tokenRevocationEndpoint(revocation -> revocation.errorResponseHandler(refusals))
                .authorizationServerMetadataEndpoint(
                        metadata -> metadata.authorizationServerMetadataCustomizer(all -> all.grantTypes(types -> {
                            types.clear();
                            types.add("authorization_code");
                            types.add("refresh_token");
                        })))
                .oidc(oidc -> oidc.providerConfigurationEndpoint(
                                provider -> provider.providerConfigurationCustomizer(OpenidConfiguration::describe))
                        .userInfoEndpoint(info -> info.userInfoMapper(tokens::userInfo))
                        .logoutEndpoint(end ->
                                end.logoutResponseHandler(logout::succeed).errorResponseHandler(logout::fail)));
    }

    private static void describe(OidcProviderConfiguration.Builder all) {
        all.scopes(scopes -> {
                    scopes.clear();
                    Arrays.stream(Scope.values()).map(Scope::id).forEach(scopes::add);
                })
                .grantTypes(types -> {
                    types.clear();
                    types.add("authorization_code");
                    types.add("refresh_token");
                })
                .subjectTypes(types -> {
                    types.clear();
                    types.add("pairwise");
                })
                .claims(claims -> {
                    claims.remove("tls_client_certificate_bound_access_tokens");
                    claims.remove("dpop_signing_alg_values_supported");
                    claims.put("acr_values_supported", PersonClaims.levels());
                    claims.put("prompt_values_supported", java.util.List.of("none", "login", "consent"));
                    claims.put("backchannel_logout_supported", true);
                    claims.put("backchannel_logout_session_supported", true);
                });
        methods(all);
    }

    private static void methods(OidcProviderConfiguration.Builder all) {
        all.tokenEndpointAuthenticationMethods(methods -> {
            methods.clear();
            methods.add("client_secret_basic");
            methods.add("client_secret_post");
            methods.add("none");
        });
    }
}
