package cn.gov.jiyuan.kernel.time;

import java.time.LocalDate;
import java.time.ZonedDateTime;

/** Dates as people here write them. */
public final class DateText {
    private static final String WEEKDAYS = "一二三四五六日";

    private DateText() {}

    /** 2026 年 10 月 11 日（周日）. */
    public static String full(LocalDate date) {
        return date.getYear() + " 年 " + monthDay(date) + "（" + weekday(date) + "）";
    }

    /** 10 月 11 日. */
    public static String monthDay(LocalDate date) {
        return date.getMonthValue() + " 月 " + date.getDayOfMonth() + " 日";
    }

    /** 周日. */
    public static String weekday(LocalDate date) {
        int day = date.getDayOfWeek().getValue();
        return "周" + WEEKDAYS.substring(day - 1, day);
    }

    /** 10 月 1 日至 7 日, 1 月 31 日至 2 月 6 日, or one day. */
    public static String range(LocalDate from, LocalDate to) {
        if (from.equals(to)) {
            return monthDay(from);
        }
        if (from.getYear() != to.getYear()) {
            return from.getYear() + " 年 " + monthDay(from) + "至 " + to.getYear() + " 年 " + monthDay(to);
        }
        boolean sameMonth = from.getMonth() == to.getMonth();
        return monthDay(from) + "至 " + (sameMonth ? to.getDayOfMonth() + " 日" : monthDay(to));
    }

    /** 2026 年 10 月 11 日（周日）15:30, in the time of the value. */
    public static String full(ZonedDateTime moment) {
        return full(moment.toLocalDate()) + String.format("%02d:%02d", moment.getHour(), moment.getMinute());
    }
}
