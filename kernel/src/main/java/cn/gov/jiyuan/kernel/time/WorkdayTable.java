package cn.gov.jiyuan.kernel.time;

import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.kernel.error.KernelError;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;

/** Workdays of two centuries, counted once: prefix counts in one direction, the n-th workday in the other. */
final class WorkdayTable {
    static final LocalDate FIRST = LocalDate.of(1950, 1, 1);
    static final LocalDate LAST = LocalDate.of(2150, 12, 31);
    private static final long ORIGIN = FIRST.toEpochDay();

    private final Map<LocalDate, CalendarDay> special = new HashMap<>();
    /** Workdays up to and including each day since {@link #FIRST}. */
    private final int[] until = new int[(int) (LAST.toEpochDay() - ORIGIN) + 1];
    /** Offset of the n-th workday. */
    private final int[] nth;

    WorkdayTable(NavigableMap<Integer, List<CalendarDay>> years) {
        for (int year = FIRST.getYear(); year <= LAST.getYear(); year++) {
            for (CalendarDay day : years.getOrDefault(year, List.of())) {
                special.put(day.date(), day);
            }
            if (!years.containsKey(year)) {
                FixedHolidays.of(year).forEach(day -> special.putIfAbsent(day.date(), day));
            }
        }
        nth = count();
    }

    private int[] count() {
        var found = new int[until.length];
        int count = 0;
        for (int i = 0; i < until.length; i++) {
            if (day(LocalDate.ofEpochDay(ORIGIN + i)).isWorkday()) {
                found[count++] = i;
            }
            until[i] = count;
        }
        return Arrays.copyOf(found, count);
    }

    CalendarDay day(LocalDate date) {
        CalendarDay known = special.get(date);
        if (known != null) {
            return known;
        }
        boolean weekend = date.getDayOfWeek().getValue() >= DayOfWeek.SATURDAY.getValue();
        return new CalendarDay(date, weekend ? DayKind.WEEKEND : DayKind.WORKDAY, null);
    }

    boolean isWorkday(LocalDate date) {
        int i = offset(date);
        return until[i] > (i == 0 ? 0 : until[i - 1]);
    }

    int countUntil(LocalDate date) {
        return until[offset(date)];
    }

    LocalDate add(LocalDate date, int count) {
        if (count == 0) {
            return date;
        }
        int from = count > 0 ? countUntil(date) - 1 : countUntil(date) - (isWorkday(date) ? 1 : 0);
        int index = from + count;
        if (index < 0 || index >= nth.length) {
            throw outside(date.plusDays(count));
        }
        return LocalDate.ofEpochDay(ORIGIN + nth[index]);
    }

    private static int offset(LocalDate date) {
        if (date.isBefore(FIRST) || date.isAfter(LAST)) {
            throw outside(date);
        }
        return (int) (date.toEpochDay() - ORIGIN);
    }

    private static Fault outside(LocalDate date) {
        return new Fault(KernelError.DATE_OUT_OF_CALENDAR, date, FIRST, LAST);
    }
}
