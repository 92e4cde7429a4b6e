package cn.gov.jiyuan.platform.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.platform.database.TestDatabase;
import cn.gov.jiyuan.platform.database.TestPostgres;
import cn.gov.jiyuan.platform.jobs.LongJobs;
import cn.gov.jiyuan.platform.jobs.Progress;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DemoTest {
    private final TestDatabase database = TestPostgres.fresh();
    private final List<String> made = new ArrayList<>();
    private final Recording progress = new Recording();

    @AfterEach
    void close() {
        database.close();
    }

    private final class Source implements DemoSource {
        private final int order;
        private final String name;
        boolean broken;

        Source(int order, String name) {
            this.order = order;
            this.name = name;
        }

        @Override
        public int order() {
            return order;
        }

        @Override
        public String title() {
            return name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public void load(Progress steps) {
            steps.total(3);
            for (int i = 0; i < 3; i++) {
                steps.advance(1);
            }
            if (broken) {
                throw new IllegalStateException("broken");
            }
            made.add(name);
        }
    }

    private static final class Recording implements Progress {
        long total;
        long done;
        boolean cancelled;
        String said = "";

        @Override
        public void total(long units) {
            total = units;
        }

        @Override
        public void advance(long units) {
            done += units;
        }

        @Override
        public void say(String message) {
            said = message;
        }

        @Override
        public boolean cancelled() {
            return cancelled;
        }
    }

    private final Source units = new Source(10, "机构");
    private final Source cases = new Source(50, "办件");

    private DemoLoad load() {
        return new DemoLoad(
                () -> List.of(cases, units),
                new LoadedStore(database.dataSource()),
                database.transactions(),
                Clock.systemUTC());
    }

    private static LongJobs.Job job(LongJobs.State state) {
        return new LongJobs.Job(
                UUID.randomUUID(),
                DemoLoad.KIND,
                "",
                Actor.SYSTEM,
                "",
                state,
                0,
                0,
                "",
                null,
                1,
                Instant.EPOCH,
                null,
                null);
    }

    private void run() {
        load().run(job(LongJobs.State.RUNNING), progress);
    }

    @Test
    void sourcesRunInTheirOrderAndOnce() {
        run();
        run();
        assertThat(made).containsExactly("机构", "办件");
    }

    @Test
    void theWholeIsShownInEqualShares() {
        run();
        assertThat(progress.total).isEqualTo(2000);
        assertThat(progress.done).isEqualTo(2000);
        assertThat(progress.said).isEqualTo("演示数据已就绪");
    }

    @Test
    void anInterruptedLoadGoesOnWithTheSourceThatBroke() {
        cases.broken = true;
        assertThatThrownBy(this::run).hasMessage("broken");
        cases.broken = false;
        run();
        assertThat(made).containsExactly("机构", "办件");
    }

    @Test
    void aCancelledLoadIsNotTakenForLoaded() {
        progress.cancelled = true;
        run();
        assertThat(made).isEmpty();
        progress.cancelled = false;
        run();
        assertThat(made).hasSize(2);
    }

    /** Knows only the newest job. */
    private static final class Jobs implements LongJobs {
        @Nullable
        Job newest;

        int submitted;

        @Override
        public UUID submit(String kind, String title, Actor actor, String argument) {
            submitted++;
            newest = job(State.QUEUED);
            return newest.id();
        }

        @Override
        public void cancel(UUID id) {}

        @Override
        public boolean retry(UUID id, Actor actor) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Job> find(UUID id) {
            return Optional.ofNullable(newest);
        }

        @Override
        public List<Job> newest(@Nullable UUID owner, int limit) {
            return List.of();
        }

        @Override
        public Optional<Job> newestOf(String kind) {
            return Optional.ofNullable(newest);
        }
    }

    @Test
    void twoNodesThatStartTogetherQueueOneLoadAndALoadedDatabaseNone() {
        Jobs jobs = new Jobs();
        load().submitIfNeeded(jobs);
        load().submitIfNeeded(jobs);
        assertThat(jobs.submitted).isEqualTo(1);
        jobs.newest = job(LongJobs.State.FAILED);
        load().submitIfNeeded(jobs);
        assertThat(jobs.submitted).isEqualTo(2);
        run();
        jobs.newest = job(LongJobs.State.DONE);
        load().submitIfNeeded(jobs);
        assertThat(jobs.submitted).isEqualTo(2);
    }
}
