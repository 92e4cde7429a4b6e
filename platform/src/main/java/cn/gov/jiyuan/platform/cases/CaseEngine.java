package cn.gov.jiyuan.platform.cases;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.kernel.id.Ids;
import cn.gov.jiyuan.kernel.time.LegalCalendar;
import cn.gov.jiyuan.platform.keys.PersonalCipher;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.support.TransactionOperations;

/** Loads a docket under its lock, lets it move, writes it, calls the effects and tells the news: one transaction each. */
final class CaseEngine implements Cases {
    private static final char[] QUERY_CODE = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ".toCharArray();

    private final CaseTypes types;
    private final CaseHooks hooks;
    private final DocketStore store;
    private final CaseReader reader;
    private final CaseNews news;
    private final CaseProcesses processes;
    private final TransactionOperations transactions;
    private final PersonalCipher cipher;
    private final Supplier<LegalCalendar> calendar;
    private final Clock clock;

    CaseEngine(
            CaseTypes types,
            CaseHooks hooks,
            DocketStore store,
            CaseReader reader,
            CaseNews news,
            CaseProcesses processes,
            TransactionOperations transactions,
            PersonalCipher cipher,
            Supplier<LegalCalendar> calendar,
            Clock clock) {
        this.types = types;
        this.hooks = hooks;
        this.store = store;
        this.reader = reader;
        this.news = news;
        this.processes = processes;
        this.transactions = transactions;
        this.cipher = cipher;
        this.calendar = calendar;
        this.clock = clock;
    }

    @Override
    public UUID open(Actor actor, NewCase wanted) {
        CaseType type = types.latest(wanted.type());
        return within(() -> {
            String key = wanted.idempotencyKey();
            Optional<UUID> first = key == null ? Optional.empty() : store.openedWith(key);
            return first.orElseGet(() -> openNew(actor, type, wanted));
        });
    }

    private UUID openNew(Actor actor, CaseType type, NewCase wanted) {
        Docket docket = Docket.opened(type, wanted, actor, calendar.get(), Ids.next(), now());
        TimelineEntry entry = docket.timeline.getLast();
        processes.entered(docket, actor);
        try {
            store.insert(docket, wanted);
        } catch (DuplicateKeyException e) {
            throw Fault.caused(e, CasesError.NUMBER_TAKEN, String.valueOf(wanted.number()));
        }
        news.tell(actor, docket, entry, null);
        return docket.matter.id;
    }

    @Override
    public ActOutcome act(Actor actor, UUID caseId, int expectedVersion, String action, ActionInput input) {
        return within(() -> actLocked(actor, caseId, expectedVersion, action, input));
    }

    private ActOutcome actLocked(Actor actor, UUID caseId, int expectedVersion, String id, ActionInput input) {
        DocketStore.Locked locked = store.lock(caseId).orElseThrow(() -> new Fault(CasesError.NOT_FOUND));
        Matter matter = locked.matter();
        CaseType type = types.of(matter);
        CaseAction action = type.action(id).orElseThrow(() -> new Fault(CasesError.UNKNOWN_ACTION, type.name(), id));
        boolean movesClocks = !action.clocks().isEmpty() || endsCase(type, action);
        Docket docket = store.docket(type, locked, calendar.get(), movesClocks);
        Optional<ActOutcome> first = firstOutcome(docket, input);
        if (first.isPresent()) {
            return first.get();
        }
        reader.requirePermission(actor, docket, action.permission());
        requireVersion(docket, expectedVersion, actor);
        return move(actor, docket, action, input);
    }

    /** Moves a docket that is already locked, written in full. Also called when a BPMN process ends. */
    ActOutcome move(Actor actor, Docket docket, CaseAction action, ActionInput input) {
        CaseType type = docket.type;
        String from = docket.matter.state;
        docket.requireUninvolved(actor);
        TimelineEntry entry = docket.act(actor, action, input, hooks.terms(type), now());
        if (!action.stays()) {
            processes.left(docket, from);
            processes.entered(docket, actor);
        }
        store.save(docket);
        store.addEvidence(docket.matter.id, entry.sequence(), entry.at(), input.evidence());
        callEffects(actor, docket, action, from, input, entry);
        news.tell(actor, docket, entry, action.audit());
        return outcome(docket, entry, false);
    }

    /** The process inside a state has ended: the actor who completed its last task takes the action named by its end. */
    void processEnded(Actor actor, Docket docket, String end, String opinion) {
        CaseAction action = docket.type
                .action(end)
                .filter(a -> a.from().contains(docket.matter.state))
                .orElseThrow(() -> new Fault(CasesError.PROCESS_STUCK, docket.stateLabel(), end, docket.stateLabel()));
        reader.requirePermission(actor, docket, action.permission());
        move(actor, docket, action, ActionInput.opinion(opinion));
    }

    private void callEffects(
            Actor actor, Docket docket, CaseAction action, String from, ActionInput input, TimelineEntry entry) {
        Matter matter = docket.matter;
        for (CaseEffects effect : hooks.effects(docket.type)) {
            Transition transition =
                    new Transition(docket.type, action, from, matter.view(docket.type), actor, input, entry.at());
            CaseEffects.Result result = effect.after(transition);
            if (!result.isNothing()) {
                matter.merge(result.data());
                matter.number = result.number() == null ? matter.number : result.number();
                amend(matter, result);
                store.addEvidence(matter.id, entry.sequence(), entry.at(), result.evidence());
            }
        }
    }

    private void amend(Matter matter, CaseEffects.Result result) {
        try {
            store.amend(matter.id, result.data(), result.number());
        } catch (DuplicateKeyException e) {
            throw Fault.caused(e, CasesError.NUMBER_TAKEN, String.valueOf(result.number()));
        }
    }

    private static boolean endsCase(CaseType type, CaseAction action) {
        return action.to() != null && type.state(action.to()).isFinal();
    }

    private static Optional<ActOutcome> firstOutcome(Docket docket, ActionInput input) {
        return docket.timeline.stream()
                .filter(e -> e.key() != null && e.key().equals(input.idempotencyKey()))
                .findFirst()
                .map(e -> outcome(docket, e, true));
    }

    private static ActOutcome outcome(Docket docket, TimelineEntry entry, boolean repeated) {
        return new ActOutcome(
                docket.matter.id,
                entry.action(),
                entry.from(),
                entry.to(),
                docket.type.state(entry.to()).label(),
                entry.version(),
                entry.sequence(),
                entry.at(),
                repeated);
    }

    static void requireVersion(Docket docket, int expected, Actor actor) {
        if (docket.matter.version != expected) {
            TimelineEntry last = docket.timeline.stream()
                    .filter(e -> e.version() > expected)
                    .findFirst()
                    .orElseGet(docket.timeline::getLast);
            String who = last.personId().equals(actor.personId()) ? "您" : last.actorName();
            throw new Fault(CasesError.CHANGED, who, Docket.when(last.at()), last.label(), docket.stateLabel());
        }
    }

    @Override
    public Optional<CaseView> find(UUID caseId) {
        return store.matter(caseId).map(matter -> matter.view(types.of(matter)));
    }

    @Override
    public Optional<CaseView> findByNumber(String number) {
        return store.withNumber(number).flatMap(this::find);
    }

    @Override
    public List<CaseView> ofApplicant(UUID applicantId, String type, int limit) {
        return store.ofApplicant(applicantId, type, limit).stream()
                .map(matter -> matter.view(types.of(matter)))
                .toList();
    }

    @Override
    public CaseFile read(Actor actor, UUID caseId) {
        return reader.file(actor, caseId, calendar.get(), now());
    }

    @Override
    public List<ActionOffer> offers(Actor actor, UUID caseId) {
        return reader.offers(actor, caseId, calendar.get());
    }

    @Override
    public List<TimelineEntry> timeline(UUID caseId) {
        return store.timeline(caseId);
    }

    @Override
    public List<ClockView> explain(UUID caseId) {
        return reader.clocks(caseId, calendar.get(), now());
    }

    @Override
    public List<EvidenceView> evidence(UUID caseId) {
        return reader.evidence(caseId);
    }

    @Override
    public void attach(Actor actor, UUID caseId, List<NewEvidence> pieces) {
        within(() -> {
            DocketStore.Locked locked = store.lock(caseId).orElseThrow(() -> new Fault(CasesError.NOT_FOUND));
            Matter matter = locked.matter();
            Docket docket = store.docket(types.of(matter), locked, calendar.get(), false);
            String names =
                    String.join("、", pieces.stream().map(NewEvidence::name).toList());
            TimelineEntry entry = docket.write(
                    "task.attach", "补充材料", matter.state, matter.state, actor, "", "", null, names, null, now());
            store.save(docket);
            store.addEvidence(caseId, entry.sequence(), entry.at(), pieces);
            news.tell(actor, docket, entry, null);
            return entry;
        });
    }

    @Override
    public String applicantName(UUID caseId) {
        return store.applicantName(caseId);
    }

    @Override
    public Optional<String> agentName(UUID caseId) {
        return store.agentName(caseId);
    }

    @Override
    public String nextNumber(String prefix, int digits) {
        long serial = within(() -> store.nextSerial(prefix));
        return prefix + String.format("%0" + digits + "d", serial);
    }

    @Override
    public String queryCode(UUID caseId) {
        byte[] digest = cipher.blind("cases.query-code", caseId.toString());
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            code.append(QUERY_CODE[digest[i] & 31]);
        }
        return code.toString();
    }

    @Override
    public Optional<CaseView> findByQueryCode(String number, String queryCode) {
        String normal = queryCode.strip().toUpperCase(java.util.Locale.ROOT);
        return findByNumber(number.strip())
                .filter(found -> queryCode(found.id()).equals(normal));
    }

    @Override
    public int recomputeProvisional(Actor actor) {
        LegalCalendar official = calendar.get();
        int moved = 0;
        for (UUID caseId : store.provisional()) {
            moved += Objects.requireNonNull(transactions.execute(status -> recompute(actor, caseId, official)));
        }
        return moved;
    }

    private int recompute(Actor actor, UUID caseId, LegalCalendar official) {
        DocketStore.Locked locked = store.lock(caseId).orElseThrow();
        Matter matter = locked.matter();
        Docket docket = store.docket(types.of(matter), locked, official, true);
        List<String> moved = new ArrayList<>();
        for (CaseClock running : docket.clocks.values()) {
            Instant before = running.dueAt;
            if (!running.isOver() && running.recompute(official) && !before.equals(running.dueAt)) {
                moved.add(running.spec.label() + "由" + Docket.when(before) + "改为" + Docket.when(running.dueAt));
            }
        }
        docket.sumUpClocks();
        if (!moved.isEmpty()) {
            String note = String.join("；", moved);
            TimelineEntry entry = docket.write(
                    "task.recompute", "日历公布后重算时限", matter.state, matter.state, actor, "", "", null, note, null, now());
            news.tell(actor, docket, entry, null);
        }
        store.save(docket);
        return moved.size();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private <T> T within(Supplier<T> work) {
        return Objects.requireNonNull(transactions.execute(status -> work.get()));
    }
}
