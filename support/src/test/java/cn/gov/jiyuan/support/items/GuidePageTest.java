package cn.gov.jiyuan.support.items;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.ui.ExtendedModelMap;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

class GuidePageTest {
    @Test
    void tellsWhatToBringWhatNotHowLongAndWhereTheLawLast() {
        try (ItemsFixture fixture = new ItemsFixture()) {
            ExtendedModelMap model = new ExtendedModelMap();
            String view = fixture.pages().guide(ItemsFixture.CODE, model);
            String html = drawn(view, "guide", model);
            assertThat(html)
                    .contains("5 个工作日", "法定 <span>10 个工作日</span>", "这些不用带", "营业执照")
                    .contains("href=\"/items/" + ItemsFixture.CODE + "/check\"", "<svg", "容缺后补", "不收费")
                    .doesNotContain("style=", "<script", "为演示数据");
            assertThat(html.indexOf("我能办吗")).isLessThan(html.indexOf("要准备什么"));
            assertThat(html.indexOf("第三十五条")).isGreaterThan(html.indexOf("到哪里办"));
        }
    }

    @Test
    void listsItemsByDepartmentWithFiltersInTheAddress() {
        try (ItemsFixture fixture = new ItemsFixture()) {
            ExtendedModelMap model = new ExtendedModelMap();
            String view = fixture.lists().browse(Map.of("q", "食品", "unit", "market"), model);
            assertThat(drawn(view, "items-browse", model))
                    .contains("市场监管局的事项", "名称含“食品”", "href=\"/items/" + ItemsFixture.CODE + "\"")
                    .contains("href=\"/items?unit=market\"", "href=\"/items?q=%E9%A3%9F%E5%93%81\"");
        }
    }

    private static String drawn(String view, String selector, ExtendedModelMap model) {
        ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix("templates/");
        resolver.setSuffix(".html");
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setTemplateResolver(resolver);
        engine.setLinkBuilder(new LocalLinks());
        return engine.process(view, java.util.Set.of("." + selector), new Context(null, model));
    }

    /** Links as a web application at the root makes them. */
    private static final class LocalLinks extends org.thymeleaf.linkbuilder.StandardLinkBuilder {
        @Override
        protected String computeContextPath(
                org.thymeleaf.context.IExpressionContext context,
                String base,
                java.util.Map<String, Object> parameters) {
            return "";
        }

        @Override
        protected String processLink(org.thymeleaf.context.IExpressionContext context, String link) {
            return link;
        }
    }
}
