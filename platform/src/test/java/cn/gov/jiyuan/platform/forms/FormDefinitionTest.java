package cn.gov.jiyuan.platform.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gov.jiyuan.kernel.error.Fault;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FormDefinitionTest {
    private final FormDefinition form = FormFixture.aStallForm();

    @Test
    void asksOnlyThePagesThatTheAnswersCallFor() {
        assertThat(ids(Answers.of(Map.of("kind", "food", "area", 10L))))
                .containsExactly("kind", "stall", "person", "health", "agree");
        assertThat(ids(Answers.of(Map.of("kind", "food", "area", new BigDecimal("1.5")))))
                .containsExactly("kind", "stall", "person", "agree");
        assertThat(ids(Answers.EMPTY)).containsExactly("kind", "stall", "person", "agree");
    }

    @Test
    void readsWhatPeopleTypeAndKeepsWhatItCannotRead() {
        FormPage page = form.page("stall").orElseThrow();
        Answers answers = form.parse(
                page,
                Map.of(
                        "name", List.of("  老王烩面　"),
                        "area", List.of("１２．５"),
                        "opened", List.of("2026年1月5日"),
                        "rent", List.of("1,200 元")));
        assertThat(answers.values())
                .containsEntry("name", "老王烩面")
                .containsEntry("area", new BigDecimal("12.5"))
                .containsEntry("opened", "2026-01-05")
                .containsEntry("rent", "1,200 元");
        assertThat(form.validate(page, answers))
                .extracting(Problem::pointer, Problem::code)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("/rent", "forms.type.money"));
    }

    @Test
    void readsRowsAndDropsEmptyOnes() {
        FormPage page = form.page("health").orElseThrow();
        Answers answers = form.parse(
                page,
                Map.of(
                        "staff.0.name", List.of("王五"),
                        "staff.0.phone", List.of("１３８ 0000 0000"),
                        "staff.1.name", List.of(" "),
                        "staff.4.phone", List.of("12")),
                Map.of("certificate", List.of("f1")));
        assertThat(answers.get("staff"))
                .isEqualTo(List.of(Map.of("name", "王五", "phone", "13800000000"), Map.of("phone", "12")));
        assertThat(form.validate(page, answers))
                .extracting(Problem::pointer)
                .containsExactly("/staff/1/name", "/staff/1/phone");
        assertThat(form.validate(page, answers).getFirst().fieldId()).isEqualTo("staff.1.name");
    }

    @Test
    void trustsNoFileIdFromParameters() {
        FormPage page = form.page("health").orElseThrow();
        assertThat(form.parse(page, Map.of("certificate", List.of("stolen"))).values())
                .isEmpty();
    }

    @Test
    void saysInChineseWhatIsMissing() {
        assertThat(form.validate(Answers.EMPTY))
                .extracting(Problem::message)
                .containsExactly("请选择经营什么", "请填写摊位名称", "请填写面积", "请阅读并勾选“我保证所填属实”");
    }

    @Test
    void checksLengthRangeChoiceAndCount() {
        Answers answers = Answers.of(Map.of(
                "kind",
                "weapons",
                "name",
                "王",
                "area",
                51L,
                "dishes",
                List.of("hot", "cold", "drink"),
                "agree",
                false));
        assertThat(form.validate(answers))
                .extracting(Problem::code)
                .containsExactly(
                        "forms.type.choice",
                        "forms.too-many",
                        "forms.too-short",
                        "forms.maximum",
                        "forms.required.agree");
    }

    @Test
    void refusesDatesThatDoNotExistAndCodesWithWrongCheckDigits() {
        Answers answers = Answers.of(Map.of("opened", "2026-02-30", "idNumber", "419001199003070016"));
        assertThat(form.validate(answers)).extracting(Problem::code).contains("forms.type.date", "forms.citizen-id");
        assertThat(form.validate(Answers.of(Map.of("idNumber", "419001199003070015"))))
                .extracting(Problem::code)
                .doesNotContain("forms.citizen-id");
    }

    @Test
    void dropsUnknownAndHiddenAnswersOnSubmission() {
        Answers answers = Answers.of(Map.of("kind", "goods", "area", 10L, "certificate", List.of("f1"), "extra", "x"));
        assertThat(form.clean(answers).values()).containsOnlyKeys("kind", "area");
    }

    @Test
    void takesAnAnswerBackWhenItsPageComesBackEmpty() {
        FormPage page = form.page("stall").orElseThrow();
        Answers before = Answers.of(Map.of("kind", "food", "opened", "2026-01-05"));
        assertThat(form.merge(before, page, Answers.of(Map.of("area", 3L))).values())
                .containsOnlyKeys("kind", "area");
    }

    @Test
    void prefillsWhatIsKnown() {
        Answers known = form.prefill(Map.of("party.name", "王五", "party.idNumber", "41900119900307001x")::get);
        assertThat(known.values()).containsEntry("name", "王五").containsEntry("idNumber", "41900119900307001X");
    }

    @Test
    void writesLinesForDocumentsAndMasksPersonalData() {
        Answers answers = Answers.of(Map.of(
                "kind",
                "food",
                "dishes",
                List.of("hot", "cold"),
                "area",
                12L,
                "opened",
                "2026-01-05",
                "idNumber",
                "419001199003070015",
                "certificate",
                List.of("f1")));
        assertThat(form.summary(answers, id -> "证明.pdf"))
                .extracting(SummaryRow::label, SummaryRow::masked)
                .contains(
                        org.assertj.core.groups.Tuple.tuple("经营什么", "食品"),
                        org.assertj.core.groups.Tuple.tuple("品种", "热食、冷食"),
                        org.assertj.core.groups.Tuple.tuple("面积", "12 平方米"),
                        org.assertj.core.groups.Tuple.tuple("开业日期", "2026 年 1 月 5 日"),
                        org.assertj.core.groups.Tuple.tuple("身份证号", "4190************15"),
                        org.assertj.core.groups.Tuple.tuple("健康证明", "证明.pdf"),
                        org.assertj.core.groups.Tuple.tuple("摊位名称", "未填写"));
    }

    @Test
    void leavesOutWhatNeedNotBeBrought() {
        assertThat(form.materials()).containsOnlyKeys("M02");
        assertThat(form.without(Set.of("idNumber")).page("person")).isEmpty();
    }

    @Test
    void survivesTheWayThroughJson() {
        Answers answers = Answers.of(
                Map.of("area", new BigDecimal("12.50"), "agree", true, "staff", List.of(Map.of("name", "王五")), "n", 3));
        assertThat(Answers.fromJson(answers.toJson())).isEqualTo(answers);
    }

    @Test
    void refusesUnknownKeysWithFileAndPlace() {
        assertThatThrownBy(() -> FormFixture.read(FormFixture.SOURCE.replace("\"minimum\": 1", "\"minimun\": 1")))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("stall.json")
                .hasMessageContaining("/schema/properties/area/minimun");
    }

    @Test
    void refusesConditionsOverLaterOrUnknownAnswers() {
        assertThatThrownBy(() -> FormFixture.read(FormFixture.SOURCE.replace("area > 2", "agree = true")))
                .hasMessageContaining("/pages/3/showIf");
        assertThatThrownBy(() -> FormFixture.read(FormFixture.SOURCE.replace("area > 2", "area >> 2")))
                .hasMessageContaining("有误");
    }

    private List<String> ids(Answers answers) {
        return form.pages(answers).stream().map(FormPage::id).toList();
    }
}
