package cn.gov.jiyuan.kernel.time;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * Holidays of fixed date by 全国年节及纪念日放假办法, for years without a notice. Those that follow moon or sun (春节,
 * 清明节, 端午节, 中秋节) and all make-up workdays are known only when the notice comes.
 */
final class FixedHolidays {
    private FixedHolidays() {}

    static List<CalendarDay> of(int year) {
        Stream<CalendarDay> newYear = days(year, 1, 1, 1, "元旦");
        Stream<CalendarDay> labour = days(year, 5, 1, labourDays(year), "劳动节");
        Stream<CalendarDay> national = days(year, 10, 1, year < 2000 ? 2 : 3, "国庆节");
        return Stream.of(newYear, labour, national).flatMap(s -> s).toList();
    }

    /** 3 days from 2000 (国务院令第 270 号), 1 from 2008 (第 513 号), 2 from 2025 (第 795 号). */
    private static int labourDays(int year) {
        if (year >= 2025) {
            return 2;
        }
        return year >= 2000 && year < 2008 ? 3 : 1;
    }

    private static Stream<CalendarDay> days(int year, int month, int first, int count, String name) {
        LocalDate from = LocalDate.of(year, month, first);
        return from.datesUntil(from.plusDays(count)).map(date -> new CalendarDay(date, DayKind.HOLIDAY, name));
    }
}
