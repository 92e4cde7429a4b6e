package cn.gov.jiyuan.service.reviews;

import cn.gov.jiyuan.contracts.items.ItemCatalogue;
import cn.gov.jiyuan.platform.access.RowScope;
import cn.gov.jiyuan.platform.parties.Unit;
import cn.gov.jiyuan.platform.parties.Units;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How units, windows and items stand in the ratings of the last twelve months. */
@Component
final class RatingStanding {
    private final EvaluationStore store;
    private final Units units;
    private final ItemCatalogue items;
    private final Clock clock;

    RatingStanding(JdbcClient jdbc, Units units, ItemCatalogue items, Clock clock) {
        this.store = new EvaluationStore(jdbc);
        this.units = units;
        this.items = items;
        this.clock = clock;
    }

    /** The figures of all, over the same time as the ranking. */
    record Sum(long ratings, long good, long ownAccord, long excluded, EvaluationStore.Handled handled) {}

    Sum sum(RowScope scope) {
        EvaluationStore.Tally all = store.all(scope, from(), to());
        return new Sum(
                all.count(),
                all.good(),
                store.ofOwnAccord(scope, from(), to()),
                store.excluded(scope, from(), to()),
                store.handled(scope, from(), to()));
    }

    List<Ranking.Line> ranking(EvaluationStore.Grouping by, RowScope scope) {
        return Ranking.of(store.tallies(by, scope, from(), to()).stream()
                .map(tally -> new Ranking.Entry(tally.key(), name(by, tally.key()), tally.good(), tally.count()))
                .toList());
    }

    private String name(EvaluationStore.Grouping by, String key) {
        return switch (by) {
            case UNIT -> units.find(UUID.fromString(key)).map(Unit::shortName).orElse(key);
            case WINDOW -> key;
            case ITEM ->
                items.inForce(key).map(guide -> guide.content().basics().name()).orElse(key);
        };
    }

    LocalDate firstDay() {
        return LocalDate.now(clock).minusMonths(12);
    }

    private Instant from() {
        return firstDay().atStartOfDay(clock.getZone()).toInstant();
    }

    private Instant to() {
        return LocalDate.now(clock).plusDays(1).atStartOfDay(clock.getZone()).toInstant();
    }
}
