package cn.gov.jiyuan.service.oversight;

import cn.gov.jiyuan.platform.parties.Unit;
import cn.gov.jiyuan.platform.parties.Units;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Whether a unit terminated more of its matters in a month than it used to (异常终止率): above the mean of the months before
 * by so many standard deviations. Too few months or matters say nothing.
 */
@Component
final class TerminationRate {
    private static final int YEARS_BACK = 2;
    private static final int FEWEST_MONTHS = 6;
    private static final int FEWEST_MATTERS = 20;

    private final ScoreStore store;
    private final Units units;
    private final Clock clock;

    TerminationRate(ScoreStore store, Units units, Clock clock) {
        this.store = store;
        this.units = units;
        this.clock = clock;
    }

    /** A unit and what was found of it. */
    record Found(CardDesk.Subject subject, Finding finding) {}

    /** Looks at a month that is over. */
    List<Found> in(RuleBook book, YearMonth month) {
        Instant end = month.plusMonths(1).atDay(1).atStartOfDay(clock.getZone()).toInstant();
        return book.enabled().stream()
                .filter(rule -> rule.detector() == Detector.TERMINATION_RATE)
                .filter(rule -> book.holds(rule, month.atEndOfMonth()))
                .flatMap(rule -> store.tallies(month.atDay(1), month.atDay(1)).stream()
                        .flatMap(tally -> found(rule, tally, month, end.minusNanos(1_000)).stream()))
                .toList();
    }

    private Optional<Found> found(Rule rule, Tally tally, YearMonth month, Instant at) {
        LocalDate first = month.minusYears(YEARS_BACK).atDay(1);
        List<Tally> before = store
                .tallies(tally.unitId(), first, month.minusMonths(1).atDay(1))
                .stream()
                .filter(t -> t.ended() >= FEWEST_MATTERS)
                .toList();
        if (tally.ended() < FEWEST_MATTERS || before.size() < FEWEST_MONTHS) {
            return Optional.empty();
        }
        double limit = limit(before, rule.threshold());
        if (rate(tally) <= limit) {
            return Optional.empty();
        }
        Unit unit = units.get(tally.unitId());
        String what =
                unit.shortName() + " " + month + " 终止 " + tally.terminated() + " 件，占当月结束 " + tally.ended() + " 件的 "
                        + percent(rate(tally)) + "，高于此前 " + before.size() + " 个月均值加 " + rule.threshold() + " 倍标准差（"
                        + percent(limit) + "）。";
        CardDesk.Subject subject =
                new CardDesk.Subject(unit.id(), null, unit.name(), unit.id(), unit.areaCode(), null, false);
        return Optional.of(new Found(subject, new Finding(rule, month.toString(), at, what)));
    }

    /** Mean and so many standard deviations of the months. */
    static double limit(List<Tally> months, int deviations) {
        double mean =
                months.stream().mapToDouble(TerminationRate::rate).average().orElse(0);
        double variance = months.stream()
                .mapToDouble(month -> Math.pow(rate(month) - mean, 2))
                .average()
                .orElse(0);
        return mean + deviations * Math.sqrt(variance);
    }

    private static double rate(Tally month) {
        return month.ended() == 0 ? 0 : (double) month.terminated() / month.ended();
    }

    private static String percent(double share) {
        return BigDecimal.valueOf(share * 100).setScale(2, RoundingMode.HALF_UP) + "%";
    }
}
