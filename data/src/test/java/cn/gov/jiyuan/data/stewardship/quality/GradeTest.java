package cn.gov.jiyuan.data.stewardship.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class GradeTest {
    private static final Map<Dimension, BigDecimal> WEIGHTS =
            Map.of(Dimension.ACCURACY, BigDecimal.valueOf(25), Dimension.COMPLETENESS, BigDecimal.valueOf(20));

    private static Result result(Dimension dimension, int weight, long passed, long total, Result.Verdict verdict) {
        return new Result(
                new UUID(0, 1), "ZL1", 1, "规则", dimension, BigDecimal.valueOf(weight), total, passed, 0, verdict, "");
    }

    @Test
    void dimensions_are_weighted_means_and_the_whole_is_weighed_again() {
        Grade grade = Grade.of(
                List.of(
                        result(Dimension.ACCURACY, 1, 87, 95, Result.Verdict.FAILED),
                        result(Dimension.ACCURACY, 3, 100, 100, Result.Verdict.PASSED),
                        result(Dimension.COMPLETENESS, 1, 95, 100, Result.Verdict.FAILED)),
                WEIGHTS);

        assertThat(grade.parts().getFirst().score()).isEqualByComparingTo("95.00");
        assertThat(grade.parts().getLast().score()).isEqualByComparingTo("97.89");
        assertThat(grade.score()).isEqualByComparingTo("96.61");
        assertThat(grade.parts().getLast().words()).isEqualTo("(1×87/95 + 3×100/100) ÷ 4");
    }

    @Test
    void what_could_not_be_measured_counts_neither_way() {
        Grade grade = Grade.of(
                List.of(
                        result(Dimension.ACCURACY, 1, 0, 0, Result.Verdict.PASSED),
                        result(Dimension.ACCURACY, 1, 0, 50, Result.Verdict.BROKEN)),
                WEIGHTS);

        assertThat(grade.score()).isNull();
    }

    @Test
    void eight_batches_of_mean_1000_and_deviation_20_bound_the_ninth() {
        Fluctuation eight = Fluctuation.of(List.of(980L, 1020L, 980L, 1020L, 980L, 1020L, 980L, 1020L), 0.01);

        assertThat(eight.mean()).isEqualTo(1000);
        assertThat(eight.deviation()).isEqualTo(20);
        assertThat(eight.why(940, 3)).isEmpty();
        assertThat(eight.why(1060, 3)).isEmpty();
        assertThat(eight.why(939, 3)).isPresent();
        assertThat(eight.why(400, 3))
                .hasValueSatisfying(why -> assertThat(why).contains("400").contains("940 至 1060"));
    }

    @Test
    void batches_of_equal_size_do_not_forbid_every_change() {
        Fluctuation equal = Fluctuation.of(List.of(1000L, 1000L, 1000L), 0.01);

        assertThat(equal.why(1030, 3)).isEmpty();
        assertThat(equal.why(1031, 3)).isPresent();
    }
}
