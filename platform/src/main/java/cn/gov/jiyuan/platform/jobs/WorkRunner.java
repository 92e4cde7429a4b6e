package cn.gov.jiyuan.platform.jobs;

import cn.gov.jiyuan.platform.database.Background;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Runs recurring work, each on its own virtual thread. A heartbeat prolongs the leases held; work whose lease another
 * node took stops after its present portion. Stops before the web server and the data source do.
 */
final class WorkRunner implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(WorkRunner.class);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private final Supplier<List<RecurringWork>> works;
    private final LeaseStore leases;
    private final NodeStore nodes;
    private final Others others;
    private final Duration ttl;
    private final Set<String> held = ConcurrentHashMap.newKeySet();
    private final List<Thread> threads = new ArrayList<>();
    private volatile CountDownLatch stopping = new CountDownLatch(0);

    /** What begins and ends with the runner; it may begin again after it was stopped. */
    interface Others {
        void begin();

        /** Stops within the time given. */
        void stop(Duration patience);
    }

    /**
     * @param others what begins and ends together with the recurring work
     * @param ttl after which the leases of a dead node fall free
     */
    WorkRunner(Supplier<List<RecurringWork>> works, LeaseStore leases, NodeStore nodes, Others others, Duration ttl) {
        this.others = others;
        this.works = works;
        this.leases = leases;
        this.nodes = nodes;
        this.ttl = ttl;
    }

    @Override
    public synchronized void start() {
        stopping = new CountDownLatch(1);
        others.begin();
        nodes.beat();
        threads.add(Thread.ofVirtual().name("heartbeat").start(() -> Background.run(this::beat)));
        for (RecurringWork work : works.get()) {
            threads.add(Thread.ofVirtual().name(work.name()).start(() -> Background.run(() -> repeat(work))));
        }
    }

    private void beat() {
        while (!paused(ttl.dividedBy(4))) {
            try {
                nodes.beat();
                Set<String> asked = Set.copyOf(held);
                List<String> kept = leases.renew(asked, ttl);
                asked.stream().filter(role -> !kept.contains(role)).forEach(held::remove);
            } catch (RuntimeException e) {
                LOG.warn("Heartbeat failed; leases run on until they end", e);
            }
        }
    }

    private void repeat(RecurringWork work) {
        int failures = 0;
        Duration pause = Duration.ZERO;
        while (!paused(pause)) {
            try {
                pause = mayRun(work) ? portion(work) : idle(work);
                failures = 0;
            } catch (RuntimeException e) {
                failures++;
                pause = backOff(work.pause(), failures);
                LOG.error("{} failed {} times, next try in {}", work.name(), failures, pause, e);
            }
        }
    }

    private boolean mayRun(RecurringWork work) {
        if (!work.leased() || held.contains(work.name())) {
            return true;
        }
        boolean taken = leases.hold(work.name(), ttl);
        if (taken) {
            held.add(work.name());
        }
        return taken;
    }

    private static Duration portion(RecurringWork work) {
        return work.run() ? Duration.ZERO : work.pause();
    }

    /** Another node does it: look again soon enough to take over within the life of a lease. */
    private Duration idle(RecurringWork work) {
        Duration look = ttl.dividedBy(4);
        return work.pause().compareTo(look) > 0 ? work.pause() : look;
    }

    private static Duration backOff(Duration pause, int failures) {
        Duration wait = Duration.ofMillis(Math.max(pause.toMillis(), 200)).multipliedBy(1L << Math.min(failures, 10));
        return wait.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : wait;
    }

    /** Waits; true if the runner stops. */
    private boolean paused(Duration pause) {
        try {
            return stopping.await(pause.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    @Override
    public synchronized void stop() {
        stopping.countDown();
        others.stop(PATIENCE);
        long end = System.nanoTime() + PATIENCE.toNanos();
        for (Thread thread : threads) {
            join(thread, Duration.ofNanos(Math.max(1, end - System.nanoTime())));
        }
        threads.clear();
        leases.releaseAll();
        held.clear();
        nodes.leave();
    }

    private static void join(Thread thread, Duration patience) {
        try {
            if (!thread.join(patience)) {
                LOG.warn("{} did not stop in time and is interrupted", thread.getName());
                thread.interrupt();
                thread.join(Duration.ofSeconds(2));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return stopping.getCount() > 0;
    }
}
