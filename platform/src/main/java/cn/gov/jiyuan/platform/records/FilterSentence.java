package cn.gov.jiyuan.platform.records;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says a filter as an official would (筛选语句): “状态为 受理，受理时间在 2024 年 1 月 1 日至 2024 年 12 月 31 日”. */
public final class FilterSentence {
    private FilterSentence() {}

    /** The sentence, with the keys of referenced records as they are. */
    public static String of(RecordQuery query) {
        return of(query, (column, value) -> value);
    }

    /** The sentence; {@code labels} turns column id and key of a referenced record into its label. */
    static String of(RecordQuery query, BinaryOperator<String> labels) {
        List<String> parts = new ArrayList<>();
        query.conditions().forEach(condition -> parts.add(part(condition, labels)));
        if (!query.text().isEmpty()) {
            parts.add("含“" + query.text() + "”");
        }
        return parts.isEmpty() ? "全部" : String.join("，", parts);
    }

    private static String part(Condition condition, BinaryOperator<String> labels) {
        Column column = condition.column();
        return switch (condition) {
            case Condition.OneOf(Column c, List<String> values) ->
                column.label()
                        + "为 "
                        + values.stream().map(v -> shown(column, v, labels)).collect(Collectors.joining(" 或 "));
            case Condition.Between(Column c, String from, String to) -> between(column, from, to);
            case Condition.StartsWith(Column c, String beginning) -> column.label() + "以“" + beginning + "”开头";
            case Condition.Contains(Column c, String part) -> column.label() + "含“" + part + "”";
            case Condition.Empty(Column c, boolean empty) -> (empty ? "没有" : "已有") + column.label();
        };
    }

    private static String shown(Column column, String value, BinaryOperator<String> labels) {
        return switch (column.kind()) {
            case Kind.Code(Dictionary dictionary) -> dictionary.label(value);
            case Kind.Flag flag -> value.equals("true") ? "是" : "否";
            case Kind.Date date -> day(value);
            case Kind.Personal personal -> column.protection().mask().of(value);
            case Kind.Reference reference -> labels.apply(column.id(), value);
            default -> column.isMasked() ? column.protection().mask().of(value) : value;
        };
    }

    private static String between(Column column, @Nullable String from, @Nullable String to) {
        boolean days = column.kind() instanceof Kind.Date || column.kind() instanceof Kind.Moment;
        if (from != null && to != null) {
            return from.equals(to)
                    ? column.label() + "为 " + (days ? day(from) : from)
                    : column.label() + "在 " + (days ? day(from) + "至 " + day(to) : from + " 至 " + to);
        }
        if (from != null) {
            return column.label() + (days ? "不早于 " + day(from) : "不少于 " + from);
        }
        String end = java.util.Objects.requireNonNull(to);
        return column.label() + (days ? "不晚于 " + day(end) : "不超过 " + end);
    }

    private static String day(String iso) {
        LocalDate day = LocalDate.parse(iso);
        return day.getYear() + " 年 " + day.getMonthValue() + " 月 " + day.getDayOfMonth() + " 日";
    }
}
