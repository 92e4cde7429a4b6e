package cn.gov.jiyuan.server;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.jiyuan.scenario.Scenario;
import cn.gov.jiyuan.server.town.Answer;
import cn.gov.jiyuan.server.town.Browser;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What goes wrong between this platform and another system, by accident or by intent. */
class OpenidFaultsTest extends OutsideApps {
    @Test
    @Scenario("S17.4")
    void aTicketIsExchangedOnceAndTheSecondTimeIsAnAlarm() throws Exception {
        Browser browser = aCitizen();
        try (OutsideApp app = anApp()) {
            String ticket = aTicket(browser, app);
            HttpResponse<String> first = app.exchangesTicket(ticket);
            assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
            assertThat(first.body()).contains("\"sub\"", "\"acr\"", "\"sid\"").doesNotContain("phone");
            HttpResponse<String> second = app.exchangesTicket(ticket);
            assertThat(second.statusCode()).isEqualTo(401);
            assertThat(second.body()).contains("identity.ticket-refused", "已经用过");
            assertThat(eventsOf(app)).contains("TICKET_REPLAYED");
            assertThat(audited("identity.client-ticket-replayed", app)).isTrue();

            browser.post("/logout");
            assertThat(app.isTold().getSessionID()).isNotNull();
        }
    }

    @Test
    void aTicketRunsOutAndServesOnlyTheSystemItWasMadeFor() throws Exception {
        Browser browser = aCitizen();
        try (OutsideApp app = anApp();
                OutsideApp other = anApp()) {
            String late = aTicket(browser, app);
            clock.set("2022-09-26T09:01:01");
            assertThat(app.exchangesTicket(late).statusCode()).isEqualTo(401);
            String stolen = aTicket(browser, app);
            assertThat(other.exchangesTicket(stolen).statusCode()).isEqualTo(401);
            assertThat(app.exchangesTicket(stolen).statusCode()).isEqualTo(200);
            String orphan = aTicket(browser, app);
            browser.post("/logout");
            assertThat(app.exchangesTicket(orphan).statusCode()).isEqualTo(401);
            Answer enters = aCitizen().post("/openid/enter", "client", app.id());
            assertThat(enters.header("Location")).startsWith(app.address() + "/enter?ticket=");
        }
    }

    private static String aTicket(Browser browser, OutsideApp app) {
        Answer issued = browser.post("/api/session/tickets", "client", app.id());
        assertThat(issued.status()).as(issued.body()).isEqualTo(200);
        return issued.json().path("ticket").asString();
    }

    @Test
    void aCodeUsedTwiceEndsWhatTheFirstUseBrought() throws Exception {
        try (OutsideApp app = anApp()) {
            Browser browser = aCitizen();
            OutsideApp.Attempt attempt = app.asks("openid");
            AuthorizationCode code = app.code(attempt, agrees(browser, browser.get(attempt.path()), "openid"));
            OIDCTokens tokens = app.exchanges(attempt, code);
            HTTPResponse again = app.tries(new AuthorizationCodeGrant(code, app.callback(), attempt.verifier()));
            assertThat(again.getStatusCode()).isEqualTo(400);
            assertThat(again.getBody()).contains("invalid_grant");
            assertThat(app.introspectsAsActive(tokens.getAccessToken())).isFalse();
            assertThat(app.tries(new RefreshTokenGrant(tokens.getRefreshToken()))
                            .getStatusCode())
                    .isEqualTo(400);
            assertThat(eventsOf(app)).contains("CODE_REPLAYED");
            assertThat(audited("identity.client-code-replayed", app)).isTrue();
        }
    }

    @Test
    void aCodeUsedTwiceAtOnceSucceedsAtMostOnce() throws Exception {
        try (OutsideApp app = anApp();
                ExecutorService both = Executors.newVirtualThreadPerTaskExecutor()) {
            Browser browser = aCitizen();
            OutsideApp.Attempt attempt = app.asks("openid");
            AuthorizationCode code = app.code(attempt, agrees(browser, browser.get(attempt.path()), "openid"));
            Callable<Integer> use =
                    () -> app.tries(new AuthorizationCodeGrant(code, app.callback(), attempt.verifier()))
                            .getStatusCode();
            List<Future<Integer>> uses = both.invokeAll(List.of(use, use, use, use));
            int successes = 0;
            for (Future<Integer> each : uses) {
                successes += each.get() == 200 ? 1 : 0;
            }
            assertThat(successes).isEqualTo(1);
        }
    }

    @Test
    void aRefreshTokenUsedTwiceEndsTheLogin() throws Exception {
        try (OutsideApp app = anApp()) {
            OIDCTokens first = logsIn(aCitizen(), app, "openid");
            OIDCTokens second = app.refreshes(first.getRefreshToken());
            assertThat(app.tries(new RefreshTokenGrant(first.getRefreshToken())).getStatusCode())
                    .isEqualTo(400);
            assertThat(app.introspectsAsActive(second.getAccessToken())).isFalse();
            assertThat(eventsOf(app)).contains("TOKEN_REPLAYED");
        }
    }

    @Test
    void nobodyIsSentToAnAddressThatIsNotRegistered() throws Exception {
        try (OutsideApp app = anApp()) {
            String registered =
                    java.net.URLEncoder.encode(app.callback().toString(), java.nio.charset.StandardCharsets.UTF_8);
            String path = app.asks("openid").path().replace(registered, "https%3A%2F%2Fevil.example%2Fcallback");
            assertThat(path).contains("evil.example");
            for (Browser browser : List.of(aVisitor(), aCitizen())) {
                Answer answer = browser.get(path);
                assertThat(answer.status()).isEqualTo(422);
                assertThat(answer.header("Location")).isEmpty();
                assertThat(answer.text()).contains("要求返回的地址没有登记", "identity.redirect-refused");
                assertThat(answer.body()).doesNotContain("evil.example/callback\"");
            }
            assertThat(eventsOf(app)).contains("REDIRECT_REFUSED", "evil.example");
            assertThat(audited("identity.client-redirect-refused", app)).isTrue();
        }
    }

    @Test
    void aWrongVerifierOrNoChallengeGetsNoToken() throws Exception {
        try (OutsideApp app = anApp()) {
            Browser browser = aCitizen();
            OutsideApp.Attempt attempt = app.asks("openid");
            AuthorizationCode code = app.code(attempt, agrees(browser, browser.get(attempt.path()), "openid"));
            HTTPResponse wrong = app.tries(new AuthorizationCodeGrant(code, app.callback(), new CodeVerifier()));
            assertThat(wrong.getStatusCode()).isEqualTo(400);
            HTTPResponse none = app.tries(new AuthorizationCodeGrant(code, app.callback()));
            assertThat(none.getStatusCode()).isEqualTo(400);
            assertThat(eventsOf(app)).contains("GRANT_REFUSED");

            String bare = app.asks("openid").path().replaceAll("&?code_challenge(_method)?=[^&]*", "");
            assertThat(browser.get(bare).header("Location")).contains("error=invalid_request");
        }
    }

    @Test
    void aWrongSecretIsRefusedAndRepeatedGuessesAreNotHeard() throws Exception {
        try (OutsideApp app = anApp()) {
            AuthorizationCodeGrant grant =
                    new AuthorizationCodeGrant(new AuthorizationCode("none"), app.callback(), new CodeVerifier());
            assertThat(app.tries(grant, "guess").getStatusCode()).isEqualTo(401);
            int last = 0;
            for (int i = 0; i < 22; i++) {
                last = app.tries(grant, "guess" + i).getStatusCode();
            }
            assertThat(last).isEqualTo(429);
            assertThat(app.tries(grant).getStatusCode()).isEqualTo(429);
            clock.set("2022-09-26T09:15");
            assertThat(app.tries(grant).getStatusCode()).isEqualTo(400);
        }
    }

    @Test
    void aSystemThatDoesNotAnswerHoldsUpNobodyAndIsSeenByTheAdministrator() throws Exception {
        Browser browser = aCitizen();
        try (OutsideApp dead = anApp();
                OutsideApp alive = anApp()) {
            logsIn(browser, dead, "openid");
            logsIn(browser, alive, "openid");
            dead.fails();
            long begin = System.nanoTime();
            browser.post("/logout");
            assertThat(System.nanoTime() - begin).isLessThan(5_000_000_000L);
            assertThat(browser.get("/my").path()).startsWith("/login");
            assertThat(alive.isTold().getSessionID()).isNotNull();
            assertThat(dead.isTold().getSessionID()).isNotNull();
            for (int i = 0; i < 7; i++) {
                int attempts = i + 1;
                await(() -> attempts(dead) == attempts);
                clock.set("2022-09-26T%02d:00".formatted(10 + i));
                assertThat(dead.isTold().getSessionID()).isNotNull();
            }
            await(() -> eventsOf(dead).contains("LOGOUT_GIVEN_UP"));
            assertThat(eventsOf(dead)).contains("LOGOUT_UNANSWERED", "HTTP 500");
            clock.set("2022-09-26T20:00");
            Thread.sleep(2_500);
            assertThat(dead.wasTold()).as("told again after giving up").isFalse();
        }
    }

    @Test
    void nobodyCanAgreeInAnothersName() throws Exception {
        Browser browser = aCitizen();
        try (OutsideApp app = anApp()) {
            Answer consent = browser.get(app.asks("openid profile").path());
            Map<String, List<String>> fields = fields(consent, "openid", "profile");
            Answer forged = browser.postOnce("/oauth2/authorize", fields);
            assertThat(forged.header("Location")).isEmpty();
            assertThat(forged.status()).isEqualTo(403);
            Answer foreign = someoneAs("citizen9").post("/oauth2/authorize", fields);
            assertThat(foreign.header("Location")).isEmpty();
            assertThat(foreign.status()).isEqualTo(422);
        }
    }

    @Test
    void aLogoutThatCannotBeVerifiedEndsNothing() throws Exception {
        Browser browser = aCitizen();
        try (OutsideApp app = anApp()) {
            OIDCTokens tokens = logsIn(browser, app, "openid");
            Answer forged = browser.get("/connect/logout?id_token_hint=x.y.z");
            assertThat(forged.text()).contains("identity.logout-refused");
            Answer elsewhere = browser.get(app.logoutPath(tokens.getIDToken())
                    .replaceAll(
                            "post_logout_redirect_uri=[^&]*", "post_logout_redirect_uri=https%3A%2F%2Fevil.example"));
            assertThat(elsewhere.header("Location")).isEmpty();
            assertThat(elsewhere.text()).contains("identity.logout-refused");
            assertThat(browser.get("/my").path()).isEqualTo("/my");
        }
    }

    private int attempts(OutsideApp app) {
        return jdbc.sql("select d.attempts from identity.logout_delivery d join identity.client c on c.id = d.client_id"
                        + " where c.client_id = ?")
                .param(app.id())
                .query(Integer.class)
                .single();
    }

    private boolean audited(String action, OutsideApp app) {
        return jdbc.sql("select count(*) from audit.event where action = ? and subject_id = ?")
                        .params(action, app.id())
                        .query(Long.class)
                        .single()
                > 0;
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + 20_000_000_000L;
        while (!condition.call()) {
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.sleep(200);
        }
    }
}
