package cn.gov.jiyuan.support.items;

import cn.gov.jiyuan.platform.forms.Answers;
import cn.gov.jiyuan.platform.forms.FormDefinition;
import cn.gov.jiyuan.platform.forms.FormField;
import cn.gov.jiyuan.platform.forms.FormPage;
import cn.gov.jiyuan.platform.forms.Forms;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** The forms of the house, and an applicant who fills in any of them rightly. */
final class ShippedForms {
    private static final Forms ALL = load();

    private ShippedForms() {}

    static Forms all() {
        return ALL;
    }

    /** Walks from page to page as an applicant does. @param chosen answers by field where he does not take the first option */
    static Answers filledIn(FormDefinition form, Map<String, Object> chosen) {
        Answers answers = Answers.of(Map.of());
        FormPage page = form.pages().getFirst();
        while (page != null) {
            Map<String, Object> own = new LinkedHashMap<>();
            for (FormField field : page.fields()) {
                own.put(field.name(), chosen.getOrDefault(field.name(), rightAnswer(field)));
            }
            answers = form.merge(answers, page, Answers.of(own));
            page = form.next(page, answers).orElse(null);
        }
        return answers;
    }

    static Object rightAnswer(FormField field) {
        String example = field.hints().example();
        return switch (field.type()) {
            case TEXT, LONG_TEXT -> example == null ? words(field) : example;
            case CHOICE -> field.options().getFirst().value();
            case CHOICES -> List.of(field.options().getFirst().value());
            case INTEGER, NUMBER, MONEY ->
                Objects.requireNonNullElse(field.limits().minimum(), BigDecimal.ONE);
            case BOOLEAN -> true;
            case DATE -> "2026-12-01";
            case CITIZEN_ID -> "419001199003070015";
            case USCC -> "11419001MB1A00028Q";
            case PHONE -> "13800000000";
            case FILES -> List.of("f1");
            case ROWS -> rows(field);
        };
    }

    private static String words(FormField field) {
        int wanted = Objects.requireNonNullElse(field.limits().minLength(), 1);
        return "示例文字"
                .repeat(1 + wanted / 4)
                .substring(
                        0,
                        Math.min(
                                Math.max(wanted, 1),
                                Objects.requireNonNullElse(field.limits().maxLength(), 100)));
    }

    private static List<Map<String, Object>> rows(FormField field) {
        Map<String, Object> row = new LinkedHashMap<>();
        field.columns().forEach(column -> row.put(column.name(), rightAnswer(column)));
        int wanted = Objects.requireNonNullElse(field.limits().minLength(), 1);
        return Collections.nCopies(Math.max(wanted, 1), row);
    }

    private static Forms load() {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.scan("cn.gov.jiyuan.platform.forms");
        context.refresh();
        return context.getBean(Forms.class);
    }
}
