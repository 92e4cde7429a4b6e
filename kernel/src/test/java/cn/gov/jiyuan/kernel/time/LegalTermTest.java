package cn.gov.jiyuan.kernel.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gov.jiyuan.kernel.error.Fault;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LegalTermTest {
    @ParameterizedTest
    @CsvSource({
        "30 日, 2026-01-31, 2026-03-02, 2026-01-01",
        "1 个月, 2026-03-31, 2026-04-30, 2026-02-28",
        "6 个月, 2026-08-31, 2027-02-28, 2026-02-28",
        "1 年, 2024-02-29, 2025-02-28, 2023-02-28",
    })
    void the_ordinary_calendar_tells_the_day_after_and_before(
            String term, LocalDate day, LocalDate after, LocalDate before) {
        assertThat(LegalTerm.parse(term).after(day)).isEqualTo(after);
        assertThat(LegalTerm.parse(term).before(day)).isEqualTo(before);
    }

    @Test
    void hours_are_counted_by_the_clock_and_days_keep_the_time_of_day() {
        ZonedDateTime noon = ZonedDateTime.of(2026, 10, 8, 12, 0, 0, 0, ZoneId.of("Asia/Shanghai"));

        assertThat(LegalTerm.hours(24).before(noon)).isEqualTo("2026-10-07T12:00+08:00[Asia/Shanghai]");
        assertThat(LegalTerm.naturalDays(2).before(noon)).isEqualTo("2026-10-06T12:00+08:00[Asia/Shanghai]");
    }

    @ParameterizedTest
    @CsvSource({"5 个工作日", "4 个工作小时", "24 小时"})
    void a_term_of_work_or_hours_ends_on_no_day_of_the_ordinary_calendar(String term) {
        LocalDate day = LocalDate.of(2026, 10, 8);

        assertThatThrownBy(() -> LegalTerm.parse(term).after(day))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("kernel.term-of-work");
    }
}
