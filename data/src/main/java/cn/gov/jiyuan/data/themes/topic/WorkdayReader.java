package cn.gov.jiyuan.data.themes.topic;

import cn.gov.jiyuan.kernel.time.LegalCalendar;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Days with the number of workdays up to them, so that SQL counts workdays by a subtraction (次日起算). */
@Component
final class WorkdayReader implements RowReader {
    private static final int YEARS_BACK = 8;
    private final ObjectProvider<LegalCalendar> calendar;
    private final Clock clock;

    WorkdayReader(ObjectProvider<LegalCalendar> calendar, Clock clock) {
        this.calendar = calendar;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "workdays";
    }

    @Override
    public void all(Consumer<@Nullable Object[]> reader) {
        LegalCalendar days = calendar.getIfAvailable(LegalCalendar::official);
        LocalDate today = LocalDate.now(clock);
        long nth = 0;
        LocalDate last = today.plusYears(1).withDayOfYear(1);
        for (LocalDate day = today.minusYears(YEARS_BACK).withDayOfYear(1); day.isBefore(last); day = day.plusDays(1)) {
            nth += days.isWorkday(day) ? 1 : 0;
            reader.accept(new @Nullable Object[] {day, nth});
        }
    }

    @Override
    public void some(Collection<String> keys, Consumer<@Nullable Object[]> reader) {
        all(row -> {
            if (keys.contains(String.valueOf(row[0]))) {
                reader.accept(row);
            }
        });
    }
}
