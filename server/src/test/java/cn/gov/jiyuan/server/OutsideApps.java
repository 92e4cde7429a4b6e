package cn.gov.jiyuan.server;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.jiyuan.server.town.Answer;
import cn.gov.jiyuan.server.town.Browser;
import cn.gov.jiyuan.server.town.ServerTest;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/** What a person does in his browser while another system lets him log in here. */
abstract class OutsideApps extends ServerTest {
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final String PASSWORD = "Jiyuan-2026";
    private static final Pattern FIELD = Pattern.compile("name=\"(\\w+)\" value=\"([^\"]*)\"");

    /** Registered by the administrator just now. */
    final OutsideApp anApp() throws Exception {
        return new OutsideApp(someoneAs("admin"), site(), "app-" + NUMBER.incrementAndGet());
    }

    /** Somebody who is logged in at the app with all that it asks for. */
    final OIDCTokens logsIn(Browser browser, OutsideApp app, String scopes) throws Exception {
        OutsideApp.Attempt attempt = app.asks(scopes);
        Answer answer = browser.get(attempt.path());
        if (answer.path().startsWith("/openid/consent")) {
            answer = agrees(browser, answer, scopes.split(" "));
        }
        OIDCTokens tokens = app.exchanges(attempt, app.code(attempt, answer));
        app.validates(attempt, tokens.getIDToken());
        return tokens;
    }

    /** From the login page to wherever the way leads; the page in between leads on by itself. */
    final Answer logsIn(Browser browser, Answer login, String account) {
        String next = HtmlUtils.htmlUnescape(field(login, "next"));
        Answer onward = browser.post("/login", "name", account, "password", PASSWORD, "next", next);
        assertThat(onward.status()).as(onward.text()).isEqualTo(200);
        Matcher refresh = Pattern.compile("content=\"0;url=([^\"]+)\"").matcher(onward.body());
        assertThat(refresh.find()).as(onward.path() + onward.text()).isTrue();
        return browser.get(HtmlUtils.htmlUnescape(refresh.group(1)));
    }

    final Answer agrees(Browser browser, Answer consent, String... scopes) {
        assertThat(consent.path()).startsWith("/openid/consent");
        return browser.post("/oauth2/authorize", fields(consent, scopes));
    }

    final Answer refuses(Browser browser, Answer consent) {
        Map<String, List<String>> fields = fields(consent, "openid");
        fields.put("refuse", List.of("1"));
        return browser.post("/oauth2/authorize", fields);
    }

    static Map<String, List<String>> fields(Answer consent, String... scopes) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        fields.put("client_id", List.of(field(consent, "client_id")));
        fields.put("state", List.of(field(consent, "state")));
        fields.put("scope", new ArrayList<>(List.of(scopes)));
        return fields;
    }

    private static String field(Answer page, String name) {
        Matcher fields = FIELD.matcher(page.body());
        while (fields.find()) {
            if (fields.group(1).equals(name)) {
                return fields.group(2);
            }
        }
        throw new AssertionError("no field " + name + " in " + page.text());
    }

    final UUID personOf(String account) {
        return jdbc.sql("select person_id from identity.account where login_name = ?")
                .param(account)
                .query(UUID.class)
                .single();
    }

    /** What an administrator sees of an app in the list of security events. */
    final String eventsOf(OutsideApp app) {
        return someoneAs("admin")
                .getJson("/api/records/identity.client-event?clientId=" + app.id())
                .body();
    }
}
