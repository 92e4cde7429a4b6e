package cn.gov.jiyuan.platform.cases;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.kernel.time.LegalCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Thousands of random histories: whatever people try, in whatever order, no case is ever stuck, no task and no opinion
 * is lost, no joint sign is decided twice. The rules run here as they run in the engine; the same histories on the real
 * database are in {@link StoredHistoriesTest}.
 */
class RandomHistoriesTest {
    private static final int HISTORIES = 2_500;
    private static final int MOVES = 40;

    @Test
    void no_history_breaks_an_invariant() {
        Map<String, Integer> done = new HashMap<>();
        for (int seed = 0; seed < HISTORIES; seed++) {
            new History(seed).play(done, MOVES);
        }
        assertThat(done.keySet())
                .as("every operation was really done")
                .contains(
                        "task.claim",
                        "task.release",
                        "task.transfer",
                        "task.delegate",
                        "task.resolve",
                        "task.take-back",
                        "task.return",
                        "task.resubmit",
                        "task.recall",
                        "task.add-sign",
                        "task.joint-sign",
                        "task.sign",
                        "task.joint-decided",
                        "task.call-off",
                        "task.copy",
                        "task.comment",
                        "task.copy-recall",
                        "task.remind",
                        "accept",
                        "inspect",
                        "inspected",
                        "prolong",
                        "propose",
                        "grant",
                        "deliver",
                        "withdraw",
                        "correct");
    }

    /** One random history, checked after each move. */
    static final class History {
        static final List<Actor> PEOPLE = List.of(
                People.CLERK,
                People.SECOND_CLERK,
                People.REVIEWER,
                People.SECOND_REVIEWER,
                People.APPROVER,
                People.JACK_OF_ALL,
                People.EXPERT,
                People.APPLICANT);
        final Random random;
        Instant at = Instant.parse("2025-03-03T01:00:00Z");
        final Docket docket;
        final List<String> opinions = new ArrayList<>();
        final Map<UUID, JointRule.Result> decided = new HashMap<>();

        History(long seed) {
            random = new Random(seed);
            docket = Docket.opened(
                    LicenceCases.TYPE,
                    Office.application(),
                    People.APPLICANT,
                    LegalCalendar.official(),
                    new UUID(9, seed),
                    at);
        }

        void play(Map<String, Integer> done, int moves) {
            for (int i = 0; i < moves; i++) {
                at = at.plus(Duration.ofMinutes(random.nextInt(600)));
                int before = docket.timeline.size();
                int version = docket.matter.version;
                Set<UUID> live = ids(docket.liveTasks());
                try {
                    move(pick(PEOPLE));
                } catch (Fault refused) {
                    assertThat(docket.timeline).as("a refusal leaves no trace").hasSize(before);
                    assertThat(docket.matter.version).isEqualTo(version);
                    assertThat(ids(docket.liveTasks())).isEqualTo(live);
                }
                docket.timeline
                        .subList(before, docket.timeline.size())
                        .forEach(e -> done.merge(e.action(), 1, Integer::sum));
                check(version, before);
            }
        }

        private static Set<UUID> ids(java.util.Collection<CaseTask> tasks) {
            return tasks.stream().map(t -> t.id).collect(Collectors.toSet());
        }

        void move(Actor actor) {
            TaskOperations work = new TaskOperations(docket, actor, at);
            List<CaseTask> all = new ArrayList<>(docket.tasks.values());
            CaseTask task = all.isEmpty() ? null : pick(all);
            List<CaseTask> live =
                    docket.tasks.values().stream().filter(CaseTask::isLive).toList();
            if (!live.isEmpty() && random.nextInt(10) > 0) {
                task = pick(live);
                actor = task.assignee == null || random.nextInt(6) == 0 ? actor : known(task.assignee);
                work = new TaskOperations(docket, actor, at);
            }
            int kind = random.nextInt(36);
            if (kind < 14 || task == null) {
                act(actor);
                return;
            }
            switch (kind) {
                case 14 -> work.claim(task);
                case 15 -> work.release(task);
                case 16 -> work.transfer(task, somebody(), "出差", random.nextInt(5) == 0);
                case 17, 18 -> work.delegate(task, somebody(), "");
                case 19, 20 -> work.resolve(task, opinion());
                case 21 -> {
                    CaseTask delegated = docket.handling().orElse(task);
                    Actor owner = delegated.delegator == null ? actor : known(delegated.delegator);
                    new TaskOperations(docket, owner, at).takeBack(delegated);
                }
                case 22, 23 -> work.giveBack(task, random.nextBoolean() ? null : "review", random.nextBoolean(), "请核实");
                case 24 -> work.resubmit(task, opinion());
                case 25 -> new TaskOperations(docket, known(lastMover()), at).recall();
                case 26, 27 -> work.addSign(task, pick(List.of(Signing.values())), people(2), opinion(), "");
                case 28, 29 ->
                    work.jointSign(
                            task, pick(List.of(JointRule.ALL, JointRule.ANY, JointRule.ratio(60))), people(3), "");
                case 30, 31, 32 -> work.sign(task, random.nextInt(3) > 0, opinion());
                case 33 -> work.callOff(task, "不再需要");
                case 34 -> work.copy(people(2), "请阅");
                default -> odd(work, task, all);
            }
        }

        private void odd(TaskOperations work, CaseTask task, List<CaseTask> all) {
            List<CaseTask> copies =
                    all.stream().filter(t -> t.kind == TaskKind.COPY).toList();
            switch (random.nextInt(3)) {
                case 0 -> work.remind(task, "请抓紧");
                case 1 -> {
                    if (!copies.isEmpty()) {
                        CaseTask copy = pick(copies);
                        new TaskOperations(docket, known(copy.openedBy), at).recallCopy(copy);
                    }
                }
                default -> {
                    if (!copies.isEmpty()) {
                        CaseTask copy = pick(copies);
                        new TaskOperations(docket, known(copy.assignee), at).read(copy, opinion());
                    }
                }
            }
        }

        private void act(Actor actor) {
            List<CaseAction> possible = docket.type.actionsFrom(docket.matter.state);
            if (possible.isEmpty()) {
                return;
            }
            CaseAction action = pick(possible);
            if (action.id().equals("withdraw") && random.nextInt(8) > 0) {
                return;
            }
            Actor who = switch (action.performer()) {
                case APPLICANT -> People.APPLICANT;
                case SYSTEM -> Actor.SYSTEM;
                default -> actor;
            };
            if (action.performer() == CaseAction.Performer.SYSTEM && random.nextInt(8) > 0) {
                return;
            }
            docket.act(who, action, ActionInput.opinion(opinion()).withReason("理由"), LicenceCases.TERMS, at);
        }

        private Colleague lastMover() {
            TimelineEntry last = docket.timeline.reversed().stream()
                    .filter(TimelineEntry::moves)
                    .findFirst()
                    .orElseThrow();
            return new Colleague(last.personId(), last.actorName());
        }

        private String opinion() {
            return "意见" + random.nextLong();
        }

        private List<Colleague> people(int atMost) {
            List<Colleague> some = new ArrayList<>();
            for (int i = 0; i <= random.nextInt(atMost); i++) {
                some.add(somebody());
            }
            return some;
        }

        private Colleague somebody() {
            return Colleague.of(PEOPLE.get(random.nextInt(PEOPLE.size() - 1)));
        }

        static Actor known(Colleague person) {
            return PEOPLE.stream()
                    .filter(p -> p.personId().equals(person.id()))
                    .findFirst()
                    .orElse(Actor.SYSTEM);
        }

        private <T> T pick(List<T> some) {
            return some.get(random.nextInt(some.size()));
        }

        void check(int versionBefore, int entriesBefore) {
            List<TimelineEntry> fresh = docket.timeline.subList(entriesBefore, docket.timeline.size());
            fresh.stream().map(TimelineEntry::opinion).filter(o -> !o.isEmpty()).forEach(opinions::add);
            checkTasks();
            checkTimeline(versionBefore, fresh);
            checkGroups();
        }

        private void checkTasks() {
            CaseState state = docket.type.state(docket.matter.state);
            List<CaseTask> live = List.copyOf(docket.liveTasks());
            if (state.isFinal()) {
                assertThat(live).as("a finished case has no open task").isEmpty();
                return;
            }
            assertThat(!live.isEmpty() || state.waitingFor() != null)
                    .as("an open case has an open task or waits for a named party")
                    .isTrue();
            if (state.task() != null) {
                assertThat(live.stream().filter(t -> t.kind == TaskKind.HANDLE)).hasSize(1);
                CaseTask host = docket.handling().orElseThrow();
                boolean waits = host.status == TaskStatus.SUSPENDED;
                assertThat(!waits || !docket.children(host).isEmpty())
                        .as("a task that waits has somebody to wait for")
                        .isTrue();
                assertThat(live.stream().filter(t -> t.parentId != null).allMatch(t -> host.id.equals(t.parentId)))
                        .as("nobody is asked for a task that is over")
                        .isTrue();
            }
            live.forEach(t -> assertThat(t.state).isEqualTo(docket.matter.state));
        }

        private void checkTimeline(int versionBefore, List<TimelineEntry> fresh) {
            List<TimelineEntry> timeline = docket.timeline;
            for (int i = 0; i < timeline.size(); i++) {
                assertThat(timeline.get(i).sequence()).isEqualTo(i + 1);
            }
            long acts = fresh.stream()
                    .filter(e -> e.moves() || docket.type.action(e.action()).isPresent())
                    .count();
            assertThat(docket.matter.version - versionBefore)
                    .as("version grows by one per act")
                    .isEqualTo((int) acts);
            Set<String> kept = timeline.stream().map(TimelineEntry::opinion).collect(Collectors.toSet());
            assertThat(kept).as("opinions are never lost").containsAll(opinions);
            Set<UUID> ended = new HashSet<>();
            Set<String> ends =
                    Set.of("task.sign", "task.return", "task.resubmit", "propose", "grant", "accept", "deliver");
            timeline.stream()
                    .filter(e -> ends.contains(e.action()) && e.taskId() != null)
                    .forEach(e -> assertThat(ended.add(e.taskId()))
                            .as("nobody acts twice on one task")
                            .isTrue());
        }

        private void checkGroups() {
            for (TaskGroup group : docket.groups.values()) {
                if (!group.isPending()) {
                    JointRule.Result first = decided.putIfAbsent(group.id, group.result);
                    assertThat(first == null || first == group.result)
                            .as("decided once")
                            .isTrue();
                }
                List<CaseTask> members = docket.tasks.values().stream()
                        .filter(t -> group.id.equals(t.groupId))
                        .toList();
                long yes = members.stream()
                        .filter(t -> Boolean.TRUE.equals(t.vote))
                        .count();
                long no = members.stream()
                        .filter(t -> Boolean.FALSE.equals(t.vote))
                        .count();
                assertThat(group.agreed).isEqualTo((int) yes);
                assertThat(group.disagreed).isEqualTo((int) no);
                assertThat(members).hasSize(group.members);
                Set<UUID> voters = new HashSet<>();
                members.stream()
                        .filter(t -> t.doneBy != null)
                        .forEach(t -> assertThat(voters.add(t.doneBy.id()))
                                .as("one voice each")
                                .isTrue());
                if (group.result != JointRule.Result.DISSOLVED) {
                    assertThat(group.result).isEqualTo(expected(group, yes, no));
                }
                assertThat(group.isPending() || members.stream().noneMatch(CaseTask::isLive))
                        .isTrue();
            }
        }

        /** The arithmetic again, written differently: could the rest still change it? */
        private static JointRule.Result expected(TaskGroup group, long yes, long no) {
            double share = switch (group.rule.kind()) {
                case ALL -> 1;
                case ANY -> 1.0 / group.members;
                case RATIO -> group.rule.percent() / 100.0;
            };
            if (yes >= share * group.members - 1e-9) {
                return JointRule.Result.AGREED;
            }
            boolean possible = group.members - no >= share * group.members - 1e-9;
            return possible ? JointRule.Result.PENDING : JointRule.Result.DISAGREED;
        }
    }
}
