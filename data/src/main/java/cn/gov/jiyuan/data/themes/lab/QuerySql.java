package cn.gov.jiyuan.data.themes.lab;

import cn.gov.jiyuan.data.themes.ThemesError;
import cn.gov.jiyuan.data.themes.topic.RowReach;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.hub.DataColumn;
import cn.gov.jiyuan.platform.hub.DataType;
import cn.gov.jiyuan.platform.hub.Dataset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A {@link QuerySpec} as one SELECT over the view {@code data}: names only of columns that the dataset has, values only as
 * parameters, rows only within a reach.
 */
record QuerySql(String sql, List<Object> arguments, List<Head> heads) {
    static final int MOST = 500;

    /** @param name in the result: {@code c0}, {@code c1} … */
    record Head(String name, String title, boolean number) {}

    static QuerySql of(QuerySpec spec, Dataset dataset, RowReach reach) {
        List<Head> heads = new ArrayList<>();
        List<String> select = new ArrayList<>();
        for (String column : spec.columns()) {
            DataColumn known = column(dataset, column, "/columns");
            select.add(known.name());
            heads.add(new Head("c" + heads.size(), known.title(), numeric(known.type())));
        }
        for (QuerySpec.Measure measure : spec.measures()) {
            select.add(measure(dataset, measure));
            heads.add(new Head("c" + heads.size(), title(dataset, measure), true));
        }
        if (select.isEmpty()) {
            throw Fault.at("/columns", ThemesError.BAD_QUERY, "没有选择数据项，也没有统计项");
        }
        List<Object> arguments = new ArrayList<>();
        String where = where(dataset, spec.where(), reach, arguments);
        String fields = IntStream.range(0, select.size())
                .mapToObj(i -> select.get(i) + " as c" + i)
                .collect(Collectors.joining(", "));
        String group =
                spec.totals() && !spec.columns().isEmpty() ? " group by " + String.join(", ", spec.columns()) : "";
        return new QuerySql(
                "select " + fields + " from data where " + where + group + " order by all limit " + limit(spec),
                arguments,
                heads);
    }

    private static int limit(QuerySpec spec) {
        return spec.limit() == null ? MOST : Math.clamp(spec.limit(), 1, MOST);
    }

    private static boolean numeric(DataType type) {
        return type == DataType.INTEGER || type == DataType.DECIMAL;
    }

    static DataColumn column(Dataset dataset, String name, String pointer) {
        return dataset.columns().stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Fault.at(pointer, ThemesError.BAD_QUERY, "数据集没有数据项“" + name + "”"));
    }

    private static String measure(Dataset dataset, QuerySpec.Measure measure) {
        if (measure.function() == QuerySpec.Function.COUNT) {
            return "count(*)";
        }
        DataColumn column = column(dataset, String.valueOf(measure.column()), "/measures");
        if (!numeric(column.type())) {
            throw Fault.at(
                    "/measures",
                    ThemesError.BAD_QUERY,
                    "“" + column.title() + "”不是数值，不能求" + measure.function().label());
        }
        String function = measure.function().name().toLowerCase(java.util.Locale.ROOT);
        String computed = function + "(" + column.name() + ")";
        return measure.function() == QuerySpec.Function.AVG ? "round(" + computed + ", 2)" : computed;
    }

    private static String title(Dataset dataset, QuerySpec.Measure measure) {
        return measure.function() == QuerySpec.Function.COUNT
                ? "行数"
                : column(dataset, String.valueOf(measure.column()), "/measures").title()
                        + measure.function().label();
    }

    static String where(Dataset dataset, List<QuerySpec.Condition> conditions, RowReach reach, List<Object> arguments) {
        List<String> all = new ArrayList<>();
        for (QuerySpec.Condition condition : conditions) {
            all.add(condition(dataset, condition, arguments));
        }
        all.add(reach.condition());
        arguments.addAll(reach.arguments());
        return String.join(" and ", all);
    }

    private static String condition(Dataset dataset, QuerySpec.Condition condition, List<Object> arguments) {
        DataColumn column = column(dataset, condition.column(), "/where");
        String name = column.name();
        int wanted = switch (condition.comparison()) {
            case EMPTY, PRESENT -> 0;
            case IN -> Math.max(1, condition.values().size());
            case EQUALS, NOT_EQUALS, AT_LEAST, AT_MOST -> 1;
        };
        if (condition.values().size() < wanted) {
            throw Fault.at("/where", ThemesError.BAD_QUERY, "“" + column.title() + "”没有填写比较的值");
        }
        condition.values().stream().limit(wanted).forEach(value -> arguments.add(checked(column, value)));
        String place = "?::" + column.type().sql();
        return switch (condition.comparison()) {
            case EQUALS -> name + " = " + place;
            case NOT_EQUALS -> name + " is distinct from " + place;
            case AT_LEAST -> name + " >= " + place;
            case AT_MOST -> name + " <= " + place;
            case IN -> name + " in (" + String.join(", ", Collections.nCopies(wanted, place)) + ")";
            case EMPTY -> name + " is null";
            case PRESENT -> name + " is not null";
        };
    }

    private static String checked(DataColumn column, String value) {
        boolean fits = switch (column.type()) {
            case INTEGER -> value.matches("-?\\d{1,18}");
            case DECIMAL -> value.matches("-?\\d{1,18}(\\.\\d{1,6})?");
            case DATE -> value.matches("\\d{4}-\\d{2}-\\d{2}");
            case MOMENT -> value.matches("\\d{4}-\\d{2}-\\d{2}[T ]\\d{2}:\\d{2}(:\\d{2})?");
            case FLAG -> value.matches("true|false");
            case TEXT -> true;
        };
        if (!fits) {
            throw Fault.at(
                    "/where",
                    ThemesError.BAD_QUERY,
                    "“" + column.title() + "”的值“" + value + "”不是"
                            + column.type().label());
        }
        return value;
    }
}
