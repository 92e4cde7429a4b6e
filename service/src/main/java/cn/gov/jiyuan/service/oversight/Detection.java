package cn.gov.jiyuan.service.oversight;

import cn.gov.jiyuan.kernel.time.DateText;
import cn.gov.jiyuan.kernel.time.LegalCalendar;
import cn.gov.jiyuan.kernel.time.LegalClock;
import cn.gov.jiyuan.platform.cases.CaseFacts;
import cn.gov.jiyuan.platform.cases.CaseView;
import cn.gov.jiyuan.platform.cases.CaseWatch;
import cn.gov.jiyuan.platform.cases.ClockFacts;
import cn.gov.jiyuan.platform.cases.TimelineEntry;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Judges a case by the rules at a moment. Pure: the same facts give the same findings, however often and late they are
 * looked at, so that feed and sweep may both look.
 */
final class Detection {
    private final RuleBook book;
    private final LegalCalendar calendar;
    private final ZoneId zone;
    private final Instant now;

    Detection(RuleBook book, LegalCalendar calendar, ZoneId zone, Instant now) {
        this.book = book;
        this.calendar = calendar;
        this.zone = zone;
        this.now = now;
    }

    /** What is to be found in the case now; of violations also those long past, of warnings only those that still hold. */
    List<Finding> in(CaseFacts facts) {
        Map<String, Finding> found = new LinkedHashMap<>();
        for (Rule rule : book.forCases(facts.type())) {
            findings(rule, facts)
                    .filter(finding -> !finding.at().isAfter(now) && book.holds(rule, day(finding.at())))
                    .forEach(finding -> found.putIfAbsent(rule.code() + ' ' + finding.stage(), finding));
        }
        return List.copyOf(found.values());
    }

    private Stream<Finding> findings(Rule rule, CaseFacts facts) {
        return switch (rule.detector()) {
            case CLOCK_NEAR -> clocks(rule, facts).flatMap(clock -> near(rule, facts, clock).stream());
            case CLOCK_MISSED ->
                clocks(rule, facts)
                        .filter(clock -> !isSameDay(clock))
                        .flatMap(clock -> missed(rule, facts, clock).stream());
            case SAME_DAY_MISSED ->
                clocks(rule, facts).filter(Detection::isSameDay).flatMap(clock -> missed(rule, facts, clock).stream());
            case REPEATED -> repeated(rule, facts);
            case UNAPPROVED_EXTENSION -> extensions(rule, facts);
            case UNDOCUMENTED_PAUSE -> pauses(rule, facts);
            case STANDSTILL -> standstills(rule, facts);
            case SAME_PERSON -> samePerson(rule, facts);
            case TERMINATION_RATE, NOT_AVAILABLE -> Stream.empty();
        };
    }

    private static Stream<ClockFacts> clocks(Rule rule, CaseFacts facts) {
        return facts.clocks().stream().filter(clock -> rule.looksAt(clock.clock()));
    }

    private static boolean isSameDay(ClockFacts clock) {
        return clock.terms().term().amount() == 0;
    }

    private Optional<Finding> near(Rule rule, CaseFacts facts, ClockFacts clock) {
        boolean runs = clock.state() == CaseView.ClockState.RUNNING && now.isBefore(clock.dueAt());
        if (!runs || isSameDay(clock)) {
            return Optional.empty();
        }
        Instant at = rule.threshold() == CaseWatch.NEAR_PERCENT
                ? clock.warnAt()
                : LegalClock.nearing(clock.terms(), calendar, rule.threshold()).toInstant();
        return Optional.of(new Finding(
                rule,
                facts.stateAt(at),
                at,
                clock.label() + "（" + term(clock) + "）剩余不超过 " + rule.threshold() + "%，最晚应于" + lastDay(clock) + "办结。"));
    }

    private Optional<Finding> missed(Rule rule, CaseFacts facts, ClockFacts clock) {
        Instant stopped = clock.stoppedAt();
        if (!rule.level().isCard() && stopped != null) {
            return Optional.empty();
        }
        return clock.missedBy(now)
                .map(at -> new Finding(
                        rule,
                        facts.stateAt(at),
                        at,
                        clock.label() + "（" + term(clock) + "）已于" + lastDay(clock) + "届满，"
                                + (stopped == null ? "至今没有完成。" : "实际于" + date(stopped) + "完成。")));
    }

    private static String term(ClockFacts clock) {
        return isSameDay(clock) ? "当日" : clock.terms().term().text();
    }

    private String lastDay(ClockFacts clock) {
        return date(clock.dueAt().minusNanos(1));
    }

    private String date(Instant at) {
        return " " + DateText.full(day(at)) + " ";
    }

    private Stream<Finding> repeated(Rule rule, CaseFacts facts) {
        List<TimelineEntry> times = facts.steps().stream()
                .filter(step -> rule.looksAt(step.action()))
                .toList();
        if (rule.threshold() < 1 || times.size() < rule.threshold()) {
            return Stream.empty();
        }
        TimelineEntry excess = times.get(rule.threshold() - 1);
        return Stream.of(new Finding(
                rule,
                excess.from(),
                excess.at(),
                "第 " + rule.threshold() + " 次“" + excess.label() + "”，由" + excess.actorName() + "作出："
                        + excess.reason()));
    }

    /** Two clocks prolonged by one action are one prolongation. */
    private Stream<Finding> extensions(Rule rule, CaseFacts facts) {
        return changes(facts, true)
                .filter(step -> step.reason().isBlank() || step.unitId() == null)
                .map(step -> new Finding(
                        rule,
                        step.from(),
                        step.at(),
                        step.reason().isBlank() ? "延长审批没有写明理由。" : "延长审批没有行政机关负责人批准，由" + step.actorName() + "作出。"));
    }

    private Stream<Finding> pauses(Rule rule, CaseFacts facts) {
        return changes(facts, false)
                .filter(step -> facts.clocks().stream()
                        .flatMap(clock -> clock.changes().stream())
                        .noneMatch(change -> change.at().equals(step.at()) && change.notice() != null))
                .filter(step -> rule.subjects().stream().noneMatch(kind -> facts.hasPaper(step, kind)))
                .map(step -> new Finding(rule, step.from(), step.at(), "“" + step.label() + "”停止计时，没有书面告知申请人的文书。"));
    }

    private static Stream<TimelineEntry> changes(CaseFacts facts, boolean prolongations) {
        return facts.clocks().stream()
                .flatMap(clock -> clock.changes().stream())
                .filter(change -> change.prolongation() == prolongations)
                .map(ClockFacts.Change::at)
                .distinct()
                .flatMap(at -> facts.stepAt(at).stream());
    }

    /** Every span between two steps in one of the rule's states, the last one up to now. */
    private Stream<Finding> standstills(Rule rule, CaseFacts facts) {
        List<TimelineEntry> steps = facts.steps();
        return IntStream.range(0, steps.size())
                .filter(i -> rule.looksAt(steps.get(i).to()))
                .boxed()
                .flatMap(i ->
                        standstill(
                                rule,
                                facts,
                                steps.get(i),
                                i + 1 < steps.size() ? steps.get(i + 1).at() : now)
                                .stream());
    }

    private Optional<Finding> standstill(Rule rule, CaseFacts facts, TimelineEntry last, Instant until) {
        Instant at = standsFrom(last.at(), rule.threshold());
        boolean paused = facts.clocks().stream().anyMatch(clock -> clock.stoodAt(at.minusNanos(1)));
        if (paused || until.isBefore(at)) {
            return Optional.empty();
        }
        return Optional.of(new Finding(
                rule,
                last.to(),
                at,
                "自 " + DateText.full(day(last.at())) + " “" + last.label() + "”以后，超过 " + rule.threshold()
                        + " 个工作日没有任何办理动作。"));
    }

    /** The first moment after so many whole workdays without a movement. */
    Instant standsFrom(Instant moved, int workdays) {
        return calendar.addWorkdays(day(moved), workdays)
                .plusDays(1)
                .atStartOfDay(zone)
                .toInstant();
    }

    private static Stream<Finding> samePerson(Rule rule, CaseFacts facts) {
        if (rule.subjects().size() < 2) {
            return Stream.empty();
        }
        List<TimelineEntry> first = facts.steps().stream()
                .filter(step -> step.action().equals(rule.subjects().getFirst()))
                .toList();
        return facts.steps().stream()
                .filter(step -> rule.subjects().indexOf(step.action()) > 0)
                .filter(step ->
                        first.stream().anyMatch(other -> other.personId().equals(step.personId())))
                .map(step -> new Finding(
                        rule,
                        step.from(),
                        step.at(),
                        "“" + first.getFirst().label() + "”与“" + step.label() + "”都由" + step.actorName() + "作出。"));
    }

    private LocalDate day(Instant at) {
        return at.atZone(zone).toLocalDate();
    }
}
