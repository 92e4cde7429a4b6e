package cn.gov.jiyuan.platform.cases;

import cn.gov.jiyuan.kernel.actor.ActingAs;
import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.kernel.id.Ids;
import cn.gov.jiyuan.kernel.time.LegalCalendar;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One case in the hand of one actor: the only place where the rules of moving a case are kept. Pure: it knows no
 * database, so its invariants are proved on thousands of random histories in memory. {@link DocketStore} loads it under
 * the lock of the case and writes what changed.
 *
 * <p>Operations on tasks are in {@link TaskOperations}, which works on the same docket.
 */
final class Docket {
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("M 月 d 日 HH:mm");

    private static final Set<ActingAs> PRIVATE = Set.of(ActingAs.SELF, ActingAs.OTHER, ActingAs.ENTERPRISE);

    final CaseType type;
    final Matter matter;
    final LegalCalendar calendar;
    final List<TimelineEntry> timeline;
    final Map<UUID, CaseTask> tasks = new LinkedHashMap<>();
    final Map<UUID, TaskGroup> groups = new LinkedHashMap<>();
    final Map<String, CaseClock> clocks = new LinkedHashMap<>();
    final List<TimelineEntry> added = new ArrayList<>();
    /** Earlier rounds of clocks that have started anew on this docket. */
    final List<CaseClock> formerClocks = new ArrayList<>();

    Docket(CaseType type, Matter matter, LegalCalendar calendar, List<TimelineEntry> timeline) {
        this.type = type;
        this.matter = matter;
        this.calendar = calendar;
        this.timeline = new ArrayList<>(timeline);
    }

    /** A new case in its initial state. */
    static Docket opened(CaseType type, NewCase wanted, Actor actor, LegalCalendar calendar, UUID id, Instant at) {
        String initial = type.initial().id();
        Docket docket = new Docket(type, new Matter(id, type.version(), initial, wanted, at), calendar, List.of());
        docket.matter.version = 1;
        docket.write("task.open", "建立", "", initial, actor, "", "", null, "", wanted.idempotencyKey(), at);
        docket.openTask(type.initial(), null, Colleague.of(actor), at);
        return docket;
    }

    /** Does one action of the transition table. */
    TimelineEntry act(Actor actor, CaseAction action, ActionInput input, CaseTerms terms, Instant at) {
        String from = matter.state;
        if (!action.from().contains(from)) {
            TimelineEntry last = timeline.getLast();
            throw new Fault(
                    CasesError.WRONG_STATE,
                    stateLabel(),
                    action.label(),
                    last.actorName(),
                    when(last.at()),
                    last.label());
        }
        requirePerformer(actor, action);
        CaseTask task = action.performer() == CaseAction.Performer.HANDLER ? work(actor, at) : null;
        requireDifferentPerson(actor, action);
        requireInput(action, input);
        String to = action.to() == null ? from : action.to();
        Instant legal = legally(action, at);
        moveClocks(action, input, terms, at);
        matter.version++;
        TimelineEntry entry = write(
                action.id(),
                action.label(),
                from,
                to,
                actor,
                input.opinion(),
                input.reason(),
                task == null ? null : task.id,
                "",
                input.idempotencyKey(),
                at);
        action.marks().forEach(mark -> matter.mark(mark, legal));
        if (action.outcome() != null) {
            matter.outcome = action.outcome();
        }
        matter.merge(input.data());
        if (!action.stays()) {
            if (task != null) {
                task.finish(Colleague.of(actor), at, null);
            }
            enter(type.state(to), null, Colleague.of(actor), at);
        }
        return entry;
    }

    /** Leaves the present state for another: everything open is called off, the new state's task is opened. */
    void enter(CaseState state, @Nullable Colleague assignee, Colleague by, Instant at) {
        liveTasks().forEach(task -> task.cancel(at));
        groups.values().stream().filter(TaskGroup::isPending).forEach(g -> g.end(JointRule.Result.DISSOLVED, at));
        matter.state = state.id();
        matter.returnState = null;
        matter.returnTo = null;
        if (state.isFinal()) {
            matter.closedAt = matter.closedAt == null ? at : matter.closedAt;
            clocks.values().forEach(clock -> clock.stop(at, state.label(), null));
            sumUpClocks();
        }
        openTask(state, assignee, by, at);
    }

    private void openTask(CaseState state, @Nullable Colleague assignee, Colleague by, Instant at) {
        CaseState.TaskSpec spec = state.task();
        if (spec != null) {
            UUID unit = spec.unitIn(matter.data);
            CaseTask task = addTask(TaskKind.HANDLE, spec.title(), spec.role(), null, null, null, by, at, unit);
            if (assignee != null) {
                task.assign(assignee, at);
            }
        }
    }

    CaseTask addTask(
            TaskKind kind,
            String title,
            @Nullable String role,
            @Nullable UUID parent,
            @Nullable UUID group,
            @Nullable String processTask,
            Colleague by,
            Instant at) {
        return addTask(kind, title, role, parent, group, processTask, by, at, null);
    }

    /** @param unit whose task it is; null for the unit of the case */
    CaseTask addTask(
            TaskKind kind,
            String title,
            @Nullable String role,
            @Nullable UUID parent,
            @Nullable UUID group,
            @Nullable String processTask,
            Colleague by,
            Instant at,
            @Nullable UUID unit) {
        UUID unitId = unit == null ? matter.unitId : unit;
        CaseTask task =
                new CaseTask(Ids.next(), kind, matter.state, title, role, unitId, parent, group, processTask, by, at);
        task.fresh = true;
        tasks.put(task.id, task);
        return task;
    }

    /** The task that the action completes; in a state with a process none is left when the process has ended. */
    private @Nullable CaseTask work(Actor actor, Instant at) {
        if (type.state(matter.state).process() == null) {
            return workable(actor, at);
        }
        List<CaseTask> open = List.copyOf(liveTasks());
        if (!open.isEmpty()) {
            String titles = open.stream().map(t -> t.title).collect(Collectors.joining("、"));
            throw new Fault(CasesError.TASK_WAITS, open.size(), titles);
        }
        return null;
    }

    /** The task of the state, held by the actor or free for him to take; taken if it was free. */
    CaseTask workable(Actor actor, Instant at) {
        CaseTask task = checkWorkable(actor);
        requireHolder(actor, task, at);
        return task;
    }

    private CaseTask checkWorkable(Actor actor) {
        CaseTask task = handling().orElseThrow(() -> new Fault(CasesError.NO_TASK));
        checkHolder(actor, task);
        requireUnblocked(task);
        if (task.delegator != null) {
            throw new Fault(CasesError.TASK_DELEGATED, task.delegator.name(), nameOf(task.assignee));
        }
        return task;
    }

    /** Refuses unless the actor holds the task; a free one that he may take is taken. */
    void requireHolder(Actor actor, CaseTask task, Instant at) {
        checkHolder(actor, task);
        if (task.assignee == null) {
            task.assign(Colleague.of(actor), at);
        }
    }

    private void checkHolder(Actor actor, CaseTask task) {
        if (!task.isLive()) {
            throw new Fault(
                    CasesError.TASK_OVER,
                    task.doneBy == null ? task.status.label() : nameOf(task.doneBy),
                    task.doneAt == null ? "" : when(task.doneAt));
        }
        Colleague holder = task.assignee;
        if (holder == null) {
            if (!task.mayBeClaimedBy(actor)) {
                throw new Fault(CasesError.TASK_NOT_ELIGIBLE, String.valueOf(task.role));
            }
        } else if (!task.isHeldBy(actor.personId())) {
            if (task.mayBeClaimedBy(actor)) {
                Instant since = task.claimedAt == null ? task.openedAt : task.claimedAt;
                throw new Fault(CasesError.TASK_TAKEN, holder.name(), when(since));
            }
            throw new Fault(CasesError.TASK_NOT_YOURS);
        }
    }

    void requireUnblocked(CaseTask task) {
        List<CaseTask> open = children(task);
        if (!open.isEmpty()) {
            String names = open.stream().map(t -> nameOf(t.assignee)).collect(Collectors.joining("、"));
            throw new Fault(CasesError.TASK_WAITS, open.size(), names);
        }
    }

    /** Live add-sign and joint-sign tasks that a task waits for. */
    List<CaseTask> children(CaseTask task) {
        return tasks.values().stream()
                .filter(t -> t.isLive() && t.kind != TaskKind.COPY && task.id.equals(t.parentId))
                .toList();
    }

    Optional<CaseTask> handling() {
        return liveTasks().stream().filter(t -> t.kind == TaskKind.HANDLE).findFirst();
    }

    /** Live tasks that hold up the case; copies do not. */
    Collection<CaseTask> liveTasks() {
        return tasks.values().stream()
                .filter(t -> t.isLive() && t.kind != TaskKind.COPY)
                .toList();
    }

    /** Whether the actor is in the position to do the action at all. */
    boolean isPerformer(Actor actor, CaseAction action) {
        try {
            requirePerformer(actor, action);
            return true;
        } catch (Fault notHis) {
            return false;
        }
    }

    /** Why the actor could not do an action that is his to do; null if he could. */
    @Nullable
    Fault refusal(Actor actor, CaseAction action) {
        try {
            requireUninvolved(actor);
            if (action.performer() == CaseAction.Performer.HANDLER
                    && type.state(matter.state).process() == null) {
                checkWorkable(actor);
            }
            requireDifferentPerson(actor, action);
            return null;
        } catch (Fault refused) {
            return refused;
        }
    }

    private void requirePerformer(Actor actor, CaseAction action) {
        switch (action.performer()) {
            case APPLICANT -> {
                boolean applicant = actor.principalId().equals(matter.applicantId)
                        || actor.personId().equals(matter.applicantId);
                if (!applicant || actor.isOfficial()) {
                    throw new Fault(CasesError.NOT_APPLICANT, action.label());
                }
            }
            case HANDLER, OVERSEER -> {
                if (!actor.isOfficial()) {
                    throw new Fault(CasesError.NOT_OFFICIAL, action.label());
                }
            }
            case SYSTEM -> {
                if (!actor.equals(Actor.SYSTEM)) {
                    throw new Fault(CasesError.SYSTEM_ONLY, action.label());
                }
            }
        }
    }

    /**
     * Nobody handles, reviews or decides his own matter as an official (回避): not as the applicant, not as the agent,
     * and not if he ever took a step in it for the applicant. 公务员法第七十六条。
     */
    void requireUninvolved(Actor actor) {
        if (actor.isOfficial() && isInvolved(actor.personId())) {
            throw new Fault(CasesError.OWN_MATTER, "您");
        }
    }

    boolean isInvolved(UUID person) {
        return person.equals(matter.applicantId)
                || person.equals(matter.agentId)
                || timeline.stream()
                        .anyMatch(entry -> PRIVATE.contains(entry.actingAs())
                                && entry.personId().equals(person));
    }

    private void requireDifferentPerson(Actor actor, CaseAction action) {
        timeline.stream()
                .filter(e -> action.notPerformerOf().contains(e.action()))
                .filter(e -> e.personId().equals(actor.personId()))
                .findFirst()
                .ifPresent(e -> {
                    throw new Fault(CasesError.SAME_PERSON, e.label(), action.label());
                });
    }

    private static void requireInput(CaseAction action, ActionInput input) {
        if (action.opinion() && input.opinion().isBlank()) {
            throw Fault.at("/opinion", CasesError.OPINION_MISSING, action.label());
        }
        if (action.reason() && input.reason().isBlank()) {
            throw Fault.at("/reason", CasesError.REASON_MISSING, action.label());
        }
        List<String> missing = action.evidence().stream()
                .filter(kind ->
                        input.evidence().stream().noneMatch(e -> e.kind().equals(kind)))
                .sorted()
                .toList();
        if (!missing.isEmpty()) {
            throw Fault.at("/evidence", CasesError.EVIDENCE_MISSING, action.label(), String.join("、", missing));
        }
    }

    /** When an action took place in law: now, or when the clock began as of which it starts others. */
    private Instant legally(CaseAction action, Instant at) {
        return action.clocks().stream()
                .flatMap(effect -> effect instanceof ClockEffect.StartAsOf start
                        ? Optional.ofNullable(clocks.get(start.other())).stream()
                        : Stream.empty())
                .map(clock -> clock.events.getFirst().at())
                .findFirst()
                .orElse(at);
    }

    private void moveClocks(CaseAction action, ActionInput input, CaseTerms terms, Instant at) {
        if (action.clocks().isEmpty()) {
            return;
        }
        for (ClockEffect effect : action.clocks()) {
            move(effect, action, input, terms, at);
        }
        sumUpClocks();
    }

    private void move(ClockEffect effect, CaseAction action, ActionInput input, CaseTerms terms, Instant at) {
        CaseClock clock = clocks.get(effect.clock());
        String reason = input.reason().isEmpty() ? action.label() : input.reason();
        switch (effect) {
            case ClockEffect.Start start -> start(start.clock(), clock, input, terms, at);
            case ClockEffect.StartAsOf start -> start(start.clock(), clock, input, terms, legally(action, at));
            case ClockEffect.Pause pause -> {
                if (clock != null) {
                    clock.pause(at, reason, input.notice(), calendar);
                }
            }
            case ClockEffect.Resume resume -> {
                if (clock != null) {
                    clock.resume(at, reason, input.notice(), calendar);
                }
            }
            case ClockEffect.Prolong prolong -> {
                ClockSpec spec = type.clock(prolong.clock()).orElseThrow();
                Optional<StatedTerm> by = terms.prolongation(matter.view(type), spec.id());
                if (clock == null || by.isEmpty()) {
                    throw new Fault(CasesError.CLOCK_NOT_RUNNING, spec.label(), "延长");
                }
                clock.prolong(at, by.get(), input.reason(), input.notice(), calendar);
            }
            case ClockEffect.Stop stop -> {
                if (clock != null) {
                    clock.stop(at, reason, input.notice());
                }
            }
        }
    }

    private void start(String id, @Nullable CaseClock former, ActionInput input, CaseTerms terms, Instant at) {
        ClockSpec spec = type.clock(id).orElseThrow();
        if (former == null || former.isOver()) {
            int round = former == null ? 1 : former.round + 1;
            if (former != null) {
                formerClocks.add(former);
            }
            terms.term(matter.view(type), spec.id())
                    .ifPresent(term ->
                            clocks.put(spec.id(), CaseClock.started(spec, round, term, at, input.notice(), calendar)));
        }
    }

    /** All clocks of this docket in all their rounds. */
    List<CaseClock> allClocks() {
        List<CaseClock> all = new ArrayList<>(formerClocks);
        all.addAll(clocks.values());
        return all;
    }

    /** The case shows the earliest of its running clocks; if none runs, the earliest of those that stand. */
    void sumUpClocks() {
        List<CaseClock> live = clocks.values().stream().filter(c -> !c.isOver()).toList();
        boolean runs = live.stream().anyMatch(c -> c.state == CaseView.ClockState.RUNNING);
        Instant due = live.stream()
                .filter(c -> !runs || c.state == CaseView.ClockState.RUNNING)
                .map(c -> c.dueAt)
                .min(Instant::compareTo)
                .orElse(null);
        if (!java.util.Objects.equals(due, matter.dueAt)) {
            matter.dueAt = due;
            tasks.values().stream().filter(CaseTask::isLive).forEach(t -> t.dirty = true);
        }
        if (clocks.isEmpty()) {
            matter.clockState = CaseView.ClockState.NONE;
        } else if (live.isEmpty()) {
            matter.clockState = CaseView.ClockState.STOPPED;
        } else {
            matter.clockState = runs ? CaseView.ClockState.RUNNING : CaseView.ClockState.PAUSED;
        }
    }

    TimelineEntry write(
            String action,
            String label,
            String from,
            String to,
            Actor actor,
            String opinion,
            String reason,
            @Nullable UUID task,
            String note,
            @Nullable String key,
            Instant at) {
        matter.sequence++;
        matter.lastEventAt = at;
        boolean openName = actor.isOfficial() || actor.equals(Actor.SYSTEM);
        TimelineEntry entry = new TimelineEntry(
                matter.sequence,
                action,
                label,
                from,
                to,
                matter.version,
                actor.personId(),
                openName ? actor.name() : Matter.masked(actor.name()),
                actor.actingAs(),
                actor.principalId(),
                actor.unitId(),
                actor.unitName(),
                at,
                opinion,
                reason,
                task,
                note,
                key);
        timeline.add(entry);
        added.add(entry);
        return entry;
    }

    String stateLabel() {
        return type.state(matter.state).label();
    }

    static String nameOf(@Nullable Colleague person) {
        return person == null ? "" : person.name();
    }

    /** A moment as told in messages. */
    static String when(Instant at) {
        return WHEN.format(at.atZone(CaseClock.ZONE));
    }
}
