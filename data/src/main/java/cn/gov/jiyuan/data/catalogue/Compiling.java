package cn.gov.jiyuan.data.catalogue;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.access.Access;
import cn.gov.jiyuan.platform.audit.Audit;
import cn.gov.jiyuan.platform.audit.AuditEvent;
import cn.gov.jiyuan.platform.cases.Cases;
import cn.gov.jiyuan.platform.cases.NewCase;
import cn.gov.jiyuan.platform.parties.Unit;
import cn.gov.jiyuan.platform.parties.Units;
import cn.gov.jiyuan.platform.rules.Rules;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes entries and their drafts (编目). */
@Component
class Compiling {
    static final String EDIT = "catalogue.resource.edit";

    private final ResourceStore store;
    private final ClassStore classes;
    private final ResourceCheck check;
    private final Cases cases;
    private final Units units;
    private final Access access;
    private final Audit audit;
    private final Rules rules;
    private final Clock clock;

    Compiling(
            ResourceStore store,
            ClassStore classes,
            ResourceCheck check,
            Cases cases,
            Units units,
            Access access,
            Audit audit,
            Rules rules,
            Clock clock) {
        this.store = store;
        this.classes = classes;
        this.check = check;
        this.cases = cases;
        this.units = units;
        this.access = access;
        this.audit = audit;
        this.rules = rules;
        this.clock = clock;
    }

    /** The unit, if the actor may act for it under the permission. */
    Unit unit(Actor actor, String code, String permission) {
        Unit unit = units.byCode(code).orElseThrow(() -> Fault.at("/unitCode", CatalogueError.UNIT_UNKNOWN, code));
        if (!access.rows(actor, permission).covers(unit.id(), null, unit.areaCode())) {
            throw Fault.at("/unitCode", CatalogueError.UNIT_FOREIGN, unit.shortName());
        }
        return unit;
    }

    /** The unit in which the actor sits. */
    Unit ownUnit(Actor actor) {
        UUID unit = actor.unitId();
        if (unit == null) {
            throw Fault.at("/unitCode", CatalogueError.UNIT_UNKNOWN, "");
        }
        return units.get(unit);
    }

    /** Makes an entry with a code of its own and opens its case; the name must be free within the unit. */
    @Transactional
    public Entry create(Actor actor, Fresh fresh) {
        Content content = fresh.content();
        if (content.name().isEmpty()) {
            throw Fault.at("/name", CatalogueError.NAME_MISSING);
        }
        store.named(fresh.unit().id(), content.name(), null).ifPresent(code -> {
            throw Fault.at("/name", CatalogueError.NAME_TAKEN, content.name(), code);
        });
        demandDirectory(fresh.classCode());
        ResourceCode code = new ResourceCode(fresh.classCode(), store.nextSequence(fresh.classCode()));
        UUID id = cases.open(actor, opened(fresh, code));
        store.insert(id, code, fresh, core(content, fresh.unit().uscc()), actor, clock.instant());
        audit.record(
                actor,
                new AuditEvent(
                        "catalogue.create",
                        "resource",
                        code.toString(),
                        "建立信息资源目录：" + content.name(),
                        Map.of("origin", fresh.origin().name(), "batch", fresh.originBatch())));
        return store.find(id).orElseThrow();
    }

    private void demandDirectory(String classCode) {
        boolean fits = classes.find(classCode)
                .filter(one -> one.level() >= ClassStore.DIRECTORY)
                .isPresent();
        if (!fits) {
            throw Fault.at("/classCode", CatalogueError.CLASS_UNKNOWN, classCode);
        }
    }

    static NewCase opened(Fresh fresh, ResourceCode code) {
        Unit unit = fresh.unit();
        return new NewCase(
                ResourceType.ID,
                fresh.content().name(),
                code.toString(),
                unit.id(),
                unit.areaCode(),
                unit.id(),
                unit.name(),
                NewCase.ApplicantKind.ORGANISATION,
                null,
                "catalogue:" + code,
                Map.of("code", code.toString()),
                null,
                fresh.demo());
    }

    /** @throws Fault {@code catalogue.changed} if somebody else saved since */
    @Transactional
    public void save(Actor actor, UUID id, int revision, Content content) {
        Entry entry = within(actor, id, EDIT);
        if (!entry.state().equals("draft")) {
            throw new Fault(CatalogueError.NOT_EDITABLE, entry.stateLabel());
        }
        store.named(entry.unitId(), content.name(), id).ifPresent(code -> {
            throw Fault.at("/content/name", CatalogueError.NAME_TAKEN, content.name(), code);
        });
        if (!store.saveDraft(id, revision, content, actor, clock.instant())) {
            throw new Fault(CatalogueError.CHANGED);
        }
        if (entry.version() == 0) {
            store.show(id, content, core(content, entry.uscc()), clock.instant());
        }
        audit.record(
                actor,
                new AuditEvent(
                        "catalogue.save",
                        "resource",
                        entry.code(),
                        "保存信息资源编制稿：" + content.name(),
                        Map.of("items", content.items().size())));
    }

    /** What keeps the draft from being submitted. */
    List<Gap> gaps(Entry entry, Content content) {
        return check.gaps(content, entry.classCode(), store::isKnown, LocalDate.now(clock));
    }

    CoreMetadata core(Content content, String uscc) {
        return CoreMetadata.of(content, uscc, rules.integer("catalogue.summary.least", LocalDate.now(clock)));
    }

    /** @throws Fault {@code catalogue.unknown} also if the entry is not within the actor's reach */
    Entry within(Actor actor, UUID id, String permission) {
        return store.find(id)
                .filter(entry -> access.rows(actor, permission).covers(entry.unitId(), null, entry.areaCode()))
                .orElseThrow(() -> new Fault(CatalogueError.UNKNOWN));
    }
}
