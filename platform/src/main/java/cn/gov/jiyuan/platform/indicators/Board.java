package cn.gov.jiyuan.platform.indicators;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.kernel.quantity.Rate;
import cn.gov.jiyuan.platform.access.Access;
import cn.gov.jiyuan.platform.access.RowScope;
import cn.gov.jiyuan.platform.jobs.RecurringWork;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Supplier;

/** Measures indicators on demand, and all of them every hour for the history. */
final class Board implements Indicators, RecurringWork {
    private final Supplier<List<Indicator>> published;
    private final HistoryStore history;
    private final Access access;
    private final Clock clock;

    Board(Supplier<List<Indicator>> published, HistoryStore history, Access access, Clock clock) {
        this.published = published;
        this.history = history;
        this.access = access;
        this.clock = clock;
    }

    @Override
    public List<Indicator> all() {
        return published.get();
    }

    @Override
    public Measured value(Actor viewer, String id) {
        Indicator indicator = find(id);
        RowScope reach = access.rows(viewer, indicator.permission());
        Rate whole = measure(indicator, new RowScope.All());
        return new Measured(indicator, whole, reach instanceof RowScope.All ? whole : measure(indicator, reach));
    }

    @Override
    public List<Day> history(String id, LocalDate from, LocalDate to) {
        return history.between(find(id).id(), from, to);
    }

    private Indicator find(String id) {
        return published.get().stream()
                .filter(indicator -> indicator.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Fault(IndicatorsError.UNKNOWN, id));
    }

    /** As of the moment before counting began. */
    private Rate measure(Indicator indicator, RowScope scope) {
        Instant asOf = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Indicator.Counts counts = indicator.counting().count(scope);
        return new Rate(counts.numerator(), counts.denominator(), counts.excluded(), asOf);
    }

    @Override
    public String name() {
        return "indicators.history";
    }

    @Override
    public Duration pause() {
        return Duration.ofHours(1);
    }

    @Override
    public boolean run() {
        keepToday();
        return false;
    }

    @Override
    public void keepToday() {
        for (Indicator indicator : published.get()) {
            history.keep(indicator.id(), LocalDate.now(clock), measure(indicator, new RowScope.All()));
        }
    }
}
