package cn.gov.jiyuan.server.town;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.jiyuan.platform.database.TestHome;
import cn.gov.jiyuan.platform.database.TestPostgres;
import cn.gov.jiyuan.platform.demo.DemoSource;
import cn.gov.jiyuan.platform.jobs.Progress;
import cn.gov.jiyuan.platform.jobs.RecurringWork;
import cn.gov.jiyuan.platform.jobs.RecurringWorks;
import cn.gov.jiyuan.platform.parties.DemoPopulation;
import cn.gov.jiyuan.server.JiyuanApplication;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/**
 * Base of tests of the whole: the application as it is started, on a real database, visited over HTTP. All tests share
 * one application and its people; each makes the matters that it needs.
 */
@SpringBootTest(classes = JiyuanApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(ServerTest.Time.class)
public abstract class ServerTest {
    /** A Monday, before the holidays of the scenarios; certificates of the town are older. */
    protected static final String TODAY = "2022-09-26T09:00";

    private static final String FOUNDED = "2022-08-01T09:00";
    private static final String PASSWORD = "Jiyuan-2026";
    private static final Set<String> PEOPLE = Set.of("DemoParties", "DemoAccounts");
    private static final Path HOME = home();

    @LocalServerPort
    private int port;

    @Autowired
    protected MutableClock clock;

    @Autowired
    protected JdbcClient jdbc;

    @Autowired
    private List<DemoSource> sources;

    @Autowired
    private List<RecurringWork> single;

    @Autowired
    private List<RecurringWorks> several;

    @TestConfiguration(proxyBeanMethods = false)
    static class Time {
        @Bean
        @Primary
        MutableClock mutableClock() {
            return new MutableClock(FOUNDED);
        }
    }

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) {
        TestPostgres.register(registry);
        registry.add("jiyuan.home", HOME::toString);
        registry.add("jiyuan.demo.enabled", () -> "false");
        registry.add("jiyuan.database.patience", () -> "15s");
        registry.add("jiyuan.identity.face.demonstration", () -> "true");
        registry.add("jiyuan.openid.loopback-clients", () -> "true");
        registry.add("jiyuan.exchange.loopback-subscribers", () -> "true");
        registry.add("jiyuan.collecting.hosts", () -> "127.0.0.1");
        registry.add("jiyuan.collecting.part-rows", () -> "1000");
    }

    /** Removed by the next run: the application still writes to it while it stops. */
    private static Path home() {
        try {
            return Files.createDirectories(
                    new TestHome().createTempDirectory(null, null).resolve("home"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @BeforeEach
    void theTownStands() {
        boolean empty = jdbc.sql("select count(*) from identity.account")
                        .query(Long.class)
                        .single()
                == 0;
        if (empty) {
            clock.set(FOUNDED);
            peopleMoveIn();
            jdbc.sql("update items.version set effective_from = '2022-01-01' where number = 1")
                    .update();
            sealsAreMade();
        }
        clock.set(TODAY);
        // The tests share one network address; what one of them got wrong on purpose must not lock out the others.
        jdbc.sql("delete from identity.failed_sign_in").update();
    }

    private void peopleMoveIn() {
        sources.stream()
                .filter(source -> PEOPLE.contains(source.name()))
                .sorted(Comparator.comparingInt(DemoSource::order))
                .forEach(source -> source.load(new Silent()));
    }

    private void sealsAreMade() {
        Browser sealer = anOfficial("sealer").browser();
        for (String kind : List.of("OFFICIAL", "APPROVAL")) {
            Answer made = sealer.post("/api/seals", "kind", kind);
            assertThat(made.status()).as(made.body()).isEqualTo(200);
        }
    }

    /** Lets a recurring work look now, at the time of the test. */
    protected final void recurs(String name) {
        List<RecurringWork> found = Stream.concat(
                        single.stream(), several.stream().flatMap(works -> works.all().stream()))
                .filter(work -> work.name().equals(name))
                .toList();
        assertThat(found).as(name).hasSize(1);
        for (boolean more = true; more; ) {
            more = found.getFirst().run();
        }
    }

    protected final URI site() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Somebody who is not logged in. */
    protected final Browser aVisitor() {
        return new Browser(site());
    }

    /** Somebody who has logged in with his account. */
    protected final Browser someoneAs(String account) {
        comesToWorkDaily(account);
        Browser browser = aVisitor();
        Answer answer = browser.post("/login", "name", account, "password", PASSWORD);
        assertThat(answer.status())
                .as("login of " + account + ": " + answer.text())
                .isLessThan(400);
        return browser;
    }

    /** Tests leap through the years; that alone must not freeze an official's account. */
    private void comesToWorkDaily(String account) {
        jdbc.sql("update identity.account set last_login_at = ? where login_name = ?")
                .params(clock.instant().atOffset(ZoneOffset.UTC), account)
                .update();
    }

    protected final Browser aCitizen() {
        return someoneAs("citizen");
    }

    /** The legal representative of a firm, acting for it. */
    protected final Applicant anEnterpriseOwner() {
        return anApplicantFor(foodBusinessLicence());
    }

    /** The same person, applying for another item that asks with the same form. */
    protected final Applicant anApplicantFor(String itemCode) {
        Browser browser = someoneAs("owner");
        actForTheFirm(browser);
        return new Applicant(browser, DemoPopulation.firm(0), itemCode);
    }

    protected final void actForTheFirm(Browser browser) {
        for (JsonNode choice : browser.getJson("/api/session").json().path("capacities")) {
            String token = choice.path("token").asString();
            if (token.startsWith("ENTERPRISE:")
                    && choice.path("label")
                            .asString()
                            .equals(DemoPopulation.firm(0).name())) {
                browser.post("/identity/capacity", "capacity", token, "next", "/my");
            }
        }
    }

    /** @param number of {@link DemoPopulation#citizen}, neither an official nor the owner of the firm of the tests */
    protected final Neighbour aNeighbour(int number) {
        DemoPopulation.Citizen person = DemoPopulation.citizen(number);
        return new Neighbour(someoneAs(number == 0 ? "citizen" : "citizen" + number), person);
    }

    /** Code of an item that the house ships, by its name. */
    protected final String item(String name) {
        return jdbc.sql("select code from items.item where name = ? order by code limit 1")
                .param(name)
                .query(String.class)
                .single();
    }

    protected final Official aClerk() {
        return anOfficial("clerk");
    }

    protected final Official aReviewer() {
        return anOfficial("reviewer");
    }

    protected final Official anApprover() {
        return anOfficial("approver");
    }

    /** @param account clerk, reviewer, approver, clerk2, steward, sealer, publisher, overseer, leader, admin … */
    protected final Official anOfficial(String account) {
        return new Official(someoneAs(account));
    }

    /** Code of the one item with a form. */
    protected final String foodBusinessLicence() {
        return jdbc.sql("select code from items.item where name like '食品经营许可%' order by code limit 1")
                .query(String.class)
                .single();
    }

    /** A load that tells nobody how far it is. */
    private static final class Silent implements Progress {
        @Override
        public void total(long units) {}

        @Override
        public void advance(long units) {}

        @Override
        public void say(String message) {}

        @Override
        public boolean cancelled() {
            return false;
        }
    }
}
