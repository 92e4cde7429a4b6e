package cn.gov.jiyuan.kernel.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gov.jiyuan.kernel.error.Fault;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class LegalClockTest {
    private static final LegalCalendar CALENDAR = LegalCalendar.official();
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @Test
    void fiveWorkdaysAcross2022NationalDayEndOnTheEleventh() {
        Due due = due(clock(LegalTerm.workdays(5), "2022-09-29T10:00"));

        assertThat(due.date()).isEqualTo("2022-10-11");
        assertThat(due.at().toLocalDateTime()).isEqualTo("2022-10-12T00:00");
        assertThat(due.provisional()).isFalse();
        assertThat(texts(due))
                .containsExactly(
                        "期限 5 个工作日（测试规则），自 2022 年 9 月 29 日（周四）的次日起算，当日不计。",
                        "10 月 1 日至 7 日国庆节放假，不计。",
                        "10 月 8 日（周六）、10 月 9 日（周日）调休上班，计入。",
                        "最后一日为 2022 年 10 月 11 日（周二），当日 24 时届满。");
        assertThat(due.isMissedBy(moment("2022-10-11T18:00"))).isFalse();
        assertThat(due.isMissedBy(moment("2022-10-11T23:59:59"))).isFalse();
        assertThat(due.isMissedBy(moment("2022-10-12T00:00"))).isTrue();
    }

    @Test
    void anInspectionOfSevenWorkdaysMovesTheEndBySevenWorkdays() {
        ClockTerms plain = clock(LegalTerm.workdays(10), "2024-03-04T09:00");
        LocalDate thirdDay = CALENDAR.addWorkdays(LocalDate.of(2024, 3, 4), 3);
        LocalDate seventhOfPause = CALENDAR.addWorkdays(thirdDay, 6);

        Due due = due(plain.paused(thirdDay, "检验").resumed(seventhOfPause));

        assertThat(due.date()).isEqualTo(CALENDAR.addWorkdays(due(plain).date(), 7));
        assertThat(texts(due)).anyMatch(text -> text.contains("暂停（检验）") && text.contains("共停 7 个工作日"));
    }

    @Test
    void aClockIsNearItsEndWhenAFifthOfItIsLeft() {
        assertThat(near(clock(LegalTerm.workdays(10), "2024-03-04T09:00"))).isEqualTo("2024-03-14T00:00");
        assertThat(near(clock(LegalTerm.workdays(5), "2022-09-29T10:00"))).isEqualTo("2022-10-10T00:00");
        assertThat(near(clock(LegalTerm.workdays(3), "2024-03-04T09:00"))).isEqualTo("2024-03-07T00:00");
        assertThat(near(clock(LegalTerm.workdays(0), "2024-03-04T09:00"))).isEqualTo("2024-03-04T09:00");
        assertThat(near(clock(LegalTerm.hours(10), "2024-03-04T09:00"))).isEqualTo("2024-03-04T17:00");
        assertThat(near(clock(new LegalTerm(3, DeadlineUnit.MONTH), "2024-03-04T09:00")))
                .isEqualTo("2024-05-17T00:00");
    }

    @Test
    void aPauseMovesTheMomentFromWhichTheEndIsNear() {
        ClockTerms plain = clock(LegalTerm.workdays(10), "2024-03-04T09:00");
        assertThat(near(plain.with(pause("2024-03-06", "2024-03-08")))).isEqualTo("2024-03-19T00:00");
        assertThat(near(plain.with(pause("2024-03-14", "2024-03-15")))).isEqualTo("2024-03-18T00:00");
        assertThat(near(plain.extended(LegalTerm.workdays(10), "复杂"))).isEqualTo("2024-03-26T00:00");
    }

    private static String near(ClockTerms terms) {
        return LegalClock.nearing(terms, CALENDAR, 20).toLocalDateTime().toString();
    }

    @Test
    void overlappingPausesStopTheClockOnce() {
        ClockTerms one = clock(LegalTerm.workdays(10), "2024-03-04T09:00").with(pause("2024-03-06", "2024-03-14"));
        ClockTerms two = clock(LegalTerm.workdays(10), "2024-03-04T09:00")
                .with(pause("2024-03-08", "2024-03-14"))
                .with(pause("2024-03-06", "2024-03-11"));

        assertThat(due(two).date()).isEqualTo(due(one).date());
    }

    @Test
    void aPauseAfterTheEndChangesNothing() {
        ClockTerms plain = clock(LegalTerm.workdays(3), "2024-03-04T09:00");

        assertThat(due(plain.with(pause("2024-03-08", "2024-03-20"))).date())
                .isEqualTo(due(plain).date());
    }

    @Test
    void aPauseOnTheLastDayGivesThatDayBack() {
        ClockTerms plain = clock(LegalTerm.workdays(3), "2024-03-04T09:00");

        assertThat(due(plain.with(pause("2024-03-07", "2024-03-13"))).date()).isEqualTo("2024-03-14");
    }

    @Test
    void aClockThatStandsIsNeverLateAndKeepsWhatItHad() {
        ClockTerms standing = clock(LegalTerm.workdays(10), "2024-03-04T09:00").paused(day("2024-03-08"), "听证");

        assertThat(due(standing).paused()).isTrue();
        assertThat(due(standing).isMissedBy(moment("2025-01-01T00:00"))).isFalse();
        Remaining left = LegalClock.remaining(standing, CALENDAR, moment("2024-06-01T00:00"));
        assertThat(left.amount()).isEqualTo(7);
        assertThat(left.paused()).isTrue();
        assertThat(left.text()).isEqualTo("已暂停（听证），恢复后还剩 7 个工作日");
        ClockTerms resumed = standing.resumed(day("2024-06-03"));
        assertThat(due(resumed).date()).isEqualTo(CALENDAR.addWorkdays(day("2024-06-03"), 7));
    }

    @Test
    void anExtensionAddsToTheTerm() {
        ClockTerms extended =
                clock(LegalTerm.workdays(20), "2024-03-04T09:00").extended(LegalTerm.workdays(10), "案情复杂");

        assertThat(due(extended).date()).isEqualTo(CALENDAR.addWorkdays(day("2024-03-04"), 30));
        assertThat(texts(due(extended))).contains("经批准延长 10 个工作日（案情复杂）。", "合计 30 个工作日。");
    }

    @Test
    void hoursCannotExtendDays() {
        ClockTerms clock = clock(LegalTerm.workdays(20), "2024-03-04T09:00");

        assertThatThrownBy(() -> clock.extended(LegalTerm.hours(10), "案情复杂"))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("kernel.bad-extension");
    }

    @Test
    void naturalDaysThatEndInAHolidayEndOnTheNextWorkday() {
        Due due = due(clock(LegalTerm.naturalDays(15), "2022-09-17T09:00"));

        assertThat(due.date()).isEqualTo("2022-10-08");
        assertThat(texts(due)).anyMatch(text -> text.contains("适逢国庆节放假，顺延"));
    }

    @Test
    void monthsEndOnTheCorrespondingDayOrTheLast() {
        assertThat(due(clock(new LegalTerm(1, DeadlineUnit.MONTH), "2023-01-31T09:00"))
                        .date())
                .isEqualTo("2023-02-28");
        assertThat(due(clock(new LegalTerm(3, DeadlineUnit.MONTH), "2023-03-15T09:00"))
                        .date())
                .isEqualTo("2023-06-15");
        assertThat(due(clock(new LegalTerm(1, DeadlineUnit.YEAR), "2024-02-29T09:00"))
                        .date())
                .isEqualTo("2025-02-28");
    }

    @Test
    void hoursRunThroughTheNightFromTheMomentItself() {
        Due due = due(clock(LegalTerm.hours(24), "2022-09-30T16:30"));

        assertThat(due.at().toLocalDateTime()).isEqualTo("2022-10-01T16:30");
    }

    @Test
    void workHoursRunOnlyWhileTheOfficeIsOpen() {
        LegalTerm four = new LegalTerm(4, DeadlineUnit.WORK_HOUR);

        assertThat(due(clock(four, "2024-07-05T16:30")).at().toLocalDateTime()).isEqualTo("2024-07-08T10:30");
        assertThat(due(clock(four, "2024-12-02T10:00")).at().toLocalDateTime()).isEqualTo("2024-12-02T16:30");
        assertThat(due(clock(four, "2024-12-01T10:00")).at().toLocalDateTime()).isEqualTo("2024-12-02T12:00");
    }

    @Test
    void whatIsLeftIsToldWithTheHolidaysOnTheWay() {
        ClockTerms clock = clock(LegalTerm.workdays(9), "2026-09-24T09:00");

        Remaining left = LegalClock.remaining(clock, CALENDAR, moment("2026-09-29T12:00"));

        assertThat(left.amount()).isEqualTo(7);
        assertThat(left.text()).isEqualTo("还剩 7 个工作日，10 月 1 日至 7 日放假不计");
    }

    @Test
    void anOverdueClockCountsBackwards() {
        ClockTerms clock = clock(LegalTerm.workdays(2), "2024-03-05T09:00");

        assertThat(LegalClock.remaining(clock, CALENDAR, moment("2024-03-07T09:00"))
                        .text())
                .isEqualTo("今天 24 时到期");
        Remaining late = LegalClock.remaining(clock, CALENDAR, moment("2024-03-12T09:00"));
        assertThat(late.amount()).isEqualTo(-3);
        assertThat(late.overdue()).isTrue();
        assertThat(late.text()).isEqualTo("已超期 3 个工作日");
    }

    @Test
    void aDeadlineInAYearWithoutNoticeIsProvisional() {
        Due due = due(clock(LegalTerm.workdays(5), "2026-12-30T09:00"));

        assertThat(due.provisional()).isTrue();
        assertThat(due.text()).endsWith("（暂按）");
        assertThat(texts(due)).anyMatch(text -> text.startsWith("2027 年没有载入国务院放假安排，暂按"));
    }

    private static ClockTerms clock(LegalTerm term, String start) {
        return ClockTerms.of(term, moment(start), "测试规则");
    }

    private static Due due(ClockTerms terms) {
        return LegalClock.due(terms, CALENDAR);
    }

    private static Pause pause(String from, String to) {
        return new Pause(day(from), day(to), "检验");
    }

    private static List<String> texts(Due due) {
        return due.steps().stream().map(Step::text).toList();
    }

    private static ZonedDateTime moment(String text) {
        return java.time.LocalDateTime.parse(text).atZone(ZONE);
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
