package cn.gov.jiyuan.platform.forms;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Answers as a reader expects them. */
final class AnswerText {
    private static final String NONE = "未填写";
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("yyyy 年 M 月 d 日", Locale.SIMPLIFIED_CHINESE);

    private AnswerText() {}

    static SummaryRow row(FormPage page, FormField field, @Nullable Object value, UnaryOperator<String> fileNames) {
        String text = value == null ? NONE : text(field, value, fileNames);
        String masked = value == null ? text : masked(field, value, fileNames);
        return new SummaryRow(page.id(), field.name(), field.summaryLabel(), text, masked);
    }

    /** The text with personal data hidden; identity numbers and telephones are personal wherever they stand. */
    private static String masked(FormField field, Object value, UnaryOperator<String> fileNames) {
        if (field.type() == FieldType.ROWS && !field.hints().personal()) {
            return joined(value, row -> rowText(field, row, column -> cell -> masked(column, cell, fileNames)), "；");
        }
        String text = text(field, value, fileNames);
        return isPersonal(field) ? mask(field.type(), text) : text;
    }

    private static boolean isPersonal(FormField field) {
        return field.hints().personal() || field.type() == FieldType.CITIZEN_ID || field.type() == FieldType.PHONE;
    }

    static String text(FormField field, Object value, UnaryOperator<String> fileNames) {
        return switch (field.type()) {
            case CHOICE -> field.titleOf(value);
            case CHOICES -> joined(value, field::titleOf, "、");
            case FILES -> joined(value, id -> fileNames.apply(String.valueOf(id)), "、");
            case ROWS ->
                joined(value, row -> rowText(field, row, column -> cell -> text(column, cell, fileNames)), "；");
            case BOOLEAN -> Boolean.TRUE.equals(value) ? (field.limits().mustAgree() ? "已确认" : "是") : "否";
            case DATE -> date(String.valueOf(value));
            case MONEY -> withUnit(field, plain(value), "元");
            case INTEGER, NUMBER -> withUnit(field, plain(value), "");
            default -> String.valueOf(value);
        };
    }

    private static String joined(Object value, Function<Object, String> one, String separator) {
        return value instanceof List<?> many
                ? many.stream().filter(Objects::nonNull).map(one).collect(Collectors.joining(separator))
                : String.valueOf(value);
    }

    private static String rowText(FormField field, Object row, Function<FormField, Function<Object, String>> written) {
        if (!(row instanceof Map<?, ?> cells)) {
            return String.valueOf(row);
        }
        return field.columns().stream()
                .filter(c -> cells.get(c.name()) != null)
                .map(c -> c.summaryLabel() + " " + written.apply(c).apply(Objects.requireNonNull(cells.get(c.name()))))
                .collect(Collectors.joining("，"));
    }

    private static String plain(Object value) {
        return value instanceof BigDecimal decimal ? decimal.toPlainString() : String.valueOf(value);
    }

    private static String withUnit(FormField field, String number, String otherwise) {
        String unit = field.hints().unit() == null ? otherwise : field.hints().unit();
        return unit.isEmpty() ? number : number + " " + unit;
    }

    private static String date(String iso) {
        try {
            return LocalDate.parse(iso).format(DATE);
        } catch (DateTimeException e) {
            return iso;
        }
    }

    /** Keeps what suffices to recognise one's own entry. */
    static String mask(FieldType type, String text) {
        int length = text.length();
        return switch (type) {
            case CITIZEN_ID -> length < 8 ? "*".repeat(length) : keep(text, 4, 2);
            case PHONE -> length < 8 ? "*".repeat(length) : keep(text, 3, 4);
            case TEXT -> length <= 4 ? keep(text, 1, 0) : keep(text, Math.min(6, length / 2), 0);
            default -> "*".repeat(Math.min(length, 8));
        };
    }

    private static String keep(String text, int head, int tail) {
        int hidden = text.length() - head - tail;
        return text.substring(0, head) + "*".repeat(hidden) + text.substring(text.length() - tail);
    }
}
