package cn.gov.jiyuan.support.seals;

import cn.gov.jiyuan.contracts.seals.SealKind;
import cn.gov.jiyuan.contracts.seals.UnitSeals;
import cn.gov.jiyuan.kernel.actor.ActingAs;
import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.kernel.id.Ids;
import cn.gov.jiyuan.platform.access.Access;
import cn.gov.jiyuan.platform.audit.Audit;
import cn.gov.jiyuan.platform.audit.AuditEvent;
import cn.gov.jiyuan.platform.documents.SealBlob;
import cn.gov.jiyuan.platform.documents.SealRequest;
import cn.gov.jiyuan.platform.documents.Seals;
import cn.gov.jiyuan.platform.documents.StampPosition;
import cn.gov.jiyuan.platform.keys.Sm3;
import cn.gov.jiyuan.platform.parties.Unit;
import cn.gov.jiyuan.platform.parties.Units;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The register of seals: makes them, lets their holders use them, records each use. */
@Service
class SealRegister implements UnitSeals {
    private static final String USE = "seals.seal.use";
    private static final int YEARS = 5;

    private final SealStore store;
    private final Seals seals;
    private final Units units;
    private final Access access;
    private final Audit audit;
    private final Clock clock;

    SealRegister(JdbcClient jdbc, Seals seals, Units units, Access access, Audit audit, Clock clock) {
        this.store = new SealStore(jdbc);
        this.seals = seals;
        this.units = units;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    @Transactional
    public byte[] seal(Actor actor, SealUse use, byte[] ofd) {
        SealStore.Seal seal = holdersSeal(actor, use);
        byte[] sealed = seals.stamp(ofd, blob(seal), position(use), use.document());
        recordUse(actor, use, seal, sealed);
        return sealed;
    }

    @Override
    @Transactional
    public byte[] sealPdf(Actor actor, SealUse use, byte[] pdf) {
        SealStore.Seal seal = holdersSeal(actor, use);
        byte[] sealed = seals.stampPdf(pdf, blob(seal), position(use), use.document());
        recordUse(actor, use, seal, sealed);
        return sealed;
    }

    private SealStore.Seal holdersSeal(Actor actor, SealUse use) {
        boolean system = actor.actingAs() == ActingAs.SYSTEM;
        boolean holder = access.rows(actor, USE).covers(use.unitId(), null, null);
        if (!system && !holder) {
            throw new Fault(SealsError.NOT_HOLDER, units.get(use.unitId()).name());
        }
        return store.active(use.unitId(), use.kind())
                .filter(seal -> !seal.validTo().isBefore(LocalDate.now(clock)))
                .orElseThrow(() -> new Fault(
                        SealsError.NONE,
                        units.get(use.unitId()).name(),
                        use.kind().label()));
    }

    private void recordUse(Actor actor, SealUse use, SealStore.Seal seal, byte[] sealed) {
        String sm3 = Sm3.hex(sealed);
        store.used(
                Ids.next(), seal, use.caseId(), use.document(), actor.personId(), actor.name(), clock.instant(), sm3);
        audit.record(
                actor,
                new AuditEvent(
                        "seals.use",
                        "seal",
                        seal.id().toString(),
                        "使用“" + seal.name() + "”签署《" + use.document() + "》",
                        Map.of("case", use.caseId().toString(), "sm3", sm3)));
    }

    private static SealBlob blob(SealStore.Seal seal) {
        return new SealBlob(seal.blob(), seal.keyName());
    }

    private static StampPosition position(SealUse use) {
        return new StampPosition(use.page(), use.centreX(), use.centreY());
    }

    /** Makes a seal for a unit and puts it into use. */
    @Transactional
    public UUID make(Actor actor, UUID unitId, SealKind kind, boolean demo) {
        Unit unit = units.get(unitId);
        UUID id = Ids.next();
        String code = "419001%08d".formatted(store.nextCode());
        String name = unit.name() + kind.label();
        Instant now = clock.instant();
        LocalDate today = LocalDate.now(clock);
        Instant until = today.plusYears(YEARS).atStartOfDay(clock.getZone()).toInstant();
        SealBlob blob = seals.make(new SealRequest(
                code,
                name,
                cn.gov.jiyuan.platform.documents.SealKind.valueOf(kind.name()),
                unit.name(),
                unit.uscc().isEmpty() ? null : unit.uscc(),
                "seal-" + code,
                now,
                until));
        store.insert(
                new SealStore.Seal(
                        id,
                        code,
                        unitId,
                        kind,
                        name,
                        blob.der(),
                        blob.signerKey(),
                        SealStore.State.ACTIVE,
                        today,
                        today.plusYears(YEARS),
                        1),
                now,
                demo);
        audit.record(
                actor, new AuditEvent("seals.make", "seal", id.toString(), "制作“" + name + "”", Map.of("code", code)));
        return id;
    }

    /** Suspends, resumes or revokes a seal; a revoked one never comes back. */
    @Transactional
    public void change(Actor actor, UUID id, SealStore.State to) {
        SealStore.Seal seal = store.find(id)
                .filter(found -> access.rows(actor, "seals.seal.manage").covers(found.unitId(), null, null))
                .orElseThrow(() -> new Fault(SealsError.UNKNOWN));
        if (seal.state() == SealStore.State.REVOKED || seal.state() == to) {
            throw new Fault(SealsError.STATE, seal.state().label(), to.label());
        }
        if (!store.changeState(id, seal.version(), to, clock.instant())) {
            throw new Fault(SealsError.STATE, "已被他人变更", to.label());
        }
        audit.record(
                actor,
                new AuditEvent(
                        "seals." + to.name().toLowerCase(java.util.Locale.ROOT),
                        "seal",
                        id.toString(),
                        to.label() + "“" + seal.name() + "”",
                        Map.of()));
    }
}
