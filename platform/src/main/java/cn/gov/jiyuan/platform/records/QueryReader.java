package cn.gov.jiyuan.platform.records;

import cn.gov.jiyuan.kernel.error.Fault;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads a {@link RecordQuery} from URL parameters and refuses what the descriptor does not allow. */
final class QueryReader {
    private static final int MOST_VALUES = 200;
    private static final int LONGEST_TEXT = 200;
    private final RecordType type;
    private final Map<String, List<String>> parameters;

    QueryReader(RecordType type, Map<String, List<String>> parameters) {
        this.type = type;
        this.parameters = parameters;
    }

    RecordQuery read() {
        List<Condition> conditions = new ArrayList<>();
        parameters.forEach((name, values) -> {
            List<String> filled = values.stream().filter(v -> !v.isBlank()).toList();
            if (!RecordType.RESERVED.contains(name) && !name.startsWith("_") && !filled.isEmpty()) {
                conditions.add(condition(column(name, name), filled));
            }
        });
        return new RecordQuery(
                conditions,
                text(),
                order(),
                columns(),
                limit(),
                one("after"),
                one("before"),
                !one("total").equals("no"));
    }

    private Column column(String id, String pointer) {
        return type.column(id).orElseThrow(() -> Fault.at("/" + pointer, RecordsError.UNKNOWN_COLUMN, type.name(), id));
    }

    /** A form without scripts repeats a parameter for each box that is ticked: that is a choice among values. */
    private Condition condition(Column column, List<String> values) {
        return values.size() > 1
                ? oneOf(column, values)
                : condition(column, values.getFirst().strip());
    }

    private Condition condition(Column column, String value) {
        int colon = value.indexOf(':');
        String rest = value.substring(colon + 1);
        switch (colon < 0 ? "" : value.substring(0, colon)) {
            case "eq":
                return oneOf(column, List.of(rest));
            case "in":
                return oneOf(column, Arrays.asList(rest.split(",", -1)));
            case "prefix":
                demand(column, Filter.PREFIX);
                return new Condition.StartsWith(column, searched(column, rest));
            case "contains":
                demand(column, Filter.CONTAINS);
                return new Condition.Contains(column, searched(column, rest));
            case "is":
                demand(column, Filter.EMPTY);
                return new Condition.Empty(column, emptiness(column, rest));
            default:
                return plain(column, value);
        }
    }

    private Condition plain(Column column, String value) {
        boolean ranged = !(column.kind() instanceof Kind.Text) && !(column.kind() instanceof Kind.Code);
        int dots = ranged ? value.indexOf("..") : -1;
        if (dots >= 0) {
            return between(column, value.substring(0, dots), value.substring(dots + 2));
        }
        if (column.kind() instanceof Kind.Moment) {
            return between(column, value, value);
        }
        if (column.filters().contains(Filter.CONTAINS) && !column.filters().contains(Filter.EQUALS)) {
            return new Condition.Contains(column, searched(column, value));
        }
        return oneOf(column, List.of(value));
    }

    private Condition between(Column column, String from, String to) {
        boolean oneDay = from.equals(to) && column.filters().contains(Filter.EQUALS);
        if (!oneDay) {
            demand(column, Filter.RANGE);
        }
        String first = end(column, from);
        String last = end(column, to);
        if (first == null && last == null) {
            throw Fault.at("/" + column.id(), RecordsError.VALUE, column.label(), from + ".." + to, "起止不能都为空");
        }
        if (first != null && last != null && Values.compare(column, first, last) > 0) {
            throw Fault.at("/" + column.id(), RecordsError.VALUE, column.label(), from + ".." + to, "起不能晚于止");
        }
        return new Condition.Between(column, first, last);
    }

    private @Nullable String end(Column column, String value) {
        return value.isBlank() ? null : Values.canonical(column, value.strip());
    }

    private Condition oneOf(Column column, List<String> values) {
        demand(column, values.size() == 1 ? Filter.EQUALS : Filter.IN);
        if (values.size() > MOST_VALUES) {
            throw Fault.at(
                    "/" + column.id(),
                    RecordsError.VALUE,
                    column.label(),
                    values.size() + " 个值",
                    "最多 " + MOST_VALUES + " 个");
        }
        return new Condition.OneOf(
                column,
                values.stream()
                        .map(value -> Values.canonical(column, value.strip()))
                        .distinct()
                        .toList());
    }

    private boolean emptiness(Column column, String word) {
        return switch (word) {
            case "empty" -> true;
            case "present" -> false;
            default ->
                throw Fault.at("/" + column.id(), RecordsError.VALUE, column.label(), word, "须为 is:empty 或 is:present");
        };
    }

    private String searched(Column column, String value) {
        String stripped = Values.plainText(column.id(), column.label(), value);
        if (stripped.isEmpty()) {
            throw Fault.at("/" + column.id(), RecordsError.VALUE, column.label(), value, "不能为空");
        }
        return stripped;
    }

    private static void demand(Column column, Filter filter) {
        boolean allowed = column.filters().contains(filter)
                || (filter == Filter.EQUALS && column.filters().contains(Filter.IN));
        if (!allowed) {
            throw Fault.at(
                    "/" + column.id(),
                    RecordsError.FILTER,
                    column.label(),
                    FilterWords.of(filter),
                    FilterWords.of(column.filters()));
        }
    }

    private String text() {
        String words = one("q").strip();
        if (!words.isEmpty() && type.columns().stream().noneMatch(c -> c.is(Column.Use.FOUND))) {
            throw Fault.at("/q", RecordsError.FILTER, type.name(), "q", "按列筛选");
        }
        return Values.plainText("q", "查找", words.length() > LONGEST_TEXT ? words.substring(0, LONGEST_TEXT) : words);
    }

    private Order order() {
        String sort = one("sort");
        if (sort.isEmpty()) {
            return type.order();
        }
        boolean descending = sort.startsWith("-");
        String id = descending ? sort.substring(1) : sort;
        return type.column(id)
                .filter(c -> c.is(Column.Use.SORTED) || id.equals(type.order().column()))
                .map(c -> new Order(id, descending))
                .orElseThrow(() -> Fault.at("/sort", RecordsError.SORT, id, sortable()));
    }

    private String sortable() {
        return type.columns().stream()
                .filter(c -> c.is(Column.Use.SORTED))
                .map(c -> c.label() + "（" + c.id() + "）")
                .collect(Collectors.joining("、"));
    }

    private List<Column> columns() {
        String wanted = one("columns");
        return wanted.isEmpty()
                ? RecordQuery.listed(type)
                : Arrays.stream(wanted.split(",", -1))
                        .map(id -> column(id.strip(), "columns"))
                        .distinct()
                        .toList();
    }

    private int limit() {
        String limit = one("limit");
        if (limit.isEmpty()) {
            return RecordQuery.DEFAULT_LIMIT;
        }
        if (!limit.matches("[0-9]{1,3}")
                || Integer.parseInt(limit) < 1
                || Integer.parseInt(limit) > RecordQuery.MAX_LIMIT) {
            throw Fault.at("/limit", RecordsError.LIMIT, limit);
        }
        return Integer.parseInt(limit);
    }

    private String one(String name) {
        List<String> values = parameters.getOrDefault(name, List.of());
        return values.isEmpty() ? "" : values.getLast();
    }
}
