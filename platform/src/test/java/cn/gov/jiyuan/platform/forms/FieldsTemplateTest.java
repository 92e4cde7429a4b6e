package cn.gov.jiyuan.platform.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

class FieldsTemplateTest {
    private final FormDefinition form = FormFixture.aStallForm();

    @Test
    void drawsALabelledInputWithHintAndMessage() {
        String html = draw("stall", Answers.of(Map.of("name", "<王>")));
        assertThat(html)
                .contains("<label for=\"name\">", "与招牌一致 例如：老王烩面", "value=\"&lt;王&gt;\"")
                .contains("aria-describedby=\"area-error\"")
                .contains("请填写面积", "href=\"#area\"", "平方米", "type=\"date\"", "inputmode=\"decimal\"")
                .doesNotContain("style=", "<script", "placeholder");
    }

    @Test
    void drawsChoicesRowsFilesAndDeclarations() {
        assertThat(draw("kind", Answers.of(Map.of("kind", "food", "dishes", List.of("cold")))))
                .contains("id=\"kind\" name=\"kind\" value=\"food\" type=\"radio\" checked")
                .contains("id=\"dishes-2\" name=\"dishes\" value=\"cold\" type=\"checkbox\" checked");
        assertThat(draw(
                        "health",
                        Answers.of(Map.of("certificate", List.of("f1"), "staff", List.of(Map.of("name", "王五"))))))
                .contains(
                        "name=\"certificate.keep\"",
                        "value=\"f1\"",
                        "name=\"staff.0.name\"",
                        "value=\"王五\"",
                        "name=\"staff.1.phone\"");
        assertThat(draw("agree", Answers.EMPTY)).contains("type=\"checkbox\" value=\"true\" id=\"agree\"");
    }

    private String draw(String pageId, Answers answers) {
        FormPage page = form.page(pageId).orElseThrow();
        FormView view = FormView.of(form, page, answers, form.validate(page, answers), id -> "文件 " + id);
        ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix("templates/");
        resolver.setSuffix(".html");
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setTemplateResolver(resolver);
        Context context = new Context();
        context.setVariable("form", view);
        return engine.process("forms/fields", java.util.Set.of("summary"), context)
                + engine.process("forms/fields", java.util.Set.of("fields"), context);
    }
}
