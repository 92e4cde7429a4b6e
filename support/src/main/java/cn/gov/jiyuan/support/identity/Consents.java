package cn.gov.jiyuan.support.identity;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.platform.audit.Audit;
import cn.gov.jiyuan.platform.audit.AuditEvent;
import cn.gov.jiyuan.platform.keys.PersonalCipher;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationConsent;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationConsentService;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What people agreed to hand over, and taking it back (个人同意). */
@Component
final class Consents implements OAuth2AuthorizationConsentService {
    private static final int MOST = 200;

    private final ConsentStore store;
    private final GrantStore grants;
    private final LogoutStore logouts;
    private final ClientStore clients;
    private final ActorDirectory directory;
    private final Audit audit;
    private final Clock clock;
    private final TransactionTemplate transactions;

    Consents(
            JdbcClient jdbc,
            PersonalCipher cipher,
            ActorDirectory directory,
            Audit audit,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.store = new ConsentStore(jdbc);
        this.grants = new GrantStore(jdbc, cipher);
        this.logouts = new LogoutStore(jdbc);
        this.clients = new ClientStore(jdbc);
        this.directory = directory;
        this.audit = audit;
        this.clock = clock;
        this.transactions = new TransactionTemplate(transactions);
    }

    @Override
    public void save(OAuth2AuthorizationConsent consent) {
        UUID client = UUID.fromString(consent.getRegisteredClientId());
        UUID person = UUID.fromString(consent.getPrincipalName());
        transactions.executeWithoutResult(status -> {
            store.put(client, person, consent.getScopes(), clock.instant());
            record(actor(), client, "identity.consent-given", "同意提供：" + labels(consent.getScopes()));
        });
    }

    @Override
    public void remove(OAuth2AuthorizationConsent consent) {
        withdraw(
                actor(), UUID.fromString(consent.getPrincipalName()), UUID.fromString(consent.getRegisteredClientId()));
    }

    @Override
    public @Nullable OAuth2AuthorizationConsent findById(String clientId, String personId) {
        return store.find(UUID.fromString(clientId), UUID.fromString(personId))
                .map(scopes -> {
                    OAuth2AuthorizationConsent.Builder consent = OAuth2AuthorizationConsent.withId(clientId, personId);
                    scopes.forEach(consent::scope);
                    return consent.build();
                })
                .orElse(null);
    }

    Set<String> scopes(UUID clientId, UUID personId) {
        return store.find(clientId, personId).orElse(Set.of());
    }

    List<ConsentStore.Given> of(UUID personId) {
        return store.of(personId, MOST);
    }

    /** Takes the consent back: what was issued on it ends, and the client is told that its sessions are over. */
    void withdraw(Actor actor, UUID person, UUID client) {
        transactions.executeWithoutResult(status -> {
            if (store.delete(client, person)) {
                grants.endOfPerson(person, client).forEach(sid -> logouts.insert(client, sid));
                record(actor, client, "identity.consent-withdrawn", "撤销授权");
            }
        });
    }

    private Actor actor() {
        return directory.actor(SessionActor.require());
    }

    private static String labels(Set<String> scopes) {
        return String.join(
                "、",
                new TreeSet<>(scopes)
                        .stream()
                                .flatMap(id -> Scope.of(id).stream())
                                .map(Scope::label)
                                .toList());
    }

    private void record(Actor actor, UUID clientId, String action, String summary) {
        Client client = clients.byId(clientId).orElseThrow();
        audit.record(
                actor, new AuditEvent(action, "client", client.clientId(), client.name() + "：" + summary, Map.of()));
    }
}
