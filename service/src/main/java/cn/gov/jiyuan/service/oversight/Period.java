package cn.gov.jiyuan.service.oversight;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/**
 * A span over which units are scored.
 *
 * @param name 2026-11, 2026Q4 or 2026
 * @param ends last day
 */
record Period(String name, Kind kind, LocalDate starts, LocalDate ends) {
    enum Kind {
        MONTH("月度"),
        QUARTER("季度"),
        YEAR("年度");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    static Period month(LocalDate day) {
        YearMonth month = YearMonth.from(day);
        return new Period(month.toString(), Kind.MONTH, month.atDay(1), month.atEndOfMonth());
    }

    /** The month, the quarter and the year of a day. */
    static List<Period> of(LocalDate day) {
        int quarter = (day.getMonthValue() + 2) / 3;
        YearMonth first = YearMonth.of(day.getYear(), quarter * 3 - 2);
        return List.of(
                month(day),
                new Period(
                        day.getYear() + "Q" + quarter,
                        Kind.QUARTER,
                        first.atDay(1),
                        first.plusMonths(2).atEndOfMonth()),
                new Period(
                        String.valueOf(day.getYear()),
                        Kind.YEAR,
                        LocalDate.of(day.getYear(), 1, 1),
                        LocalDate.of(day.getYear(), 12, 31)));
    }
}
