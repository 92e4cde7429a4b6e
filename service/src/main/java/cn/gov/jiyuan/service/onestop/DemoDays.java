package cn.gov.jiyuan.service.onestop;

import cn.gov.jiyuan.kernel.time.LegalCalendar;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/** How many applications come on which day: fewer at weekends and around the Spring Festival, more in spring, slowly growing. */
final class DemoDays {
    private static final int[] MONTHS = {90, 60, 120, 125, 115, 105, 95, 100, 115, 90, 105, 95};

    private DemoDays() {}

    /** Days in order with their counts, which add up to the total. */
    static Map<LocalDate, Integer> spread(LegalCalendar calendar, LocalDate from, LocalDate to, int total) {
        double whole = 0;
        for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
            whole += weight(calendar, from, day);
        }
        Map<LocalDate, Integer> counts = new LinkedHashMap<>();
        double sum = 0;
        int given = 0;
        for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
            sum += weight(calendar, from, day);
            int due = day.equals(to) ? total : (int) Math.round(total * sum / whole);
            counts.put(day, due - given);
            given = due;
        }
        return counts;
    }

    private static double weight(LegalCalendar calendar, LocalDate from, LocalDate day) {
        double growth = 1 + (day.toEpochDay() - from.toEpochDay()) / 3650.0;
        return MONTHS[day.getMonthValue() - 1] * growth * (calendar.isWorkday(day) ? 1 : 0.12);
    }
}
