package cn.gov.jiyuan.support.items;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.jiyuan.contracts.items.ItemContent;
import cn.gov.jiyuan.contracts.items.Material;
import cn.gov.jiyuan.contracts.items.Situations;
import cn.gov.jiyuan.kernel.time.LegalTerm;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SelfCheckTest {
    private static final Map<String, String> ELIGIBLE =
            Map.of("e.goods", "other", "e.place", "yes", "e.subject", "yes", "e.banned", "no");

    private final ItemContent content =
            ReferenceItems.all().get("food-business-licence").content();

    @Test
    void asksOneQuestionAfterTheOther() {
        assertThat(check(Map.of()).asked().orElseThrow().parameter()).isEqualTo("e.goods");
        assertThat(check(Map.of("e.goods", "other")).asked().orElseThrow().parameter())
                .isEqualTo("e.place");
        assertThat(check(ELIGIBLE).asked().orElseThrow().parameter()).isEqualTo("s.making");
    }

    @Test
    void stopsWhoCannotApplyWithAdvice() {
        SelfCheck check = check(Map.of("e.goods", "prepacked", "e.place", "yes"));
        assertThat(check.stop().orElseThrow()).contains("备案");
        assertThat(check.asked()).isEmpty();
        assertThat(check.decided()).isEmpty();
    }

    @Test
    void theAnswersDecideMaterialsAndTerms() {
        Map<String, String> answers = new HashMap<>(ELIGIBLE);
        answers.putAll(Map.of("s.making", "no", "s.applicant", "self"));
        SelfCheck check = check(answers);
        assertThat(check.decided().orElseThrow().code()).isEqualTo("S03");
        assertThat(content.materials(check.decided().orElseThrow()))
                .extracting(Material::code)
                .containsExactly("M01", "M02", "M03", "M04", "M06");
        assertThat(content.terms(check.decided().orElseThrow()).promise()).isEqualTo(LegalTerm.workdays(3));
        assertThat(content.terms(check.decided().orElseThrow()).legal()).isEqualTo(LegalTerm.workdays(10));
    }

    @Test
    void anAnswerThatIsNotOfferedCountsAsNone() {
        assertThat(check(Map.of("e.goods", "<script>")).asked().orElseThrow().parameter())
                .isEqualTo("e.goods");
    }

    @Test
    void anItemWithoutQuestionsAsksWhetherEachConditionIsMet() {
        ItemContent plain = withoutQuestions(content);
        assertThat(SelfCheck.wanted(plain)).isFalse();
        SelfCheck first = new SelfCheck(plain, Map.of());
        assertThat(first.asked().orElseThrow().question()).contains("企业法人");
        SelfCheck second = new SelfCheck(plain, Map.of("e.object", "yes"));
        assertThat(second.asked().orElseThrow().question())
                .isEqualTo(plain.conditions().getFirst());
        SelfCheck stopped = new SelfCheck(plain, Map.of("e.object", "yes", "e.condition-1", "no"));
        assertThat(stopped.stop().orElseThrow()).contains(plain.conditions().getFirst());
    }

    private static ItemContent withoutQuestions(ItemContent full) {
        return new ItemContent(
                full.basics(),
                full.terms(),
                full.specialProcedures(),
                full.conditions(),
                full.materials(),
                full.steps(),
                full.legalBasis(),
                full.fees(),
                full.questions(),
                full.places(),
                full.contacts(),
                full.handling(),
                full.topics(),
                List.of(),
                Situations.NONE);
    }

    private SelfCheck check(Map<String, String> parameters) {
        return new SelfCheck(content, parameters);
    }
}
