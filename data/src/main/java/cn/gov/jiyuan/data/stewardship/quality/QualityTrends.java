package cn.gov.jiyuan.data.stewardship.quality;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.platform.access.Access;
import cn.gov.jiyuan.platform.access.RowScope;
import cn.gov.jiyuan.platform.parties.Unit;
import cn.gov.jiyuan.platform.parties.Units;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How quality went on (质量趋势): of each rule from inspection to inspection, of each unit from month to month. */
@Component
final class QualityTrends {
    private static final int INSPECTIONS = 30;
    private static final int MONTHS = 12;

    private final JdbcClient jdbc;
    private final Units units;
    private final Access access;
    private final Clock clock;

    QualityTrends(JdbcClient jdbc, Units units, Access access, Clock clock) {
        this.jdbc = jdbc;
        this.units = units;
        this.access = access;
        this.clock = clock;
    }

    /** What a rule found in one inspection; rows that pass out of those it applies to. */
    record Point(Instant at, long passed, long total) {}

    /** A rule with its last inspections, the oldest first. */
    record OfRule(String ruleCode, String title, List<Point> points) {}

    /**
     * A month of a unit: each dataset counts with its last inspection in the month.
     *
     * @param month the first of it
     */
    record Month(LocalDate month, long datasets, long passed, long total) {}

    /** A unit with its months, the oldest first; one without inspection is left out. */
    record OfUnit(UUID unitId, String unitName, List<Month> months) {}

    List<OfRule> rules(String dataset) {
        Map<String, OfRule> rules = new LinkedHashMap<>();
        jdbc.sql("""
                        select rule_code, title, passed, total, at from (
                          select rule_code, title, passed, total, at,
                                 row_number() over (partition by rule_code order by at desc, id desc) as nth
                            from stewardship.quality_result where dataset = ? and verdict <> 'BROKEN') r
                         where nth <= ? order by rule_code, at
                        """)
                .params(dataset, INSPECTIONS)
                .query((row, n) -> rules.merge(
                                row.getString("rule_code"),
                                new OfRule(row.getString("rule_code"), row.getString("title"), new ArrayList<>()),
                                (known, later) -> new OfRule(known.ruleCode(), later.title(), known.points()))
                        .points()
                        .add(new Point(
                                row.getObject("at", OffsetDateTime.class).toInstant(),
                                row.getLong("passed"),
                                row.getLong("total"))))
                .list();
        return List.copyOf(rules.values());
    }

    /** Units within the actor's reach. */
    List<OfUnit> units(Actor actor) {
        RowScope scope = access.rows(actor, "stewardship.quality.read");
        LocalDate since = LocalDate.now(clock).withDayOfMonth(1).minusMonths(MONTHS - 1L);
        Map<UUID, List<Month>> months = new LinkedHashMap<>();
        jdbc.sql("""
                        with last as (
                          select distinct on (dataset, month) id, unit_id, dataset, month from (
                            select id, unit_id, dataset, at, cast(date_trunc('month', at at time zone :zone) as date) as month
                              from stewardship.quality_run where at >= :since) r
                           order by dataset, month, at desc, id desc)
                        select l.unit_id, l.month, count(distinct l.dataset) as datasets, sum(r.passed) as passed,
                               sum(r.total) as total
                          from last l join stewardship.quality_result r on r.run_id = l.id
                         where r.verdict <> 'BROKEN' group by l.unit_id, l.month order by l.unit_id, l.month
                        """)
                .param("zone", clock.getZone().getId())
                .param("since", since.atStartOfDay(clock.getZone()).toOffsetDateTime())
                .query((row, n) -> {
                    UUID unit = row.getObject("unit_id", UUID.class);
                    return scope.covers(unit, null, null)
                            && months.computeIfAbsent(unit, id -> new ArrayList<>())
                                    .add(new Month(
                                            row.getObject("month", LocalDate.class),
                                            row.getLong("datasets"),
                                            row.getLong("passed"),
                                            row.getLong("total")));
                })
                .list();
        return months.entrySet().stream()
                .map(entry -> new OfUnit(
                        entry.getKey(),
                        units.find(entry.getKey()).map(Unit::shortName).orElse(""),
                        entry.getValue()))
                .toList();
    }
}
