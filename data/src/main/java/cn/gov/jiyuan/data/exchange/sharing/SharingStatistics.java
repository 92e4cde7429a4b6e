package cn.gov.jiyuan.data.exchange.sharing;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.platform.access.Access;
import cn.gov.jiyuan.platform.access.Permitted;
import cn.gov.jiyuan.platform.access.RowScope;
import cn.gov.jiyuan.platform.parties.Unit;
import cn.gov.jiyuan.platform.parties.Units;
import cn.gov.jiyuan.platform.rules.Rules;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Sharing on demand of a year (按需共享统计), unit by unit, for the units within reach. */
@RestController
@RequestMapping("/api/exchange/statistics")
class SharingStatistics {
    private static final String READ = "exchange.demand.read";
    private final DemandStore demands;
    private final Units units;
    private final Access access;
    private final Rules rules;
    private final Clock clock;

    SharingStatistics(DemandStore demands, Units units, Access access, Rules rules, Clock clock) {
        this.demands = demands;
        this.units = units;
        this.access = access;
        this.rules = rules;
        this.clock = clock;
    }

    /** Demands of a unit by standing. */
    record OfUnit(UUID unitId, String unitName, DemandStore.Standings standings) {}

    /**
     * A year.
     *
     * @param target rate that is wanted, of 100
     * @param total over the units listed
     */
    record OfYear(int year, BigDecimal target, DemandStore.Standings total, List<OfUnit> units, Instant asOf) {}

    /** @param year null for this year */
    @GetMapping
    @Permitted(READ)
    OfYear year(Actor actor, @RequestParam(required = false) @Nullable Integer year) {
        LocalDate today = LocalDate.now(clock);
        int asked = year == null ? today.getYear() : year;
        RowScope scope = access.rows(actor, READ);
        List<OfUnit> found = demands.standings(asked).entrySet().stream()
                .filter(entry -> scope.covers(entry.getKey(), null, null))
                .map(entry -> new OfUnit(
                        entry.getKey(),
                        units.find(entry.getKey()).map(Unit::shortName).orElse(""),
                        entry.getValue()))
                .toList();
        return new OfYear(
                asked,
                rules.decimal("exchange.sharing.target", today),
                found.stream().map(OfUnit::standings).reduce(DemandStore.Standings.NONE, DemandStore.Standings::plus),
                found,
                clock.instant());
    }
}
