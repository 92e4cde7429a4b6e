package cn.gov.jiyuan.service.oversight;

import cn.gov.jiyuan.platform.jobs.RecurringWork;
import cn.gov.jiyuan.platform.jobs.RecurringWorks;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.springframework.stereotype.Component;

/** What recurs, on one node at a time: the sweep of lines, the full sweep of the night, tallies and scores. */
@Component
final class OversightWorks implements RecurringWorks {
    private static final Duration OFTEN = Duration.ofSeconds(20);
    private static final Duration SELDOM = Duration.ofMinutes(1);
    private static final Duration AGE_OF_SCORES = Duration.ofHours(1);
    /** Days of a month on which the month before is still counted again: imports may come late. */
    private static final int LATE_DAYS = 5;

    private final Sweep sweep;
    private final Scores scores;
    private final TerminationRate terminations;
    private final Overseer overseer;
    private final ScoreStore progress;
    private final Clock clock;

    OversightWorks(
            Sweep sweep,
            Scores scores,
            TerminationRate terminations,
            Overseer overseer,
            ScoreStore progress,
            Clock clock) {
        this.sweep = sweep;
        this.scores = scores;
        this.terminations = terminations;
        this.overseer = overseer;
        this.progress = progress;
        this.clock = clock;
    }

    @Override
    public List<RecurringWork> all() {
        return List.of(
                new Work("oversight.lines", OFTEN, sweep::sinceLast),
                new Work("oversight.night", SELDOM, this::nightly),
                new Work("oversight.scores", SELDOM, this::hourly));
    }

    private record Work(String name, Duration pause, Runnable portion) implements RecurringWork {
        @Override
        public boolean run() {
            portion.run();
            return false;
        }
    }

    private void nightly() {
        Instant now = clock.instant();
        if (day(progress.sweptTo("full")).isBefore(day(now))) {
            sweep.full();
            progress.sweptTo("full", now);
        }
    }

    private void hourly() {
        Instant now = clock.instant();
        if (progress.sweptTo("scores").plus(AGE_OF_SCORES).isAfter(now)) {
            return;
        }
        LocalDate today = day(now);
        if (today.getDayOfMonth() <= LATE_DAYS) {
            count(today.minusMonths(1));
            for (TerminationRate.Found found : terminations.in(overseer.book(), YearMonth.from(today.minusMonths(1)))) {
                overseer.giveOut(found.subject(), List.of(found.finding()));
            }
        }
        count(today);
        progress.sweptTo("scores", now);
    }

    private void count(LocalDate day) {
        scores.tally(day);
        scores.refreshAll(day);
    }

    private LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, clock.getZone());
    }
}
