package cn.gov.jiyuan.support.items;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.jiyuan.contracts.items.ItemContent;
import cn.gov.jiyuan.contracts.items.ItemGuide;
import cn.gov.jiyuan.contracts.items.Material;
import cn.gov.jiyuan.platform.forms.FormDefinition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever wants to apply on paper finds a form, and an example of it, for all that he has to write himself. */
class MaterialSheetsTest {
    static Stream<ItemContent> items() {
        return ReferenceItems.all().values().stream().map(ReferenceItem::content);
    }

    @ParameterizedTest
    @MethodSource("items")
    void everyMaterialThatTheApplicantWritesHasAForm(ItemContent content) {
        try (ItemsFixture fixture = new ItemsFixture()) {
            MaterialSheets sheets = fixture.sheets();
            List<String> without = content.materials().stream()
                    .filter(material -> material.source() == Material.Source.APPLICANT)
                    .filter(material -> !sheets.has(content, material))
                    .map(Material::name)
                    .toList();
            assertThat(without).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("items")
    void aSampleWouldBeAcceptedByTheFormItself(ItemContent content) {
        FormDefinition form =
                ShippedForms.all().latest(String.valueOf(content.handling().formId()));
        assertThat(form.validate(SampleAnswers.of(form))).isEmpty();
    }

    @Test
    void theBlankFormAsksAllQuestionsAndTheSampleSaysOnEveryPageThatItIsOne() throws IOException {
        try (ItemsFixture fixture = new ItemsFixture()) {
            ItemGuide guide = fixture.items.inForce(ItemsFixture.CODE).orElseThrow();
            MaterialSheets sheets = fixture.sheets();
            List<String> blank = pages(sheets.pdf(guide, "M01", false).orElseThrow());
            assertThat(String.join("", blank))
                    .contains("食品经营许可申请书", "统一社会信用代码", "最多同时用餐人数", "□奶茶、咖啡等饮品")
                    .doesNotContain("样例", "张样");
            List<String> sample = pages(sheets.pdf(guide, "M01", true).orElseThrow());
            assertThat(sample).allSatisfy(page -> assertThat(page).contains("内容虚构"));
            assertThat(String.join("", sample)).contains("张样例", "13800000000");
            assertThat(sheets.pdf(guide, "M02", false)).isEmpty();
        }
    }

    @Test
    void theSameVersionGivesTheSameFileOnEveryNode() {
        try (ItemsFixture fixture = new ItemsFixture()) {
            ItemGuide guide = fixture.items.inForce(ItemsFixture.CODE).orElseThrow();
            assertThat(fixture.sheets().pdf(guide, "M04", true).orElseThrow())
                    .isEqualTo(fixture.sheets().pdf(guide, "M04", true).orElseThrow());
        }
    }

    private static List<String> pages(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFTextStripper reader = new PDFTextStripper();
            return IntStream.rangeClosed(1, document.getNumberOfPages())
                    .mapToObj(page -> text(reader, document, page))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(PDFTextStripper reader, PDDocument document, int page) {
        try {
            reader.setStartPage(page);
            reader.setEndPage(page);
            return reader.getText(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
