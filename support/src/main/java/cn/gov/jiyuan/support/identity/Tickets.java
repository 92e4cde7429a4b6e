package cn.gov.jiyuan.support.identity;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.access.AccessError;
import cn.gov.jiyuan.platform.audit.Audit;
import cn.gov.jiyuan.platform.audit.AuditEvent;
import cn.gov.jiyuan.platform.keys.PersonalCipher;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tickets (登录票据): who is logged in takes one to a registered system, which exchanges it here, once and soon, for what
 * it may know of him. For systems that cannot speak OpenID Connect.
 */
@Component
final class Tickets {
    private final TicketStore store;
    private final OpenidSessionStore sessions;
    private final RegisteredClients clients;
    private final Consents consents;
    private final PersonClaims claims;
    private final ClientEvents events;
    private final OpenidRules rules;
    private final Audit audit;
    private final Clock clock;
    private final TransactionTemplate transactions;

    record Issued(String ticket, Instant expiresAt, String address) {}

    Tickets(
            JdbcClient jdbc,
            PersonalCipher cipher,
            RegisteredClients clients,
            Consents consents,
            PersonClaims claims,
            ClientEvents events,
            OpenidRules rules,
            Audit audit,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.store = new TicketStore(jdbc, cipher);
        this.sessions = new OpenidSessionStore(jdbc);
        this.clients = clients;
        this.consents = consents;
        this.claims = claims;
        this.events = events;
        this.rules = rules;
        this.audit = audit;
        this.clock = clock;
        this.transactions = new TransactionTemplate(transactions);
    }

    Issued issue(Actor actor, SignedIn signedIn, String sessionId, String issuer, String clientId) {
        Client client = clients.active(clientId)
                .filter(each -> !each.particulars().ticketUri().isEmpty())
                .orElseThrow(() -> new Fault(IdentityError.CLIENT_UNKNOWN));
        String ticket = ClientSecrets.random();
        Instant expiresAt = clock.instant().plus(rules.ticket());
        transactions.executeWithoutResult(status -> {
            UUID sid = sessions.sid(sessionId, signedIn.personId(), issuer)
                    .orElseThrow(() -> new Fault(AccessError.SIGN_IN, "登录"));
            store.insert(ticket, client.id(), signedIn, sid, expiresAt);
            audit.record(
                    actor,
                    new AuditEvent("identity.ticket-issued", "client", clientId, "持票据进入" + client.name(), Map.of()));
        });
        return new Issued(ticket, expiresAt, client.particulars().ticketUri());
    }

    /** What the client may know of the bearer; empty if the ticket is not, or no longer, good. */
    Optional<Map<String, Object>> exchange(Client client, String ticket, String address) {
        Optional<TicketStore.Bearer> bearer = use(client, ticket);
        if (bearer.isEmpty()) {
            ClientEvent kind = store.isUsed(ticket) ? ClientEvent.TICKET_REPLAYED : ClientEvent.TICKET_REFUSED;
            events.refused(kind, client.clientId(), kind.label(), address);
        }
        return bearer.map(found -> answer(client, found));
    }

    private Optional<TicketStore.Bearer> use(Client client, String ticket) {
        return transactions.execute(status -> {
            Optional<TicketStore.Bearer> bearer = store.use(ticket, client.id(), clock.instant());
            bearer.ifPresent(found -> audit.record(
                    Actor.ANONYMOUS,
                    new AuditEvent(
                            "identity.ticket-exchanged",
                            "client",
                            client.clientId(),
                            client.name() + "：换取票据",
                            Map.of("person", found.signedIn().personId().toString()))));
            return bearer;
        });
    }

    private Map<String, Object> answer(Client client, TicketStore.Bearer bearer) {
        SignedIn signedIn = bearer.signedIn();
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("sub", claims.subject(client.id(), signedIn.personId()));
        answer.put("sid", bearer.sid().toString());
        answer.putAll(claims.login(signedIn, bearer.sid()));
        answer.putAll(claims.person(client.id(), signedIn, consents.scopes(client.id(), signedIn.personId())));
        return answer;
    }
}
