package cn.gov.jiyuan.kernel.time;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts what is left of a clock into a number and a sentence. */
record RemainingText(Counting counting, ZonedDateTime expiry, ZonedDateTime now, Pauses.@Nullable Span open) {
    private static final int MOST_HOLIDAYS = 3;

    Remaining remaining() {
        if (open != null) {
            return standing(open);
        }
        if (!now.isBefore(expiry)) {
            long over = counting.over(expiry, now);
            return new Remaining(-whole(over), unit(), true, false, overdue(over));
        }
        long left = counting.left(now, expiry);
        return new Remaining(whole(left), unit(), false, false, running(left));
    }

    private Remaining standing(Pauses.Span pause) {
        LocalDate dayBefore = pause.from().minusDays(1);
        long left = counting.left(Counting.midnight(unit().isHours() ? pause.from() : dayBefore), expiry);
        String text = "已暂停（" + pause.reason() + "），恢复后还剩 " + amount(left);
        return new Remaining(whole(left), unit(), false, true, text);
    }

    private String overdue(long over) {
        return over == 0 ? "已超期，不足 1 " + unit().measure() : "已超期 " + amount(over);
    }

    private String running(long left) {
        if (unit().isHours()) {
            return "还剩 " + amount(left);
        }
        String text =
                left == 0 && Counting.lastDay(expiry).equals(now.toLocalDate()) ? "今天 24 时到期" : "还剩 " + amount(left);
        return unit() == DeadlineUnit.WORKDAY ? text + holidays() : text;
    }

    private String holidays() {
        LocalDate tomorrow = now.toLocalDate().plusDays(1);
        List<DayRun> runs = DayRun.of(counting.calendar, DayKind.HOLIDAY, tomorrow, Counting.lastDay(expiry));
        if (runs.isEmpty()) {
            return "";
        }
        List<String> ranges = runs.stream()
                .limit(MOST_HOLIDAYS)
                .map(run -> DateText.range(run.from(), run.to()))
                .toList();
        return "，" + String.join("、", ranges) + (runs.size() > MOST_HOLIDAYS ? "等" : "") + "放假不计";
    }

    /** Months and years are told in natural days. */
    private DeadlineUnit unit() {
        DeadlineUnit unit = counting.terms.term().unit();
        return unit == DeadlineUnit.MONTH || unit == DeadlineUnit.YEAR ? DeadlineUnit.NATURAL_DAY : unit;
    }

    private long whole(long counted) {
        return unit().isHours() ? counted / 60 : counted;
    }

    private String amount(long counted) {
        if (!unit().isHours()) {
            return counted + " " + unit().measure();
        }
        long minutes = counted % 60;
        String hours = counted >= 60 || minutes == 0 ? counted / 60 + " " + unit().measure() : "";
        return hours + (minutes == 0 ? "" : (hours.isEmpty() ? "" : " ") + minutes + " 分钟");
    }
}
