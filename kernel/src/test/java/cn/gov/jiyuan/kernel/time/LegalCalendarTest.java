package cn.gov.jiyuan.kernel.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gov.jiyuan.kernel.error.Fault;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LegalCalendarTest {
    private static final LegalCalendar CALENDAR = LegalCalendar.official();

    /** The notices of five years, copied from a second source. */
    @ParameterizedTest
    @CsvSource({
        "2022, 01-01~03 01-31~02-06 04-03~05 04-30~05-04 06-03~05 09-10~12 10-01~07 12-31,"
                + " 01-29 01-30 04-02 04-24 05-07 10-08 10-09",
        "2023, 01-01~02 01-21~27 04-05 04-29~05-03 06-22~24 09-29~10-06, 01-28 01-29 04-23 05-06 06-25 10-07 10-08",
        "2024, 01-01 02-10~17 04-04~06 05-01~05 06-10 09-15~17 10-01~07,"
                + " 02-04 02-18 04-07 04-28 05-11 09-14 09-29 10-12",
        "2025, 01-01 01-28~02-04 04-04~06 05-01~05 05-31~06-02 10-01~08, 01-26 02-08 04-27 09-28 10-11",
        "2026, 01-01~03 02-15~23 04-04~06 05-01~05 06-19~21 09-25~27 10-01~07," + " 01-04 02-14 02-28 05-09 09-20 10-10"
    })
    void daysOffAndMakeUpDaysAreThoseOfTheNotices(int year, String off, String madeUp) {
        assertThat(days(year, DayKind.HOLIDAY)).containsExactlyElementsOf(dates(year, off));
        assertThat(days(year, DayKind.MAKE_UP_WORKDAY)).containsExactlyElementsOf(dates(year, madeUp));
    }

    @Test
    void aDayTellsWhatItIsAndWhy() {
        assertThat(CALENDAR.day(day("2022-10-08")).holiday()).isEqualTo("国庆节");
        assertThat(CALENDAR.day(day("2022-10-08")).kind()).isEqualTo(DayKind.MAKE_UP_WORKDAY);
        assertThat(CALENDAR.day(day("2015-09-03")).holiday()).contains("抗战胜利");
        assertThat(CALENDAR.day(day("2022-10-15")).kind()).isEqualTo(DayKind.WEEKEND);
    }

    @Test
    void yearsWithoutNoticeAreProvisionalButKnowTheFixedHolidays() {
        assertThat(CALENDAR.officialYears()).hasSize(23).contains(2004, 2026);
        assertThat(CALENDAR.isProvisional(2027)).isTrue();
        assertThat(CALENDAR.isProvisional(2003)).isTrue();
        assertThat(CALENDAR.isWorkday(day("2027-10-01"))).isFalse();
        assertThat(CALENDAR.isWorkday(day("2027-10-04"))).isTrue();
        assertThat(CALENDAR.isWorkday(day("2027-05-02"))).isFalse();
    }

    @Test
    void theNoticeOfANewYearMakesANewCalendar() {
        List<CalendarDay> notice = List.of(
                new CalendarDay(day("2027-01-01"), DayKind.HOLIDAY, "元旦"),
                new CalendarDay(day("2026-12-31"), DayKind.HOLIDAY, "元旦"),
                new CalendarDay(day("2027-01-02"), DayKind.MAKE_UP_WORKDAY, "元旦"));

        LegalCalendar next = CALENDAR.with(2027, notice);

        assertThat(next.isProvisional(2027)).isFalse();
        assertThat(next.isWorkday(day("2026-12-31"))).isFalse();
        assertThat(next.isWorkday(day("2027-01-02"))).isTrue();
        assertThat(next.isWorkday(day("2027-10-01"))).isTrue();
        assertThat(CALENDAR.isWorkday(day("2026-12-31"))).isTrue();
        assertThat(next.version())
                .startsWith("2027-")
                .isEqualTo(CALENDAR.with(2027, notice.reversed()).version());
        assertThat(CALENDAR.version()).startsWith("2026-");
    }

    @Test
    void aNoticeOfAnotherYearIsRefused() {
        List<CalendarDay> wrong = List.of(new CalendarDay(day("2028-01-01"), DayKind.HOLIDAY, "元旦"));

        assertThatThrownBy(() -> CALENDAR.with(2027, wrong))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("2028-01-01 不在该年度");
        assertThatThrownBy(() -> CALENDAR.with(2027, List.of())).isInstanceOf(Fault.class);
    }

    @Test
    void datesBeyondTwoCenturiesAreRefused() {
        assertThatThrownBy(() -> CALENDAR.isWorkday(day("2151-01-01"))).isInstanceOf(Fault.class);
        assertThatThrownBy(() -> CALENDAR.addWorkdays(day("2150-12-01"), 100)).isInstanceOf(Fault.class);
        assertThatThrownBy(() -> CALENDAR.addWorkdays(day("1950-01-05"), -100)).isInstanceOf(Fault.class);
    }

    @Test
    void officeHoursFollowTheSeason() {
        assertThat(OfficeHours.JIYUAN.sessions(day("2024-06-01")).getLast().to())
                .hasToString("18:00");
        assertThat(OfficeHours.JIYUAN.sessions(day("2024-05-31")).getLast().to())
                .hasToString("17:30");
        assertThat(OfficeHours.JIYUAN.sessions(day("2024-10-01")).getLast().from())
                .hasToString("14:30");
        assertThatThrownBy(() -> new OfficeHours.Season(MonthDay.of(1, 1), List.of()))
                .isInstanceOf(Fault.class);
    }

    private static List<LocalDate> days(int year, DayKind kind) {
        return LocalDate.of(year, 1, 1)
                .datesUntil(LocalDate.of(year + 1, 1, 1))
                .filter(date -> CALENDAR.day(date).kind() == kind)
                .toList();
    }

    private static List<LocalDate> dates(int year, String text) {
        return Stream.of(text.trim().split(" "))
                .flatMap(span -> dates(year + "-" + span))
                .toList();
    }

    private static Stream<LocalDate> dates(String span) {
        LocalDate from = day(span.substring(0, 10));
        if (span.length() == 10) {
            return Stream.of(from);
        }
        String to = span.substring(11);
        String prefix = to.length() == 2 ? span.substring(0, 8) : span.substring(0, 5);
        return from.datesUntil(day(prefix + to).plusDays(1));
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
