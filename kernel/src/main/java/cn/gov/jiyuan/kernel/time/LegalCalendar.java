package cn.gov.jiyuan.kernel.time;

import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.kernel.error.KernelError;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.zip.CRC32;

/**
 * Which days are workdays (工作日历): the State Council's notices for the years it knows, weekends and the holidays of
 * fixed date for the others, which are provisional (暂按). A value: a new year makes a new calendar. Counting workdays
 * costs two array look-ups, so a sweep over a million clocks is cheap.
 */
public final class LegalCalendar {
    private static final LegalCalendar OFFICIAL = new LegalCalendar(OfficialHolidays.load(), OfficeHours.JIYUAN);

    private final NavigableMap<Integer, List<CalendarDay>> years;
    private final OfficeHours officeHours;
    private final WorkdayTable table;
    private final String version;

    private LegalCalendar(NavigableMap<Integer, List<CalendarDay>> years, OfficeHours officeHours) {
        this.years = years;
        this.officeHours = officeHours;
        this.table = new WorkdayTable(years);
        this.version = versionOf(years);
    }

    /** The calendar of the notices shipped with the platform, 2004–2026. */
    public static LegalCalendar official() {
        return OFFICIAL;
    }

    /**
     * This calendar with the notice of one more year, or a corrected one.
     *
     * @param days the holidays and make-up workdays of the notice; New Year's may lie in the year before
     * @throws Fault {@code kernel.bad-calendar-year}
     */
    public LegalCalendar with(int year, List<CalendarDay> days) {
        checkNotice(year, days);
        var more = new TreeMap<>(years);
        more.put(year, List.copyOf(days));
        return new LegalCalendar(more, officeHours);
    }

    /** This calendar with other office hours. */
    public LegalCalendar with(OfficeHours hours) {
        return new LegalCalendar(years, hours);
    }

    private static void checkNotice(int year, List<CalendarDay> days) {
        if (days.isEmpty()) {
            throw new Fault(KernelError.BAD_CALENDAR_YEAR, String.valueOf(year), "没有任何放假日期");
        }
        for (CalendarDay day : days) {
            boolean here = day.date().getYear() == year
                    || day.date().getYear() == year - 1 && day.date().getMonthValue() == 12;
            if (!here) {
                throw new Fault(KernelError.BAD_CALENDAR_YEAR, String.valueOf(year), day.date() + " 不在该年度");
            }
            boolean special = day.kind() == DayKind.HOLIDAY || day.kind() == DayKind.MAKE_UP_WORKDAY;
            if (!special || day.holiday() == null) {
                throw new Fault(KernelError.BAD_CALENDAR_YEAR, String.valueOf(year), day.date() + " 须为放假或调休上班并写明节日");
            }
        }
    }

    /** Last year with a notice and a check sum of all notices: equal for calendars made of the same notices. */
    public String version() {
        return version;
    }

    private static String versionOf(NavigableMap<Integer, List<CalendarDay>> years) {
        var sum = new CRC32();
        for (var notice : years.entrySet()) {
            notice.getValue().stream()
                    .map(day -> notice.getKey() + " " + day.date() + day.kind() + day.holiday())
                    .sorted()
                    .forEach(line -> sum.update(line.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        }
        return years.lastKey() + "-" + String.format("%08x", sum.getValue());
    }

    public OfficeHours officeHours() {
        return officeHours;
    }

    /** Years whose notice is known. */
    public NavigableSet<Integer> officialYears() {
        return Collections.unmodifiableNavigableSet(years.navigableKeySet());
    }

    /** Whether the year's notice is not known, so that its holidays are only assumed (暂按). */
    public boolean isProvisional(int year) {
        return !years.containsKey(year);
    }

    /** Whether any year that the span touches is provisional. */
    public boolean isProvisional(LocalDate from, LocalDate to) {
        for (int year = from.getYear(); year <= to.getYear(); year++) {
            if (isProvisional(year)) {
                return true;
            }
        }
        return false;
    }

    public CalendarDay day(LocalDate date) {
        return table.day(date);
    }

    public boolean isWorkday(LocalDate date) {
        return table.isWorkday(date);
    }

    /**
     * The {@code count}-th workday after the date, which itself is not counted; 0 gives the date itself; a negative
     * count goes to the workdays before.
     *
     * @throws Fault {@code kernel.date-out-of-calendar} outside 1950–2150
     */
    public LocalDate addWorkdays(LocalDate date, int count) {
        return table.add(date, count);
    }

    /** Workdays in ({@code after}, {@code until}]; negative when {@code until} lies before. */
    public int workdaysBetween(LocalDate after, LocalDate until) {
        return table.countUntil(until) - table.countUntil(after);
    }

    /** The date, or the first workday after it. */
    public LocalDate workdayOnOrAfter(LocalDate date) {
        return isWorkday(date) ? date : addWorkdays(date, 1);
    }
}
