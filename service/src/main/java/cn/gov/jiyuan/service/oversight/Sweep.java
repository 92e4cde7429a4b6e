package cn.gov.jiyuan.service.oversight;

import cn.gov.jiyuan.kernel.time.LegalCalendar;
import cn.gov.jiyuan.platform.cases.CaseWatch;
import cn.gov.jiyuan.platform.cases.CaseWatch.Crossing;
import cn.gov.jiyuan.platform.cases.CaseWatch.Line;
import cn.gov.jiyuan.platform.cases.CaseWatch.Standing;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Looks at what time alone has changed (巡查): clocks that crossed a line and cases that stand still. What people change
 * comes by the feed; what neither tells, because a clock was moved over a line that already lay behind, comes by the feed
 * too, as the move itself.
 */
@Component
final class Sweep {
    private static final int PORTION = 2_000;
    private static final int LONGEST_STANDSTILL = 200;

    private final CaseWatch watch;
    private final Overseer overseer;
    private final ScoreStore progress;
    private final ObjectProvider<LegalCalendar> calendar;
    private final Clock clock;

    Sweep(
            CaseWatch watch,
            Overseer overseer,
            ScoreStore progress,
            ObjectProvider<LegalCalendar> calendar,
            Clock clock) {
        this.watch = watch;
        this.overseer = overseer;
        this.progress = progress;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** What crossed a line since the last time. */
    Overseer.Outcome sinceLast() {
        Instant from = progress.sweptTo("lines");
        Instant to = clock.instant();
        if (!to.isAfter(from)) {
            return Overseer.Outcome.NOTHING;
        }
        Overseer.Outcome outcome =
                crossed(Line.NEAR, from, to).plus(crossed(Line.DUE, from, to)).plus(standing(from, to));
        progress.sweptTo("lines", to);
        return outcome;
    }

    /** Everything that is beyond a line; whoever is beyond the second is beyond the first. */
    Overseer.Outcome full() {
        Instant to = clock.instant();
        return crossed(Line.NEAR, Instant.EPOCH, to).plus(standing(Instant.EPOCH, to));
    }

    private Overseer.Outcome crossed(Line line, Instant from, Instant to) {
        Overseer.Outcome outcome = Overseer.Outcome.NOTHING;
        List<Crossing> portion = List.of();
        do {
            Crossing last = portion.isEmpty() ? null : portion.getLast();
            portion = watch.crossed(line, from, to, last, PORTION);
            outcome = outcome.plus(
                    overseer.look(portion.stream().map(Crossing::caseId).collect(Collectors.toSet())));
        } while (portion.size() == PORTION);
        return outcome;
    }

    private Overseer.Outcome standing(Instant from, Instant to) {
        Overseer.Outcome outcome = Overseer.Outcome.NOTHING;
        for (Rule rule : overseer.book().enabled()) {
            if (rule.detector() == Detector.STANDSTILL) {
                outcome = outcome.plus(standing(rule, from, to));
            }
        }
        return outcome;
    }

    private Overseer.Outcome standing(Rule rule, Instant from, Instant to) {
        Days days = days(rule.threshold(), from, to);
        if (days == null) {
            return Overseer.Outcome.NOTHING;
        }
        Overseer.Outcome outcome = Overseer.Outcome.NOTHING;
        List<Standing> portion = List.of();
        do {
            Standing last = portion.isEmpty() ? null : portion.getLast();
            portion = watch.standing(rule.caseType(), rule.subjects(), days.from(), days.to(), last, PORTION);
            outcome = outcome.plus(overseer.look(ids(portion)));
        } while (portion.size() == PORTION);
        return outcome;
    }

    private static List<UUID> ids(List<Standing> portion) {
        return portion.stream().map(Standing::caseId).toList();
    }

    /** Days of the last movement, as moments. */
    private record Days(Instant from, Instant to) {}

    /** Days on which a case must have moved last, so that it begins to stand still in (from, to]; null if none. */
    private @Nullable Days days(int workdays, Instant from, Instant to) {
        LocalDate last = null;
        LocalDate first = null;
        LocalDate today = LocalDate.ofInstant(to, clock.getZone());
        for (LocalDate day = today; day.isAfter(today.minusDays(LONGEST_STANDSTILL)); day = day.minusDays(1)) {
            Instant stands = standsFrom(day, workdays);
            if (!stands.isAfter(to)) {
                last = last == null ? day : last;
                if (!stands.isAfter(from)) {
                    break;
                }
                first = day;
            }
        }
        if (last == null || first == null) {
            return null;
        }
        boolean whole = from.isBefore(standsFrom(today.minusDays(LONGEST_STANDSTILL), workdays));
        Instant begin = whole ? Instant.EPOCH : start(first);
        return new Days(begin, start(last.plusDays(1)));
    }

    private Instant standsFrom(LocalDate moved, int workdays) {
        LegalCalendar days = calendar.getIfAvailable(LegalCalendar::official);
        return start(days.addWorkdays(moved, workdays).plusDays(1));
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(clock.getZone()).toInstant();
    }
}
