package cn.gov.jiyuan.platform.cases;

import cn.gov.jiyuan.kernel.actor.ActingAs;
import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.kernel.id.Ids;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What can be done with tasks other than acting on them; the rules are told to people in {@code docs/guide/tasks.md}
 * and to programmers at {@link Tasks}. Pure like the {@link Docket} on which it works.
 */
final class TaskOperations {
    private static final Duration REMIND_AT_MOST = Duration.ofHours(1);
    /** What the next one may do without it counting as having begun the work. */
    private static final Set<String> NOT_WORK =
            Set.of("task.claim", "task.release", "task.remind", "task.copy", "task.copy-recall", "task.comment");

    private final Docket docket;
    private final Actor actor;
    private final Colleague self;
    private final Instant at;

    TaskOperations(Docket docket, Actor actor, Instant at) {
        this.docket = docket;
        this.actor = actor;
        this.self = Colleague.of(actor);
        this.at = at;
    }

    void claim(CaseTask task) {
        requireKind(task, "签收", TaskKind.HANDLE, TaskKind.PROCESS);
        if (task.isLive() && task.isHeldBy(actor.personId())) {
            return;
        }
        docket.requireHolder(actor, task, at);
        note("task.claim", "签收", task, "", "", "");
    }

    void release(CaseTask task) {
        requireKind(task, "放回", TaskKind.HANDLE, TaskKind.PROCESS);
        requireMine(task);
        requireNotDelegated(task);
        docket.requireUnblocked(task);
        task.assign(null, null);
        note("task.release", "放回", task, "", "", "");
    }

    /** Frees a task of somebody who has left; it may have been done or handed on since it was looked up. */
    void vacate(CaseTask task, UUID leaver, String reason) {
        Colleague delegator = task.delegator;
        if (!task.isLive()) {
            return;
        }
        if (delegator != null && delegator.id().equals(leaver)) {
            task.keepForGood();
            note(
                    "task.vacate",
                    "离岗放回",
                    task,
                    "",
                    reason,
                    delegator.name() + "的委托改由" + Docket.nameOf(task.assignee) + "办理");
        } else if (task.isHeldBy(leaver)) {
            String from = Docket.nameOf(task.assignee);
            task.comeBack(delegator == null ? null : at);
            String to = delegator == null ? "退回待签收" : "交回" + delegator.name();
            note("task.vacate", "离岗放回", task, "", reason, from + "的任务" + to);
        }
    }

    /** The holder has done a task of a process. */
    void complete(CaseTask task, String opinion) {
        requireKind(task, "完成", TaskKind.PROCESS);
        docket.requireHolder(actor, task, at);
        requireNotDelegated(task);
        task.finish(self, at, null);
        note("task.complete", task.title, task, opinion, "", "");
    }

    void transfer(CaseTask task, Colleague to, String reason, boolean assigner) {
        requireKind(task, "转办", TaskKind.HANDLE, TaskKind.CONSULT, TaskKind.JOINT, TaskKind.PROCESS);
        if (!assigner) {
            requireMine(task);
        } else if (!task.isLive()) {
            docket.requireHolder(actor, task, at);
        }
        requireNotDelegated(task);
        requireReason(reason, "转办");
        requireNew(task, List.of(to));
        String from = Docket.nameOf(task.assignee);
        task.assign(to, at);
        note("task.transfer", "转办", task, "", reason, from.isEmpty() ? "转给" + to.name() : from + "转给" + to.name());
    }

    void delegate(CaseTask task, Colleague to, String reason) {
        requireKind(task, "委托", TaskKind.HANDLE, TaskKind.PROCESS);
        requireMine(task);
        requireNotDelegated(task);
        docket.requireUnblocked(task);
        requireNew(task, List.of(to));
        task.delegate(self, to, at);
        note("task.delegate", "委托", task, "", reason, "委托" + to.name());
    }

    /** The delegate answers; the task goes back to the delegator for confirmation. */
    void resolve(CaseTask task, String opinion) {
        requireMine(task);
        if (task.delegator == null) {
            throw new Fault(CasesError.TASK_KIND, "提交委托意见");
        }
        requireOpinion(opinion, "提交委托意见");
        String back = task.delegator.name();
        task.comeBack(at);
        note("task.resolve", "提交委托意见", task, opinion, "", "交" + back + "确认");
    }

    /** The delegator takes the task back unanswered. */
    void takeBack(CaseTask task) {
        Colleague delegator = task.delegator;
        if (!task.isLive() || delegator == null || !delegator.id().equals(actor.personId())) {
            throw new Fault(CasesError.TASK_NOT_YOURS);
        }
        task.comeBack(at);
        note("task.take-back", "收回委托", task, "", "", "");
    }

    /**
     * Hands the case back to a state in which it was worked on before.
     *
     * @param target the state; null for the one before
     * @param straight whether the work then comes straight back to the one who returns it
     */
    void giveBack(CaseTask task, @Nullable String target, boolean straight, String reason) {
        requireKind(task, "退回", TaskKind.HANDLE);
        if (task.assignee == null) {
            docket.requireHolder(actor, task, at);
        }
        requireMine(task);
        requireNotDelegated(task);
        requireReason(reason, "退回");
        TimelineEntry left = earlierWork(target);
        Matter matter = docket.matter;
        String from = matter.state;
        matter.version++;
        move("task.return", "退回", task, from, left.from(), reason, straight ? "办完后直送" + actor.name() : "重新流转");
        task.finish(self, at, null);
        docket.enter(docket.type.state(left.from()), personOf(left), self, at);
        if (straight) {
            matter.returnState = from;
            matter.returnTo = self;
        }
    }

    /** After a return with 直送: back to the one who returned it, without the states between. */
    void resubmit(CaseTask task, String opinion) {
        requireKind(task, "送回", TaskKind.HANDLE);
        requireMine(task);
        requireNotDelegated(task);
        docket.requireUnblocked(task);
        Matter matter = docket.matter;
        String back = matter.returnState;
        Colleague person = matter.returnTo;
        if (back == null || person == null) {
            throw new Fault(CasesError.TASK_KIND, "送回");
        }
        requireOpinion(opinion, "送回");
        String from = matter.state;
        matter.version++;
        docket.write("task.resubmit", "送回", from, back, actor, opinion, "", task.id, "直送" + person.name(), null, at);
        task.finish(self, at, null);
        docket.enter(docket.type.state(back), person, self, at);
    }

    /**
     * States to which the holder may return, the nearest first, each with the step by which it was left: the path that
     * led here, without loops and without what was undone.
     */
    static List<TimelineEntry> earlierWorks(Docket docket) {
        List<TimelineEntry> path = new ArrayList<>();
        for (TimelineEntry entry : docket.timeline) {
            if (entry.moves() && !entry.from().isEmpty()) {
                path.add(entry);
                int loop = 0;
                while (loop < path.size() && !path.get(loop).from().equals(entry.to())) {
                    loop++;
                }
                path.subList(loop, path.size()).clear();
            }
        }
        return path.reversed().stream()
                .filter(entry -> docket.type.state(entry.from()).returnable())
                .filter(entry -> entry.actingAs() == ActingAs.OFFICIAL)
                .toList();
    }

    private TimelineEntry earlierWork(@Nullable String target) {
        return earlierWorks(docket).stream()
                .filter(entry -> target == null || entry.from().equals(target))
                .findFirst()
                .orElseThrow(() -> Fault.at("/state", CasesError.RETURN_TARGET, label(target)));
    }

    private String label(@Nullable String state) {
        return docket.type.states().stream()
                .filter(s -> s.id().equals(state))
                .map(CaseState::label)
                .findFirst()
                .orElse(state == null ? "上一环节" : state);
    }

    /** Takes back the last step of the case, as long as the next one has not begun to work. */
    void recall() {
        TimelineEntry last = recallable(docket, actor)
                .orElseThrow(() -> new Fault(CasesError.NOT_RECALLABLE, "后一环节已经办理，或者上一步不是由您办理、不允许取回"));
        docket.matter.version++;
        docket.write(
                "task.recall",
                "取回",
                docket.matter.state,
                last.from(),
                actor,
                "",
                "",
                last.taskId(),
                last.label(),
                null,
                at);
        docket.enter(docket.type.state(last.from()), self, self, at);
    }

    /** The step that the actor could take back now. */
    static Optional<TimelineEntry> recallable(Docket docket, Actor actor) {
        for (TimelineEntry entry : docket.timeline.reversed()) {
            if (!NOT_WORK.contains(entry.action())) {
                boolean allowed = entry.action().equals("task.return")
                        || docket.type
                                .action(entry.action())
                                .filter(CaseAction::recallable)
                                .isPresent();
                boolean own = entry.personId().equals(actor.personId()) && actor.isOfficial();
                boolean live =
                        entry.moves() && !docket.type.state(docket.matter.state).isFinal();
                return allowed && own && live ? Optional.of(entry) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    List<CaseTask> addSign(CaseTask task, Signing mode, List<Colleague> signers, String opinion, String reason) {
        requireKind(task, "加签", TaskKind.HANDLE);
        if (task.assignee == null) {
            docket.requireHolder(actor, task, at);
        }
        requireMine(task);
        requireNotDelegated(task);
        requireNew(task, signers);
        if (mode == Signing.AFTER) {
            return List.of(handOn(task, signers, opinion, reason));
        }
        if (task.status == TaskStatus.SUSPENDED
                && docket.children(task).stream().anyMatch(t -> t.groupId != null)) {
            docket.requireUnblocked(task);
        }
        List<CaseTask> asked = signers.stream()
                .map(signer -> ask(TaskKind.CONSULT, task, signer, null))
                .toList();
        if (mode == Signing.BEFORE) {
            task.suspend();
        }
        note("task.add-sign", mode.label(), task, opinion, reason, "请" + names(signers) + "签署意见");
        return asked;
    }

    private CaseTask handOn(CaseTask task, List<Colleague> signers, String opinion, String reason) {
        if (signers.size() != 1) {
            throw Fault.at("/people", CasesError.PEOPLE, "后加签只能选择一人");
        }
        requireOpinion(opinion, "后加签");
        docket.requireUnblocked(task);
        Colleague next = signers.getFirst();
        task.finish(self, at, null);
        CaseTask handed =
                docket.addTask(TaskKind.HANDLE, task.title, task.role, null, null, null, self, at, task.unitId);
        handed.assign(next, at);
        note("task.add-sign", Signing.AFTER.label(), task, opinion, reason, "交" + next.name() + "继续办理");
        return handed;
    }

    TaskGroup jointSign(CaseTask task, JointRule rule, List<Colleague> members, String reason) {
        requireKind(task, "会签", TaskKind.HANDLE);
        if (task.assignee == null) {
            docket.requireHolder(actor, task, at);
        }
        requireMine(task);
        requireNotDelegated(task);
        docket.requireUnblocked(task);
        requireNew(task, members);
        TaskGroup group = new TaskGroup(Ids.next(), task.id, rule, members.size(), at);
        group.fresh = true;
        docket.groups.put(group.id, group);
        members.forEach(member -> ask(TaskKind.JOINT, task, member, group));
        task.suspend();
        String how = rule.kind() == JointRule.Kind.RATIO
                ? "同意达到 " + rule.percent() + "%"
                : rule.kind().label();
        note("task.joint-sign", "会签", task, "", reason, "请" + names(members) + "会签，" + how + "为通过");
        return group;
    }

    private CaseTask ask(TaskKind kind, CaseTask host, Colleague signer, @Nullable TaskGroup group) {
        UUID groupId = group == null ? null : group.id;
        CaseTask task = docket.addTask(kind, host.title, null, host.id, groupId, null, self, at);
        task.assign(signer, at);
        return task;
    }

    /** An add-signer or a member of a joint sign gives his opinion. */
    void sign(CaseTask task, boolean agree, String opinion) {
        requireKind(task, "签署意见", TaskKind.CONSULT, TaskKind.JOINT);
        requireMine(task);
        if (!agree) {
            requireOpinion(opinion, "不同意");
        }
        task.finish(self, at, agree);
        note("task.sign", task.kind.label() + "意见", task, opinion, "", agree ? "同意" : "不同意");
        CaseTask host = Objects.requireNonNull(docket.tasks.get(Objects.requireNonNull(task.parentId)));
        TaskGroup group = task.groupId == null ? null : docket.groups.get(task.groupId);
        if (group != null && group.count(agree, at)) {
            docket.children(host).stream()
                    .filter(t -> group.id.equals(t.groupId))
                    .forEach(t -> t.cancel(at));
            note(
                    "task.joint-decided",
                    group.result.label(),
                    host,
                    "",
                    "",
                    "同意 " + group.agreed + "，不同意 " + group.disagreed + "，共 " + group.members + " 人");
        }
        reopenIfFree(host);
    }

    /** The holder calls off the add-signs and the joint sign that are still open. */
    void callOff(CaseTask task, String reason) {
        requireKind(task, "撤销加签", TaskKind.HANDLE);
        requireMine(task);
        List<CaseTask> open = docket.children(task);
        if (open.isEmpty()) {
            throw new Fault(CasesError.TASK_KIND, "撤销加签、会签");
        }
        open.forEach(t -> t.cancel(at));
        docket.groups.values().stream()
                .filter(g -> g.isPending() && g.hostTaskId.equals(task.id))
                .forEach(g -> g.end(JointRule.Result.DISSOLVED, at));
        note(
                "task.call-off",
                "撤销加签、会签",
                task,
                "",
                reason,
                names(open.stream().map(t -> t.assignee).toList()));
        reopenIfFree(task);
    }

    private void reopenIfFree(CaseTask host) {
        if (host.status == TaskStatus.SUSPENDED && docket.children(host).isEmpty()) {
            host.reopen();
        }
    }

    List<CaseTask> copy(List<Colleague> readers, String message) {
        requireSomebody(readers);
        List<CaseTask> copies = readers.stream()
                .map(reader -> {
                    CaseTask task =
                            docket.addTask(TaskKind.COPY, docket.stateLabel(), null, null, null, null, self, at);
                    task.assign(reader, at);
                    return task;
                })
                .toList();
        docket.write(
                "task.copy",
                "传阅",
                docket.matter.state,
                docket.matter.state,
                actor,
                "",
                message,
                null,
                "传阅" + names(readers),
                null,
                at);
        return copies;
    }

    /** A reader has read a copy and may leave an opinion, also after the case is closed; again and again if he likes. */
    void read(CaseTask task, String opinion) {
        requireKind(task, "阅", TaskKind.COPY);
        if (!task.isHeldBy(actor.personId()) || task.status == TaskStatus.CANCELLED) {
            throw new Fault(CasesError.TASK_NOT_YOURS);
        }
        if (task.status == TaskStatus.OPEN) {
            task.finish(self, at, null);
        }
        if (!opinion.isBlank()) {
            note("task.comment", "传阅意见", task, opinion, "", "");
        }
    }

    /** The sender takes back a copy that has not been read. */
    void recallCopy(CaseTask task) {
        requireKind(task, "收回传阅", TaskKind.COPY);
        if (!task.openedBy.id().equals(actor.personId())) {
            throw new Fault(CasesError.TASK_NOT_YOURS);
        }
        if (task.status != TaskStatus.OPEN) {
            throw new Fault(CasesError.TASK_OVER, Docket.nameOf(task.assignee), task.status.label());
        }
        task.cancel(at);
        note("task.copy-recall", "收回传阅", task, "", "", Docket.nameOf(task.assignee));
    }

    void remind(CaseTask task, String message) {
        if (!task.isLive()) {
            docket.requireHolder(actor, task, at);
        }
        docket.timeline.stream()
                .filter(e -> e.action().equals("task.remind") && task.id.equals(e.taskId()))
                .filter(e -> e.at().isAfter(at.minus(REMIND_AT_MOST)))
                .findFirst()
                .ifPresent(e -> {
                    throw new Fault(CasesError.REMINDED, e.actorName(), Docket.when(e.at()));
                });
        note("task.remind", "催办", task, "", message, Docket.nameOf(task.assignee));
    }

    private void note(String action, String label, CaseTask task, String opinion, String reason, String note) {
        String state = docket.matter.state;
        docket.write(action, label, state, state, actor, opinion, reason, task.id, note, null, at);
    }

    private void move(String action, String label, CaseTask task, String from, String to, String reason, String note) {
        docket.write(action, label, from, to, actor, "", reason, task.id, note, null, at);
    }

    private void requireMine(CaseTask task) {
        if (!task.isLive() || task.assignee == null) {
            docket.requireHolder(actor, task, at);
        }
        if (!task.isHeldBy(actor.personId())) {
            throw new Fault(CasesError.TASK_NOT_YOURS);
        }
    }

    private static void requireNotDelegated(CaseTask task) {
        if (task.delegator != null) {
            throw new Fault(CasesError.TASK_DELEGATED, task.delegator.name(), Docket.nameOf(task.assignee));
        }
    }

    private static void requireKind(CaseTask task, String verb, TaskKind... kinds) {
        if (!List.of(kinds).contains(task.kind)) {
            throw new Fault(CasesError.TASK_KIND, verb);
        }
    }

    /** Nobody gets a second voice: not the holder, not one who has one already, no name twice. */
    private void requireNew(CaseTask task, List<Colleague> people) {
        requireSomebody(people);
        UUID host = task.parentId == null ? task.id : task.parentId;
        Set<UUID> taken = docket.tasks.values().stream()
                .filter(t -> t.kind != TaskKind.COPY && t.status != TaskStatus.CANCELLED)
                .filter(t -> t.id.equals(host) || (host.equals(t.parentId) && (t.isLive() || sameGroup(task, t))))
                .map(t -> t.assignee)
                .filter(Objects::nonNull)
                .map(Colleague::id)
                .collect(Collectors.toCollection(HashSet::new));
        for (Colleague person : people) {
            if (docket.isInvolved(person.id())) {
                throw Fault.at("/people", CasesError.OWN_MATTER, person.name());
            }
            if (!taken.add(person.id())) {
                throw Fault.at("/people", CasesError.PEOPLE, person.name() + "已在本环节办理人员之中，或者重复选择");
            }
        }
    }

    private static boolean sameGroup(CaseTask one, CaseTask other) {
        return one.groupId != null && one.groupId.equals(other.groupId);
    }

    private static void requireSomebody(List<Colleague> people) {
        if (people.isEmpty()) {
            throw Fault.at("/people", CasesError.PEOPLE, "至少选择一人");
        }
    }

    private static void requireReason(String reason, String verb) {
        if (reason.isBlank()) {
            throw Fault.at("/reason", CasesError.REASON_MISSING, verb);
        }
    }

    private static void requireOpinion(String opinion, String verb) {
        if (opinion.isBlank()) {
            throw Fault.at("/opinion", CasesError.OPINION_MISSING, verb);
        }
    }

    private static Colleague personOf(TimelineEntry entry) {
        return new Colleague(entry.personId(), entry.actorName());
    }

    private static String names(List<@Nullable Colleague> people) {
        return people.stream().map(Docket::nameOf).collect(Collectors.joining("、"));
    }
}
