package cn.gov.jiyuan.platform.records;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a list shows: filters, order, columns and place. Has one readable form in the URL, so that a list can be saved,
 * shared and exported as it is seen.
 *
 * @param conditions filters, all of which hold
 * @param text words looked for in the findable columns, empty for none
 * @param order the order
 * @param columns the columns shown, in order
 * @param limit rows a page, 1 to 200
 * @param after cursor of the row before the page, empty for the first page
 * @param before cursor of the row after the page when going back, otherwise empty
 * @param totals whether count and sums are asked for
 */
public record RecordQuery(
        List<Condition> conditions,
        String text,
        Order order,
        List<Column> columns,
        int limit,
        String after,
        String before,
        boolean totals) {
    public static final int MAX_LIMIT = 200;
    static final int DEFAULT_LIMIT = 50;

    public RecordQuery {
        conditions = List.copyOf(conditions);
        columns = List.copyOf(columns);
    }

    /** The first page of everything, as the descriptor lists it. */
    public static RecordQuery all(RecordType type) {
        return parse(type, Map.of());
    }

    /**
     * Reads the parameters of a URL, {@code state=accepted&opened=2024-01-01..2024-12-31&sort=-opened}.
     *
     * @throws cn.gov.jiyuan.kernel.error.Fault with the pointer of the wrong parameter
     */
    public static RecordQuery parse(RecordType type, Map<String, List<String>> parameters) {
        return new QueryReader(type, parameters).read();
    }

    /** The query string that stands for this list from its first page, without a question mark; empty for the default. */
    public String link(RecordType type) {
        List<String> parts = new ArrayList<>();
        for (Condition condition : conditions) {
            parts.add(condition.column().id() + "=" + encoded(written(condition)));
        }
        if (!text.isEmpty()) {
            parts.add("q=" + encoded(text));
        }
        if (!order.equals(type.order())) {
            parts.add("sort=" + order);
        }
        if (!columns.equals(listed(type))) {
            parts.add("columns="
                    + String.join(",", columns.stream().map(Column::id).toList()));
        }
        if (limit != DEFAULT_LIMIT) {
            parts.add("limit=" + limit);
        }
        return String.join("&", parts);
    }

    static List<Column> listed(RecordType type) {
        return type.columns().stream().filter(c -> c.is(Column.Use.LISTED)).toList();
    }

    private static String written(Condition condition) {
        return switch (condition) {
            case Condition.OneOf(Column c, List<String> values) when values.size() == 1 -> "eq:" + values.getFirst();
            case Condition.OneOf(Column c, List<String> values) -> "in:" + String.join(",", values);
            case Condition.Between(Column c, String from, String to) ->
                (from == null ? "" : from) + ".." + (to == null ? "" : to);
            case Condition.StartsWith(Column c, String beginning) -> "prefix:" + beginning;
            case Condition.Contains(Column c, String part) -> "contains:" + part;
            case Condition.Empty(Column c, boolean empty) -> empty ? "is:empty" : "is:present";
        };
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8)
                .replace("%3A", ":")
                .replace("%2C", ",");
    }
}
