package cn.gov.jiyuan.server;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.jiyuan.server.town.Answer;
import cn.gov.jiyuan.server.town.Browser;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenIntrospectionRequest;
import com.nimbusds.oauth2.sdk.TokenIntrospectionResponse;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.TokenRevocationRequest;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.LogoutRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.UserInfoResponse;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.claims.LogoutTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import com.nimbusds.openid.connect.sdk.validators.LogoutTokenValidator;
import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A system of another department that lets people log in here: an independent implementation of the protocol (the SDK of
 * Connect2id), a web server that takes notices of logout, and a registration made by an administrator on the page.
 */
final class OutsideApp implements AutoCloseable {
    private final Browser administrator;
    private final URI site;
    private final String id;
    private final HttpServer server;
    private final LinkedBlockingQueue<String> notices = new LinkedBlockingQueue<>();
    private volatile int answer = 200;
    private String secret;
    private String page;

    /** One attempt to log in. */
    record Attempt(AuthenticationRequest request, CodeVerifier verifier, Nonce nonce) {
        String path() {
            URI uri = request.toURI();
            return uri.getRawPath() + "?" + uri.getRawQuery();
        }
    }

    OutsideApp(Browser administrator, URI site, String id) throws Exception {
        this.administrator = administrator;
        this.site = site;
        this.id = id;
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/logout-notice", exchange -> {
            notices.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(answer, -1);
            exchange.close();
        });
        server.start();
        register();
    }

    private void register() {
        Answer made = administrator.post("/identity/clients", form(Map.of("clientId", List.of(id))));
        assertThat(made.status()).as(made.text()).isEqualTo(200);
        secret = made.body().replaceAll("(?s).*id=\"secret\">([^<]+)<.*", "$1");
        page = made.body().replaceAll("(?s).*href=\"(/identity/clients/[0-9a-f-]{36})\".*", "$1");
    }

    Map<String, List<String>> form(Map<String, List<String>> more) {
        Map<String, List<String>> form = new java.util.LinkedHashMap<>(Map.of(
                "name", List.of("不动产登记系统"),
                "unit",
                        List.of(cn.gov.jiyuan.platform.parties.Unit.idOf("market")
                                .toString()),
                "redirectUris", List.of(callback().toString()),
                "postLogoutUris", List.of(goodbye().toString()),
                "backchannelUri", List.of(address() + "/logout-notice"),
                "ticketUri", List.of(address() + "/enter"),
                "scopes", List.of("PROFILE", "PHONE", "LEVEL", "ORG", "ACTING")));
        form.putAll(more);
        return form;
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    URI callback() {
        return URI.create(address() + "/callback");
    }

    URI goodbye() {
        return URI.create(address() + "/goodbye");
    }

    String id() {
        return id;
    }

    /** Its page for the administrator. */
    String page() {
        return page;
    }

    void fails() {
        answer = 500;
    }

    OIDCProviderMetadata provider() throws Exception {
        return OIDCProviderMetadata.resolve(new Issuer(site));
    }

    Attempt asks(String scopes, Consumer<AuthenticationRequest.Builder> more) throws Exception {
        CodeVerifier verifier = new CodeVerifier();
        Nonce nonce = new Nonce();
        AuthenticationRequest.Builder builder = new AuthenticationRequest.Builder(
                        ResponseType.CODE, Scope.parse(scopes), new ClientID(id), callback())
                .endpointURI(provider().getAuthorizationEndpointURI())
                .state(new State())
                .nonce(nonce)
                .codeChallenge(verifier, CodeChallengeMethod.S256);
        more.accept(builder);
        return new Attempt(builder.build(), verifier, nonce);
    }

    Attempt asks(String scopes) throws Exception {
        return asks(scopes, builder -> {});
    }

    /** What came back with the browser. */
    AuthenticationResponse returned(Attempt attempt, Answer answer) throws Exception {
        assertThat(answer.status()).as(answer.text()).isEqualTo(302);
        String location = answer.header("Location");
        assertThat(location).startsWith(callback().toString());
        AuthenticationResponse response = AuthenticationResponseParser.parse(URI.create(location));
        assertThat(response.getState()).isEqualTo(attempt.request().getState());
        return response;
    }

    AuthorizationCode code(Attempt attempt, Answer answer) throws Exception {
        AuthenticationResponse response = returned(attempt, answer);
        assertThat(response.indicatesSuccess()).as(answer.header("Location")).isTrue();
        return response.toSuccessResponse().getAuthorizationCode();
    }

    OIDCTokens exchanges(Attempt attempt, AuthorizationCode code) throws Exception {
        return succeeded(tries(new AuthorizationCodeGrant(code, callback(), attempt.verifier())));
    }

    OIDCTokens refreshes(RefreshToken token) throws Exception {
        return succeeded(tries(new RefreshTokenGrant(token)));
    }

    private static OIDCTokens succeeded(HTTPResponse response) throws Exception {
        TokenResponse parsed = OIDCTokenResponseParser.parse(response);
        assertThat(parsed.indicatesSuccess()).as(response.getBody()).isTrue();
        return ((OIDCTokenResponse) parsed.toSuccessResponse()).getOIDCTokens();
    }

    HTTPResponse tries(AuthorizationGrant grant) throws Exception {
        return tries(grant, secret);
    }

    HTTPResponse tries(AuthorizationGrant grant, String secret) throws Exception {
        return new TokenRequest(
                        provider().getTokenEndpointURI(),
                        new ClientSecretBasic(new ClientID(id), new Secret(secret)),
                        grant)
                .toHTTPRequest()
                .send();
    }

    IDTokenClaimsSet validates(Attempt attempt, JWT token) throws Exception {
        return validator().validate(token, attempt.nonce());
    }

    IDTokenValidator validator() throws Exception {
        return new IDTokenValidator(
                new Issuer(site),
                new ClientID(id),
                JWSAlgorithm.RS256,
                provider().getJWKSetURI().toURL());
    }

    UserInfoResponse userInfo(AccessToken token) throws Exception {
        return UserInfoResponse.parse(new UserInfoRequest(
                        provider().getUserInfoEndpointURI(), (com.nimbusds.oauth2.sdk.token.BearerAccessToken) token)
                .toHTTPRequest()
                .send());
    }

    boolean introspectsAsActive(AccessToken token) throws Exception {
        return TokenIntrospectionResponse.parse(
                        new TokenIntrospectionRequest(provider().getIntrospectionEndpointURI(), authentication(), token)
                                .toHTTPRequest()
                                .send())
                .toSuccessResponse()
                .isActive();
    }

    void revokes(AccessToken token) throws Exception {
        HTTPResponse response = new TokenRevocationRequest(
                        provider().getRevocationEndpointURI(), authentication(), token)
                .toHTTPRequest()
                .send();
        assertThat(response.getStatusCode()).isEqualTo(200);
    }

    String logoutPath(JWT token) throws Exception {
        URI uri = new LogoutRequest(provider().getEndSessionEndpointURI(), token, goodbye(), new State("bye")).toURI();
        return uri.getRawPath() + "?" + uri.getRawQuery();
    }

    private ClientSecretBasic authentication() {
        return new ClientSecretBasic(new ClientID(id), new Secret(secret));
    }

    HttpResponse<String> exchangesTicket(String ticket) throws Exception {
        String credentials = Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(site.resolve("/api/open/tickets"))
                .header("Authorization", "Basic " + credentials)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("ticket=" + ticket))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    /** The next notice of logout, validated. */
    LogoutTokenClaimsSet isTold() throws Exception {
        String notice = notices.poll(20, TimeUnit.SECONDS);
        assertThat(notice).as("notice of logout").isNotNull();
        String token = URLDecoder.decode(notice.substring("logout_token=".length()), StandardCharsets.UTF_8);
        return new LogoutTokenValidator(
                        new Issuer(site),
                        new ClientID(id),
                        JWSAlgorithm.RS256,
                        provider().getJWKSetURI().toURL())
                .validate(JWTParser.parse(token));
    }

    boolean wasTold() {
        return !notices.isEmpty();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
