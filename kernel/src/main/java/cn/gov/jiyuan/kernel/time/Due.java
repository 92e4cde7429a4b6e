package cn.gov.jiyuan.kernel.time;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * When a clock runs out (期限届满).
 *
 * @param at first moment that is too late: 24:00 of the last day, that is 0:00 of the next, or the hour itself
 * @param date the last day
 * @param provisional some holiday on the way is only assumed because its year has no notice yet (暂按)
 * @param paused the clock stands; the date is that of a clock resuming at once and will move
 * @param steps how it was computed, in sentences
 */
public record Due(ZonedDateTime at, LocalDate date, boolean provisional, boolean paused, List<Step> steps) {
    public Due {
        steps = List.copyOf(steps);
    }

    /** Whether work finished at the moment is late; a clock that stands is never late. */
    public boolean isMissedBy(ZonedDateTime finished) {
        return !paused && !finished.isBefore(at);
    }

    /** 2022 年 10 月 11 日（周二）, marked 暂按 where it is. */
    public String text() {
        return DateText.full(date) + (provisional ? "（暂按）" : "");
    }
}
