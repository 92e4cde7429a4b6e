package cn.gov.jiyuan.platform.forms;

import cn.gov.jiyuan.kernel.code.CitizenId;
import cn.gov.jiyuan.kernel.code.CodeCheck;
import cn.gov.jiyuan.kernel.code.Uscc;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Checks answers against the fields. This, with {@link FormReader}, is the definition of our subset of JSON Schema
 * 2020-12: a general validator would accept more than portal and workbench can ask, and answer in its own words.
 */
final class AnswerCheck {
    private final List<Problem> problems = new ArrayList<>();

    private AnswerCheck() {}

    static List<Problem> problems(List<FormField> fields, Map<?, ?> answers, String at) {
        AnswerCheck check = new AnswerCheck();
        check.fields(fields, answers, at);
        return List.copyOf(check.problems);
    }

    private void fields(List<FormField> fields, Map<?, ?> answers, String at) {
        for (FormField field : fields) {
            field(field, answers.get(field.name()), at + "/" + field.name());
        }
    }

    private void field(FormField field, @Nullable Object value, String at) {
        if (value == null || value.equals("") || (value instanceof List<?> many && many.isEmpty())) {
            if (field.required()) {
                problem(at, "forms.required." + verb(field), field.label());
            }
            return;
        }
        switch (field.type()) {
            case TEXT, LONG_TEXT -> text(field, value, at);
            case INTEGER, NUMBER, MONEY -> number(field, value, at);
            case BOOLEAN -> bool(field, value, at);
            case CHOICE -> choice(field, value, at);
            case CHOICES -> choices(field, value, at);
            case DATE -> date(field, value, at);
            case CITIZEN_ID, USCC, PHONE -> code(field, value, at);
            case FILES -> files(field, value, at);
            case ROWS -> rows(field, value, at);
        }
    }

    private static String verb(FormField field) {
        return switch (field.type()) {
            case CHOICE, CHOICES -> "choose";
            case BOOLEAN -> field.limits().mustAgree() ? "agree" : "choose";
            case FILES -> "upload";
            default -> "fill";
        };
    }

    private void text(FormField field, Object value, String at) {
        if (!(value instanceof String text)) {
            problem(at, "forms.type.text", field.label());
            return;
        }
        Limits limits = field.limits();
        int length = text.codePointCount(0, text.length());
        if (limits.minLength() != null && length < limits.minLength()) {
            problem(at, "forms.too-short", field.label(), limits.minLength());
        } else if (limits.maxLength() != null && length > limits.maxLength()) {
            problem(at, "forms.too-long", field.label(), limits.maxLength(), length);
        } else if (limits.pattern() != null && !text.matches(limits.pattern())) {
            problem(at, "forms.pattern", field.label());
        }
    }

    private void number(FormField field, Object value, String at) {
        BigDecimal number = decimal(value);
        boolean fits = number != null
                && switch (field.type()) {
                    case INTEGER -> number.stripTrailingZeros().scale() <= 0;
                    case MONEY -> number.stripTrailingZeros().scale() <= 2;
                    default -> true;
                };
        if (number == null || !fits) {
            problem(at, "forms.type." + field.type().name().toLowerCase(java.util.Locale.ROOT), field.label());
            return;
        }
        BigDecimal minimum = field.limits().minimum();
        BigDecimal maximum = field.limits().maximum();
        if (minimum != null && number.compareTo(minimum) < 0) {
            problem(at, "forms.minimum", field.label(), minimum.toPlainString());
        } else if (maximum != null && number.compareTo(maximum) > 0) {
            problem(at, "forms.maximum", field.label(), maximum.toPlainString());
        }
    }

    private static @Nullable BigDecimal decimal(Object value) {
        return switch (value) {
            case BigDecimal decimal -> decimal;
            case Number number -> new BigDecimal(number.toString());
            default -> null;
        };
    }

    private void bool(FormField field, Object value, String at) {
        if (!(value instanceof Boolean yes)) {
            problem(at, "forms.type.boolean", field.label());
        } else if (field.limits().mustAgree() && !yes) {
            problem(at, "forms.required.agree", field.label());
        }
    }

    private void choice(FormField field, Object value, String at) {
        if (field.options().stream().noneMatch(o -> o.value().equals(value))) {
            problem(at, "forms.type.choice", field.label());
        }
    }

    private void choices(FormField field, Object value, String at) {
        if (!(value instanceof List<?> many) || new HashSet<>(many).size() != many.size()) {
            problem(at, "forms.type.list", field.label());
            return;
        }
        for (Object one : many) {
            if (field.options().stream().noneMatch(o -> o.value().equals(one))) {
                problem(at, "forms.type.choice", field.label());
                return;
            }
        }
        size(field, many, at);
    }

    private void date(FormField field, Object value, String at) {
        try {
            LocalDate.parse(String.valueOf(value));
        } catch (DateTimeParseException e) {
            problem(at, "forms.type.date", field.label());
        }
    }

    private void code(FormField field, Object value, String at) {
        String text = String.valueOf(value);
        switch (field.type()) {
            case CITIZEN_ID -> correct(CitizenId.check(text, LocalDate.MAX), at, "forms.citizen-id", field);
            case USCC -> correct(Uscc.check(text), at, "forms.uscc", field);
            default -> require(Formats.isPhone(text), at, "forms.phone", field);
        }
    }

    private void files(FormField field, Object value, String at) {
        if (value instanceof List<?> many && many.stream().allMatch(String.class::isInstance)) {
            size(field, many, at);
        } else {
            problem(at, "forms.type.list", field.label());
        }
    }

    private void rows(FormField field, Object value, String at) {
        if (!(value instanceof List<?> many) || !many.stream().allMatch(Map.class::isInstance)) {
            problem(at, "forms.type.list", field.label());
            return;
        }
        size(field, many, at);
        for (int i = 0; i < many.size(); i++) {
            fields(field.columns(), (Map<?, ?>) many.get(i), at + "/" + i);
        }
    }

    private void size(FormField field, List<?> many, String at) {
        Limits limits = field.limits();
        if (limits.minLength() != null && many.size() < limits.minLength()) {
            problem(at, "forms.too-few", field.label(), limits.minLength());
        } else if (limits.maxLength() != null && many.size() > limits.maxLength()) {
            problem(at, "forms.too-many", field.label(), limits.maxLength(), many.size());
        }
    }

    private void correct(CodeCheck check, String at, String key, FormField field) {
        if (!check.valid()) {
            problem(at, key, field.label(), check.reason());
        }
    }

    private void require(boolean holds, String at, String key, FormField field) {
        if (!holds) {
            problem(at, key, field.label());
        }
    }

    private void problem(String at, String key, Object... arguments) {
        problems.add(new Problem(at, key, FormTexts.text(key, arguments)));
    }
}
