package cn.gov.jiyuan.data.stewardship.crosscheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class GoldenTest {
    private static final LocalDate TODAY = LocalDate.of(2022, 9, 26);

    private static Golden.Statement says(String unit, String value, int yearsAgo, double trust) {
        return new Golden.Statement(unit, unit + ".data", 1, value, TODAY.minusYears(yearsAgo), trust);
    }

    private static Golden of(Golden.Statement first, Golden.Statement... others) {
        return Golden.of(first, List.of(others), TODAY, 365, 3650);
    }

    @Test
    void the_source_stands_while_others_contradict_it_but_is_not_trusted() {
        Golden golden = of(says("civil", "20", 1, 0.8), says("police", "10", 1, 0.8), says("justice", "40", 1, 0.8));

        assertThat(golden.value()).isEqualTo("20");
        assertThat(golden.basis()).isEqualTo(Golden.Basis.SOURCE);
        assertThat(golden.conflict()).isTrue();
        assertThat(golden.confidence()).isCloseTo(1.0 / 3, within(1e-9));
    }

    @Test
    void where_the_source_is_silent_the_younger_and_more_trusted_wins() {
        Golden golden = of(null, says("police", "10", 3, 0.9), says("justice", "40", 0, 0.7));

        assertThat(golden.value()).isEqualTo("40");
        assertThat(golden.basis()).isEqualTo(Golden.Basis.VOTE);
        assertThat(golden.confidence()).isGreaterThan(0.9);
    }

    @Test
    void a_source_out_of_date_votes_like_the_others() {
        Golden golden = of(says("civil", "20", 11, 0.9), says("justice", "40", 1, 0.8));

        assertThat(golden.value()).isEqualTo("40");
        assertThat(golden.basis()).isEqualTo(Golden.Basis.VOTE);
    }

    @Test
    void a_draw_is_for_a_person() {
        Golden golden = of(null, says("police", "10", 1, 0.8), says("justice", "40", 1, 0.8));

        assertThat(golden.basis()).isEqualTo(Golden.Basis.TIE);
        assertThat(golden.value()).isEmpty();
    }

    @Test
    void all_agreed_is_full_confidence() {
        assertThat(of(says("civil", "20", 5, 0.8), says("police", "20", 1, 0.5)).confidence())
                .isCloseTo(1, within(1e-9));
    }

    @Test
    void trust_is_the_posterior_mean_of_twelve_months() {
        assertThat(new AuthorityStore.Tally(0, 0).trust(8, 2)).isEqualTo(0.8);
        assertThat(new AuthorityStore.Tally(0, 10).trust(8, 2)).isEqualTo(0.4);
    }
}
