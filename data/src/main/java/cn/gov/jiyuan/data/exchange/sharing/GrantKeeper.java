package cn.gov.jiyuan.data.exchange.sharing;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.kernel.id.Ids;
import cn.gov.jiyuan.platform.audit.Audit;
import cn.gov.jiyuan.platform.audit.AuditEvent;
import cn.gov.jiyuan.platform.cases.ActionInput;
import cn.gov.jiyuan.platform.cases.CaseView;
import cn.gov.jiyuan.platform.cases.Cases;
import cn.gov.jiyuan.platform.keys.PersonalCipher;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Opens, renews, suspends and ends grants; a secret is shown once and kept sealed. */
@Component
class GrantKeeper {
    static final String SECRET = "exchange.share_grant.secret";
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Set<String> IN_USE = Set.of("inuse", "suspended");
    private static final int PORTION = 200;

    private final GrantStore store;
    private final RequestStore requests;
    private final PersonalCipher cipher;
    private final Audit audit;
    private final Tidings tidings;
    private final ObjectProvider<Cases> cases;
    private final Clock clock;

    GrantKeeper(
            GrantStore store,
            RequestStore requests,
            PersonalCipher cipher,
            Audit audit,
            Tidings tidings,
            ObjectProvider<Cases> cases,
            Clock clock) {
        this.store = store;
        this.requests = requests;
        this.cipher = cipher;
        this.audit = audit;
        this.tidings = tidings;
        this.cases = cases;
        this.clock = clock;
    }

    /** Opens the grant of a request, or renews the one it has. */
    void open(ShareRequest request, Instant at) {
        LocalDate last = request.renewTo() == null ? request.validTo() : request.renewTo();
        Instant expireAt = last.plusDays(1).atStartOfDay(clock.getZone()).toInstant();
        Grant before = store.ofRequest(request.id()).orElse(null);
        UUID id = before == null ? Ids.next() : before.id();
        Grant grant = new Grant(
                id,
                request.id(),
                request.resourceCode(),
                request.resourceName(),
                request.unitId(),
                request.unitName(),
                request.providerUnitId(),
                request.providerUnitName(),
                before == null ? "JY" + random(9).toUpperCase(java.util.Locale.ROOT) : before.appKey(),
                before == null ? cipher.seal(SECRET, id, random(32)) : before.secret(),
                before == null ? 1 : before.secretVersion(),
                null,
                request.given(),
                request.conditions(),
                request.dailyQuota(),
                request.perSecond(),
                request.ips(),
                request.mode(),
                request.purpose(),
                Grant.State.ACTIVE,
                expireAt,
                null,
                null,
                request.demo());
        if (before == null) {
            store.insert(grant, at);
        } else {
            store.reopen(grant);
        }
    }

    void suspend(UUID request) {
        store.ofRequest(request).ifPresent(grant -> store.state(grant.id(), Grant.State.SUSPENDED));
    }

    void resume(UUID request) {
        store.ofRequest(request).ifPresent(grant -> store.state(grant.id(), Grant.State.ACTIVE));
    }

    void end(UUID request) {
        store.ofRequest(request).ifPresent(grant -> store.state(grant.id(), Grant.State.ENDED));
    }

    /** The resource was withdrawn: nothing may be given from it any more. */
    void suspendAllOf(String resourceCode, String reason) {
        for (Grant grant : store.activeOf(resourceCode)) {
            act(grant, "suspend", "资源已停用或者注销：" + reason);
        }
    }

    /** Ends what is over by time, and tells both sides once. */
    @Transactional
    public boolean expire(Grant grant) {
        if (!store.expire(grant.id(), clock.instant())) {
            return false;
        }
        List<String> arguments =
                List.of(grant.resourceName(), grant.appKey(), grant.unitName(), grant.providerUnitName());
        tidings.toBoth(
                grant.unitId(),
                grant.providerUnitId(),
                "exchange.sharing.expired",
                arguments,
                "/workbench/exchange/requests/" + grant.requestId());
        audit.record(Actor.SYSTEM, event("exchange.grant.expire", grant, grant.resourceName() + "的共享授权到期，已停止供数并通知双方"));
        act(grant, "expire", "授权到期");
        return true;
    }

    /** @return how many were over */
    @Transactional
    public int expireAll() {
        List<Grant> over = store.over(clock.instant(), PORTION);
        over.forEach(this::expire);
        store.clearUsage(clock.instant().getEpochSecond());
        return over.size();
    }

    private void act(Grant grant, String action, String reason) {
        ShareRequest request = requests.find(grant.requestId()).orElseThrow();
        if (request.caseId() == null) {
            return;
        }
        CaseView present = cases.getObject().find(request.caseId()).orElseThrow();
        boolean takes = action.equals("expire")
                ? IN_USE.contains(present.state())
                : present.state().equals("inuse");
        if (takes) {
            cases.getObject()
                    .act(Actor.SYSTEM, present.id(), present.version(), action, ActionInput.NONE.withReason(reason));
        }
    }

    /** What a program needs to call; the secret is shown this once. */
    record Credentials(String appKey, String secret, int version) {}

    @Transactional
    public Credentials credentials(Actor actor, UUID id) {
        Grant grant = own(actor, id);
        if (!store.showSecret(id, clock.instant())) {
            throw new Fault(SharingError.SECRET_SHOWN);
        }
        audit.record(actor, event("exchange.grant.show-secret", grant, "领取了" + grant.resourceName() + "的签名密钥"));
        return new Credentials(grant.appKey(), cipher.open(SECRET, id, grant.secret()), grant.secretVersion());
    }

    /** A new secret takes the place of the old one at once. */
    @Transactional
    public Credentials rotate(Actor actor, UUID id) {
        Grant grant = own(actor, id);
        String secret = random(32);
        store.secret(id, cipher.seal(SECRET, id, secret), grant.secretVersion() + 1);
        store.showSecret(id, clock.instant());
        audit.record(actor, event("exchange.grant.rotate-secret", grant, "更换了" + grant.resourceName() + "的签名密钥"));
        return new Credentials(grant.appKey(), secret, grant.secretVersion() + 1);
    }

    Grant own(Actor actor, UUID id) {
        Grant grant = store.find(id).orElseThrow(() -> new Fault(SharingError.UNKNOWN));
        if (!grant.unitId().equals(actor.unitId())) {
            throw new Fault(SharingError.UNKNOWN);
        }
        return grant;
    }

    private static AuditEvent event(String action, Grant grant, String summary) {
        return new AuditEvent(
                action,
                "exchange.grant",
                grant.id().toString(),
                summary,
                Map.of("appKey", grant.appKey(), "resource", grant.resourceCode()));
    }

    private static String random(int bytes) {
        byte[] noise = new byte[bytes];
        RANDOM.nextBytes(noise);
        return HexFormat.of().formatHex(noise);
    }
}
