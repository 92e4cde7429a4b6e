package cn.gov.jiyuan.platform.forms;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns HTTP parameters into typed answers. Rows come as {@code field.0.column}. */
final class ParameterReader {
    private static final Pattern DATE = Pattern.compile("(\\d{4})[-/.年]?(\\d{1,2})[-/.月]?(\\d{1,2})日?");
    private static final Pattern COMPACT_DATE = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern DECIMAL = Pattern.compile("[-+]?\\d{1,15}(\\.\\d{1,6})?");

    private ParameterReader() {}

    static Answers read(List<FormField> fields, Map<String, List<String>> parameters, Map<String, List<String>> files) {
        Map<String, Object> answers = new LinkedHashMap<>();
        for (FormField field : fields) {
            switch (field.type()) {
                case FILES -> keep(answers, field, files.getOrDefault(field.name(), List.of()));
                case CHOICES -> keep(answers, field, texts(parameters, field.name()));
                case ROWS -> keep(answers, field, rows(field, parameters));
                default ->
                    texts(parameters, field.name()).stream()
                            .reduce((first, last) -> last)
                            .ifPresent(text -> answers.put(field.name(), typed(field, text)));
            }
        }
        return Answers.of(answers);
    }

    private static void keep(Map<String, Object> answers, FormField field, List<?> many) {
        if (!many.isEmpty()) {
            answers.put(field.name(), List.copyOf(many));
        }
    }

    private static List<String> texts(Map<String, List<String>> parameters, String name) {
        return parameters.getOrDefault(name, List.of()).stream()
                .map(ParameterReader::trimmed)
                .filter(t -> !t.isEmpty())
                .distinct()
                .toList();
    }

    private static List<Map<String, Object>> rows(FormField field, Map<String, List<String>> parameters) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int index : indexes(field.name(), parameters)) {
            Map<String, List<String>> row = new LinkedHashMap<>();
            for (FormField column : field.columns()) {
                row.put(
                        column.name(),
                        parameters.getOrDefault(field.name() + "." + index + "." + column.name(), List.of()));
            }
            Answers answers = read(field.columns(), row, Map.of());
            if (!answers.values().isEmpty()) {
                rows.add(answers.values());
            }
        }
        return rows;
    }

    private static SortedSet<Integer> indexes(String name, Map<String, List<String>> parameters) {
        Pattern pattern = Pattern.compile(Pattern.quote(name) + "\\.(\\d{1,3})\\..+");
        SortedSet<Integer> indexes = new TreeSet<>();
        for (String parameter : parameters.keySet()) {
            Matcher matcher = pattern.matcher(parameter);
            if (matcher.matches()) {
                indexes.add(Integer.valueOf(matcher.group(1)));
            }
        }
        return indexes;
    }

    /** One text as its type; the text itself if it is not of that type. */
    static Object typed(FormField field, String raw) {
        String text = field.type().isNarrow() ? narrow(trimmed(raw)) : trimmed(raw);
        return switch (field.type()) {
            case BOOLEAN -> text.equals("true") ? Boolean.TRUE : text.equals("false") ? Boolean.FALSE : text;
            case INTEGER, NUMBER, MONEY -> number(text.replace(",", "").replace("，", ""), text);
            case DATE -> date(text);
            case CITIZEN_ID, USCC -> text.replace(" ", "").toUpperCase(Locale.ROOT);
            case PHONE -> text.replace(" ", "").replace("－", "-").replace("—", "-");
            case FILES, CHOICES -> List.of(text);
            default -> text;
        };
    }

    private static Object number(String digits, String original) {
        if (!DECIMAL.matcher(digits).matches()) {
            return original;
        }
        BigDecimal decimal = new BigDecimal(digits);
        return digits.indexOf('.') < 0 ? (Object) decimal.longValueExact() : decimal;
    }

    private static String date(String text) {
        Matcher matcher = COMPACT_DATE.matcher(text);
        if (!matcher.matches()) {
            matcher = DATE.matcher(text);
        }
        return matcher.matches()
                ? "%s-%02d-%02d"
                        .formatted(
                                matcher.group(1), Integer.valueOf(matcher.group(2)), Integer.valueOf(matcher.group(3)))
                : text;
    }

    private static String trimmed(String text) {
        return text.replace('\u00a0', ' ').strip().replace("\r\n", "\n");
    }

    /** Full-width letters, digits and marks (U+FF01–FF5E) become half-width, as input methods often leave them. */
    static String narrow(String text) {
        StringBuilder narrow = new StringBuilder(text.length());
        text.chars()
                .map(c -> c >= 0xFF01 && c <= 0xFF5E ? c - 0xFEE0 : c == 0x3000 ? ' ' : c)
                .forEach(c -> narrow.append((char) c));
        return narrow.toString().strip();
    }
}
