package cn.gov.jiyuan.support.identity;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.platform.audit.Audit;
import cn.gov.jiyuan.platform.audit.AuditEvent;
import cn.gov.jiyuan.platform.keys.PersonalCipher;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Records refusals and failures, and counts them. Programs are turned away after so many in a while; browsers are always
 * answered, but who knocks for ever does not fill the tables.
 */
@Component
final class ClientEvents {
    private static final int LONGEST = 200;
    /** Many clients may share one address. */
    private static final int MANY_CLIENTS = 10;

    private final ClientEventStore store;
    private final ClientStore clients;
    private final PersonalCipher cipher;
    private final Audit audit;
    private final OpenidRules rules;
    private final Clock clock;
    private final TransactionTemplate transactions;

    ClientEvents(
            JdbcClient jdbc,
            PersonalCipher cipher,
            Audit audit,
            OpenidRules rules,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.store = new ClientEventStore(jdbc);
        this.clients = new ClientStore(jdbc);
        this.cipher = cipher;
        this.audit = audit;
        this.rules = rules;
        this.clock = clock;
        this.transactions = new TransactionTemplate(transactions);
    }

    /** @param clientId as the other side names itself */
    void refused(ClientEvent kind, @Nullable String clientId, String detail, String address) {
        byte[] visitor = blind(address);
        if (!kind.byBrowser() || store.refusals(visitor, true, since()) < MANY_CLIENTS * rules.failures()) {
            record(kind, clientId == null ? "" : shortened(clientId), shortened(detail), visitor);
        }
    }

    void happened(ClientEvent kind, Client client, String detail) {
        record(kind, client.clientId(), shortened(detail), null);
    }

    /** Whether a client was refused too often from this address to be heard again for now, under this name or others. */
    boolean exhausted(String clientId, String address) {
        byte[] visitor = blind(address);
        return store.refusals(shortened(clientId), visitor, since()) >= rules.failures()
                || store.refusals(visitor, false, since()) >= MANY_CLIENTS * rules.failures();
    }

    private Instant since() {
        return clock.instant().minus(rules.window());
    }

    private void record(ClientEvent kind, String clientId, String detail, byte @Nullable [] visitor) {
        String name = clients.byClientId(clientId).map(Client::name).orElse("");
        transactions.executeWithoutResult(status -> {
            store.insert(kind, clientId, name, detail, visitor, clock.instant());
            String action =
                    "identity.client-" + kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
            String who = name.isEmpty() ? "未登记的应用" : name;
            audit.record(
                    Actor.ANONYMOUS,
                    new AuditEvent(action, "client", clientId, who + "：" + kind.label(), Map.of("detail", detail)));
        });
    }

    private byte[] blind(String address) {
        return cipher.blind("identity.client_event.visitor", address);
    }

    private static String shortened(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }
}
