package cn.gov.jiyuan.kernel.time;

import java.time.LocalDate;
import java.time.ZonedDateTime;

/**
 * The one legal clock (时限): when a term runs out and what is left of it. By days it counts from the day after the event
 * and ends at 24:00 of the last; natural days, months and years that end on a day off end on the next workday (民法典
 * 第 200–204 条, 行政许可法第 82 条). All times are those of Asia/Shanghai.
 */
public final class LegalClock {
    private LegalClock() {}

    /** When the clock runs out, with every step of the reckoning. */
    public static Due due(ClockTerms terms, LegalCalendar calendar) {
        Counting counting = Counting.of(terms, calendar);
        ZonedDateTime expiry = counting.expiry();
        LocalDate date = Counting.lastDay(expiry);
        boolean provisional = calendar.isProvisional(counting.startDate, date);
        boolean paused = counting.pauses.openBy(date) != null;
        return new Due(expiry, date, provisional, paused, new Explanation(counting, expiry).steps());
    }

    /** {@link Due#at()} alone, for sweeps over many clocks. */
    public static ZonedDateTime expiry(ClockTerms terms, LegalCalendar calendar) {
        return Counting.of(terms, calendar).expiry();
    }

    /**
     * First moment at which no more than a share of the term is left: by days the beginning of that day, the last day at
     * the latest. Of ten workdays and 20 percent it is 0:00 of the eighth, when two are left after it. A clock that
     * stands is taken to resume at once.
     *
     * @param percent of the whole term with its extensions, 0 to 100
     */
    public static ZonedDateTime nearing(ClockTerms terms, LegalCalendar calendar, int percent) {
        Counting counting = Counting.of(terms, calendar);
        return counting.nearing(counting.expiry(), percent);
    }

    /** What is left at a moment; a clock that stands keeps what it had on the day before it was stopped. */
    public static Remaining remaining(ClockTerms terms, LegalCalendar calendar, ZonedDateTime asOf) {
        Counting counting = Counting.of(terms, calendar);
        ZonedDateTime now = asOf.withZoneSameInstant(Counting.ZONE);
        ZonedDateTime expiry = counting.expiry();
        Pauses.Span open = counting.pauses.openBy(Counting.earlier(Counting.lastDay(expiry), now.toLocalDate()));
        return new RemainingText(counting, expiry, now, open).remaining();
    }
}
