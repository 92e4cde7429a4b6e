package cn.gov.jiyuan.data.exchange.sharing;

import cn.gov.jiyuan.contracts.catalogue.SharingType;
import cn.gov.jiyuan.data.exchange.sharing.ShareRequest.Mode;
import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.kernel.id.Ids;
import cn.gov.jiyuan.platform.access.Access;
import cn.gov.jiyuan.platform.audit.Audit;
import cn.gov.jiyuan.platform.audit.AuditEvent;
import cn.gov.jiyuan.platform.cases.Cases;
import cn.gov.jiyuan.platform.cases.NewCase;
import cn.gov.jiyuan.platform.records.Mask;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Filling in, sending and answering share requests, beside the actions of their cases. */
@Component
class RequestDesk {
    private static final int LONGEST = 1_000;
    private static final int MOST_CALLS = 10_000_000;
    private static final int MOST_PER_SECOND = 1_000;
    private static final int MOST_YEARS = 5;
    private static final Set<String> OPEN_TO_PROVIDER = Set.of("provider", "overdue");
    private static final Set<String> OPEN_TO_AUTHORITY = Set.of("review", "granting", "consulting");

    private final RequestStore store;
    private final DirectoryStore directory;
    private final DemandStore demands;
    private final Cases cases;
    private final Access access;
    private final Audit audit;
    private final Clock clock;

    RequestDesk(
            RequestStore store,
            DirectoryStore directory,
            DemandStore demands,
            Cases cases,
            Access access,
            Audit audit,
            Clock clock) {
        this.store = store;
        this.directory = directory;
        this.demands = demands;
        this.cases = cases;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /** What somebody fills in. */
    record Draft(
            @Nullable String resource,
            @Nullable List<String> items,
            @Nullable String purpose,
            @Nullable String sceneItem,
            @Nullable String sceneName,
            @Nullable String legalBasis,
            @Nullable Mode mode,
            @Nullable String frequency,
            @Nullable LocalDate validTo,
            @Nullable List<RowCondition> conditions,
            @Nullable Integer dailyQuota,
            @Nullable Integer perSecond,
            @Nullable List<String> ips,
            @Nullable List<UUID> demands,
            @Nullable Integer version) {}

    /** The answer to one item. */
    record Decision(
            String item,
            boolean approved,
            @Nullable String reason,
            @Nullable Mask mask) {}

    @Transactional
    public ShareRequest draft(Actor actor, Draft draft) {
        ShareRequest request = checked(actor, Ids.next(), draft, 1, false);
        store.insert(request, clock.instant());
        audit.record(actor, event("exchange.request.draft", request, "填写了对“" + request.resourceName() + "”的共享申请"));
        return request;
    }

    @Transactional
    public ShareRequest rewrite(Actor actor, UUID id, Draft draft) {
        ShareRequest before = own(actor, id);
        if (!before.isDraft() && !before.state().equals("returned")) {
            throw new Fault(SharingError.NOT_DRAFT);
        }
        int version = draft.version() == null ? before.version() : draft.version();
        ShareRequest after = checked(actor, id, draft, version, before.demo());
        if (!after.resourceCode().equals(before.resourceCode()) || !store.rewrite(after)) {
            throw new Fault(SharingError.CHANGED);
        }
        audit.record(actor, event("exchange.request.rewrite", before, "修改了对“" + before.resourceName() + "”的共享申请"));
        return store.find(id).orElseThrow();
    }

    @Transactional
    public void discard(Actor actor, UUID id) {
        ShareRequest request = own(actor, id);
        if (!store.delete(id)) {
            throw new Fault(SharingError.NOT_DRAFT);
        }
        audit.record(actor, event("exchange.request.discard", request, "删除了对“" + request.resourceName() + "”的共享申请草稿"));
    }

    /** Opens the case of a draft. */
    @Transactional
    public ShareRequest submit(Actor actor, UUID id) {
        ShareRequest request = own(actor, id);
        if (!request.isDraft()) {
            throw new Fault(SharingError.NOT_DRAFT);
        }
        listed(request.resourceCode());
        LocalDate today = LocalDate.now(clock);
        if (!request.validTo().isAfter(today)) {
            throw Fault.at("/validTo", SharingError.BAD_VALID_TO);
        }
        open(actor, request, today);
        return store.find(id).orElseThrow();
    }

    /** Opens the case of a request that lies ready. @return the case */
    UUID open(Actor actor, ShareRequest request, LocalDate today) {
        String number = "GX" + today.getYear() + String.format(java.util.Locale.ROOT, "%06d", store.nextNumber());
        UUID caseId = cases.open(
                actor,
                new NewCase(
                        ShareType.ID,
                        request.unitName() + "申请共享“" + request.resourceName() + "”",
                        number,
                        request.unitId(),
                        null,
                        request.unitId(),
                        request.unitName(),
                        NewCase.ApplicantKind.ORGANISATION,
                        null,
                        "exchange:" + request.id(),
                        Map.of(
                                "request",
                                request.id().toString(),
                                "sharing",
                                request.sharing(),
                                "resource",
                                request.resourceCode(),
                                ShareType.PROVIDER,
                                request.providerUnitId().toString()),
                        "exchange:" + request.id(),
                        request.demo()));
        store.submitted(request.id(), caseId, number, "department", clock.instant());
        return caseId;
    }

    /** Answers items one by one, while it is the actor's turn. */
    @Transactional
    public ShareRequest decide(Actor actor, UUID id, List<Decision> decisions) {
        ShareRequest request = store.find(id).orElseThrow(() -> new Fault(SharingError.UNKNOWN));
        boolean provider = OPEN_TO_PROVIDER.contains(request.state())
                && request.providerUnitId().equals(actor.unitId())
                && access.may(actor, "exchange.request.answer");
        boolean authority = OPEN_TO_AUTHORITY.contains(request.state()) && access.may(actor, "exchange.request.review");
        if (!provider && !authority) {
            throw new Fault(SharingError.NOT_PROVIDER);
        }
        Map<String, Decision> byItem = new HashMap<>();
        for (int i = 0; i < decisions.size(); i++) {
            Decision decision = decisions.get(i);
            String reason = decision.reason();
            if (!decision.approved() && (reason == null || reason.isBlank())) {
                throw Fault.at("/" + i + "/reason", SharingError.REASON_PER_ITEM);
            }
            byItem.put(decision.item(), decision);
        }
        List<RequestedField> decided = new ArrayList<>();
        for (RequestedField field : request.fields()) {
            Decision decision = byItem.remove(field.name());
            decided.add(
                    decision == null
                            ? field
                            : field.decided(
                                    decision.approved(),
                                    decision.reason() == null
                                            ? ""
                                            : decision.reason().strip(),
                                    decision.mask()));
        }
        if (!byItem.isEmpty()) {
            throw new Fault(
                    SharingError.UNKNOWN_ITEM, byItem.keySet().iterator().next());
        }
        store.fields(id, decided);
        long yes = decided.stream().filter(RequestedField::given).count();
        audit.record(
                actor,
                event(
                        "exchange.request.decide",
                        request,
                        "逐项答复了共享申请 " + request.number() + "：同意 " + yes + " 项，共 " + decided.size() + " 项"));
        return store.find(id).orElseThrow();
    }

    /** A request that the actor may see: of his unit, to his unit, or all. */
    ShareRequest seen(Actor actor, UUID id) {
        ShareRequest request = store.find(id).orElseThrow(() -> new Fault(SharingError.UNKNOWN));
        boolean provider = request.providerUnitId().equals(actor.unitId()) && !request.isDraft();
        boolean covered =
                access.rows(actor, "exchange.request.read").covers(request.unitId(), request.applicantId(), null);
        if (!provider && !covered) {
            throw new Fault(SharingError.UNKNOWN);
        }
        return request;
    }

    private ShareRequest own(Actor actor, UUID id) {
        ShareRequest request = store.find(id).orElseThrow(() -> new Fault(SharingError.UNKNOWN));
        if (!request.unitId().equals(actor.unitId())) {
            throw new Fault(SharingError.UNKNOWN);
        }
        return request;
    }

    private Entry listed(String code) {
        Entry entry = directory
                .find(code)
                .filter(Entry::listed)
                .orElseThrow(() -> Fault.at("/resource", SharingError.NOT_LISTED, code));
        if (entry.sharing() == SharingType.NONE) {
            throw Fault.at("/resource", SharingError.NOT_SHARED, entry.name(), String.valueOf(entry.refusalBasis()));
        }
        return entry;
    }

    private ShareRequest checked(Actor actor, UUID id, Draft draft, int version, boolean demo) {
        Entry entry = listed(draft.resource() == null ? "" : draft.resource());
        UUID unit = actor.unitId();
        if (unit == null || unit.equals(entry.unitId())) {
            throw new Fault(SharingError.OWN_RESOURCE);
        }
        List<RequestedField> fields = fields(entry, draft.items());
        List<UUID> wished = draft.demands() == null ? List.of() : draft.demands();
        if (!demands.allOf(unit, wished)) {
            throw Fault.at("/demands", SharingError.UNKNOWN);
        }
        return new ShareRequest(
                id,
                null,
                null,
                ShareRequest.DRAFT,
                entry.code(),
                entry.name(),
                entry.sharing().name(),
                unit,
                String.valueOf(actor.unitName()),
                entry.unitId(),
                entry.unitName(),
                actor.personId(),
                actor.name(),
                text("/purpose", "用途", draft.purpose()),
                draft.sceneItem() == null || draft.sceneItem().isBlank()
                        ? null
                        : draft.sceneItem().strip(),
                text("/sceneName", "应用场景", draft.sceneName()),
                text("/legalBasis", "依据", draft.legalBasis()),
                mode(entry, draft.mode()),
                text("/frequency", "使用频次", draft.frequency()),
                validTo(draft.validTo()),
                null,
                fields,
                conditions(entry, draft.conditions()),
                within("/dailyQuota", draft.dailyQuota(), 1_000, MOST_CALLS),
                within("/perSecond", draft.perSecond(), 10, MOST_PER_SECOND),
                addresses(draft.ips()),
                wished,
                null,
                false,
                0,
                "",
                version,
                demo);
    }

    /** What belongs to another installation comes in batches, and nothing else does. */
    private static Mode mode(Entry entry, @Nullable Mode asked) {
        if (entry.origin() != null) {
            return Mode.BATCH;
        }
        if (asked == Mode.BATCH) {
            throw Fault.at("/mode", SharingError.NOT_FOREIGN);
        }
        return asked == null ? Mode.API : asked;
    }

    static List<RequestedField> fields(Entry entry, @Nullable List<String> items) {
        if (items == null || items.isEmpty()) {
            throw Fault.at("/items", SharingError.NO_ITEM);
        }
        List<RequestedField> fields = new ArrayList<>();
        for (String item : items.stream().distinct().toList()) {
            fields.add(RequestedField.of(
                    entry.item(item).orElseThrow(() -> Fault.at("/items", SharingError.UNKNOWN_ITEM, item))));
        }
        return fields;
    }

    static List<RowCondition> conditions(Entry entry, @Nullable List<RowCondition> conditions) {
        List<RowCondition> all = conditions == null ? List.of() : conditions;
        for (int i = 0; i < all.size(); i++) {
            RowCondition condition = all.get(i);
            SharedItem item = entry.item(condition.column())
                    .orElseThrow(() -> new Fault(SharingError.UNKNOWN_ITEM, condition.column()));
            if (item.personal() || !condition.wellFormed() || !condition.comparableWith(item.type())) {
                throw Fault.at("/conditions/" + i, SharingError.BAD_CONDITION, item.title());
            }
        }
        return all;
    }

    private LocalDate validTo(@Nullable LocalDate day) {
        LocalDate today = LocalDate.now(clock);
        if (day == null || !day.isAfter(today) || day.isAfter(today.plusYears(MOST_YEARS))) {
            throw Fault.at("/validTo", SharingError.BAD_VALID_TO);
        }
        return day;
    }

    private static int within(String pointer, @Nullable Integer number, int usual, int most) {
        int value = number == null ? usual : number;
        if (value < 1 || value > most) {
            throw Fault.at(pointer, SharingError.BAD_QUOTA, most);
        }
        return value;
    }

    private static List<String> addresses(@Nullable List<String> ips) {
        List<String> all = ips == null
                ? List.of()
                : ips.stream().map(String::strip).filter(ip -> !ip.isEmpty()).toList();
        for (String ip : all) {
            if (!ip.matches("[0-9a-fA-F:.]{3,45}")) {
                throw Fault.at("/ips", SharingError.BAD_ADDRESS, ip);
            }
        }
        return all;
    }

    private static String text(String pointer, String label, @Nullable String text) {
        if (text == null || text.isBlank()) {
            throw Fault.at(pointer, SharingError.MISSING, label);
        }
        if (text.length() > LONGEST) {
            throw Fault.at(pointer, SharingError.TOO_LONG, label, LONGEST);
        }
        return text.strip();
    }

    private static AuditEvent event(String action, ShareRequest request, String summary) {
        return new AuditEvent(
                action,
                "exchange.request",
                request.id().toString(),
                summary,
                Map.of("resource", request.resourceCode(), "unit", request.unitName()));
    }
}
