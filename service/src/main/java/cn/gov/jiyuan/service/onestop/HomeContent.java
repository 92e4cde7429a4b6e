package cn.gov.jiyuan.service.onestop;

import cn.gov.jiyuan.contracts.items.ItemCatalogue;
import cn.gov.jiyuan.contracts.items.ItemFilter;
import cn.gov.jiyuan.contracts.items.ItemUsage;
import cn.gov.jiyuan.platform.parties.Unit;
import cn.gov.jiyuan.platform.parties.Units;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What the first page shows to everybody alike, read from daily sums at most once a minute on each node, however many
 * people come. While one request reads anew, all others get what was read before.
 */
@Component
final class HomeContent {
    private static final Duration FRESH = Duration.ofMinutes(1);
    private static final int WEEK = 7;
    private static final int MOST_USED = 8;
    private static final int TIMES = 6;
    private static final int THEMES = 28;

    private final ItemCatalogue items;
    private final ItemUsage usage;
    private final Units units;
    private final PublicFigures figures;
    private final Clock clock;
    private final ReentrantLock reading = new ReentrantLock();
    private volatile @Nullable Shown last;

    HomeContent(ItemCatalogue items, ItemUsage usage, Units units, PublicFigures figures, Clock clock) {
        this.items = items;
        this.usage = usage;
        this.units = units;
        this.figures = figures;
        this.clock = clock;
    }

    /** A theme, department or town with its number of items. */
    record Entry(String label, String key, long count) {}

    /** @param week what people came for in the last seven days @param times how long things really take */
    record Shown(
            Instant at,
            long itemCount,
            long applicableCount,
            List<ItemUsage.Use> week,
            LocalDate weekFrom,
            List<Entry> themes,
            List<Entry> departments,
            List<Entry> towns,
            List<PublicFigures.Figure> figures,
            List<ItemUsage.Actual> times) {}

    Shown now() {
        Shown shown = last;
        if (shown == null || isStale(shown)) {
            return shown == null ? readFirst() : readIfNobodyDoes(shown);
        }
        return shown;
    }

    private boolean isStale(Shown shown) {
        return Duration.between(shown.at(), clock.instant()).abs().compareTo(FRESH) > 0;
    }

    private Shown readFirst() {
        reading.lock();
        try {
            Shown meanwhile = last;
            return meanwhile != null && !isStale(meanwhile) ? meanwhile : read();
        } finally {
            reading.unlock();
        }
    }

    private Shown readIfNobodyDoes(Shown old) {
        if (!reading.tryLock()) {
            return old;
        }
        try {
            return read();
        } finally {
            reading.unlock();
        }
    }

    private Shown read() {
        LocalDate from = LocalDate.now(clock).minusDays(WEEK - 1);
        Map<String, Long> byUnit = items.units();
        Shown shown = new Shown(
                clock.instant(),
                items.count(ItemFilter.ALL),
                items.count(ItemFilter.APPLICABLE),
                usage.since(from, MOST_USED),
                from,
                items.topics().entrySet().stream()
                        .limit(THEMES)
                        .map(topic -> new Entry(topic.getKey(), topic.getKey(), topic.getValue()))
                        .toList(),
                offices(byUnit, false),
                offices(byUnit, true),
                figures.all(),
                usage.actuals(TIMES));
        last = shown;
        return shown;
    }

    private List<Entry> offices(Map<String, Long> byUnit, boolean towns) {
        return units.offices().stream()
                .filter(unit -> (unit.kind() == Unit.Kind.TOWN) == towns && byUnit.containsKey(unit.code()))
                .map(unit -> new Entry(unit.shortName(), unit.code(), byUnit.getOrDefault(unit.code(), 0L)))
                .toList();
    }
}
