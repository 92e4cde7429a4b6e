package cn.gov.jiyuan.platform.cases;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.kernel.time.LegalCalendar;
import cn.gov.jiyuan.platform.access.Access;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionOperations;

/** Does the operations on tasks: each under the lock of its case, written and told in one transaction. */
final class TaskDesk implements Tasks {
    /** Who holds it may hand over tasks of others in reach, for example of a colleague who has left. */
    static final String ASSIGN = "cases.task.assign";

    private final CaseEngine engine;
    private final CaseTypes types;
    private final DocketStore store;
    private final CaseReader reader;
    private final CaseNews news;
    private final CaseProcesses processes;
    private final TransactionOperations transactions;
    private final Access access;
    private final Supplier<LegalCalendar> calendar;
    private final Clock clock;

    TaskDesk(
            CaseEngine engine,
            CaseTypes types,
            DocketStore store,
            CaseReader reader,
            CaseNews news,
            CaseProcesses processes,
            TransactionOperations transactions,
            Access access,
            Supplier<LegalCalendar> calendar,
            Clock clock) {
        this.engine = engine;
        this.types = types;
        this.store = store;
        this.reader = reader;
        this.news = news;
        this.processes = processes;
        this.transactions = transactions;
        this.access = access;
        this.calendar = calendar;
        this.clock = clock;
    }

    @Override
    public TaskView claim(Actor actor, UUID taskId) {
        return onTask(actor, taskId, TaskOperations::claim);
    }

    @Override
    public TaskView complete(Actor actor, UUID taskId, Map<String, ?> decision, String opinion) {
        return Objects.requireNonNull(transactions.execute(status -> {
            DocketStore.Locked locked = store.lock(caseOf(taskId)).orElseThrow(() -> new Fault(CasesError.NOT_FOUND));
            Matter matter = locked.matter();
            Docket docket = store.docket(types.of(matter), locked, calendar.get(), true);
            CaseTask task = task(docket, taskId);
            docket.requireUninvolved(actor);
            Instant at = now();
            new TaskOperations(docket, actor, at).complete(task, opinion);
            TimelineEntry entry = docket.timeline.getLast();
            Optional<String> end = processes.completed(docket, task, decision, actor, at);
            store.save(docket);
            news.tell(actor, docket, entry, null);
            end.ifPresent(action -> engine.processEnded(actor, docket, action, opinion));
            return TaskView.of(matter.id, task);
        }));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public TaskView release(Actor actor, UUID taskId) {
        return onTask(actor, taskId, TaskOperations::release);
    }

    @Override
    public int vacate(UUID person, UUID unit, String reason) {
        List<UUID> held = store.heldBy(person, unit);
        for (UUID task : held) {
            inCase(Actor.SYSTEM, caseOf(task), (docket, work) -> work.vacate(task(docket, task), person, reason));
        }
        return held.size();
    }

    @Override
    public TaskView transfer(Actor actor, UUID taskId, Colleague to, String reason) {
        return inCase(actor, caseOf(taskId), (docket, work) -> {
                    Matter matter = docket.matter;
                    boolean assigner =
                            access.rows(actor, ASSIGN).covers(matter.unitId, matter.applicantId, matter.areaCode);
                    work.transfer(task(docket, taskId), to, reason, assigner);
                })
                .view(taskId);
    }

    @Override
    public TaskView delegate(Actor actor, UUID taskId, Colleague to, String reason) {
        return onTask(actor, taskId, (work, task) -> work.delegate(task, to, reason));
    }

    @Override
    public TaskView resolve(Actor actor, UUID taskId, String opinion) {
        return onTask(actor, taskId, (work, task) -> work.resolve(task, opinion));
    }

    @Override
    public TaskView takeBack(Actor actor, UUID taskId) {
        return onTask(actor, taskId, TaskOperations::takeBack);
    }

    @Override
    public TaskView giveBack(Actor actor, UUID taskId, @Nullable String state, boolean straight, String reason) {
        return onTask(actor, taskId, (work, task) -> work.giveBack(task, state, straight, reason));
    }

    @Override
    public TaskView resubmit(Actor actor, UUID taskId, String opinion) {
        return onTask(actor, taskId, (work, task) -> work.resubmit(task, opinion));
    }

    @Override
    public List<ReturnTarget> returnTargets(Actor actor, UUID taskId) {
        Matter matter = store.matter(caseOf(taskId)).orElseThrow();
        Docket docket = store.docket(types.of(matter), matter, calendar.get(), false);
        requireSight(actor, docket);
        return TaskOperations.earlierWorks(docket).stream()
                .map(entry -> new ReturnTarget(
                        entry.from(), docket.type.state(entry.from()).label(), entry.actorName()))
                .toList();
    }

    @Override
    public TaskView addSign(
            Actor actor, UUID taskId, Signing mode, List<Colleague> signers, String opinion, String reason) {
        return onTask(actor, taskId, (work, task) -> work.addSign(task, mode, signers, opinion, reason));
    }

    @Override
    public UUID jointSign(Actor actor, UUID taskId, JointRule rule, List<Colleague> members, String reason) {
        Done done = inCase(
                actor, caseOf(taskId), (docket, work) -> work.jointSign(task(docket, taskId), rule, members, reason));
        return done.docket().groups.values().stream()
                .filter(group -> group.isPending() && group.hostTaskId.equals(taskId))
                .findFirst()
                .orElseThrow()
                .id;
    }

    @Override
    public TaskView sign(Actor actor, UUID taskId, boolean agree, String opinion) {
        return onTask(actor, taskId, (work, task) -> work.sign(task, agree, opinion));
    }

    @Override
    public TaskView callOff(Actor actor, UUID taskId, String reason) {
        return onTask(actor, taskId, (work, task) -> work.callOff(task, reason));
    }

    @Override
    public void recall(Actor actor, UUID caseId, int expectedVersion) {
        inCase(actor, caseId, (docket, work) -> {
            CaseEngine.requireVersion(docket, expectedVersion, actor);
            work.recall();
        });
    }

    @Override
    public void copy(Actor actor, UUID caseId, List<Colleague> readers, String message) {
        inCase(actor, caseId, (docket, work) -> {
            requireSight(actor, docket);
            work.copy(readers, message);
        });
    }

    @Override
    public TaskView read(Actor actor, UUID taskId, String opinion) {
        return onTask(actor, taskId, (work, task) -> work.read(task, opinion));
    }

    @Override
    public TaskView recallCopy(Actor actor, UUID taskId) {
        return onTask(actor, taskId, TaskOperations::recallCopy);
    }

    @Override
    public void remind(Actor actor, UUID taskId, String message) {
        inCase(actor, caseOf(taskId), (docket, work) -> {
            requireSight(actor, docket);
            work.remind(task(docket, taskId), message);
        });
    }

    private void requireSight(Actor actor, Docket docket) {
        if (!reader.maySee(actor, docket)) {
            throw new Fault(CasesError.NOT_FOUND);
        }
    }

    private UUID caseOf(UUID taskId) {
        return store.caseOfTask(taskId).orElseThrow(() -> new Fault(CasesError.TASK_NOT_FOUND));
    }

    private TaskView onTask(Actor actor, UUID taskId, BiConsumer<TaskOperations, CaseTask> operation) {
        return inCase(actor, caseOf(taskId), (docket, work) -> operation.accept(work, task(docket, taskId)))
                .view(taskId);
    }

    private static CaseTask task(Docket docket, UUID taskId) {
        CaseTask task = docket.tasks.get(taskId);
        if (task == null) {
            throw new Fault(CasesError.TASK_NOT_FOUND);
        }
        return task;
    }

    private Done inCase(Actor actor, UUID caseId, BiConsumer<Docket, TaskOperations> operation) {
        return Objects.requireNonNull(transactions.execute(status -> {
            DocketStore.Locked locked = store.lock(caseId).orElseThrow(() -> new Fault(CasesError.NOT_FOUND));
            Matter matter = locked.matter();
            Docket docket = store.docket(types.of(matter), locked, calendar.get(), false);
            String from = matter.state;
            docket.requireUninvolved(actor);
            operation.accept(docket, new TaskOperations(docket, actor, now()));
            List<TimelineEntry> written = List.copyOf(docket.added);
            if (!from.equals(matter.state)) {
                processes.left(docket, from);
                processes.entered(docket, actor);
            }
            store.save(docket);
            Consumer<TimelineEntry> tell = entry -> news.tell(actor, docket, entry, null);
            written.forEach(tell);
            return new Done(docket);
        }));
    }

    private record Done(Docket docket) {
        TaskView view(UUID taskId) {
            return TaskView.of(docket.matter.id, task(docket, taskId));
        }
    }
}
