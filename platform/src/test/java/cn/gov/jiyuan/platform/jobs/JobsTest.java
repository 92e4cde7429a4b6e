package cn.gov.jiyuan.platform.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.platform.database.TestDatabase;
import cn.gov.jiyuan.platform.database.TestPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobsTest {
    private static final Duration TTL = Duration.ofMillis(600);
    private final TestDatabase database = TestPostgres.fresh();
    private final List<WorkRunner> runners = new ArrayList<>();

    @AfterEach
    void close() {
        runners.forEach(WorkRunner::stop);
        database.close();
    }

    private LeaseStore node() {
        return new LeaseStore(database.dataSource(), UUID.randomUUID());
    }

    private static void until(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not within 20 s");
            }
            sleep(20);
        }
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void oneNodeHoldsARole() {
        LeaseStore one = node();
        LeaseStore two = node();
        assertThat(one.hold("sealer", Duration.ofMinutes(1))).isTrue();
        assertThat(two.hold("sealer", Duration.ofMinutes(1))).isFalse();
        assertThat(one.hold("sealer", Duration.ofMinutes(1))).isTrue();
        assertThat(two.hold("other", Duration.ofMinutes(1))).isTrue();
    }

    @Test
    void aRoleThatWasGivenBackIsFree() {
        LeaseStore one = node();
        one.hold("sealer", Duration.ofMinutes(1));
        one.release("sealer");
        assertThat(node().hold("sealer", Duration.ofMinutes(1))).isTrue();
    }

    @Test
    void aDeadNodesRoleIsTakenOverAndNotRenewedByTheDead() {
        LeaseStore dead = node();
        LeaseStore heir = node();
        dead.hold("sealer", Duration.ofMillis(50));
        until(() -> heir.hold("sealer", Duration.ofMinutes(1)));
        assertThat(dead.renew(List.of("sealer"), TTL)).isEmpty();
        assertThat(dead.hold("sealer", TTL)).isFalse();
    }

    @Test
    void aRoleIsHeldThoughTheTransactionAroundItFails() {
        LeaseStore one = node();
        database.transactions().executeWithoutResult(status -> {
            one.hold("sealer", Duration.ofMinutes(1));
            status.setRollbackOnly();
        });
        assertThat(node().hold("sealer", Duration.ofMinutes(1))).isFalse();
    }

    /** Counts its runs, and how many run at the same time. */
    private static final class Counting implements RecurringWork {
        final AtomicInteger runs = new AtomicInteger();
        final AtomicInteger present = new AtomicInteger();
        final AtomicInteger most = new AtomicInteger();
        final boolean leased;
        volatile boolean failing;

        Counting(boolean leased) {
            this.leased = leased;
        }

        @Override
        public String name() {
            return "counting";
        }

        @Override
        public Duration pause() {
            return Duration.ofMillis(10);
        }

        @Override
        public boolean leased() {
            return leased;
        }

        @Override
        public boolean run() {
            most.accumulateAndGet(present.incrementAndGet(), Math::max);
            sleep(15);
            present.decrementAndGet();
            runs.incrementAndGet();
            if (failing) {
                throw new IllegalStateException("fails");
            }
            return false;
        }
    }

    private WorkRunner runner(RecurringWork work) {
        Node node = new Node(UUID.randomUUID(), "n" + runners.size(), null);
        WorkRunner runner = new WorkRunner(
                () -> List.of(work),
                new LeaseStore(database.dataSource(), node.process()),
                new NodeStore(database.dataSource(), node),
                patience -> {},
                TTL);
        runners.add(runner);
        runner.start();
        return runner;
    }

    @Test
    void leasedWorkRunsOnOneOfTwoNodesAndIsTakenOverWhenThatStops() {
        Counting work = new Counting(true);
        WorkRunner first = runner(work);
        until(() -> work.runs.get() > 0);
        runner(work);
        sleep(2 * TTL.toMillis());
        first.stop();
        int before = work.runs.get();
        until(() -> work.runs.get() > before + 2);
        assertThat(work.most.get()).isEqualTo(1);
    }

    @Test
    void workOfEveryNodeRunsOnBoth() {
        Counting work = new Counting(false);
        runner(work);
        runner(work);
        until(() -> work.most.get() == 2);
        assertThat(database.jdbc()
                        .sql("select count(*) from jobs.node")
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void workThatFailsIsTriedAgain() {
        Counting work = new Counting(true);
        work.failing = true;
        runner(work);
        until(() -> work.runs.get() >= 2);
    }

    @Test
    void twoProcessesInOneHomeAreTwoNodesAndKeepTheirNames(@TempDir Path home) throws IOException {
        Node one = Node.in(home);
        Node two = Node.in(home);
        assertThat(two.name()).isNotEqualTo(one.name());
        one.release();
        Node again = Node.in(home);
        assertThat(again.name()).isEqualTo(one.name());
        assertThat(again.process()).isNotEqualTo(one.process());
        again.release();
        two.release();
    }

    private static final class Counted implements LongWork {
        final List<String> begun = Collections.synchronizedList(new ArrayList<>());
        volatile boolean endless;
        volatile boolean failing;

        @Override
        public String kind() {
            return "test.count";
        }

        @Override
        public void run(LongJobs.Job job, Progress progress) {
            begun.add(job.argument());
            progress.total(10);
            progress.say("正在清点");
            for (int i = 0; i < 10 || endless; i++) {
                if (progress.cancelled()) {
                    return;
                }
                progress.advance(1);
                sleep(endless ? 20 : 1);
            }
            if (failing) {
                throw new IllegalStateException("out of paper");
            }
        }
    }

    private final Counted counted = new Counted();

    private JobRunner jobs(Duration silence) {
        return new JobRunner(
                new JobStore(database.dataSource(), UUID.randomUUID()), () -> List.of(counted), List::of, silence);
    }

    private LongJobs.State state(LongJobs jobs, UUID id) {
        return jobs.find(id).orElseThrow().state();
    }

    @Test
    void aJobRunsAndTellsHowFarItIs() {
        JobRunner jobs = jobs(TTL);
        UUID id = jobs.submit("test.count", "清点", Actor.SYSTEM, "abc");
        assertThat(state(jobs, id)).isEqualTo(LongJobs.State.QUEUED);
        jobs.run();
        until(() -> state(jobs, id).ended());
        assertThat(jobs.find(id)).hasValueSatisfying(job -> {
            assertThat(job.state()).isEqualTo(LongJobs.State.DONE);
            assertThat(job.done()).isEqualTo(10);
            assertThat(job.total()).isEqualTo(10);
            assertThat(job.message()).isEqualTo("正在清点");
            assertThat(job.actor()).isEqualTo(Actor.SYSTEM);
            assertThat(job.endedAt()).isNotNull();
        });
        assertThat(counted.begun).containsExactly("abc");
        assertThat(jobs.newestOf("test.count")).isPresent();
        assertThat(jobs.newest(null, 10)).hasSize(1);
        assertThat(jobs.newest(UUID.randomUUID(), 10)).isEmpty();
    }

    @Test
    void aJobOfAnUnknownKindIsRefused() {
        assertThatThrownBy(() -> jobs(TTL).submit("x", "x", Actor.SYSTEM, ""))
                .hasMessageContaining("jobs.unknown-kind");
    }

    @Test
    void aFailedJobTellsWhy() {
        counted.failing = true;
        JobRunner jobs = jobs(TTL);
        UUID id = jobs.submit("test.count", "清点", Actor.SYSTEM, "");
        jobs.run();
        until(() -> state(jobs, id).ended());
        assertThat(jobs.find(id).orElseThrow().error()).contains("out of paper");
    }

    @Test
    void aRunningJobIsCancelledAtItsNextSafePoint() {
        counted.endless = true;
        JobRunner jobs = jobs(TTL);
        UUID id = jobs.submit("test.count", "清点", Actor.SYSTEM, "");
        jobs.run();
        until(() -> state(jobs, id) == LongJobs.State.RUNNING);
        jobs.cancel(id);
        until(() -> state(jobs, id) == LongJobs.State.CANCELLED);
    }

    @Test
    void aWaitingJobIsCancelledAtOnce() {
        JobRunner jobs = jobs(TTL);
        UUID id = jobs.submit("test.count", "清点", Actor.SYSTEM, "");
        jobs.cancel(id);
        assertThat(state(jobs, id)).isEqualTo(LongJobs.State.CANCELLED);
        assertThat(jobs.run()).isFalse();
    }

    @Test
    void aJobOfADeadNodeIsBegunAnewOnAnother() {
        UUID id = jobs(TTL).submit("test.count", "清点", Actor.SYSTEM, "");
        JobStore dead = new JobStore(database.dataSource(), UUID.randomUUID());
        assertThat(dead.claim(TTL)).isPresent();
        JobRunner heir = jobs(TTL);
        assertThat(heir.run()).isFalse();
        until(heir::run);
        until(() -> state(heir, id) == LongJobs.State.DONE);
        assertThat(heir.find(id).orElseThrow().attempts()).isEqualTo(2);
        dead.end(id, LongJobs.State.FAILED, "too late");
        assertThat(state(heir, id)).isEqualTo(LongJobs.State.DONE);
    }

    @Test
    void aJobUnderWhichNodesKeepDyingIsGivenUp() {
        UUID id = jobs(TTL).submit("test.count", "清点", Actor.SYSTEM, "");
        database.jdbc()
                .sql(
                        "update jobs.job set state = 'RUNNING', attempts = 5, seen_at = clock_timestamp() - interval '1 h'")
                .update();
        JobRunner jobs = jobs(TTL);
        assertThat(jobs.run()).isFalse();
        assertThat(state(jobs, id)).isEqualTo(LongJobs.State.FAILED);
    }

    @Test
    void aNodeThatStopsGivesItsJobBack() {
        counted.endless = true;
        JobRunner jobs = jobs(Duration.ofMinutes(1));
        UUID id = jobs.submit("test.count", "清点", Actor.SYSTEM, "");
        jobs.run();
        until(() -> !counted.begun.isEmpty());
        jobs.stop(Duration.ofSeconds(10));
        until(() -> state(jobs, id) == LongJobs.State.QUEUED);
        counted.endless = false;
        JobRunner heir = jobs(Duration.ofMinutes(1));
        assertThat(heir.run()).isTrue();
        until(() -> state(heir, id) == LongJobs.State.DONE);
    }

    @Test
    void progressIsSeenWhileTheWorksTransactionStillRuns() {
        JobRunner jobs = jobs(TTL);
        UUID id = jobs.submit("test.count", "清点", Actor.SYSTEM, "");
        JobStore store = new JobStore(database.dataSource(), UUID.randomUUID());
        store.claim(TTL);
        database.transactions().executeWithoutResult(status -> {
            store.report(id, 7, 3, "进行中");
            status.setRollbackOnly();
        });
        assertThat(jobs.find(id).orElseThrow().done()).isEqualTo(3);
    }
}
