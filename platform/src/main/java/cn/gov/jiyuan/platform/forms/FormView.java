package cn.gov.jiyuan.platform.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One page of a form ready to be shown: values, messages, position. The template {@code forms/fields} draws it.
 *
 * @param position place of the page among those asked, from 1
 * @param total how many pages these answers call for
 * @param problems for the error summary, in the order of the fields
 */
public record FormView(
        String formId,
        int version,
        String formTitle,
        String pageId,
        String title,
        @Nullable String why,
        int position,
        int total,
        List<FieldView> fields,
        List<Problem> problems) {

    /**
     * One input.
     *
     * @param id name and id of the input, {@code staff.0.name}
     * @param value the answer as the input holds it, empty if none
     * @param options choices, with those chosen marked
     * @param rows cells of a small table, with one empty row at the end
     * @param files files already delivered
     */
    public record FieldView(
            String id,
            String label,
            FieldType type,
            boolean required,
            boolean mustAgree,
            @Nullable String hint,
            @Nullable String unit,
            String inputMode,
            @Nullable String autocomplete,
            @Nullable Integer maxLength,
            String value,
            @Nullable String error,
            List<OptionView> options,
            List<List<FieldView>> rows,
            List<FileView> files) {
        /** The fragment of the template that draws it. */
        public String widget() {
            return switch (type) {
                case CHOICE, CHOICES -> "widget-choices";
                case BOOLEAN -> mustAgree ? "widget-declaration" : "widget-choices";
                case FILES -> "widget-files";
                case ROWS -> "widget-rows";
                default -> "widget-input";
            };
        }

        /** Ids of the elements that describe the input, for {@code aria-describedby}; null if none. */
        public @Nullable String describedBy() {
            String ids = (hint == null ? "" : id + "-hint") + (error == null ? "" : " " + id + "-error");
            return ids.isBlank() ? null : ids.strip();
        }
    }

    public record OptionView(String id, String value, String title, boolean chosen) {}

    public record FileView(String id, String name) {}

    /** @param fileNames name of a file by its id */
    public static FormView of(
            FormDefinition form,
            FormPage page,
            Answers answers,
            List<Problem> problems,
            UnaryOperator<String> fileNames) {
        return of(form, page, answers, Answers.EMPTY, problems, fileNames);
    }

    /**
     * @param saved answers kept from before: an identity number among them is shown masked, and {@link
     *     FormDefinition#unmask} takes the masked form for the saved one
     * @param fileNames name of a file by its id
     */
    public static FormView of(
            FormDefinition form,
            FormPage page,
            Answers answers,
            Answers saved,
            List<Problem> problems,
            UnaryOperator<String> fileNames) {
        List<FormPage> shown = form.pages(answers);
        List<FieldView> fields = page.fields().stream()
                .map(f -> field(f, f.name(), shown(f, answers.get(f.name()), saved), problems, fileNames))
                .toList();
        return new FormView(
                form.id(),
                form.version(),
                form.title(),
                page.id(),
                page.title(),
                page.why(),
                shown.indexOf(page) + 1,
                shown.size(),
                fields,
                List.copyOf(problems));
    }

    private static @Nullable Object shown(FormField field, @Nullable Object value, Answers saved) {
        boolean known = field.type() == FieldType.CITIZEN_ID && value != null && value.equals(saved.get(field.name()));
        return known ? AnswerText.mask(field.type(), String.valueOf(value)) : value;
    }

    private static FieldView field(
            FormField field,
            String id,
            @Nullable Object value,
            List<Problem> problems,
            UnaryOperator<String> fileNames) {
        String error = problems.stream()
                .filter(p -> p.fieldId().equals(id))
                .map(Problem::message)
                .findFirst()
                .orElse(null);
        return new FieldView(
                id,
                field.label(),
                field.type(),
                field.required(),
                field.limits().mustAgree(),
                hint(field),
                field.type() == FieldType.MONEY && field.hints().unit() == null
                        ? "元"
                        : field.hints().unit(),
                inputMode(field.type()),
                field.hints().autocomplete(),
                field.type().isList() ? null : field.limits().maxLength(),
                value == null || value instanceof List<?> ? "" : String.valueOf(value),
                error,
                options(field, id, value),
                rows(field, id, value, problems, fileNames),
                files(field, value, fileNames));
    }

    private static @Nullable String hint(FormField field) {
        String example =
                field.hints().example() == null ? null : "例如：" + field.hints().example();
        String hint = field.hints().hint();
        return hint == null ? example : example == null ? hint : hint + " " + example;
    }

    private static String inputMode(FieldType type) {
        return switch (type) {
            case INTEGER -> "numeric";
            case NUMBER, MONEY -> "decimal";
            case PHONE -> "tel";
            default -> "text";
        };
    }

    private static List<OptionView> options(FormField field, String id, @Nullable Object value) {
        List<Option> options =
                field.type() == FieldType.BOOLEAN && !field.limits().mustAgree()
                        ? List.of(new Option("true", "是"), new Option("false", "否"))
                        : field.options();
        List<OptionView> views = new ArrayList<>();
        for (Option option : options) {
            boolean chosen = value instanceof List<?> many
                    ? many.contains(option.value())
                    : value != null && option.value().equals(String.valueOf(value));
            // The first option carries the field's own id, so that the error summary's link lands on it.
            views.add(new OptionView(
                    views.isEmpty() ? id : id + "-" + (views.size() + 1), option.value(), option.title(), chosen));
        }
        return views;
    }

    private static List<List<FieldView>> rows(
            FormField field,
            String id,
            @Nullable Object value,
            List<Problem> problems,
            UnaryOperator<String> fileNames) {
        List<List<FieldView>> rows = new ArrayList<>();
        if (field.type() != FieldType.ROWS) {
            return rows;
        }
        List<Map<?, ?>> given = new ArrayList<>();
        if (value instanceof List<?> many) {
            many.stream().filter(Objects::nonNull).forEach(r -> given.add(r instanceof Map<?, ?> m ? m : Map.of()));
        }
        given.add(Map.of());
        for (int i = 0; i < given.size(); i++) {
            Map<?, ?> row = given.get(i);
            String at = id + "." + i + ".";
            rows.add(field.columns().stream()
                    .map(c -> field(c, at + c.name(), row.get(c.name()), problems, fileNames))
                    .toList());
        }
        return rows;
    }

    private static List<FileView> files(FormField field, @Nullable Object value, UnaryOperator<String> fileNames) {
        return field.type() == FieldType.FILES && value instanceof List<?> many
                ? many.stream()
                        .map(String::valueOf)
                        .map(f -> new FileView(f, fileNames.apply(f)))
                        .toList()
                : List.of();
    }
}
