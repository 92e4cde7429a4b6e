package cn.gov.jiyuan.service.onestop;

import cn.gov.jiyuan.kernel.time.LegalCalendar;
import cn.gov.jiyuan.kernel.time.OfficeHours;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Draws moments at which people act: officials in office hours on workdays, applicants whenever they are awake. */
final class OfficeMoments {
    private static final LocalTime WAKE = LocalTime.of(7, 0);
    private static final OfficeHours.Session DAY = new OfficeHours.Session(WAKE, LocalTime.of(22, 30));
    private static final int PAUSE_SECONDS = 120;

    private final LegalCalendar calendar;
    private final ZoneId zone;

    OfficeMoments(LegalCalendar calendar, ZoneId zone) {
        this.calendar = calendar;
        this.zone = zone;
    }

    /** A moment of office hours, so many workdays after another; 0 is the same day, if any of it is left. */
    Instant office(Instant after, int workdays, SplittableRandom random) {
        ZonedDateTime before = after.atZone(zone);
        LocalDate day = before.toLocalDate();
        if (workdays == 0 && calendar.isWorkday(day)) {
            LocalTime left = before.toLocalTime().plusSeconds(PAUSE_SECONDS);
            boolean today = left.isAfter(before.toLocalTime());
            Instant found = today ? draw(day, left, calendar.officeHours().sessions(day), random) : null;
            if (found != null) {
                return found;
            }
        }
        LocalDate later = calendar.addWorkdays(day, Math.max(1, workdays));
        Instant found = draw(later, LocalTime.MIN, calendar.officeHours().sessions(later), random);
        return found == null ? later.atTime(WAKE.plusHours(2)).atZone(zone).toInstant() : found;
    }

    /** Whether officials are at their desks. */
    boolean isOffice(Instant moment) {
        ZonedDateTime at = moment.atZone(zone);
        return calendar.isWorkday(at.toLocalDate())
                && calendar.officeHours().sessions(at.toLocalDate()).stream()
                        .anyMatch(session -> !at.toLocalTime().isBefore(session.from())
                                && at.toLocalTime().isBefore(session.to()));
    }

    /** The end of the day that lies so many workdays after a moment. */
    Instant endOfWorkday(Instant after, int workdays) {
        return calendar.addWorkdays(after.atZone(zone).toLocalDate(), workdays)
                .plusDays(1)
                .atStartOfDay(zone)
                .toInstant();
    }

    String day(Instant moment) {
        return moment.atZone(zone).toLocalDate().toString();
    }

    /** A moment of the day, so many days after another (at least one). */
    Instant awake(Instant after, int days, SplittableRandom random) {
        return awake(after.atZone(zone).toLocalDate().plusDays(Math.max(1, days)), random);
    }

    Instant awake(LocalDate day, SplittableRandom random) {
        int seconds = random.nextInt(DAY.to().toSecondOfDay() - DAY.from().toSecondOfDay());
        return day.atTime(DAY.from().plusSeconds(seconds)).atZone(zone).toInstant();
    }

    private @Nullable Instant draw(
            LocalDate day, LocalTime notBefore, List<OfficeHours.Session> sessions, SplittableRandom random) {
        int total = 0;
        for (OfficeHours.Session session : sessions) {
            total += left(session, notBefore);
        }
        if (total == 0) {
            return null;
        }
        int drawn = random.nextInt(total);
        for (OfficeHours.Session session : sessions) {
            int length = left(session, notBefore);
            if (drawn < length) {
                return day.atTime(session.to().minusSeconds(length - drawn))
                        .atZone(zone)
                        .toInstant();
            }
            drawn -= length;
        }
        return null;
    }

    private static int left(OfficeHours.Session session, LocalTime notBefore) {
        LocalTime from = notBefore.isAfter(session.from()) ? notBefore : session.from();
        return Math.max(0, session.to().toSecondOfDay() - from.toSecondOfDay());
    }
}
