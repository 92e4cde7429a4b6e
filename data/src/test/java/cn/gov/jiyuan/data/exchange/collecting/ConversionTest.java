package cn.gov.jiyuan.data.exchange.collecting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.hub.DataType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConversionTest {
    @Test
    void days_are_read_as_people_write_them_and_impossible_ones_refused() {
        for (String text :
                List.of("1980-1-2", "1980/01/02", "19800102", "1980.1.2", "1980年1月2日", "1980-01-02 00:00:00")) {
            assertThat(Conversion.of(DataType.DATE, text)).as(text).isEqualTo(LocalDate.of(1980, 1, 2));
        }
        for (String text : List.of("1980-02-30", "1980-13-01", "昨天", "1980-01-02 08:00", "0000-00-00")) {
            assertThat(Conversion.of(DataType.DATE, text)).as(text).isInstanceOf(Conversion.Refused.class);
        }
        assertThat(Conversion.of(DataType.DATE, LocalDate.MAX)).isInstanceOf(Conversion.Refused.class);
    }

    @Test
    void moments_of_another_zone_become_local_time() {
        LocalDateTime noon = LocalDateTime.of(2022, 9, 26, 12, 0, 5);
        for (String text : List.of(
                "2022-09-26 12:00:05",
                "2022-09-26T04:00:05Z",
                "2022-09-26 04:00:05.000+00",
                "2022-09-26 13:00:05+09:00")) {
            assertThat(Conversion.of(DataType.MOMENT, text)).as(text).isEqualTo(noon);
        }
        assertThat(Conversion.of(DataType.MOMENT, "2022-09-26 25:00")).isInstanceOf(Conversion.Refused.class);
    }

    @Test
    void numbers_keep_their_value_or_are_refused() {
        assertThat(Conversion.of(DataType.INTEGER, "1,234,567")).isEqualTo(1_234_567L);
        assertThat(Conversion.of(DataType.DECIMAL, "12.50")).isEqualTo(new BigDecimal("12.500000"));
        for (String text : List.of("1,23", "1.5", "99999999999999999999", "1e99", "--1", "")) {
            assertThat(Conversion.of(DataType.INTEGER, text)).as(text).isInstanceOf(Conversion.Refused.class);
        }
        assertThat(Conversion.of(DataType.DECIMAL, "0.1234567")).isInstanceOf(Conversion.Refused.class);
    }

    @Test
    void codes_are_not_taken_for_numbers() {
        assertThat(Conversion.guess(List.of("419001198001010019"))).isEqualTo(DataType.TEXT);
        assertThat(Conversion.guess(List.of("0391", "0371"))).isEqualTo(DataType.TEXT);
        assertThat(Conversion.guess(List.of("12", " 7 "))).isEqualTo(DataType.INTEGER);
    }

    @Test
    void one_impossible_day_in_ten_does_not_make_a_column_of_days_one_of_texts() {
        List<String> days = new java.util.ArrayList<>(java.util.Collections.nCopies(19, "2023-05-01"));
        days.add("2022-02-30");
        assertThat(Conversion.guess(days)).isEqualTo(DataType.DATE);
        days.addAll(List.of("长期", "2023-02-31"));
        assertThat(Conversion.guess(days))
                .as("three in twenty-two are more than a slip")
                .isEqualTo(DataType.TEXT);
        assertThat(Conversion.guess(List.of("2023-05-01", "长期"))).isEqualTo(DataType.TEXT);
        List<String> numbers = new java.util.ArrayList<>(java.util.Collections.nCopies(19, "3"));
        numbers.add("2.5");
        assertThat(Conversion.guess(numbers))
                .as("what holds all values is better than what holds most")
                .isEqualTo(DataType.DECIMAL);
        numbers.set(0, "0391");
        assertThat(Conversion.guess(numbers)).isEqualTo(DataType.TEXT);
    }

    @Test
    void texts_are_cleaned_in_order_and_translated() {
        ColumnMapping mapping = new ColumnMapping(
                "性别",
                "gender",
                false,
                Set.of(Cleaning.HALF_WIDTH, Cleaning.NO_SPACES, Cleaning.EMPTY_WORDS),
                Map.of("男", "1"));
        assertThat(mapping.cleaned("　男 ")).isEqualTo("1");
        assertThat(mapping.cleaned("Ｎ/Ａ")).isEmpty();
    }

    @Test
    void a_schedule_tells_its_next_run_or_is_refused() {
        ZoneId zone = ZoneId.of("Asia/Shanghai");
        Instant now = Instant.parse("2022-09-26T02:00:00Z");
        assertThat(new Schedule("daily 09:30").next(now, zone)).isEqualTo(Instant.parse("2022-09-27T01:30:00Z"));
        assertThat(new Schedule("every 30").next(now, zone)).isEqualTo(now.plusSeconds(1_800));
        assertThat(new Schedule("").next(now, zone)).isNull();
        for (String text : List.of("every 0", "every x", "daily 25:00", "hourly")) {
            assertThatThrownBy(() -> new Schedule(text)).as(text).isInstanceOf(Fault.class);
        }
    }

    @Test
    void a_former_code_of_jiyuan_is_local() {
        AreaRule rule = new AreaRule("区划", List.of("419001"), List.of("410881"));
        assertThat(rule.local("410881")).isEqualTo("419001");
        assertThat(rule.local("419001001")).isEqualTo("419001001");
        assertThat(rule.local("410105")).isNull();
    }
}
