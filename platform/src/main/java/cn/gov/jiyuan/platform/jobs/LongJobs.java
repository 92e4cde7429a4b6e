package cn.gov.jiyuan.platform.jobs;

import cn.gov.jiyuan.kernel.actor.Actor;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Long jobs (长任务): exports, imports, demo data. Any node runs them; they outlive the node that began them. */
public interface LongJobs {
    /**
     * Queues a job in the caller's transaction, if there is one.
     *
     * @param kind {@link LongWork#kind()} of the work to do
     * @param title what people see, in Chinese
     * @param argument what the work needs to know, often JSON
     * @throws cn.gov.jiyuan.kernel.error.Fault {@code jobs.unknown-kind}
     */
    UUID submit(String kind, String title, Actor actor, String argument);

    /** Asks a job to stop at its next safe point; one that still waits is cancelled at once. */
    void cancel(UUID id);

    /**
     * Queues a job that failed or was cancelled once more; the work goes on where it had come to, as after a node that died.
     *
     * @param actor who asks for it, not always who submitted it
     * @return false if it has not ended so
     */
    boolean retry(UUID id, Actor actor);

    Optional<Job> find(UUID id);

    /** The newest jobs of a person, or of all. */
    List<Job> newest(@Nullable UUID owner, int limit);

    /** The newest job of a kind. */
    Optional<Job> newestOf(String kind);

    /** States of a job. */
    enum State {
        QUEUED("排队"),
        RUNNING("执行中"),
        DONE("完成"),
        FAILED("失败"),
        CANCELLED("已取消");

        private final String label;

        State(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        public boolean ended() {
            return this == DONE || this == FAILED || this == CANCELLED;
        }
    }

    /**
     * A job and how far it is.
     *
     * @param total units of work; 0 while unknown
     * @param attempts how often a node began it
     */
    record Job(
            UUID id,
            String kind,
            String title,
            Actor actor,
            String argument,
            State state,
            long total,
            long done,
            String message,
            @Nullable String error,
            int attempts,
            Instant submittedAt,
            @Nullable Instant startedAt,
            @Nullable Instant endedAt) {}
}
