package cn.gov.jiyuan.data.exchange.collecting;

import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.jobs.RecurringWork;
import cn.gov.jiyuan.platform.jobs.RecurringWorks;
import cn.gov.jiyuan.platform.portal.Texts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What recurs, on one node at a time: tasks that are due, dropped files, change logs. */
@Component
final class CollectingWorks implements RecurringWorks {
    private static final Logger LOG = LoggerFactory.getLogger(CollectingWorks.class);
    private static final Duration OFTEN = Duration.ofSeconds(1);
    private static final Duration SELDOM = Duration.ofSeconds(10);
    private static final Duration TURN = Duration.ofSeconds(20);
    private static final Duration REST = Duration.ofMinutes(1);
    private static final int PORTION = 50;
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("M 月 d 日 H:mm");

    private final TaskStore tasks;
    private final BatchStore store;
    private final Batches batches;
    private final Drops drops;
    private final Capture capture;
    private final Outcomes outcomes;
    private final Texts texts;
    private final Clock clock;

    CollectingWorks(
            TaskStore tasks,
            BatchStore store,
            Batches batches,
            Drops drops,
            Capture capture,
            Outcomes outcomes,
            Texts texts,
            Clock clock) {
        this.tasks = tasks;
        this.store = store;
        this.batches = batches;
        this.drops = drops;
        this.capture = capture;
        this.outcomes = outcomes;
        this.texts = texts;
        this.clock = clock;
    }

    @Override
    public List<RecurringWork> all() {
        return List.of(
                new Work("exchange.due", SELDOM, this::due),
                new Work("exchange.drops", SELDOM, drops::look),
                new Work("exchange.logs", OFTEN, this::logs));
    }

    private record Work(String name, Duration pause, BooleanSupplier portion) implements RecurringWork {
        @Override
        public boolean run() {
            return portion.getAsBoolean();
        }
    }

    /** @return whether there may be more */
    boolean due() {
        List<CollectTask> due = tasks.due(clock.instant(), PORTION);
        for (CollectTask task : due) {
            Instant at = java.util.Objects.requireNonNull(task.nextRunAt());
            tasks.scheduled(task.id(), task.schedule().next(clock.instant(), clock.getZone()));
            if (!task.source().sort().handedIn()) {
                batches.fetchDue(task, at);
            } else if (isMissing(task, at)) {
                batches.missed(task, at);
                String until = LocalDateTime.ofInstant(at, clock.getZone()).format(MINUTE);
                outcomes.send(task, "exchange.collecting.missed", List.of(task.name(), until));
            }
        }
        return due.size() == PORTION;
    }

    /** Whether nothing good came in the period that ends now. */
    private boolean isMissing(CollectTask task, Instant deadline) {
        Instant next = task.schedule().next(deadline, clock.getZone());
        Duration period = next == null ? Duration.ZERO : Duration.between(deadline, next);
        return store.lastGood(task.id())
                .map(last -> last.isBefore(deadline.minus(period)))
                .orElse(true);
    }

    boolean logs() {
        boolean more = false;
        for (CollectTask task : tasks.logs(clock.instant())) {
            Instant end = clock.instant().plus(TURN);
            try {
                more |= capture.follow(task, () -> clock.instant().isAfter(end)) > 0;
                if (task.failures() > 0) {
                    tasks.ended(task.id(), Batch.State.DONE, 0, clock.instant());
                }
            } catch (Fault fault) {
                LOG.warn("The log of task {} cannot be followed: {}", task.code(), fault.getMessage());
                rest(task);
                outcomes.failed(task, "", texts.of(fault.code().code(), fault.arguments()), fault);
            } catch (RuntimeException e) {
                LOG.error("The log of task {} cannot be followed", task.code(), e);
                Fault fault = Fault.caused(e, CollectingError.FAILED, e.getClass().getSimpleName());
                rest(task);
                outcomes.failed(task, "", texts.of(fault.code().code(), fault.arguments()), fault);
            }
        }
        return more;
    }

    /** Longer after each failure. */
    private void rest(CollectTask task) {
        tasks.scheduled(task.id(), clock.instant().plus(REST.multipliedBy(1L << Math.min(task.failures(), 6))));
    }
}
