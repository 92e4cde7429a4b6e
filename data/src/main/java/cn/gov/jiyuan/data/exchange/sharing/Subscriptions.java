package cn.gov.jiyuan.data.exchange.sharing;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.kernel.id.Ids;
import cn.gov.jiyuan.platform.audit.Audit;
import cn.gov.jiyuan.platform.audit.AuditEvent;
import cn.gov.jiyuan.platform.keys.Sm3;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells programs of other units that there is a new version, by a signed call to the address they named; they fetch the
 * changes themselves. A call that fails is repeated later and later; after the eighth the unit is told.
 */
@Component
class Subscriptions {
    private static final int PORTION = 50;
    private static final int MOST_ATTEMPTS = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final SubscriptionStore store;
    private final GrantKeeper grants;
    private final GrantStore grantStore;
    private final DirectoryStore directory;
    private final ServedTables served;
    private final Credential credentials;
    private final Tidings tidings;
    private final Audit audit;
    private final Clock clock;
    private final SubscriberAddress addresses;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    Subscriptions(
            SubscriptionStore store,
            GrantKeeper grants,
            GrantStore grantStore,
            DirectoryStore directory,
            ServedTables served,
            Credential credentials,
            Tidings tidings,
            Audit audit,
            Clock clock,
            @Value("${jiyuan.exchange.loopback-subscribers:false}") boolean loopback) {
        this.store = store;
        this.grants = grants;
        this.grantStore = grantStore;
        this.directory = directory;
        this.served = served;
        this.credentials = credentials;
        this.tidings = tidings;
        this.audit = audit;
        this.clock = clock;
        this.addresses = new SubscriberAddress(loopback);
    }

    @Transactional
    public void subscribe(Actor actor, UUID id, String url) {
        Grant grant = grants.own(actor, id);
        if (grant.mode() != ShareRequest.Mode.SUBSCRIPTION) {
            throw new Fault(SharingError.WRONG_MODE, grant.mode().label());
        }
        if (!addresses.allows(url)) {
            throw Fault.at("/url", SharingError.BAD_ADDRESS, url);
        }
        String dataset =
                directory.find(grant.resourceCode()).map(Entry::dataset).orElse(null);
        long present =
                dataset == null ? 0 : served.of(dataset).map(Served::snapshot).orElse(0L);
        store.subscribe(id, url, present, clock.instant());
        audit.record(
                actor,
                new AuditEvent(
                        "exchange.grant.subscribe",
                        "exchange.grant",
                        id.toString(),
                        "登记了“" + grant.resourceName() + "”的变更通知地址",
                        Map.of("url", url)));
    }

    /** @return whether there may be more */
    boolean tell() {
        List<Subscription> due = store.due(clock.instant(), PORTION);
        due.forEach(this::tell);
        return due.size() == PORTION;
    }

    private void tell(Subscription subscription) {
        String why;
        try {
            why = addresses.allows(subscription.url()) ? call(subscription) : "地址不能访问";
        } catch (IOException e) {
            why = "连接失败：" + e.getClass().getSimpleName();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        if (why.isEmpty()) {
            store.told(subscription.grantId(), subscription.present(), clock.instant());
        } else {
            again(subscription, why);
        }
    }

    private String call(Subscription subscription) throws IOException, InterruptedException {
        byte[] body = JsonMapper.shared()
                .writeValueAsBytes(Map.of(
                        "resource", subscription.resourceCode(),
                        "since", subscription.told(),
                        "snapshot", subscription.present()));
        String time = Long.toString(clock.millis());
        String nonce = Ids.next().toString();
        byte[] secret = credentials.of(subscription.appKey()).orElseThrow().secret();
        String message = String.join("\n", time, nonce, Sm3.hex(body));
        HttpRequest request = HttpRequest.newBuilder(URI.create(subscription.url()))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("X-App-Key", subscription.appKey())
                .header("X-Timestamp", time)
                .header("X-Nonce", nonce)
                .header(
                        "X-Signature",
                        HexFormat.of().formatHex(Sm3.mac(secret, message.getBytes(StandardCharsets.UTF_8))))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        int status = http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        return status / 100 == 2 ? "" : "对方返回 " + status;
    }

    private void again(Subscription subscription, String why) {
        boolean last = subscription.attempts() + 1 >= MOST_ATTEMPTS;
        Instant next = last ? null : clock.instant().plus(Duration.ofMinutes(1L << subscription.attempts()));
        store.failed(subscription.grantId(), why, next);
        if (last) {
            Grant grant = grantStore.find(subscription.grantId()).orElseThrow();
            tidings.toUnit(
                    grant.unitId(),
                    List.of("datasteward"),
                    "exchange.sharing.unsubscribed",
                    List.of(grant.resourceName(), subscription.url(), why),
                    "/workbench/exchange/requests/" + grant.requestId());
        }
    }
}
