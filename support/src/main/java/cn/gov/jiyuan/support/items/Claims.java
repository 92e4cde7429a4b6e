package cn.gov.jiyuan.support.items;

import cn.gov.jiyuan.contracts.items.ItemContent;
import cn.gov.jiyuan.contracts.items.ItemGuide;
import cn.gov.jiyuan.contracts.items.ItemType;
import cn.gov.jiyuan.contracts.items.ItemVersionRef;
import cn.gov.jiyuan.contracts.items.ProcessKind;
import cn.gov.jiyuan.contracts.items.Situations;
import cn.gov.jiyuan.contracts.items.VersionState;
import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.kernel.time.LegalTerm;
import cn.gov.jiyuan.platform.access.Access;
import cn.gov.jiyuan.platform.audit.Audit;
import cn.gov.jiyuan.platform.audit.AuditEvent;
import cn.gov.jiyuan.platform.parties.Unit;
import cn.gov.jiyuan.platform.parties.Units;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A unit takes an entry of the basic catalogue upon itself (认领): an item of its own, to be filled in. */
@Component
@Transactional
class Claims {
    private final ItemStore items;
    private final StandingStore catalogue;
    private final Units units;
    private final Access access;
    private final Audit audit;
    private final Clock clock;

    Claims(ItemStore items, StandingStore catalogue, Units units, Access access, Audit audit, Clock clock) {
        this.items = items;
        this.catalogue = catalogue;
        this.units = units;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param unitCode house code of the unit; the actor's own if null */
    ItemVersionRef claim(Actor actor, String basicCode, @Nullable String unitCode) {
        LocalDate today = LocalDate.now(clock);
        StandingStore.Entry entry = catalogue
                .entry(basicCode)
                .filter(found ->
                        found.cancelledOn() == null || found.cancelledOn().isAfter(today))
                .orElseThrow(() -> new Fault(ItemsError.BASIC_CODE_CANCELLED, basicCode));
        Unit unit = unit(actor, unitCode);
        if (!access.rows(actor, Stewardship.EDIT).covers(unit.id(), null, unit.areaCode())) {
            throw new Fault(ItemsError.NOT_YOUR_UNIT, unit.name());
        }
        ItemGuide guide = guide(unit, entry, empty(entry));
        if (!items.insertItem(guide, unit.areaCode(), clock.instant())) {
            throw new Fault(ItemsError.CLAIMED, unit.name(), entry.name());
        }
        items.insertDraft(guide.itemId(), 1, guide.content(), actor, clock.instant(), false);
        audit.record(
                actor,
                new AuditEvent("items.claim", "item", guide.code(), unit.name() + "认领事项：" + entry.name(), Map.of()));
        return guide.ref();
    }

    private Unit unit(Actor actor, @Nullable String unitCode) {
        UUID own = actor.unitId();
        if (unitCode != null) {
            return units.byCode(unitCode).orElseThrow(() -> new Fault(ItemsError.UNIT_UNKNOWN, unitCode));
        }
        if (own == null) {
            throw new Fault(ItemsError.UNIT_UNKNOWN, actor.name());
        }
        return units.get(own);
    }

    static ItemGuide guide(Unit unit, StandingStore.Entry entry, ItemContent content) {
        String code = ReferenceItem.code(unit, entry.code());
        return new ItemGuide(
                ReferenceItem.idOf(code),
                code,
                1,
                entry.code(),
                unit.id(),
                unit.code(),
                unit.name(),
                unit.level(),
                VersionState.DRAFT,
                null,
                null,
                false,
                content);
    }

    /** The content before anybody has filled it in; the terms are those of the law where no other rule speaks. */
    static ItemContent empty(StandingStore.Entry entry) {
        ItemType type = ItemType.ofCode(entry.type()).orElse(ItemType.OTHER_POWER);
        return new ItemContent(
                new ItemContent.Basics(entry.name(), "", type, "法定机关", "", List.of(), List.of(), null, null, "", ""),
                new ItemContent.Terms(LegalTerm.workdays(20), LegalTerm.workdays(20), null),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new ItemContent.Contacts(List.of(), List.of()),
                new ItemContent.Handling(
                        ProcessKind.PROMISED, false, "I", 1, List.of(), "", false, false, null, null, null, null, null),
                new ItemContent.Topics(List.of(), List.of(), List.of(), List.of()),
                List.of(),
                Situations.NONE);
    }
}
