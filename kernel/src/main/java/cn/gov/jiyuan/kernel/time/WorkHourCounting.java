package cn.gov.jiyuan.kernel.time;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;

/** Terms in hours of the open office, running from the moment itself; days on which the clock stands do not count. */
final class WorkHourCounting extends Counting {
    WorkHourCounting(ClockTerms terms, LegalCalendar calendar) {
        super(terms, calendar);
    }

    @Override
    ZonedDateTime expiry() {
        Duration left = Duration.ofHours(total().amount());
        ZonedDateTime at = start;
        for (LocalDate date = startDate; left.isPositive(); date = date.plusDays(1)) {
            if (!counts(date)) {
                continue;
            }
            for (OfficeHours.Session session : calendar.officeHours().sessions(date)) {
                Duration open = open(date, session, start, midnight(date.plusDays(1)));
                if (left.isPositive() && open.isPositive()) {
                    ZonedDateTime from = later(date.atTime(session.from()).atZone(ZONE), start);
                    Duration used = open.compareTo(left) < 0 ? open : left;
                    at = from.plus(used);
                    left = left.minus(used);
                }
            }
        }
        return at;
    }

    private boolean counts(LocalDate date) {
        return calendar.isWorkday(date) && !pauses.covers(date);
    }

    /** How much of the session lies between the two moments; zero or less when none. */
    private static Duration open(LocalDate date, OfficeHours.Session session, ZonedDateTime from, ZonedDateTime to) {
        ZonedDateTime a = later(date.atTime(session.from()).atZone(ZONE), from);
        ZonedDateTime end = date.atTime(session.to()).atZone(ZONE);
        return Duration.between(a, end.isBefore(to) ? end : to);
    }

    @Override
    long left(ZonedDateTime from, ZonedDateTime expiry) {
        return minutes(later(from, start), expiry, true);
    }

    @Override
    long over(ZonedDateTime expiry, ZonedDateTime now) {
        return minutes(expiry, now, false);
    }

    private long minutes(ZonedDateTime from, ZonedDateTime to, boolean withPauses) {
        Duration sum = Duration.ZERO;
        for (LocalDate date = from.toLocalDate(); !date.isAfter(to.toLocalDate()); date = date.plusDays(1)) {
            if (withPauses ? counts(date) : calendar.isWorkday(date)) {
                for (OfficeHours.Session session : calendar.officeHours().sessions(date)) {
                    Duration open = open(date, session, from, to);
                    sum = open.isPositive() ? sum.plus(open) : sum;
                }
            }
        }
        return sum.toMinutes();
    }
}
