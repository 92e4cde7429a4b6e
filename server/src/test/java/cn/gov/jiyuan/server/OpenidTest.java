package cn.gov.jiyuan.server;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.jiyuan.platform.jobs.RecurringWork;
import cn.gov.jiyuan.platform.parties.DemoPopulation;
import cn.gov.jiyuan.server.town.Answer;
import cn.gov.jiyuan.server.town.Browser;
import com.nimbusds.openid.connect.sdk.Prompt;
import com.nimbusds.openid.connect.sdk.claims.ACR;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.claims.LogoutTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.claims.UserInfo;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Another department's system lets people log in here, and hears when they leave. */
class OpenidTest extends OutsideApps {
    @Autowired
    private List<RecurringWork> works;

    @Test
    void aCitizenLogsInAtAnotherSystemAndHandsOverOnlyWhatHeAgreedTo() throws Exception {
        try (OutsideApp app = anApp()) {
            OutsideApp.Attempt attempt = app.asks("openid profile phone level");
            Browser browser = aVisitor();
            Answer login = browser.get(attempt.path());
            assertThat(login.path()).startsWith("/login?next=");
            Answer consent = logsIn(browser, login, "citizen");
            assertThat(consent.path()).startsWith("/openid/consent");
            assertThat(consent.text()).contains("不动产登记系统", "市场监督管理局", "姓名", "手机号码", "实名等级");
            assertThat(consent.header("Content-Security-Policy")).contains("form-action 'self' " + app.address());

            Answer back = agrees(browser, consent, "openid", "profile", "level");
            OIDCTokens tokens = app.exchanges(attempt, app.code(attempt, back));
            IDTokenClaimsSet claims = app.validates(attempt, tokens.getIDToken());
            assertThat(claims.getSubject().getValue())
                    .doesNotContain(personOf("citizen").toString());
            assertThat(claims.getSessionID()).isNotNull();
            assertThat(claims.getACR()).isNotNull();

            UserInfo info =
                    app.userInfo(tokens.getAccessToken()).toSuccessResponse().getUserInfo();
            DemoPopulation.Citizen citizen = DemoPopulation.citizen(0);
            assertThat(info.getSubject()).isEqualTo(claims.getSubject());
            assertThat(info.getName()).isEqualTo(citizen.name());
            assertThat(info.getNumberClaim("real_level")).isNotNull();
            assertThat(info.getPhoneNumber()).as("not agreed to").isNull();
            assertThat(info.toJSONString()).doesNotContain(citizen.idNumber().value(), citizen.phone());
        }
    }

    @Test
    void whoOnlyLogsInShowsHalfHisNameAndEachSystemKnowsHimByAnotherNumber() throws Exception {
        Browser browser = aCitizen();
        try (OutsideApp one = anApp();
                OutsideApp other = anApp()) {
            OIDCTokens tokens = logsIn(browser, one, "openid");
            UserInfo here =
                    one.userInfo(tokens.getAccessToken()).toSuccessResponse().getUserInfo();
            UserInfo there = other.userInfo(logsIn(browser, other, "openid").getAccessToken())
                    .toSuccessResponse()
                    .getUserInfo();
            assertThat(here.getName())
                    .contains("*")
                    .isNotEqualTo(DemoPopulation.citizen(0).name());
            assertThat(there.getSubject()).isNotEqualTo(here.getSubject());
        }
    }

    @Test
    void aSystemLearnsForWhichFirmSomebodyActsAndOfAnOfficialHisUnit() throws Exception {
        Browser owner = someoneAs("owner");
        actForTheFirm(owner);
        try (OutsideApp app = anApp()) {
            UserInfo info = app.userInfo(logsIn(owner, app, "openid acting org").getAccessToken())
                    .toSuccessResponse()
                    .getUserInfo();
            assertThat(info.toJSONString())
                    .contains(DemoPopulation.firm(0).name())
                    .contains(DemoPopulation.firm(0).uscc().value())
                    .doesNotContain("unit_id");
            Browser clerk = aClerk().browser();
            assertThat(app.userInfo(logsIn(clerk, app, "openid org").getAccessToken())
                            .toSuccessResponse()
                            .getUserInfo()
                            .toJSONString())
                    .contains("unit_id", "post");
        }
    }

    @Test
    void consentIsRememberedAndTakenBackByThePerson() throws Exception {
        Browser browser = aCitizen();
        try (OutsideApp app = anApp()) {
            OIDCTokens tokens = logsIn(browser, app, "openid profile");
            OutsideApp.Attempt again = app.asks("openid profile");
            app.code(again, browser.get(again.path()));

            Answer mine = browser.get("/my/consents");
            assertThat(mine.text()).contains("不动产登记系统", "市场监督管理局");
            String client = app.page().substring("/identity/clients/".length());
            browser.post("/my/consents/withdraw", "client", client);
            assertThat(app.isTold().getSessionID()).isNotNull();
            assertThat(app.userInfo(tokens.getAccessToken()).indicatesSuccess()).isFalse();
            assertThat(app.introspectsAsActive(tokens.getAccessToken())).isFalse();
            OutsideApp.Attempt third = app.asks("openid profile");
            assertThat(browser.get(third.path()).path()).startsWith("/openid/consent");
        }
    }

    @Test
    void whoSaysNoReturnsWithoutACode() throws Exception {
        Browser browser = aCitizen();
        try (OutsideApp app = anApp()) {
            OutsideApp.Attempt attempt = app.asks("openid profile");
            Answer no = refuses(browser, browser.get(attempt.path()));
            assertThat(app.returned(attempt, no)
                            .toErrorResponse()
                            .getErrorObject()
                            .getCode())
                    .isEqualTo("access_denied");
        }
    }

    @Test
    void loggingOutOfThePortalLogsOutOfEverySystem() throws Exception {
        Browser browser = aCitizen();
        try (OutsideApp one = anApp();
                OutsideApp other = anApp()) {
            OIDCTokens here = logsIn(browser, one, "openid");
            OIDCTokens there = logsIn(browser, other, "openid");
            browser.post("/logout");

            LogoutTokenClaimsSet told = one.isTold();
            assertThat(told.getSessionID().getValue())
                    .isEqualTo(here.getIDToken().getJWTClaimsSet().getStringClaim("sid"));
            assertThat(told.getSubject().getValue())
                    .isEqualTo(here.getIDToken().getJWTClaimsSet().getSubject());
            assertThat(other.isTold().getSessionID()).isEqualTo(told.getSessionID());
            assertThat(one.userInfo(here.getAccessToken()).indicatesSuccess()).isFalse();
            assertThat(other.introspectsAsActive(there.getAccessToken())).isFalse();
        }
    }

    @Test
    void loggingOutAtOneSystemEndsThePortalAndTheOthers() throws Exception {
        Browser browser = aCitizen();
        try (OutsideApp one = anApp();
                OutsideApp other = anApp()) {
            OIDCTokens here = logsIn(browser, one, "openid");
            logsIn(browser, other, "openid");
            Answer bye = browser.get(one.logoutPath(here.getIDToken()));
            assertThat(bye.header("Location")).isEqualTo(one.goodbye() + "?state=bye");
            assertThat(browser.get("/my").path()).startsWith("/login");
            assertThat(other.isTold().getSessionID()).isNotNull();

            Answer twice = browser.get(one.logoutPath(here.getIDToken()));
            assertThat(twice.header("Location")).startsWith(one.goodbye().toString());
        }
    }

    @Test
    void aNewPasswordOnAnotherDeviceEndsTheSessionsOfOldOnesElsewhere() throws Exception {
        Browser browser = someoneAs("citizen7");
        try (OutsideApp app = anApp()) {
            logsIn(browser, app, "openid");
            jdbc.sql("delete from identity.session where principal_name = ?")
                    .param(personOf("citizen7").toString())
                    .update();
            assertThat(app.isTold().getSessionID()).isNotNull();
        }
    }

    @Test
    void aFreshLoginIsAskedForWhereASystemWantsIt() throws Exception {
        Browser browser = aCitizen();
        try (OutsideApp app = anApp()) {
            logsIn(browser, app, "openid");
            OutsideApp.Attempt afresh = app.asks("openid", more -> more.prompt(Prompt.Type.LOGIN));
            Answer login = browser.get(afresh.path());
            assertThat(login.path()).startsWith("/login?next=");
            clock.set("2022-09-26T09:20");
            app.code(afresh, logsIn(browser, login, "citizen"));

            clock.set("2022-09-26T09:40");
            OutsideApp.Attempt young = app.asks("openid", more -> more.maxAge(600));
            assertThat(browser.get(young.path()).path()).startsWith("/login?next=");
            OutsideApp.Attempt old = app.asks("openid", more -> more.maxAge(3600));
            app.code(old, browser.get(old.path()));
        }
    }

    @Test
    void aSystemMayAskWithoutShowingAnything() throws Exception {
        try (OutsideApp app = anApp()) {
            OutsideApp.Attempt silent = app.asks("openid", more -> more.prompt(Prompt.Type.NONE));
            Answer stranger = aVisitor().get(silent.path());
            assertThat(app.returned(silent, stranger)
                            .toErrorResponse()
                            .getErrorObject()
                            .getCode())
                    .isEqualTo("login_required");
            Browser browser = aCitizen();
            assertThat(app.returned(silent, browser.get(silent.path()))
                            .toErrorResponse()
                            .getErrorObject()
                            .getCode())
                    .isEqualTo("consent_required");
            logsIn(browser, app, "openid");
            app.code(silent, browser.get(silent.path()));
        }
    }

    @Test
    void whoHasNotReachedTheLevelMayRaiseItOrElseTheSystemIsTold() throws Exception {
        jdbc.sql("update parties.person set real_level = 2 where id = ?")
                .param(personOf("citizen8"))
                .update();
        Browser browser = someoneAs("citizen8");
        try (OutsideApp app = anApp()) {
            OutsideApp.Attempt face = app.asks("openid", more -> more.acrValues(List.of(level(3))));
            assertThat(browser.get(face.path()).path()).startsWith("/identity/level?need=3&next=%2Fopenid%2Fonward");
            for (OutsideApp.Attempt attempt : List.of(
                    app.asks("openid", more -> more.acrValues(List.of(level(4)))),
                    app.asks("openid", more -> more.acrValues(List.of(level(3))).prompt(Prompt.Type.NONE)))) {
                assertThat(app.returned(attempt, browser.get(attempt.path()))
                                .toErrorResponse()
                                .getErrorObject()
                                .getCode())
                        .isEqualTo("unmet_authentication_requirements");
            }
            OutsideApp.Attempt low = app.asks("openid", more -> more.acrValues(List.of(level(2))));
            assertThat(browser.get(low.path()).path()).startsWith("/openid/consent");
        }
    }

    private static ACR level(int number) {
        return new ACR("urn:jiyuan:level:" + number);
    }

    @Test
    void refreshTokensAreUsedOnceAndTokensCanBeRevoked() throws Exception {
        try (OutsideApp app = anApp()) {
            OIDCTokens first = logsIn(aCitizen(), app, "openid");
            OIDCTokens second = app.refreshes(first.getRefreshToken());
            assertThat(second.getRefreshToken()).isNotEqualTo(first.getRefreshToken());
            assertThat(app.introspectsAsActive(second.getAccessToken())).isTrue();
            app.validator().validate(second.getIDToken(), null);
            assertThat(second.getIDToken().getJWTClaimsSet().getStringClaim("sid"))
                    .isEqualTo(first.getIDToken().getJWTClaimsSet().getStringClaim("sid"));
            app.revokes(second.getAccessToken());
            assertThat(app.introspectsAsActive(second.getAccessToken())).isFalse();
        }
    }

    @Test
    void anotherSystemFindsEverythingInTheDiscoveryDocument() throws Exception {
        try (OutsideApp app = anApp()) {
            OIDCProviderMetadata provider = app.provider();
            assertThat(provider.supportsBackChannelLogout()).isTrue();
            assertThat(provider.supportsBackChannelLogoutSession()).isTrue();
            assertThat(provider.getSubjectTypes()).hasToString("[pairwise]");
            assertThat(provider.getScopes().toStringList())
                    .containsExactlyInAnyOrder("openid", "profile", "phone", "level", "org", "acting");
            assertThat(provider.getEndSessionEndpointURI()).isNotNull();
        }
    }

    @Test
    void aNewSigningKeyIsPublishedBeforeItSignsAndTheOldOneAfterIt() throws Exception {
        RecurringWork care = works.stream()
                .filter(work -> work.name().equals("identity.openid"))
                .findFirst()
                .orElseThrow();
        try (OutsideApp app = anApp()) {
            String before = signingKey(app);
            clock.set("2023-01-15T09:00");
            care.run();
            assertThat(keys()).hasSize(2);
            assertThat(signingKey(app)).isEqualTo(before);
            clock.set("2023-01-16T10:00");
            Thread.sleep(5_500);
            String after = signingKey(app);
            assertThat(after).isNotEqualTo(before);
            assertThat(keys()).contains(before, after);
        } finally {
            jdbc.sql("delete from identity.signing_key where made_at > '2023-01-01'")
                    .update();
            jdbc.sql("update identity.signing_key set published_to = null").update();
            Thread.sleep(5_500);
        }
    }

    private String signingKey(OutsideApp app) throws Exception {
        Browser browser = aCitizen();
        return ((com.nimbusds.jwt.SignedJWT) logsIn(browser, app, "openid").getIDToken())
                .getHeader()
                .getKeyID();
    }

    private List<String> keys() {
        return aVisitor().getJson("/oauth2/jwks").json().path("keys").findValuesAsString("kid");
    }

    @Test
    void anAdministratorRegistersChangesAndSuspendsASystem() throws Exception {
        Browser admin = someoneAs("admin");
        try (OutsideApp app = anApp()) {
            OIDCTokens tokens = logsIn(aCitizen(), app, "openid");
            assertThat(admin.get(app.page()).body()).doesNotContain("id=\"secret\"");
            Answer bad = admin.post(
                    app.page(),
                    app.form(Map.of("version", List.of("1"), "redirectUris", List.of("http://app.example/"))));
            assertThat(bad.status()).isEqualTo(422);
            assertThat(bad.text()).contains("地址不能登记：http://app.example/");
            Answer changed =
                    admin.post(app.page(), app.form(Map.of("version", List.of("1"), "name", List.of("不动产登记新系统"))));
            assertThat(changed.text()).contains("已保存");
            Answer stale = admin.post(app.page(), app.form(Map.of("version", List.of("1"))));
            assertThat(stale.text()).contains("刚刚被别人修改过");

            admin.post(app.page() + "/suspend");
            assertThat(app.userInfo(tokens.getAccessToken()).indicatesSuccess()).isFalse();
            Answer refused = aCitizen().get(app.asks("openid").path());
            assertThat(refused.text()).contains("它已停用", "identity.client-unknown");
            assertThat(admin.getJson("/api/records/identity.client?clientId=" + app.id())
                            .body())
                    .contains("不动产登记新系统", "suspended");
            assertThat(aClerk().browser()
                            .send("GET", app.page(), BodyPublishers.noBody(), "text/html", Map.of())
                            .status())
                    .isEqualTo(403);
        }
    }
}
