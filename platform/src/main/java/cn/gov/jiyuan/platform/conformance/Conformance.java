package cn.gov.jiyuan.platform.conformance;

import cn.gov.jiyuan.kernel.quantity.Rate;
import cn.gov.jiyuan.platform.conformance.Claim.Finding;
import cn.gov.jiyuan.platform.conformance.Claim.State;
import cn.gov.jiyuan.platform.indicators.Indicator;
import cn.gov.jiyuan.platform.indicators.Indicators;
import cn.gov.jiyuan.platform.rules.Parameter;
import cn.gov.jiyuan.platform.rules.Rules;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Puts the page together, anew every ten minutes at most; checks run one after the other, whoever asks. */
@Component
final class Conformance {
    private static final Duration FRESH = Duration.ofMinutes(10);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy 年 M 月 d 日 HH:mm");
    private static final int HISTORY_DAYS = 30;

    private final ObjectProvider<Claim> claims;
    private final Indicators indicators;
    private final Rules rules;
    private final Clock clock;
    private final List<Standard> standards = Packaged.standards();
    private final List<Target> targets = Packaged.targets();
    private final ScenarioRun run = Packaged.run();
    private final ReentrantLock checking = new ReentrantLock();
    private volatile @Nullable Report last;

    Conformance(ObjectProvider<Claim> claims, Indicators indicators, Rules rules, Clock clock) {
        this.claims = claims;
        this.indicators = indicators;
        this.rules = rules;
        this.clock = clock;
    }

    /** @param asOf when the checks ran @param at the same moment in words */
    record Report(
            Instant asOf,
            String at,
            List<Target.Shown> targets,
            List<Standard.Shown> standards,
            ScenarioRun scenarios) {}

    Report report() {
        Report known = last;
        if (known != null && isFresh(known)) {
            return known;
        }
        checking.lock();
        try {
            Report meanwhile = last;
            return meanwhile != null && isFresh(meanwhile) ? meanwhile : check();
        } finally {
            checking.unlock();
        }
    }

    private boolean isFresh(Report report) {
        return Duration.between(report.asOf(), clock.instant()).abs().compareTo(FRESH) <= 0;
    }

    private Report check() {
        Instant now = clock.instant();
        List<Claim> all = claims.orderedStream().toList();
        Report report = new Report(
                now,
                MOMENT.format(now.atZone(clock.getZone())),
                targets.stream().map(this::shown).toList(),
                standards.stream().map(standard -> shown(standard, all)).toList(),
                run);
        last = report;
        return report;
    }

    private Standard.Shown shown(Standard standard, List<Claim> all) {
        List<Standard.Checked> checks = all.stream()
                .filter(claim -> claim.standard().equals(standard.number()))
                .map(claim -> new Standard.Checked(claim.asks(), found(claim)))
                .toList();
        return new Standard.Shown(standard, worst(checks), checks);
    }

    /** A check that cannot run does not bring the page down; nothing is claimed then. */
    private static Finding found(Claim claim) {
        try {
            return claim.check().get();
        } catch (RuntimeException e) {
            return new Finding(State.NO_DATA, "这一项检查刚才没有跑成，10 分钟后再试", null);
        }
    }

    private static State worst(List<Standard.Checked> checks) {
        List<State> states =
                checks.stream().map(check -> check.finding().state()).toList();
        if (states.isEmpty()) {
            return State.TESTED;
        }
        return states.contains(State.FAILS) ? State.FAILS : states.contains(State.HOLDS) ? State.HOLDS : State.NO_DATA;
    }

    private Target.Shown shown(Target target) {
        Parameter rule = rules.parameter(target.rule(), LocalDate.now(clock));
        BigDecimal wanted = rules.decimal(target.rule(), LocalDate.now(clock));
        Indicator indicator = indicator(target.indicator()).orElse(null);
        Rate rate = indicator == null ? null : latest(indicator);
        String aim = "≥ " + wanted.movePointRight(2).stripTrailingZeros().toPlainString() + "%";
        return new Target.Shown(
                target,
                state(rate, wanted),
                aim,
                basis(rule),
                rate == null ? "—" : rate.percent(1),
                rate == null ? 0 : rate.numerator(),
                rate == null ? 0 : rate.denominator(),
                rate == null ? null : rate.excluded(),
                indicator == null ? null : indicator.numerator(),
                indicator == null ? null : indicator.denominator(),
                indicator == null ? null : indicator.exclusions(),
                rate == null ? null : MOMENT.format(rate.asOf().atZone(clock.getZone())));
    }

    private static String basis(Parameter rule) {
        return "《" + rule.basis().law() + "》" + rule.basis().number() + " "
                + rule.basis().clause();
    }

    /** Compared as fractions, so that 97.96 % is never rounded up to 98 %. */
    private static State state(@Nullable Rate rate, BigDecimal wanted) {
        if (rate == null || !rate.isDefined()) {
            return State.NO_DATA;
        }
        BigDecimal needed = wanted.multiply(BigDecimal.valueOf(rate.denominator()));
        return BigDecimal.valueOf(rate.numerator()).compareTo(needed) >= 0 ? State.HOLDS : State.FAILS;
    }

    private Optional<Indicator> indicator(@Nullable String id) {
        return indicators.all().stream().filter(one -> one.id().equals(id)).findFirst();
    }

    private @Nullable Rate latest(Indicator indicator) {
        LocalDate today = LocalDate.now(clock);
        List<Indicators.Day> days = indicators.history(indicator.id(), today.minusDays(HISTORY_DAYS), today);
        return days.isEmpty() ? null : days.getLast().rate();
    }
}
