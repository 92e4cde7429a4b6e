package cn.gov.jiyuan.kernel.time;

import java.time.Duration;
import java.time.ZonedDateTime;

/** Terms in hours of the clock, running from the moment itself through nights and holidays; pauses stop whole days. */
final class HourCounting extends Counting {
    HourCounting(ClockTerms terms, LegalCalendar calendar) {
        super(terms, calendar);
    }

    @Override
    ZonedDateTime expiry() {
        ZonedDateTime at = start.plusHours(total().amount());
        for (Pauses.Span span : pauses.closed()) {
            ZonedDateTime from = later(midnight(span.from()), start);
            if (!from.isBefore(at)) {
                break;
            }
            at = at.plus(Duration.between(from, midnight(span.to().plusDays(1))));
        }
        return at;
    }

    @Override
    long left(ZonedDateTime from, ZonedDateTime expiry) {
        ZonedDateTime after = later(from, start);
        long left = Duration.between(after, expiry).toMinutes();
        for (Pauses.Span span : pauses.closed()) {
            ZonedDateTime a = later(midnight(span.from()), after);
            ZonedDateTime end = midnight(span.to().plusDays(1));
            ZonedDateTime b = end.isBefore(expiry) ? end : expiry;
            left -= b.isAfter(a) ? Duration.between(a, b).toMinutes() : 0;
        }
        return left;
    }

    @Override
    long over(ZonedDateTime expiry, ZonedDateTime now) {
        return Duration.between(expiry, now).toMinutes();
    }
}
