package cn.gov.jiyuan.kernel.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MatchModelTest {
    private static final MatchModel MODEL = new MatchModel(
            List.of(
                    MatchField.parse("name:NAME:0.95:0.001"),
                    MatchField.parse("birth:DIGITS:0.97:0.0001"),
                    MatchField.parse("phone:DIGITS:0.85:0.000001"),
                    MatchField.parse("address:ADDRESS:0.6:0.0005")),
            28,
            18);
    private static final Map<String, String> LI = Map.of(
            "name", "李 國强",
            "birth", "1980-03-02",
            "phone", "+86 13812345678",
            "address", "济源市沁园街道黄河路88号");

    @Test
    void name_birth_and_phone_outweigh_an_old_address() {
        MatchModel.Score score = MODEL.compare(
                LI, Map.of("name", "李国强", "birth", "19800302", "phone", "138-1234-5678", "address", "轵城镇南街村 3 组"));

        assertThat(score.verdict()).isEqualTo(MatchModel.Verdict.SAME);
        assertThat(score.parts())
                .extracting(MatchModel.Part::outcome)
                .containsExactly(
                        MatchModel.Outcome.AGREES,
                        MatchModel.Outcome.AGREES,
                        MatchModel.Outcome.AGREES,
                        MatchModel.Outcome.DIFFERS);
        assertThat(score.parts().getLast().weight()).isNegative();
    }

    @Test
    void name_and_birth_alone_are_for_a_person_to_judge() {
        MatchModel.Score score = MODEL.compare(LI, Map.of("name", "李国强", "birth", "1980.03.02"));

        assertThat(score.verdict()).isEqualTo(MatchModel.Verdict.UNSURE);
        assertThat(score.total()).isBetween(18.0, 28.0);
    }

    @Test
    void namesakes_of_another_age_are_two() {
        assertThat(MODEL.compare(LI, Map.of("name", "李国强", "birth", "1991-11-30"))
                        .verdict())
                .isEqualTo(MatchModel.Verdict.DIFFERENT);
    }

    @Test
    void the_order_of_records_does_not_matter_and_nothing_known_says_nothing() {
        Map<String, String> other = Map.of("name", "李国强", "phone", "13812345678");
        assertThat(MODEL.compare(LI, other)).isEqualTo(MODEL.compare(other, LI));
        assertThat(MODEL.compare(LI, Map.of()).total()).isZero();
    }

    @Test
    void an_address_with_less_words_is_the_same_address() {
        assertThat(Comparison.ADDRESS.agree("济源市沁园街道黄河路88号", "沁园街道黄河路 88 号")).isTrue();
        assertThat(Comparison.ADDRESS.agree("沁园街道黄河路88号", "轵城镇南街村3组")).isFalse();
    }

    @Test
    void probabilities_that_make_no_sense_are_refused() {
        assertThatThrownBy(() -> MatchField.parse("name:NAME:0.2:0.5")).hasMessageContaining("u < m");
    }

    @Test
    void taking_a_pair_away_undoes_the_merge() {
        Merges.Pair<String> ab = new Merges.Pair<>("a", "b");
        Merges.Pair<String> bc = new Merges.Pair<>("c", "b");
        assertThat(new Merges<>(List.of(ab, bc)).groups()).isEqualTo(Map.of("a", List.of("a", "b", "c")));
        assertThat(new Merges<>(List.of(bc)).groups()).isEqualTo(Map.of("b", List.of("b", "c")));
        assertThat(new Merges<>(List.of(bc)).of("a")).isEqualTo("a");
    }
}
