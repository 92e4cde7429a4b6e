package cn.gov.jiyuan.support.items;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.jiyuan.contracts.items.ItemContent;
import cn.gov.jiyuan.contracts.items.Material;
import cn.gov.jiyuan.contracts.items.ProcessKind;
import cn.gov.jiyuan.contracts.items.Situations;
import cn.gov.jiyuan.kernel.code.ItemCatalogueCode;
import cn.gov.jiyuan.kernel.time.LegalTerm;
import cn.gov.jiyuan.platform.forms.FormDefinition;
import cn.gov.jiyuan.platform.forms.FormField;
import cn.gov.jiyuan.platform.forms.Forms;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** The items that the house ships are complete in every element, and their forms fit them. */
class ReferenceItemsTest {
    private static final Forms FORMS = ShippedForms.all();
    /** What the hospital hands in, and what the login with a verified name proves. */
    private static final Set<String> NOT_FROM_THE_APPLICANT =
            Set.of("disability-certificate/M05", "food-business-licence/M06");

    static Stream<String> files() {
        return ReferenceItems.all().keySet().stream();
    }

    @Test
    void theyCoverAllKindsOfProcessAndOfApplicantAndOfResult() {
        List<ItemContent> all = ReferenceItems.all().values().stream()
                .map(ReferenceItem::content)
                .toList();
        assertThat(all).extracting(c -> c.handling().kind()).contains(ProcessKind.values());
        assertThat(all)
                .anyMatch(c -> c.basics().serviceObjects().equals(List.of("自然人")))
                .anyMatch(c -> c.basics().serviceObjects().contains("企业法人"))
                .anyMatch(c -> c.handling().licenceType() == null)
                .anyMatch(c -> c.handling().licenceType() != null)
                .anyMatch(c -> c.handling().visits() == 1);
        assertThat(all.stream().flatMap(c -> c.specialProcedures().stream()).map(p -> p.code()))
                .contains("SITE", "EXPERT", "PUBLICITY", "HEARING", "EXTEND");
        assertThat(ReferenceItems.all().values().stream().map(ReferenceItem::basicCode))
                .doesNotHaveDuplicates()
                .doesNotContainAnyElementsOf(DemoCatalogue.lines().stream()
                        .map(DemoCatalogue.Line::basicCode)
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyElementIsFilledIn(String file) {
        ReferenceItem item = item(file);
        ItemContent content = item.content();
        String code = "11419001MB1A00028Q3" + item.basicCode();
        assertThat(new Completeness(FORMS, ItemsFixture.RULES).check(code, content))
                .isEmpty();
        assertThat(new ItemCatalogueCode(item.basicCode()).type())
                .isEqualTo(content.basics().type().code());
        assertThat(content.legalBasis())
                .hasSizeGreaterThan(1)
                .allSatisfy(basis -> assertThat(basis.clause()).matches("相关规定|第.*"));
        assertThat(content.materials())
                .allSatisfy(material -> assertThat(material.basis()).isNotBlank());
        assertThat(content.questions()).hasSizeBetween(4, 6);
        assertThat(content.eligibility()).hasSizeBetween(2, 4);
        assertThat(content.topics().aliases()).hasSizeBetween(10, 22).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyAnswerToTheSituationsDecidesOneCase(String file) {
        Situations situations = item(file).content().situations();
        Set<String> used = new HashSet<>();
        for (Map<String, String> answers : combinations(situations)) {
            assertThat(situations.cases().stream().filter(c -> c.allows(answers)))
                    .describedAs(answers.toString())
                    .singleElement()
                    .satisfies(one -> used.add(one.code()));
        }
        assertThat(situations.cases()).extracting(Situations.Case::code).containsExactlyInAnyOrderElementsOf(used);
        assertThat(situations.cases().stream()
                        .flatMap(c -> c.materials().stream())
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(item(file).content().materials().stream()
                        .map(Material::code)
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyMaterialIsUploadedOrMadeFromTheForm(String file) {
        ItemContent content = item(file).content();
        FormDefinition form = FORMS.latest(String.valueOf(content.handling().formId()));
        assertThat(content.handling().formVersion()).isEqualTo(form.version());
        List<String> codes = content.materials().stream()
                .filter(m -> m.copies() > 0)
                .filter(m -> !NOT_FROM_THE_APPLICANT.contains(file + "/" + m.code()))
                .map(Material::code)
                .toList();
        assertThat(form.materials().keySet()).containsAll(codes);
        assertThat(content.materials())
                .extracting(Material::code)
                .containsAll(form.materials().keySet());
    }

    @ParameterizedTest
    @MethodSource("files")
    void numbersOfPersonsAndTelephonesAreMarkedPersonal(String file) {
        FormDefinition form =
                FORMS.latest(String.valueOf(item(file).content().handling().formId()));
        Stream<FormField> fields =
                form.fields().stream().flatMap(f -> Stream.concat(Stream.of(f), f.columns().stream()));
        assertThat(fields.filter(f -> switch (f.type()) {
                    case CITIZEN_ID, PHONE -> !f.hints().personal();
                    default -> false;
                }))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("files")
    void theTypeOfTheLicenceIsKnownAndHoldsAsLong(String file) throws Exception {
        ItemContent.Handling handling = item(file).content().handling();
        if (handling.licenceType() == null) {
            return;
        }
        try (var in = ReferenceItems.class.getResourceAsStream("/licences/types.json")) {
            List<JsonNode> types = new ArrayList<>();
            ContentJson.JSON.readTree(in).forEach(types::add);
            LegalTerm validity = handling.licenceValidity();
            assertThat(types)
                    .filteredOn(t -> t.path("code").asString().equals(handling.licenceType()))
                    .singleElement()
                    .satisfies(t ->
                            assertThat(t.path("years").asInt()).isEqualTo(validity == null ? 0 : validity.amount()));
        }
    }

    private static List<Map<String, String>> combinations(Situations situations) {
        List<Map<String, String>> all = List.of(Map.of());
        for (Situations.Question question : situations.questions()) {
            List<Map<String, String>> longer = new ArrayList<>();
            for (Map<String, String> answers : all) {
                for (Situations.Option option : question.options()) {
                    Map<String, String> more = new LinkedHashMap<>(answers);
                    more.put(question.id(), option.id());
                    longer.add(more);
                }
            }
            all = longer;
        }
        return all;
    }

    private static ReferenceItem item(String file) {
        return ReferenceItems.all().get(file);
    }
}
