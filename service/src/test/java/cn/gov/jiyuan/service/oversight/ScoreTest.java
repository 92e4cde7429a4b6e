package cn.gov.jiyuan.service.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ScoreTest {
    private static final UUID UNIT = new UUID(1, 1);
    private static final LocalDate MONTH = LocalDate.of(2026, 11, 1);

    private static Score score(int yellow, int red, Tally tally) {
        BigDecimal points = BigDecimal.valueOf(yellow * 2L + red * 5L);
        return Score.of(new CardStore.Sum(yellow, red, points), tally, BigDecimal.valueOf(20), BigDecimal.valueOf(5));
    }

    @Test
    void the_score_is_a_hundred_less_cards_and_delay_plus_speed_and_says_how() {
        Score score = score(3, 1, new Tally(UNIT, MONTH, 200, 4, 210, 2, 1_200, 2_000));
        assertThat(score.value()).isEqualByComparingTo("90.60");
        assertThat(score.overdueCost()).isEqualByComparingTo("0.40");
        assertThat(score.bonus()).isEqualByComparingTo("2.00");
        assertThat(score.formula())
                .isEqualTo("100 − 牌扣分 11（黄牌 3、红牌 1） − 超期扣分 0.4（超期 4/200 × 20）"
                        + " + 提速奖励 2（承诺 2000 日，用 1200 日，上限 5） = 90.6");
    }

    @Test
    void who_decided_nothing_has_neither_delay_nor_speed_and_slowness_is_no_malus() {
        assertThat(score(1, 0, Tally.none(UNIT, MONTH)).value()).isEqualByComparingTo("98");
        assertThat(score(0, 0, new Tally(UNIT, MONTH, 1, 0, 1, 0, 30, 10)).value())
                .isEqualByComparingTo("100");
    }

    @Test
    void a_rate_of_terminations_is_unusual_beyond_mean_and_two_deviations() {
        List<Tally> months = new ArrayList<>();
        for (int terminated : new int[] {1, 3, 1, 3, 1, 3}) {
            months.add(new Tally(UNIT, MONTH, 0, 0, 100, terminated, 0, 0));
        }
        assertThat(TerminationRate.limit(months, 2)).isEqualTo(0.04, org.assertj.core.api.Assertions.within(1e-9));
    }

    @Test
    void a_day_belongs_to_its_month_quarter_and_year() {
        assertThat(Period.of(LocalDate.of(2026, 11, 22)))
                .extracting(Period::name)
                .containsExactly("2026-11", "2026Q4", "2026");
        assertThat(Period.of(LocalDate.of(2026, 3, 31)).get(1))
                .isEqualTo(
                        new Period("2026Q1", Period.Kind.QUARTER, LocalDate.of(2026, 1, 1), LocalDate.of(2026, 3, 31)));
    }
}
