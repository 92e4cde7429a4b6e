package cn.gov.jiyuan.platform.jobs;

import java.time.Duration;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/** Progress of one running job; what it says reaches the database twice a second, and as heartbeat when it is silent. */
final class JobProgress implements Progress {
    private static final long EVERY = Duration.ofMillis(500).toNanos();
    private final JobStore store;
    private final UUID id;
    private final BooleanSupplier stopping;
    private long total;
    private long done;
    private String message = "";
    private long reported = System.nanoTime() - EVERY;
    private boolean goOn = true;

    JobProgress(JobStore store, UUID id, BooleanSupplier stopping) {
        this.store = store;
        this.id = id;
        this.stopping = stopping;
    }

    @Override
    public synchronized void total(long units) {
        total = units;
        reportWhenDue();
    }

    @Override
    public synchronized void advance(long units) {
        done += units;
        reportWhenDue();
    }

    @Override
    public synchronized void say(String words) {
        message = words;
        report();
    }

    @Override
    public synchronized boolean cancelled() {
        reportWhenDue();
        return stopping.getAsBoolean() || !goOn;
    }

    private void reportWhenDue() {
        if (System.nanoTime() - reported >= EVERY) {
            report();
        }
    }

    synchronized void report() {
        reported = System.nanoTime();
        goOn = store.report(id, total, done, message);
    }
}
