package cn.gov.jiyuan.kernel.time;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One day of the legal calendar.
 *
 * @param holiday name of the holiday for which one is off or makes up, 国庆节
 */
public record CalendarDay(
        LocalDate date, DayKind kind, @Nullable String holiday) {
    public boolean isWorkday() {
        return kind.isWorkday();
    }
}
