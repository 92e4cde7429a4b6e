package cn.gov.jiyuan.data.exchange.collecting;

import cn.gov.jiyuan.kernel.error.Fault;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * When a task runs (计划): by hand, each so many minutes, or daily at a time.
 *
 * @param text as kept: empty, {@code every 30}, {@code daily 02:30}
 */
record Schedule(String text) {
    private static final int WEEK = 7 * 24 * 60;

    /** @throws Fault {@code exchange.collecting-bad-schedule} */
    Schedule {
        if (!text.isEmpty()) {
            minutes(text);
            time(text);
            if (minutes(text) == 0 && time(text) == null) {
                throw bad(text);
            }
        }
    }

    boolean byHand() {
        return text.isEmpty();
    }

    /** The next run after a moment; null if it runs by hand. */
    @Nullable Instant next(Instant after, ZoneId zone) {
        int minutes = minutes(text);
        if (minutes > 0) {
            return after.plus(Duration.ofMinutes(minutes));
        }
        LocalTime time = time(text);
        if (time == null) {
            return null;
        }
        ZonedDateTime today = after.atZone(zone).with(time);
        return (today.toInstant().isAfter(after) ? today : today.plusDays(1)).toInstant();
    }

    private static int minutes(String text) {
        if (!text.startsWith("every ")) {
            return 0;
        }
        try {
            int minutes = Integer.parseInt(text.substring(6));
            if (minutes < 1 || minutes > WEEK) {
                throw bad(text);
            }
            return minutes;
        } catch (NumberFormatException e) {
            throw bad(text);
        }
    }

    private static @Nullable LocalTime time(String text) {
        if (!text.startsWith("daily ")) {
            return null;
        }
        try {
            return LocalTime.parse(text.substring(6));
        } catch (DateTimeParseException e) {
            throw bad(text);
        }
    }

    private static Fault bad(String text) {
        return Fault.at("/schedule", CollectingError.BAD_SCHEDULE, text);
    }
}
