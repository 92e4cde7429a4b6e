package cn.gov.jiyuan.support.items;

import cn.gov.jiyuan.contracts.items.ItemUsage;
import cn.gov.jiyuan.kernel.time.LegalCalendar;
import cn.gov.jiyuan.platform.jobs.RecurringWork;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts matters by item and day, one day at a time, so that no page ever counts them: first the days that were never
 * counted, then again and again the last ones, in which something may still change.
 */
@Component
final class UsageCount implements ItemUsage, RecurringWork {
    private static final int KEPT_DAYS = 400;
    private static final int STILL_MOVING = 3;
    private static final int PORTION = 20;

    private final UsageStore store;
    private final ObjectProvider<LegalCalendar> calendar;
    private final TransactionTemplate transactions;
    private final Clock clock;

    UsageCount(
            UsageStore store, ObjectProvider<LegalCalendar> calendar, TransactionTemplate transactions, Clock clock) {
        this.store = store;
        this.calendar = calendar;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "items.usage";
    }

    @Override
    public Duration pause() {
        return Duration.ofMinutes(10);
    }

    @Override
    public boolean run() {
        LocalDate today = today();
        List<LocalDate> missing = store.uncounted(today.minusDays(KEPT_DAYS), today, PORTION);
        missing.forEach(this::count);
        if (missing.size() == PORTION) {
            return true;
        }
        for (int back = 0; back < STILL_MOVING; back++) {
            count(today.minusDays(back));
        }
        transactions.executeWithoutResult(status -> {
            store.forgetBefore(today.minusDays(KEPT_DAYS));
            store.sumUp(today.minusMonths(12));
        });
        return false;
    }

    private void count(LocalDate day) {
        OffsetDateTime from = day.atStartOfDay(clock.getZone()).toOffsetDateTime();
        OffsetDateTime to = day.plusDays(1).atStartOfDay(clock.getZone()).toOffsetDateTime();
        LegalCalendar days = calendar.getIfAvailable(LegalCalendar::official);
        transactions.executeWithoutResult(status -> {
            store.countSubmitted(day, from, to);
            store.forgetDurations(day);
            store.decided(from, to)
                    .forEach(span -> store.addDuration(
                            day, span.itemCode(), days.workdaysBetween(span.accepted(), day), span.matters()));
            store.markCounted(day, clock.instant().atZone(clock.getZone()).toOffsetDateTime());
        });
    }

    /** Counts everything anew, after matters of earlier times came in. */
    void again() {
        store.forgetDays();
        while (run()) {
            // day by day
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    @Override
    public List<Use> since(LocalDate day, int limit) {
        return store.since(day, limit);
    }

    @Override
    public List<Actual> actuals(int limit) {
        return store.actuals(limit);
    }

    @Override
    public Optional<Actual> actual(String code) {
        return store.actual(code);
    }

    @Override
    public @Nullable LocalDate countedUntil() {
        return store.lastDay();
    }
}
