package cn.gov.jiyuan.platform.cases;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.kernel.time.Due;
import cn.gov.jiyuan.kernel.time.LegalCalendar;
import cn.gov.jiyuan.kernel.time.LegalClock;
import cn.gov.jiyuan.kernel.time.Step;
import cn.gov.jiyuan.platform.access.Access;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads cases for people: what they may see, what they may do. */
final class CaseReader {
    private final CaseTypes types;
    private final CaseHooks hooks;
    private final DocketStore store;
    private final EvidenceStore evidence;
    private final Access access;

    CaseReader(CaseTypes types, CaseHooks hooks, DocketStore store, EvidenceStore evidence, Access access) {
        this.types = types;
        this.hooks = hooks;
        this.store = store;
        this.evidence = evidence;
        this.access = access;
    }

    CaseFile file(Actor actor, UUID caseId, LegalCalendar calendar, Instant now) {
        Docket docket = docket(caseId, calendar);
        if (!maySee(actor, docket)) {
            throw new Fault(CasesError.NOT_FOUND);
        }
        return new CaseFile(
                docket.matter.view(docket.type),
                store.clocks(docket.type, caseId).stream()
                        .map(c -> view(c, calendar, now))
                        .toList(),
                List.copyOf(docket.timeline),
                docket.tasks.values().stream()
                        .map(task -> TaskView.of(caseId, task))
                        .toList(),
                evidence.of(caseId),
                offers(actor, docket),
                chances(actor, docket));
    }

    private static CaseFile.Chances chances(Actor actor, Docket docket) {
        return new CaseFile.Chances(
                docket.liveTasks().stream()
                        .filter(task -> task.assignee == null && task.mayBeClaimedBy(actor))
                        .map(task -> task.id)
                        .toList(),
                TaskOperations.recallable(docket, actor)
                        .map(TimelineEntry::label)
                        .orElse(null),
                docket.matter.returnTo == null ? null : docket.matter.returnTo.name());
    }

    List<ActionOffer> offers(Actor actor, UUID caseId, LegalCalendar calendar) {
        return offers(actor, docket(caseId, calendar));
    }

    List<ClockView> clocks(UUID caseId, LegalCalendar calendar, Instant now) {
        Matter matter = store.matter(caseId).orElseThrow(() -> new Fault(CasesError.NOT_FOUND));
        return store.clocks(types.of(matter), caseId).stream()
                .map(clock -> view(clock, calendar, now))
                .toList();
    }

    List<EvidenceView> evidence(UUID caseId) {
        return evidence.of(caseId);
    }

    /**
     * By reach of the reading permission, or because one has or had a task in it or may take one, or is its applicant or
     * agent.
     */
    boolean maySee(Actor actor, Docket docket) {
        Matter matter = docket.matter;
        boolean party = !actor.isAnonymous()
                && (actor.personId().equals(matter.applicantId)
                        || (actor.personId().equals(matter.agentId)
                                && actor.principalId().equals(matter.applicantId)));
        return party
                || actor.equals(Actor.SYSTEM)
                || covers(actor, matter, docket.type.readPermission())
                || docket.tasks.values().stream().anyMatch(t -> t.isHeldBy(actor.personId()))
                || docket.liveTasks().stream().anyMatch(t -> t.assignee == null && t.mayBeClaimedBy(actor));
    }

    /** The permission, reaching this case or carried by a task that the actor holds. */
    void requirePermission(Actor actor, Docket docket, String permission) {
        if (actor.equals(Actor.SYSTEM)) {
            return;
        }
        access.require(actor, permission);
        boolean holds = docket.liveTasks().stream().anyMatch(t -> t.isHeldBy(actor.personId()));
        if (!holds && !covers(actor, docket.matter, permission)) {
            throw new Fault(CasesError.OUT_OF_SCOPE);
        }
    }

    private boolean covers(Actor actor, Matter matter, String permission) {
        return access.rows(actor, permission).covers(matter.unitId, matter.applicantId, matter.areaCode);
    }

    private List<ActionOffer> offers(Actor actor, Docket docket) {
        return docket.type.actionsFrom(docket.matter.state).stream()
                .filter(action -> action.performer() != CaseAction.Performer.SYSTEM)
                .filter(action -> !isLeftToProcess(docket, action))
                .filter(action -> access.may(actor, action.permission()))
                .filter(action -> docket.isPerformer(actor, action))
                .map(action -> offer(docket, action, docket.refusal(actor, action)))
                .toList();
    }

    private static boolean isLeftToProcess(Docket docket, CaseAction action) {
        return action.performer() == CaseAction.Performer.HANDLER
                && docket.type.state(docket.matter.state).process() != null;
    }

    private ActionOffer offer(Docket docket, CaseAction action, @Nullable Fault refusal) {
        return new ActionOffer(
                action.id(),
                action.label(),
                consequence(docket, action),
                action.opinion(),
                action.reason(),
                action.evidence(),
                action.form(),
                action.recallable(),
                refusal == null ? null : CaseTexts.of(refusal));
    }

    private String consequence(Docket docket, CaseAction action) {
        CaseTerms terms = hooks.terms(docket.type);
        return TermBlanks.fill(
                action.consequence(),
                name -> TermBlanks.isRule(name)
                        ? terms.ofRule(name)
                        : terms.term(docket.matter.view(docket.type), name));
    }

    private Docket docket(UUID caseId, LegalCalendar calendar) {
        Matter matter = store.matter(caseId).orElseThrow(() -> new Fault(CasesError.NOT_FOUND));
        return store.docket(types.of(matter), matter, calendar, false);
    }

    static ClockView view(CaseClock clock, LegalCalendar calendar, Instant now) {
        Due due = LegalClock.due(clock.terms(), calendar);
        Instant stoppedAt = clock.stoppedAt;
        boolean late = stoppedAt == null ? due.isMissedBy(now.atZone(CaseClock.ZONE)) : Boolean.TRUE.equals(clock.late);
        String remaining = stoppedAt == null
                ? LegalClock.remaining(clock.terms(), calendar, now.atZone(CaseClock.ZONE))
                        .text()
                : (late ? "已结束，超期" : "已结束，按时");
        return new ClockView(
                clock.spec.id(),
                clock.round,
                clock.spec.label(),
                clock.spec.kind(),
                clock.stated.term().text(),
                clock.stated.ruleKey(),
                clock.stated.ruleVersion(),
                clock.stated.basis(),
                clock.state,
                clock.dueAt,
                due.date(),
                clock.provisional,
                remaining,
                late,
                stoppedAt,
                due.steps().stream().map(Step::text).toList(),
                clock.events.stream().map(CaseReader::event).toList());
    }

    private static ClockView.Event event(CaseClock.Event event) {
        String amount = event.term() == null ? null : event.term().text();
        return new ClockView.Event(event.at(), event.kind().label(), event.reason(), amount);
    }
}
