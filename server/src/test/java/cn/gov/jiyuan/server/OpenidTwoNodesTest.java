package cn.gov.jiyuan.server;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.jiyuan.server.town.Answer;
import cn.gov.jiyuan.server.town.Browser;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.Environment;

/** A login at another system that begins on one node goes on at the other, also when that node is gone. */
class OpenidTwoNodesTest extends OutsideApps {
    @Autowired
    private Environment environment;

    @Test
    void aLoginBegunOnANodeThatDiesGoesOnAtTheOther(@TempDir Path folder) throws Exception {
        Browser here = aCitizen();
        try (OutsideApp app = anApp()) {
            // The first login says under which address the provider is known in this session.
            logsIn(here, app, "openid");
            OutsideApp.Attempt attempt = app.asks("openid profile");
            OutsideApp.Attempt second = app.asks("openid profile");
            AuthorizationCode code;
            AuthorizationCode unused;
            try (ConfigurableApplicationContext other = anotherNode(folder)) {
                Browser there = new Browser(
                        URI.create("http://127.0.0.1:" + other.getEnvironment().getProperty("local.server.port")));
                here.cookies().forEach(there::setCookie);
                Answer consent = there.get(attempt.path());
                code = app.code(attempt, agrees(here, consent, "openid", "profile"));
                unused = app.code(second, there.get(second.path()));
            }
            OIDCTokens tokens = app.exchanges(attempt, code);
            app.exchanges(second, unused);
            assertThat(app.userInfo(tokens.getAccessToken()).indicatesSuccess()).isTrue();
            here.post("/logout");
            assertThat(app.isTold().getSessionID().getValue())
                    .isEqualTo(tokens.getIDToken().getJWTClaimsSet().getStringClaim("sid"));
        }
    }

    private ConfigurableApplicationContext anotherNode(Path folder) {
        String home = environment.getRequiredProperty("jiyuan.home");
        // Both live on the same day, or the deadlines of all other tests would run out on this one.
        return new SpringApplicationBuilder(JiyuanApplication.class)
                .web(WebApplicationType.SERVLET)
                .initializers(node -> ((GenericApplicationContext) node)
                        .registerBean("sharedClock", Clock.class, () -> clock, bean -> bean.setPrimary(true)))
                .run(
                        "--server.port=0",
                        "--jiyuan.demo.enabled=false",
                        "--jiyuan.openid.loopback-clients=true",
                        "--jiyuan.home=" + folder.resolve("home"),
                        "--jiyuan.keys.master=" + Path.of(home, "keys/master.key"),
                        "--jiyuan.database.url=" + environment.getRequiredProperty("jiyuan.database.url"),
                        "--jiyuan.database.user=" + environment.getProperty("jiyuan.database.user", ""),
                        "--jiyuan.database.password=" + environment.getProperty("jiyuan.database.password", ""));
    }
}
