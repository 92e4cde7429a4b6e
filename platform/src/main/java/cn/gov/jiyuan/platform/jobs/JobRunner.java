package cn.gov.jiyuan.platform.jobs;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.kernel.id.Ids;
import cn.gov.jiyuan.platform.database.Background;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs long jobs, a few at a time on each node. While work is silent its heartbeat goes on, so that only a dead process
 * loses its job. When the node stops, jobs return to the queue and another node takes them.
 */
final class JobRunner implements LongJobs, RecurringWork {
    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);
    private static final int AT_ONCE = 3;
    private final JobStore store;
    private final Supplier<List<LongWork>> works;
    private final Supplier<List<JobNews>> news;
    private final Duration silence;
    private final Map<UUID, Running> running = new ConcurrentHashMap<>();
    private volatile boolean stopping;

    private record Running(Thread thread, JobProgress progress) {}

    JobRunner(JobStore store, Supplier<List<LongWork>> works, Supplier<List<JobNews>> news, Duration silence) {
        this.store = store;
        this.works = works;
        this.news = news;
        this.silence = silence;
    }

    @Override
    public UUID submit(String kind, String title, Actor actor, String argument) {
        if (!byKind().containsKey(kind)) {
            throw new Fault(JobsError.UNKNOWN_KIND, kind);
        }
        UUID id = Ids.next();
        store.insert(id, kind, title, actor, argument);
        return id;
    }

    @Override
    public void cancel(UUID id) {
        store.cancel(id);
    }

    @Override
    public boolean retry(UUID id, Actor actor) {
        return store.retry(id, job -> news.get().forEach(listener -> listener.retried(job, actor)));
    }

    @Override
    public Optional<Job> find(UUID id) {
        return store.find(id);
    }

    @Override
    public List<Job> newest(@Nullable UUID owner, int limit) {
        return store.newest(owner, Math.clamp(limit, 1, 200));
    }

    @Override
    public Optional<Job> newestOf(String kind) {
        return store.newestOf(kind);
    }

    @Override
    public String name() {
        return "jobs.runner";
    }

    @Override
    public Duration pause() {
        return Duration.ofMillis(500);
    }

    @Override
    public boolean leased() {
        return false;
    }

    /** Begins one waiting job, if there is room, and keeps the running ones alive. */
    @Override
    public boolean run() {
        running.values().forEach(job -> job.progress().report());
        if (stopping || running.size() >= AT_ONCE) {
            return false;
        }
        Optional<Job> claimed = store.claim(silence);
        claimed.ifPresent(this::begin);
        return claimed.isPresent();
    }

    private void begin(Job job) {
        JobProgress progress = new JobProgress(store, job.id(), () -> stopping);
        Thread thread =
                Thread.ofVirtual().name("job-" + job.kind()).unstarted(() -> Background.run(() -> work(job, progress)));
        running.put(job.id(), new Running(thread, progress));
        thread.start();
    }

    private void work(Job job, JobProgress progress) {
        try {
            LongWork work = byKind().get(job.kind());
            if (work == null) {
                throw new Fault(JobsError.UNKNOWN_KIND, job.kind());
            }
            work.run(job, progress);
            progress.report();
            end(job);
        } catch (RuntimeException | Error e) {
            LOG.error("Job {} “{}” failed", job.id(), job.title(), e);
            store.end(job.id(), State.FAILED, e.toString());
        } finally {
            running.remove(job.id());
        }
    }

    private void end(Job job) {
        if (store.cancelling(job.id())) {
            store.end(job.id(), State.CANCELLED, null);
        } else if (stopping) {
            store.giveBack(job.id());
        } else {
            store.end(job.id(), State.DONE, null);
        }
    }

    private Map<String, LongWork> byKind() {
        return works.get().stream().collect(Collectors.toMap(LongWork::kind, work -> work));
    }

    /** Asks all running jobs to stop and waits for them. */
    void stop(Duration patience) {
        stopping = true;
        long end = System.nanoTime() + patience.toNanos();
        for (Running job : List.copyOf(running.values())) {
            try {
                job.thread().join(Duration.ofNanos(Math.max(1, end - System.nanoTime())));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
