package cn.gov.jiyuan.support.items;

import cn.gov.jiyuan.platform.documents.FormSheet;
import cn.gov.jiyuan.platform.forms.Answers;
import cn.gov.jiyuan.platform.forms.FieldType;
import cn.gov.jiyuan.platform.forms.FormDefinition;
import cn.gov.jiyuan.platform.forms.FormField;
import cn.gov.jiyuan.platform.forms.FormPage;
import cn.gov.jiyuan.platform.forms.Option;
import cn.gov.jiyuan.platform.forms.SummaryRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The questions of an online form as rows of a form on paper, blank or filled in. */
final class FormRows {
    private FormRows() {}

    /** Every question, also those that are asked of some only; they say so. */
    static List<FormSheet.Section> blank(FormDefinition form) {
        return form.pages().stream()
                .map(page -> new FormSheet.Section(
                        page.showIf() == null ? page.title() : page.title() + "（有此情形的填写）", rows(page)))
                .toList();
    }

    private static List<FormSheet.Row> rows(FormPage page) {
        List<FormSheet.Row> rows = new ArrayList<>();
        for (FormField field : page.fields()) {
            if (field.type() == FieldType.ROWS) {
                rows.add(new FormSheet.Row(field.label(), columns(field), 4));
            } else {
                rows.add(new FormSheet.Row(
                        field.summaryLabel(), toTick(field), field.type() == FieldType.LONG_TEXT ? 3 : 1));
            }
        }
        return rows;
    }

    private static String columns(FormField field) {
        return field.columns().stream().map(FormField::label).collect(Collectors.joining("、", "逐项写明：", ""));
    }

    private static String toTick(FormField field) {
        return switch (field.type()) {
            case CHOICE, CHOICES ->
                field.options().stream().map(Option::title).map("□"::concat).collect(Collectors.joining("　"));
            case BOOLEAN -> field.limits().mustAgree() ? "□确认" : "□是　□否";
            case FILES -> "□附后";
            default ->
                field.hints().unit() == null ? "" : "　　　　　　" + field.hints().unit();
        };
    }

    static List<FormSheet.Section> filled(FormDefinition form) {
        Answers answers = SampleAnswers.of(form);
        Map<String, List<SummaryRow>> byPage =
                form.summary(answers, file -> "附后").stream().collect(Collectors.groupingBy(SummaryRow::pageId));
        return form.pages(answers).stream()
                .map(page -> new FormSheet.Section(
                        page.title(),
                        byPage.getOrDefault(page.id(), List.of()).stream()
                                .map(row -> new FormSheet.Row(row.label(), row.value(), 1))
                                .toList()))
                .toList();
    }
}
