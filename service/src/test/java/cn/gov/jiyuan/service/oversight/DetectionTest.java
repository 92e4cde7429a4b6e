package cn.gov.jiyuan.service.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.jiyuan.kernel.actor.ActingAs;
import cn.gov.jiyuan.kernel.time.ClockTerms;
import cn.gov.jiyuan.kernel.time.Extension;
import cn.gov.jiyuan.kernel.time.LegalCalendar;
import cn.gov.jiyuan.kernel.time.LegalClock;
import cn.gov.jiyuan.kernel.time.LegalTerm;
import cn.gov.jiyuan.kernel.time.Pause;
import cn.gov.jiyuan.platform.cases.CaseFacts;
import cn.gov.jiyuan.platform.cases.CaseView.ClockState;
import cn.gov.jiyuan.platform.cases.ClockFacts;
import cn.gov.jiyuan.platform.cases.ClockSpec;
import cn.gov.jiyuan.platform.cases.TimelineEntry;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DetectionTest {
    private static final LegalCalendar CALENDAR = LegalCalendar.official();
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final UUID UNIT = new UUID(1, 1);
    private static final UUID ZHANG = new UUID(2, 1);
    private static final UUID LI = new UUID(2, 2);

    private final List<TimelineEntry> steps = new ArrayList<>();
    private final List<CaseFacts.Paper> papers = new ArrayList<>();
    private final List<ClockFacts.Change> changes = new ArrayList<>();

    private static Rule rule(Detector detector, int threshold, Level level, String... subjects) {
        return version(1, "2022-01-01", detector, threshold, level, subjects);
    }

    private static Rule version(
            int number, String from, Detector detector, int threshold, Level level, String... subjects) {
        return new Rule(
                new UUID(3, number),
                "T",
                number,
                "规则",
                detector,
                "t.case",
                List.of(subjects),
                threshold,
                level,
                BigDecimal.TWO,
                "",
                true,
                "",
                LocalDate.parse(from),
                true,
                UNIT,
                "",
                null);
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ZONE).toInstant();
    }

    private void step(String when, String action, String from, String to, UUID person) {
        step(when, action, from, to, person, "理由", UNIT);
    }

    private void step(
            String when, String action, String from, String to, UUID person, String reason, @Nullable UUID unit) {
        steps.add(new TimelineEntry(
                steps.size() + 1,
                action,
                action,
                from,
                to,
                1,
                person,
                "张三",
                ActingAs.OFFICIAL,
                person,
                unit,
                unit == null ? null : "局",
                at(when),
                "",
                reason,
                null,
                "",
                null));
    }

    private ClockFacts clock(int workdays, String start, ClockState state, @Nullable String stopped, Pause... pauses) {
        ClockTerms terms = new ClockTerms(
                LegalTerm.workdays(workdays), at(start).atZone(ZONE), List.of(pauses), List.<Extension>of(), "");
        return new ClockFacts(
                "promised",
                1,
                "承诺办结时限",
                ClockSpec.Kind.PROMISED,
                state,
                terms,
                LegalClock.expiry(terms, CALENDAR).toInstant(),
                LegalClock.nearing(terms, CALENDAR, 20).toInstant(),
                stopped == null ? null : at(stopped),
                changes);
    }

    private List<Finding> find(String now, List<Rule> rules, ClockFacts... clocks) {
        CaseFacts facts = new CaseFacts(
                new UUID(4, 4),
                "t.case",
                "N1",
                "事项",
                steps.isEmpty() ? "review" : steps.getLast().to(),
                UNIT,
                null,
                null,
                null,
                at("2022-09-01T09:00"),
                null,
                at("2022-09-01T09:00"),
                null,
                false,
                steps,
                List.of(clocks),
                papers);
        return new Detection(new RuleBook(rules), CALENDAR, ZONE, at(now)).in(facts);
    }

    @Test
    void of_ten_days_the_eighth_warns_and_the_eleventh_costs() {
        step("2022-08-01T09:00", "accept", "submitted", "review", ZHANG);
        ClockFacts clock = clock(10, "2022-08-01T09:00", ClockState.RUNNING, null);
        List<Rule> near = List.of(rule(Detector.CLOCK_NEAR, 20, Level.WARNING, "promised"));
        List<Rule> missed = List.of(rule(Detector.CLOCK_MISSED, 0, Level.YELLOW, "promised"));

        assertThat(find("2022-08-10T23:59", near, clock)).isEmpty();
        assertThat(find("2022-08-11T00:00", near, clock))
                .extracting(Finding::stage)
                .containsExactly("review");
        assertThat(find("2022-08-16T00:00", near, clock)).isEmpty();
        assertThat(find("2022-08-15T23:59", missed, clock)).isEmpty();
        assertThat(find("2022-08-16T00:00", missed, clock))
                .extracting(Finding::at)
                .containsExactly(at("2022-08-16T00:00"));
        assertThat(find(
                        "2022-09-30T00:00",
                        List.of(rule(Detector.SAME_DAY_MISSED, 0, Level.YELLOW, "promised")),
                        clock))
                .isEmpty();
    }

    @Test
    void what_was_done_too_late_is_found_also_afterwards_but_no_warning_is_given_for_it() {
        ClockFacts late = clock(5, "2022-08-01T09:00", ClockState.STOPPED, "2022-08-09T10:00");
        ClockFacts kept = clock(5, "2022-08-01T09:00", ClockState.STOPPED, "2022-08-08T23:59");
        assertThat(find("2022-10-01T00:00", List.of(rule(Detector.CLOCK_MISSED, 0, Level.RED, "promised")), late))
                .hasSize(1);
        assertThat(find("2022-10-01T00:00", List.of(rule(Detector.CLOCK_MISSED, 0, Level.RED, "promised")), kept))
                .isEmpty();
        assertThat(find("2022-10-01T00:00", List.of(rule(Detector.CLOCK_MISSED, 0, Level.WARNING, "promised")), late))
                .isEmpty();
    }

    @Test
    void a_clock_that_stands_is_never_missed_unless_it_was_before() {
        List<Rule> rules = List.of(rule(Detector.CLOCK_MISSED, 0, Level.YELLOW, "promised"));
        ClockFacts stands = clock(
                5, "2022-08-01T09:00", ClockState.PAUSED, null, new Pause(LocalDate.parse("2022-08-08"), null, "检验"));
        ClockFacts tooLate = clock(
                5, "2022-08-01T09:00", ClockState.PAUSED, null, new Pause(LocalDate.parse("2022-08-09"), null, "检验"));
        assertThat(find("2022-12-01T00:00", rules, stands)).isEmpty();
        assertThat(find("2022-12-01T00:00", rules, tooLate)).hasSize(1);
        assertThat(find("2022-12-01T00:00", List.of(rule(Detector.CLOCK_NEAR, 20, Level.WARNING, "promised")), stands))
                .isEmpty();
    }

    @Test
    void what_is_promised_for_the_day_is_judged_by_its_own_rule() {
        ClockFacts today = clock(0, "2022-08-01T09:00", ClockState.RUNNING, null);
        assertThat(find("2022-08-02T00:00", List.of(rule(Detector.CLOCK_MISSED, 0, Level.YELLOW, "promised")), today))
                .isEmpty();
        assertThat(find(
                        "2022-08-02T00:00",
                        List.of(rule(Detector.SAME_DAY_MISSED, 0, Level.YELLOW, "promised")),
                        today))
                .hasSize(1);
    }

    @Test
    void a_second_request_for_corrections_is_one_violation_and_the_third_no_other() {
        List<Rule> rules = List.of(rule(Detector.REPEATED, 2, Level.YELLOW, "ask"));
        step("2022-08-01T09:00", "ask", "submitted", "correction", ZHANG);
        assertThat(find("2022-08-09T00:00", rules)).isEmpty();
        step("2022-08-03T09:00", "ask", "submitted", "correction", ZHANG);
        step("2022-08-05T09:00", "ask", "submitted", "correction", ZHANG);
        assertThat(find("2022-08-09T00:00", rules)).extracting(Finding::at).containsExactly(at("2022-08-03T09:00"));
    }

    @Test
    void a_case_in_which_nothing_is_done_stands_still_also_if_it_went_on_later() {
        List<Rule> rules = List.of(rule(Detector.STANDSTILL, 5, Level.YELLOW, "review"));
        step("2022-08-01T09:00", "accept", "submitted", "review", ZHANG);
        assertThat(find("2022-08-08T23:59", rules)).isEmpty();
        assertThat(find("2022-08-09T00:00", rules)).hasSize(1);
        step("2022-08-08T10:00", "task.claim", "review", "review", ZHANG);
        assertThat(find("2022-08-15T00:00", rules)).isEmpty();
        step("2022-08-20T10:00", "review", "review", "decision", ZHANG);
        assertThat(find("2022-08-20T11:00", rules)).extracting(Finding::at).containsExactly(at("2022-08-16T00:00"));
        ClockFacts stood = clock(
                20,
                "2022-08-01T09:00",
                ClockState.RUNNING,
                null,
                new Pause(LocalDate.parse("2022-08-10"), LocalDate.parse("2022-08-18"), "检验"));
        assertThat(find("2022-08-20T11:00", rules, stood)).isEmpty();
    }

    @Test
    void accepting_and_deciding_is_for_two() {
        List<Rule> rules = List.of(rule(Detector.SAME_PERSON, 0, Level.RED, "accept", "grant"));
        step("2022-08-01T09:00", "accept", "submitted", "review", ZHANG);
        step("2022-08-02T09:00", "grant", "decision", "granted", LI);
        assertThat(find("2022-08-09T00:00", rules)).isEmpty();
        step("2022-08-03T09:00", "grant", "decision", "granted", ZHANG);
        assertThat(find("2022-08-09T00:00", rules)).hasSize(1);
    }

    @Test
    void a_pause_needs_a_letter_and_a_prolongation_somebody_who_approves_it() {
        List<Rule> pause = List.of(rule(Detector.UNDOCUMENTED_PAUSE, 0, Level.RED, "notice"));
        List<Rule> longer = List.of(rule(Detector.UNAPPROVED_EXTENSION, 0, Level.RED));
        step("2022-08-01T09:00", "start-special", "review", "special", ZHANG);
        changes.add(new ClockFacts.Change(false, at("2022-08-01T09:00"), "检验", null));
        assertThat(find("2022-08-09T00:00", pause, clock(20, "2022-08-01T09:00", ClockState.RUNNING, null)))
                .hasSize(1);
        papers.add(new CaseFacts.Paper(1, "notice"));
        assertThat(find("2022-08-09T00:00", pause, clock(20, "2022-08-01T09:00", ClockState.RUNNING, null)))
                .isEmpty();

        step("2022-08-02T09:00", "extend", "review", "review", ZHANG);
        step("2022-08-03T09:00", "extend", "decision", "decision", ZHANG, " ", UNIT);
        step("2022-08-04T09:00", "extend", "other", "other", ZHANG, "复杂", null);
        for (int day = 2; day <= 4; day++) {
            changes.add(new ClockFacts.Change(true, at("2022-08-0" + day + "T09:00"), "", null));
        }
        assertThat(find("2022-08-09T00:00", longer, clock(20, "2022-08-01T09:00", ClockState.RUNNING, null)))
                .extracting(Finding::stage)
                .containsExactly("decision", "other");
    }

    @Test
    void a_violation_is_judged_by_the_version_of_its_day() {
        Rule old = version(1, "2022-01-01", Detector.STANDSTILL, 5, Level.YELLOW, "review");
        Rule strict = version(2, "2022-09-01", Detector.STANDSTILL, 3, Level.RED, "review");
        step("2022-08-25T09:00", "accept", "submitted", "review", ZHANG);
        assertThat(find("2022-09-01T00:00", List.of(old, strict))).isEmpty();
        assertThat(find("2022-09-02T00:00", List.of(old, strict))).isEmpty();
        steps.clear();
        step("2022-08-29T09:00", "accept", "submitted", "review", ZHANG);
        assertThat(find("2022-09-02T00:00", List.of(old, strict)))
                .extracting(f -> f.rule().level())
                .containsExactly(Level.RED);
        steps.clear();
        step("2022-08-15T09:00", "accept", "submitted", "review", ZHANG);
        assertThat(find("2022-09-30T00:00", List.of(old, strict)))
                .extracting(f -> f.rule().level())
                .containsExactly(Level.YELLOW);
    }
}
