package cn.gov.jiyuan.support.items;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.jiyuan.contracts.items.ItemContent;
import cn.gov.jiyuan.platform.forms.Answers;
import cn.gov.jiyuan.platform.forms.FieldType;
import cn.gov.jiyuan.platform.forms.FormDefinition;
import cn.gov.jiyuan.platform.forms.FormField;
import cn.gov.jiyuan.platform.forms.FormPage;
import cn.gov.jiyuan.platform.forms.Option;
import cn.gov.jiyuan.platform.forms.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every form of the house is walked through page by page, each branch once, and each format is answered wrongly once. */
class ShippedFormsTest {
    static Stream<FormDefinition> forms() {
        return ReferenceItems.all().values().stream()
                .map(item -> ShippedForms.all()
                        .latest(String.valueOf(item.content().handling().formId())));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void anApplicantComesToTheEndOnEveryBranch(FormDefinition form) {
        Set<String> seen = new TreeSet<>();
        for (Map<String, Object> chosen : branches(form)) {
            Answers answers = ShippedForms.filledIn(form, chosen);
            assertThat(form.validate(answers)).describedAs(chosen.toString()).isEmpty();
            assertThat(form.firstIncomplete(answers)).isEmpty();
            assertThat(form.clean(answers)).isEqualTo(answers);
            form.pages(answers).forEach(page -> seen.add(page.id()));
        }
        assertThat(seen)
                .containsExactlyInAnyOrderElementsOf(
                        form.pages().stream().map(FormPage::id).toList());
    }

    @ParameterizedTest
    @MethodSource("forms")
    void aWrongAnswerIsNamedAtItsFieldAndNowhereElse(FormDefinition form) {
        int tried = 0;
        for (Map<String, Object> chosen : branches(form)) {
            Answers right = ShippedForms.filledIn(form, chosen);
            for (FormPage page : form.pages(right)) {
                for (FormField field : page.fields()) {
                    Object wrong = wrongAnswer(field);
                    if (wrong != null) {
                        Answers answers = right.plus(Answers.of(Map.of(field.name(), wrong)));
                        assertThat(form.validate(page, answers))
                                .extracting(Problem::pointer)
                                .containsExactly("/" + field.name());
                        tried++;
                    }
                }
            }
        }
        assertThat(tried).isGreaterThan(10);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void anEmptyFormAsksForItsFirstPageFirst(FormDefinition form) {
        assertThat(form.firstIncomplete(Answers.of(Map.of())))
                .contains(form.pages().getFirst());
    }

    @Test
    void aChildOfUnmarriedParentsNeedsTheTestOfKinshipOnlyWithTheFather() {
        FormDefinition form = ShippedForms.all().latest("birth-household-registration");
        assertThat(ids(form, Map.of("marriage", "married", "follow", "father")))
                .contains("marriage-proof")
                .doesNotContain("statement", "kinship");
        assertThat(ids(form, Map.of("marriage", "unmarried", "follow", "mother")))
                .contains("statement")
                .doesNotContain("marriage-proof", "kinship");
        assertThat(ids(form, Map.of("marriage", "unmarried", "follow", "father")))
                .contains("statement", "kinship");
    }

    @Test
    void aDeclarationLetsTheReportFollowAndTheOrdinaryWayDoesNot() {
        FormDefinition form = ShippedForms.all().latest("public-place-hygiene-permit");
        assertThat(ids(form, Map.of("mode", "declare"))).contains("commitment").doesNotContain("report");
        assertThat(ids(form, Map.of("mode", "ordinary"))).contains("report").doesNotContain("commitment");
    }

    @Test
    void aDispatchAgencyWithLessThanTwoMillionIsStopped() {
        FormDefinition form = ShippedForms.all().latest("labour-dispatch-licence");
        Answers answers = ShippedForms.filledIn(form, Map.of("capital", 199.99));
        assertThat(form.validate(answers)).extracting(Problem::pointer).containsExactly("/capital");
    }

    /** Where a form asks what a situation asks too, both speak of the same answers. */
    @ParameterizedTest
    @MethodSource("contents")
    void formAndSituationsNameTheSameAnswers(ItemContent content) {
        FormDefinition form =
                ShippedForms.all().latest(String.valueOf(content.handling().formId()));
        Map<String, FormField> fields = new HashMap<>();
        form.fields().forEach(f -> fields.put(f.name(), f));
        content.situations().questions().stream()
                .filter(q -> fields.containsKey(q.id()))
                .forEach(q -> assertThat(fields.get(q.id()).options().stream().map(Option::value))
                        .containsAll(q.options().stream().map(o -> o.id()).toList()));
    }

    static Stream<ItemContent> contents() {
        return ReferenceItems.all().values().stream().map(ReferenceItem::content);
    }

    private static List<String> ids(FormDefinition form, Map<String, Object> answers) {
        return form.pages(ShippedForms.filledIn(form, answers)).stream()
                .map(FormPage::id)
                .toList();
    }

    /** First options only, then each other option of each choice, then pairs of those that conditions join. */
    private static List<Map<String, Object>> branches(FormDefinition form) {
        List<FormField> choices = form.fields().stream()
                .filter(f -> f.type() == FieldType.CHOICE || f.type() == FieldType.BOOLEAN)
                .filter(f -> !f.limits().mustAgree())
                .filter(f -> f.options().size() < 10)
                .toList();
        List<Map<String, Object>> branches = new ArrayList<>(List.of(Map.of()));
        for (FormField one : choices) {
            values(one).forEach(value -> branches.add(Map.of(one.name(), value)));
        }
        String conditions = form.pages().stream()
                .map(p -> String.valueOf(p.showIf()))
                .filter(c -> c.contains(" and "))
                .reduce("", String::concat);
        for (FormField one : choices) {
            for (FormField other : choices) {
                if (!one.name().equals(other.name())
                        && conditions.contains(one.name())
                        && conditions.contains(other.name())) {
                    values(one)
                            .forEach(a ->
                                    values(other).forEach(b -> branches.add(Map.of(one.name(), a, other.name(), b))));
                }
            }
        }
        return branches;
    }

    private static Stream<Object> values(FormField field) {
        return field.type() == FieldType.BOOLEAN
                ? Stream.of(true, false)
                : field.options().stream().map(Option::value);
    }

    private static @Nullable Object wrongAnswer(FormField field) {
        return switch (field.type()) {
            case CITIZEN_ID -> "419001199003070016";
            case USCC -> "92419001MA4000AB87";
            case PHONE -> "12345";
            case DATE -> "2026-02-30";
            case CHOICE -> "no-such-option";
            case CHOICES -> List.of("no-such-option");
            case INTEGER, NUMBER, MONEY -> -1;
            case BOOLEAN -> field.limits().mustAgree() ? Boolean.FALSE : "maybe";
            case TEXT, LONG_TEXT ->
                field.limits().pattern() != null
                        ? "?".repeat(Objects.requireNonNullElse(field.limits().minLength(), 1))
                        : field.limits().maxLength() == null
                                ? null
                                : "长".repeat(field.limits().maxLength() + 1);
            case FILES -> field.required() ? List.of() : null;
            case ROWS -> field.required() ? List.of() : "no rows";
        };
    }
}
