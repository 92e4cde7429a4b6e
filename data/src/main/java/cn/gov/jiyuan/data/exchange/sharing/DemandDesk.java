package cn.gov.jiyuan.data.exchange.sharing;

import cn.gov.jiyuan.data.exchange.sharing.Demand.BasisKind;
import cn.gov.jiyuan.data.exchange.sharing.Demand.Standing;
import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.kernel.id.Ids;
import cn.gov.jiyuan.platform.access.Access;
import cn.gov.jiyuan.platform.audit.Audit;
import cn.gov.jiyuan.platform.audit.AuditEvent;
import cn.gov.jiyuan.platform.cases.Cases;
import cn.gov.jiyuan.platform.parties.Units;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The loop of a demand: told, answered, fed back (需求、响应、反馈). */
@Component
class DemandDesk {
    private static final int MOST = 2_000;
    private static final int LONGEST = 200;

    private final DemandStore store;
    private final DirectoryStore directory;
    private final Cases cases;
    private final Units units;
    private final Access access;
    private final Audit audit;
    private final Tidings tidings;
    private final Clock clock;

    DemandDesk(
            DemandStore store,
            DirectoryStore directory,
            Cases cases,
            Units units,
            Access access,
            Audit audit,
            Tidings tidings,
            Clock clock) {
        this.store = store;
        this.directory = directory;
        this.cases = cases;
        this.units = units;
        this.access = access;
        this.audit = audit;
        this.tidings = tidings;
        this.clock = clock;
    }

    /** What is needed. @param provider house code of the unit that is thought to have it */
    record Need(
            @Nullable String title,
            @Nullable List<String> items,
            @Nullable String scene,
            @Nullable String provider) {}

    /** An answer: can be shared from a resource, will be by a day, or is refused by law. */
    record Reply(
            @Nullable String answer,
            @Nullable String resource,
            @Nullable LocalDate promisedOn,
            boolean refused,
            @Nullable BasisKind basisKind,
            @Nullable String basis) {}

    /** A row of a list that could not be taken. */
    record Bad(int row, String problem) {}

    record Taken(List<UUID> ids, List<Bad> bad) {}

    @Transactional
    public UUID ask(Actor actor, Need need) {
        UUID id = store.ask(demand(actor, need), actor.name(), clock.instant());
        audit.record(actor, event("exchange.demand.submit", id, "提出数据需求“" + need.title() + "”"));
        return id;
    }

    /** A whole list; rows that cannot be taken are told one by one, the others are kept. */
    @Transactional
    public Taken askAll(Actor actor, List<Need> needs) {
        if (needs.size() > MOST) {
            throw new Fault(SharingError.BAD_FILE, MOST);
        }
        List<UUID> ids = new ArrayList<>();
        List<Bad> bad = new ArrayList<>();
        for (int i = 0; i < needs.size(); i++) {
            try {
                ids.add(store.ask(demand(actor, needs.get(i)), actor.name(), clock.instant()));
            } catch (Fault fault) {
                bad.add(new Bad(i + 1, problem(fault)));
            }
        }
        audit.record(
                actor,
                event("exchange.demand.import", Ids.next(), "导入需求清单 " + ids.size() + " 行，未收 " + bad.size() + " 行"));
        return new Taken(ids, bad);
    }

    private static String problem(Fault fault) {
        return fault.code() == SharingError.MISSING
                ? "缺少" + fault.arguments().getFirst()
                : "“" + fault.arguments().getFirst() + "”不能识别或者太长";
    }

    private Demand demand(Actor actor, Need need) {
        String title = text("需求名称", need.title());
        UUID unit = actor.unitId();
        if (unit == null) {
            throw new Fault(SharingError.NOT_OURS);
        }
        List<String> items = need.items() == null
                ? List.of()
                : need.items().stream()
                        .map(String::strip)
                        .filter(item -> !item.isEmpty())
                        .toList();
        if (items.isEmpty()) {
            throw new Fault(SharingError.MISSING, "信息项");
        }
        int year = LocalDate.now(clock).getYear();
        return new Demand(
                Ids.next(),
                cases.nextNumber("XQ" + year, 6),
                year,
                title,
                unit,
                String.valueOf(actor.unitName()),
                items,
                text("应用场景", need.scene()),
                provider(need.provider()),
                null,
                Standing.OPEN,
                "",
                null,
                null,
                null,
                "",
                null,
                1,
                null,
                null,
                false);
    }

    private @Nullable UUID provider(@Nullable String code) {
        return code == null || code.isBlank()
                ? null
                : units.byCode(code.strip())
                        .orElseThrow(() -> new Fault(SharingError.UNKNOWN_ITEM, code))
                        .id();
    }

    @Transactional
    public Demand answer(Actor actor, UUID id, Reply reply) {
        Demand demand = store.find(id).orElseThrow(() -> new Fault(SharingError.UNKNOWN));
        boolean ours = access.rows(actor, "exchange.demand.answer").covers(demand.providerUnitId(), null, null);
        if (!ours) {
            throw new Fault(SharingError.NOT_PROVIDER);
        }
        if (demand.standing() == Standing.MET || demand.standing() == Standing.GRANTED) {
            throw new Fault(SharingError.CHANGED);
        }
        String words = text("响应", reply.answer());
        if (reply.refused()) {
            refuse(actor, demand, reply, words);
        } else {
            accept(actor, demand, reply, words);
        }
        audit.record(actor, event("exchange.demand.answer", id, "响应数据需求“" + demand.title() + "”：" + words));
        tidings.toUnit(
                demand.unitId(),
                List.of("datasteward"),
                "exchange.sharing.demand-answered",
                List.of(demand.title(), words),
                "/workbench/records/exchange.demand/" + id);
        return store.find(id).orElseThrow();
    }

    private void refuse(Actor actor, Demand demand, Reply reply, String words) {
        BasisKind kind = reply.basisKind();
        String basis = reply.basis();
        if (kind == null || basis == null || basis.isBlank()) {
            throw Fault.at("/basis", SharingError.NO_BASIS);
        }
        store.exclude(demand.id(), words, kind, basis.strip(), actor.name(), clock.instant());
    }

    private void accept(Actor actor, Demand demand, Reply reply, String words) {
        String resource = reply.resource();
        if (resource != null && directory.find(resource).filter(Entry::listed).isEmpty()) {
            throw Fault.at("/resource", SharingError.NOT_LISTED, resource);
        }
        store.answer(demand.id(), words, resource, reply.promisedOn(), actor.name(), clock.instant());
    }

    @Transactional
    public Demand feedback(Actor actor, UUID id, boolean satisfied, String text) {
        Demand demand = store.find(id).orElseThrow(() -> new Fault(SharingError.UNKNOWN));
        if (!demand.unitId().equals(actor.unitId())) {
            throw new Fault(SharingError.NOT_OURS);
        }
        store.feedback(id, text("反馈", text), satisfied);
        audit.record(
                actor,
                event("exchange.demand.feedback", id, "反馈数据需求“" + demand.title() + "”：" + (satisfied ? "满意" : "不满意")));
        return store.find(id).orElseThrow();
    }

    private static String text(String label, @Nullable String text) {
        if (text == null || text.isBlank()) {
            throw new Fault(SharingError.MISSING, label);
        }
        if (text.length() > LONGEST) {
            throw new Fault(SharingError.TOO_LONG, label, LONGEST);
        }
        return text.strip();
    }

    private static AuditEvent event(String action, UUID id, String summary) {
        return new AuditEvent(action, "exchange.demand", id.toString(), summary, Map.of());
    }
}
