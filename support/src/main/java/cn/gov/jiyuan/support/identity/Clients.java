package cn.gov.jiyuan.support.identity;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.kernel.id.Ids;
import cn.gov.jiyuan.platform.audit.Audit;
import cn.gov.jiyuan.platform.audit.AuditEvent;
import cn.gov.jiyuan.platform.keys.PersonalCipher;
import cn.gov.jiyuan.platform.parties.Units;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Registers other systems and changes what is registered of them (应用接入). */
@Component
class Clients {
    private static final int LONGEST_NAME = 40;

    private final ClientStore store;
    private final GrantStore grants;
    private final ClientSecrets secrets;
    private final Units units;
    private final OpenidSettings settings;
    private final Audit audit;
    private final Clock clock;

    /** @param secret shown once, empty for a client that cannot keep one */
    record Registered(UUID id, String secret) {}

    Clients(
            JdbcClient jdbc,
            PersonalCipher cipher,
            ClientSecrets secrets,
            Units units,
            OpenidSettings settings,
            Audit audit,
            Clock clock) {
        this.store = new ClientStore(jdbc);
        this.grants = new GrantStore(jdbc, cipher);
        this.secrets = secrets;
        this.units = units;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
    }

    Client get(UUID id) {
        return store.byId(id).orElseThrow(() -> new Fault(IdentityError.CLIENT_UNKNOWN));
    }

    @Transactional
    Registered register(Actor actor, String clientId, Client.Particulars all) {
        if (!clientId.matches("[a-z][a-z0-9-]{2,39}")) {
            throw Fault.at("/clientId", IdentityError.CLIENT_ID);
        }
        if (store.byClientId(clientId).isPresent()) {
            throw Fault.at("/clientId", IdentityError.CLIENT_TAKEN, clientId);
        }
        check(all);
        boolean confidential = all.kind() == Client.Kind.CONFIDENTIAL;
        String secret = confidential ? ClientSecrets.random() : "";
        String digest = confidential ? secrets.encode(secret) : "";
        Client client = new Client(Ids.next(), clientId, all, digest, true, null, 1);
        store.insert(client, clock.instant());
        record(actor, client, "identity.client-registered", "登记接入应用", facts(all));
        return new Registered(client.id(), secret);
    }

    /** The kind stays: what a client can keep does not change by a form. */
    @Transactional
    void change(Actor actor, UUID id, int version, Client.Particulars all) {
        Client client = get(id);
        check(all);
        if (!store.change(id, version, all)) {
            throw new Fault(IdentityError.CLIENT_CHANGED);
        }
        record(actor, client, "identity.client-edited", "修改接入应用", facts(all));
    }

    /** @return the new secret, shown once; the old one is worth nothing from now on */
    @Transactional
    String changeSecret(Actor actor, UUID id) {
        Client client = get(id);
        if (!client.isConfidential()) {
            throw new Fault(IdentityError.CLIENT_UNKNOWN);
        }
        String secret = ClientSecrets.random();
        store.changeSecret(id, secrets.encode(secret), clock.instant());
        record(actor, client, "identity.client-secret", "更换接入应用密钥", Map.of());
        return secret;
    }

    /** What a suspended client got ends with it. */
    @Transactional
    void suspend(Actor actor, UUID id) {
        Client client = get(id);
        store.changeState(id, false);
        grants.endOfClient(id);
        record(actor, client, "identity.client-suspended", "停用接入应用", Map.of());
    }

    @Transactional
    void resume(Actor actor, UUID id) {
        Client client = get(id);
        store.changeState(id, true);
        record(actor, client, "identity.client-resumed", "恢复接入应用", Map.of());
    }

    private void check(Client.Particulars all) {
        boolean named = !all.name().isBlank() && all.name().length() <= LONGEST_NAME;
        if (!named) {
            throw Fault.at("/name", IdentityError.CLIENT_NAME);
        }
        if (units.find(all.unitId()).isEmpty()) {
            throw Fault.at("/unit", IdentityError.CLIENT_NAME);
        }
        if (all.redirectUris().isEmpty()) {
            throw Fault.at("/redirectUris", IdentityError.CLIENT_NAME);
        }
        ClientAddresses.require("redirectUris", all.redirectUris(), true);
        ClientAddresses.require("postLogoutUris", all.postLogoutUris(), true);
        ClientAddresses.require("backchannelUri", one(all.backchannelUri()), settings.loopbackClients());
        ClientAddresses.require("ticketUri", one(all.ticketUri()), true);
    }

    private static List<String> one(String address) {
        return address.isEmpty() ? List.of() : List.of(address);
    }

    private static Map<String, Object> facts(Client.Particulars all) {
        return Map.of(
                "name", all.name(),
                "unit", all.unitId().toString(),
                "redirectUris", all.redirectUris(),
                "postLogoutUris", all.postLogoutUris(),
                "backchannelUri", all.backchannelUri(),
                "ticketUri", all.ticketUri(),
                "scopes", all.scopes().stream().map(Scope::id).toList());
    }

    private void record(Actor actor, Client client, String action, String summary, Map<String, Object> facts) {
        audit.record(actor, new AuditEvent(action, "client", client.clientId(), summary + "：" + client.name(), facts));
    }
}
