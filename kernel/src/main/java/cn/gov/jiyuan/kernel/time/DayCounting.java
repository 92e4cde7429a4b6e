package cn.gov.jiyuan.kernel.time;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/** Terms in workdays, natural days, months and years: the day of the event is not counted, the last ends at 24:00. */
final class DayCounting extends Counting {
    private final boolean workdays;

    DayCounting(ClockTerms terms, LegalCalendar calendar) {
        super(terms, calendar);
        this.workdays = terms.term().unit() == DeadlineUnit.WORKDAY;
    }

    @Override
    ZonedDateTime expiry() {
        return midnight(calendar.workdayOnOrAfter(nominal()).plusDays(1));
    }

    /** The last day before it moves off a holiday. */
    LocalDate nominal() {
        LocalDate due = withoutPauses();
        for (Pauses.Span span : pauses.closed()) {
            if (span.from().isAfter(calendar.workdayOnOrAfter(due))) {
                break;
            }
            due = shifted(due, span);
        }
        return due;
    }

    LocalDate withoutPauses() {
        LocalDate due = plus(startDate, total());
        for (Extension extension : terms.extensions()) {
            if (extension.term().unit() != terms.term().unit()) {
                due = plus(due, extension.term());
            }
        }
        return due;
    }

    private LocalDate plus(LocalDate date, LegalTerm term) {
        return switch (term.unit()) {
            case WORKDAY -> calendar.addWorkdays(date, term.amount());
            case NATURAL_DAY -> date.plusDays(term.amount());
            case MONTH -> date.plusMonths(term.amount());
            case YEAR -> date.plusYears(term.amount());
            case HOUR, WORK_HOUR -> throw new IllegalStateException("hours in a term of days");
        };
    }

    /** Every counted day of the pause is given back; the last day is never one on which the clock stands. */
    private LocalDate shifted(LocalDate due, Pauses.Span span) {
        LocalDate moved = due;
        if (!span.from().isAfter(due)) {
            int stopped = stoppedDays(span);
            moved = workdays ? calendar.addWorkdays(due, stopped) : due.plusDays(stopped);
        }
        return moved.isAfter(span.to()) ? moved : span.to().plusDays(1);
    }

    /** Days of the pause that would have been counted. */
    int stoppedDays(Pauses.Span span) {
        return count(later(span.from().minusDays(1), startDate), span.to());
    }

    @Override
    ZonedDateTime firstStep() {
        return midnight(startDate);
    }

    @Override
    ZonedDateTime step(ZonedDateTime from, long steps) {
        return midnight(from.toLocalDate().plusDays(steps));
    }

    @Override
    long stepsBetween(ZonedDateTime from, ZonedDateTime expiry) {
        return Math.max(0, ChronoUnit.DAYS.between(from.toLocalDate(), lastDay(expiry)));
    }

    @Override
    long left(ZonedDateTime from, ZonedDateTime expiry) {
        LocalDate after = later(from.toLocalDate(), startDate);
        LocalDate until = lastDay(expiry);
        long left = count(after, until);
        for (Pauses.Span span : pauses.closed()) {
            LocalDate a = later(span.from().minusDays(1), after);
            LocalDate b = earlier(span.to(), until);
            left -= b.isAfter(a) ? count(a, b) : 0;
        }
        return left;
    }

    @Override
    long over(ZonedDateTime expiry, ZonedDateTime now) {
        return count(lastDay(expiry), now.toLocalDate());
    }

    private int count(LocalDate after, LocalDate until) {
        return workdays
                ? calendar.workdaysBetween(after, until)
                : Math.toIntExact(ChronoUnit.DAYS.between(after, until));
    }
}
