package cn.gov.jiyuan.platform.records;

import cn.gov.jiyuan.kernel.error.Fault;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;

/** Brings a value from the URL into the one form of its kind, or refuses it. */
final class Values {
    private static final Map<String, String> FLAGS =
            Map.of("yes", "true", "true", "true", "no", "false", "false", "false");
    private static final int LONGEST = 500;

    private Values() {}

    static String canonical(Column column, String value) {
        return switch (column.kind()) {
            case Kind.Text text -> text(column, value);
            case Kind.Personal personal -> text(column, value);
            case Kind.Reference reference -> text(column, value);
            case Kind.JsonPath path -> text(column, value);
            case Kind.Code(Dictionary dictionary) -> code(column, dictionary, value);
            case Kind.Number number -> number(column, value);
            case Kind.Money money -> number(column, value);
            case Kind.Date date -> day(column, value);
            case Kind.Moment moment -> day(column, value);
            case Kind.Flag flag -> flag(column, value);
        };
    }

    /** Compares two canonical values of a ranged column. */
    static int compare(Column column, String left, String right) {
        return column.kind() instanceof Kind.Number || column.kind() instanceof Kind.Money
                ? new BigDecimal(left).compareTo(new BigDecimal(right))
                : left.compareTo(right);
    }

    static String plainText(String pointer, String label, String value) {
        boolean strange = value.codePoints().anyMatch(c -> c < ' ' || (c >= 0xD800 && c <= 0xDFFF));
        if (strange || value.length() > LONGEST) {
            throw Fault.at("/" + pointer, RecordsError.VALUE, label, "…", "含控制字符或过长");
        }
        return value.strip();
    }

    private static String text(Column column, String value) {
        String text = plainText(column.id(), column.label(), value);
        if (text.isEmpty()) {
            throw wrong(column, value, "不能为空");
        }
        return text;
    }

    private static String code(Column column, Dictionary dictionary, String value) {
        if (!dictionary.labels().containsKey(value)) {
            throw wrong(
                    column,
                    value,
                    "可选 "
                            + dictionary.labels().entrySet().stream()
                                    .limit(20)
                                    .map(e -> e.getKey() + "（" + e.getValue() + "）")
                                    .collect(Collectors.joining("、")));
        }
        return value;
    }

    private static String number(Column column, String value) {
        try {
            BigDecimal number = new BigDecimal(value);
            if (number.precision() > 40 || Math.abs(number.scale()) > 40) {
                throw wrong(column, value, "数字过长");
            }
            return number.toPlainString();
        } catch (NumberFormatException notANumber) {
            throw wrong(column, value, "须为数字");
        }
    }

    private static String day(Column column, String value) {
        try {
            LocalDate day = LocalDate.parse(value);
            if (day.getYear() < 1 || day.getYear() > 9999) {
                throw wrong(column, value, "年份须在 0001 至 9999 之间");
            }
            return day.toString();
        } catch (DateTimeException notADay) {
            throw wrong(column, value, "须为日期，例如 2026-10-11");
        }
    }

    private static String flag(Column column, String value) {
        String flag = FLAGS.get(value);
        if (flag == null) {
            throw wrong(column, value, "须为 yes 或 no");
        }
        return flag;
    }

    static Fault wrong(Column column, String value, String why) {
        return Fault.at("/" + column.id(), RecordsError.VALUE, column.label(), value, why);
    }
}
