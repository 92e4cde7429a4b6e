package cn.gov.jiyuan.kernel.time;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Days of one kind in a row, with the names of their holidays. */
record DayRun(LocalDate from, LocalDate to, String holiday) {
    /** Runs of the kind between two days, both included. */
    static List<DayRun> of(LegalCalendar calendar, DayKind kind, LocalDate from, LocalDate to) {
        var runs = new ArrayList<DayRun>();
        for (LocalDate date = from; !date.isAfter(to); date = date.plusDays(1)) {
            CalendarDay day = calendar.day(date);
            if (day.kind() == kind) {
                add(runs, day);
            }
        }
        return runs;
    }

    private static void add(List<DayRun> runs, CalendarDay day) {
        String name = day.holiday() == null ? "" : day.holiday();
        if (runs.isEmpty() || !runs.getLast().to.plusDays(1).equals(day.date())) {
            runs.add(new DayRun(day.date(), day.date(), name));
            return;
        }
        DayRun last = runs.removeLast();
        String names = last.holiday.contains(name) ? last.holiday : last.holiday + "、" + name;
        runs.add(new DayRun(last.from, day.date(), names));
    }

    int days() {
        return (int) (to.toEpochDay() - from.toEpochDay()) + 1;
    }
}
