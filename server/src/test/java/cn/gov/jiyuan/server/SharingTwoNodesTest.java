package cn.gov.jiyuan.server;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.platform.hub.Landing;
import cn.gov.jiyuan.platform.parties.DemoPopulation;
import cn.gov.jiyuan.server.town.Answer;
import cn.gov.jiyuan.server.town.Browser;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;

/** What a grant allows holds for all nodes together, and both sides learn of a new version wherever it came from. */
class SharingTwoNodesTest extends SharingTown {
    @Autowired
    private Environment environment;

    @Test
    void aCallIsNotRepeatedAtTheOtherNodeAndTheQuotaIsOneForBoth(@TempDir Path folder) {
        Shared resource = aResource("UNCONDITIONAL");
        Program program = granted(
                resource,
                List.of("id_no", "status"),
                List.of(),
                Map.of("dailyQuota", 6, "perSecond", 100),
                "datasteward");
        try (ConfigurableApplicationContext other = anotherNode(folder)) {
            URI there = URI.create("http://127.0.0.1:" + other.getEnvironment().getProperty("local.server.port"));
            byte[] body = bytes(asking(2));
            Map<String, String> once =
                    signed(program, resource.path("query"), body, clock.millis(), "nonce-" + UUID.randomUUID());
            assertThat(sent(resource.path("query"), body, once).status()).isEqualTo(200);
            SharingTest.assertRefused(sent(there, resource.path("query"), body, once), 401, "REPLAYED");

            int given = 0;
            for (int i = 0; i < 12; i++) {
                Map<String, String> headers =
                        signed(program, resource.path("query"), body, clock.millis(), "nonce-" + UUID.randomUUID());
                Answer answer = i % 2 == 0
                        ? sent(there, resource.path("query"), body, headers)
                        : sent(resource.path("query"), body, headers);
                given += answer.status() == 200 ? 1 : 0;
                if (answer.status() != 200) {
                    SharingTest.assertRefused(answer, 429, "QUOTA_DAY");
                }
            }
            assertThat(given)
                    .as("one of the six was spent before, and a replay costs at most one")
                    .isBetween(4, 5);
        }
    }

    @Test
    void aSubscriberIsToldBySignedCallsAndAgainAfterAFailure() throws Exception {
        Shared resource = aResource("UNCONDITIONAL");
        JsonRequest request = subscribed(resource);
        try (Receiver receiver = new Receiver(500)) {
            Browser steward = someoneAs("datasteward");
            String address = "/api/exchange/grants/" + grantOf(request.id()) + "/subscription";
            Answer taken = steward.call("PUT", address, Map.of("url", receiver.url()));
            assertThat(taken.status()).as(taken.body()).isEqualTo(200);
            recurs("exchange.subscriptions");
            assertThat(receiver.calls()).as("what was there before is no news").isEmpty();

            changes(resource);
            recurs("exchange.subscriptions");
            Receiver.Call first = receiver.await(1).getFirst();
            assertThat(first.isSignedBy(
                            request.program().appKey(), request.program().secret()))
                    .isTrue();
            assertThat(first.json().path("resource").asString()).isEqualTo(resource.code());
            assertThat(first.json().path("since").asLong()).isEqualTo(1);
            assertThat(first.json().path("snapshot").asLong()).isEqualTo(2);
            assertThat(first.isSignedBy(request.program().appKey(), "another secret"))
                    .as("a receiver that checks finds a forged call")
                    .isFalse();
            assertThat(steward.getJson(address).json().at("/0/lastError").asString())
                    .contains("500");

            receiver.answers(204);
            recurs("exchange.subscriptions");
            assertThat(receiver.calls()).as("not before its time").hasSize(1);
            clock.set("2022-09-26T09:03");
            recurs("exchange.subscriptions");
            List<Receiver.Call> calls = receiver.await(2);
            assertThat(calls.get(1).nonce()).isNotEqualTo(first.nonce());
            assertThat(calls.get(1)
                            .isSignedBy(
                                    request.program().appKey(),
                                    request.program().secret()))
                    .isTrue();
            assertThat(steward.getJson(address).json().at("/0/told").asLong()).isEqualTo(2);
            recurs("exchange.subscriptions");
            assertThat(receiver.calls()).as("told once").hasSize(2);
        }
    }

    @Test
    void afterTheEighthFailureTheSubscriptionStopsAndTheUnitIsTold() throws Exception {
        Shared resource = aResource("UNCONDITIONAL");
        JsonRequest request = subscribed(resource);
        try (Receiver receiver = new Receiver(503)) {
            Browser steward = someoneAs("datasteward");
            String address = "/api/exchange/grants/" + grantOf(request.id()) + "/subscription";
            steward.call("PUT", address, Map.of("url", receiver.url()));
            changes(resource);
            for (int hour = 9; hour < 18; hour++) {
                clock.set("2022-09-26T%02d:30".formatted(hour));
                recurs("exchange.subscriptions");
            }
            clock.set("2022-09-27T12:00");
            recurs("exchange.subscriptions");
            assertThat(receiver.calls()).hasSize(8);
            assertThat(steward.getJson(address).json().at("/0/state").asString())
                    .isEqualTo("STOPPED");
            assertThat(steward.getJson("/api/messages").body())
                    .contains(resource.name())
                    .contains("503");
        }
    }

    private record JsonRequest(String id, Program program) {}

    private JsonRequest subscribed(Shared resource) {
        JsonNode request = submitted(
                resource,
                List.of("id_no", "status"),
                "2023-06-30",
                List.of(),
                Map.of("mode", "SUBSCRIPTION"),
                "datasteward");
        grant(request);
        String id = request.at("/request/id").asString();
        return new JsonRequest(id, credentials(id));
    }

    private void changes(Shared resource) {
        try (Landing landing = datasets.land(Actor.SYSTEM, resource.dataset(), "second", Landing.Mode.MERGE)) {
            DemoPopulation.Citizen person = DemoPopulation.citizen(2);
            landing.row(idNumber(person), person.name(), "济源市沁园街道", "注销", "419001");
            landing.commit();
        }
        awaitServed(resource.dataset(), 2);
    }

    private Answer sent(URI node, String path, byte[] body, Map<String, String> headers) {
        return new Browser(node).send("POST", path, BodyPublishers.ofByteArray(body), "application/json", headers);
    }

    private ConfigurableApplicationContext anotherNode(Path folder) {
        String home = environment.getRequiredProperty("jiyuan.home");
        return new SpringApplicationBuilder(JiyuanApplication.class)
                .web(WebApplicationType.SERVLET)
                .initializers(node -> ((GenericApplicationContext) node)
                        .registerBean("sharedClock", Clock.class, () -> clock, bean -> bean.setPrimary(true)))
                .run(
                        "--server.port=0",
                        "--jiyuan.demo.enabled=false",
                        "--jiyuan.exchange.loopback-subscribers=true",
                        "--jiyuan.home=" + folder.resolve("home"),
                        // The rows that both serve lie in the store that both share.
                        "--jiyuan.keys.master=" + Path.of(home, "keys/master.key"),
                        "--jiyuan.database.url=" + environment.getRequiredProperty("jiyuan.database.url"),
                        "--jiyuan.database.user=" + environment.getProperty("jiyuan.database.user", ""),
                        "--jiyuan.database.password=" + environment.getProperty("jiyuan.database.password", ""));
    }
}
