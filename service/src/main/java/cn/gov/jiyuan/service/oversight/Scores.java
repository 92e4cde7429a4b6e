package cn.gov.jiyuan.service.oversight;

import cn.gov.jiyuan.kernel.time.DeadlineUnit;
import cn.gov.jiyuan.kernel.time.LegalCalendar;
import cn.gov.jiyuan.kernel.time.LegalTerm;
import cn.gov.jiyuan.platform.cases.CaseWatch;
import cn.gov.jiyuan.platform.parties.Unit;
import cn.gov.jiyuan.platform.parties.Units;
import cn.gov.jiyuan.platform.rules.Rules;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Tallies months and scores units by month, quarter and year; a unit without matters and cards has no score. */
@Component
final class Scores {
    /** Outcome with which a matter is terminated (终止办理). */
    private static final String TERMINATED = "terminated";

    private final ScoreStore store;
    private final CardStore cards;
    private final CaseWatch watch;
    private final Units units;
    private final Rules rules;
    private final ObjectProvider<LegalCalendar> calendar;
    private final Clock clock;

    Scores(
            ScoreStore store,
            CardStore cards,
            CaseWatch watch,
            Units units,
            Rules rules,
            ObjectProvider<LegalCalendar> calendar,
            Clock clock) {
        this.store = store;
        this.cards = cards;
        this.watch = watch;
        this.units = units;
        this.rules = rules;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** Counts the month of a day anew. */
    void tally(LocalDate day) {
        LocalDate month = day.withDayOfMonth(1);
        Instant from = start(month).toInstant();
        Instant to = start(month.plusMonths(1)).toInstant();
        Map<UUID, Tally> tallies = new LinkedHashMap<>();
        LegalCalendar days = calendar.getIfAvailable(LegalCalendar::official);
        for (CaseWatch.Decided d : watch.decided(Overseer.MATTERS, from, to)) {
            tallies.merge(d.unitId(), tally(d, month, days), Tally::plus);
        }
        for (CaseWatch.Ended e : watch.ended(Overseer.MATTERS, from, to)) {
            long terminated = e.outcome().equals(TERMINATED) ? e.count() : 0;
            tallies.merge(e.unitId(), new Tally(e.unitId(), month, 0, 0, e.count(), terminated, 0, 0), Tally::plus);
        }
        store.replace(month, tallies.values());
    }

    private static Tally tally(CaseWatch.Decided d, LocalDate month, LegalCalendar days) {
        LegalTerm promised = d.promised();
        if (promised == null || promised.unit().isHours() || promised.amount() == 0) {
            return new Tally(d.unitId(), month, d.count(), d.late(), 0, 0, 0, 0);
        }
        long used = promised.unit() == DeadlineUnit.WORKDAY
                ? days.workdaysBetween(d.accepted(), d.decided())
                : ChronoUnit.DAYS.between(d.accepted(), d.decided());
        return new Tally(
                d.unitId(), month, d.count(), d.late(), 0, 0, used * d.count(), (long) promised.amount() * d.count());
    }

    /** Scores a unit for the month, the quarter and the year of a day. */
    void refresh(UUID unitId, LocalDate day) {
        Period.of(day).forEach(period -> score(unitId, period));
    }

    /** Scores all units with matters or cards. */
    void refreshAll(LocalDate day) {
        Period.of(day).forEach(this::refreshAll);
    }

    void refreshAll(Period period) {
        Set<UUID> known = new HashSet<>(
                cards.units(start(period.starts()), start(period.ends().plusDays(1))));
        store.tallies(period.starts(), period.ends()).forEach(tally -> known.add(tally.unitId()));
        // In one order: two that score the same period at once must not wait for each other.
        known.stream().sorted().forEach(unit -> score(unit, period));
    }

    private void score(UUID unitId, Period period) {
        Unit unit = units.get(unitId);
        List<Tally> months = store.tallies(unitId, period.starts(), period.ends());
        Tally whole = months.stream().reduce(Tally.none(unitId, period.starts()), Tally::plus);
        CardStore.Sum sum =
                cards.sum(unitId, start(period.starts()), start(period.ends().plusDays(1)));
        // The parameters of the last day that has come: a change in mid-year holds for what is scored after it.
        LocalDate today = LocalDate.now(clock);
        LocalDate day = period.ends().isBefore(today) ? period.ends() : today;
        Score score = Score.of(
                sum, whole, rules.decimal("oversight.score.overdue", day), rules.decimal("oversight.score.bonus", day));
        store.save(unit, period, score, clock.instant());
    }

    private OffsetDateTime start(LocalDate day) {
        return day.atStartOfDay(clock.getZone()).toOffsetDateTime();
    }
}
