package cn.gov.jiyuan.kernel.time;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** One way to count a term: by days, by hours of the clock, by hours of the office. */
abstract sealed class Counting permits DayCounting, HourCounting, WorkHourCounting {
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    final ClockTerms terms;
    final LegalCalendar calendar;
    final ZonedDateTime start;
    final LocalDate startDate;
    final Pauses pauses;

    Counting(ClockTerms terms, LegalCalendar calendar) {
        this.terms = terms;
        this.calendar = calendar;
        this.start = terms.start().withZoneSameInstant(ZONE);
        this.startDate = start.toLocalDate();
        this.pauses = Pauses.of(terms.pauses(), startDate);
    }

    static Counting of(ClockTerms terms, LegalCalendar calendar) {
        return switch (terms.term().unit()) {
            case HOUR -> new HourCounting(terms, calendar);
            case WORK_HOUR -> new WorkHourCounting(terms, calendar);
            case WORKDAY, NATURAL_DAY, MONTH, YEAR -> new DayCounting(terms, calendar);
        };
    }

    /** The first moment that is too late, open pauses left out of account. */
    abstract ZonedDateTime expiry();

    /** Days or minutes counted after {@code from} and before {@code expiry}, closed pauses left out. */
    abstract long left(ZonedDateTime from, ZonedDateTime expiry);

    /** Days or minutes passed since the expiry. */
    abstract long over(ZonedDateTime expiry, ZonedDateTime now);

    /** First moment, by whole steps, at which no more than the share is left; {@link #left} never grows with time. */
    final ZonedDateTime nearing(ZonedDateTime expiry, int percent) {
        ZonedDateTime from = firstStep();
        long allowed = left(start, expiry) * percent / 100;
        long early = 0;
        long late = stepsBetween(from, expiry);
        while (early < late) {
            long middle = (early + late) / 2;
            if (left(later(step(from, middle), start), expiry) <= allowed) {
                late = middle;
            } else {
                early = middle + 1;
            }
        }
        return later(step(from, early), start);
    }

    /** Where steps begin: the minute of the start. */
    ZonedDateTime firstStep() {
        return start;
    }

    ZonedDateTime step(ZonedDateTime from, long steps) {
        return from.plusMinutes(steps);
    }

    /** Steps from the first up to the last before the expiry. */
    long stepsBetween(ZonedDateTime from, ZonedDateTime expiry) {
        return Math.max(0, Duration.between(from, expiry).toMinutes());
    }

    /** The term and all extensions in its own unit together. */
    LegalTerm total() {
        int sum = terms.term().amount();
        for (Extension extension : terms.extensions()) {
            if (extension.term().unit() == terms.term().unit()) {
                sum += extension.term().amount();
            }
        }
        return new LegalTerm(sum, terms.term().unit());
    }

    /** The last day on which one is in time. */
    static LocalDate lastDay(ZonedDateTime expiry) {
        return expiry.minusNanos(1).toLocalDate();
    }

    static ZonedDateTime midnight(LocalDate date) {
        return date.atStartOfDay(ZONE);
    }

    static ZonedDateTime later(ZonedDateTime a, ZonedDateTime b) {
        return a.isAfter(b) ? a : b;
    }

    static LocalDate later(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }

    static LocalDate earlier(LocalDate a, LocalDate b) {
        return a.isBefore(b) ? a : b;
    }
}
