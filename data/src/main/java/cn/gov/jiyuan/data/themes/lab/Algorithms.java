package cn.gov.jiyuan.data.themes.lab;

import cn.gov.jiyuan.data.themes.ThemesError;
import cn.gov.jiyuan.data.themes.topic.RowReach;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.hub.DataColumn;
import cn.gov.jiyuan.platform.hub.DataSession;
import cn.gov.jiyuan.platform.hub.DataType;
import cn.gov.jiyuan.platform.hub.Dataset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Computes what a job asks for, over the view {@code data}; rows come in a fixed order, so results can be repeated. */
final class Algorithms {
    private static final int SERIES = 24;
    private static final int WIDEST = 200;
    private static final int ROWS = 200_000;
    private final Dataset dataset;
    private final MiningSpec spec;
    private final RowReach reach;

    Algorithms(Dataset dataset, MiningSpec spec, RowReach reach) {
        this.dataset = dataset;
        this.spec = spec;
        this.reach = reach;
    }

    /** A cross table without its totals. */
    record CrossTable(String rowTitle, String columnTitle, List<String> rows, List<String> columns, long[][] counts) {}

    /** @param used rows taken @param skipped rows that lack one of the numbers */
    record Clusters(List<String> fields, List<KMeans.Cluster> clusters, long used, long skipped) {}

    /** @param unfit the error of the backtest is too large for decisions */
    record Series(
            List<String> months, List<Long> values, List<String> ahead, HoltWinters.Forecast forecast, boolean unfit) {}

    /** Refuses parameters that cannot be computed, before anything is queued. */
    void check(long mape) {
        switch (spec.algorithm()) {
            case CROSS_TABLE -> {
                named(spec.rows(), "/rows");
                named(spec.columns(), "/columns");
            }
            case K_MEANS -> {
                if (spec.fields().isEmpty()) {
                    throw Fault.at("/fields", ThemesError.BAD_QUERY, "请选择至少一个数值项");
                }
                spec.fields().forEach(this::numeric);
            }
            case HOLT_WINTERS -> {
                if (named(spec.day(), "/day").type() != DataType.DATE) {
                    throw Fault.at("/day", ThemesError.BAD_QUERY, "时序须按日期项");
                }
            }
        }
        QuerySql.where(dataset, spec.where(), reach, new ArrayList<>());
    }

    private DataColumn named(@Nullable String column, String pointer) {
        return QuerySql.column(dataset, String.valueOf(column), pointer);
    }

    private void numeric(String field) {
        DataType type = named(field, "/fields").type();
        if (type != DataType.INTEGER && type != DataType.DECIMAL) {
            throw Fault.at("/fields", ThemesError.BAD_QUERY, "“" + field + "”不是数值项");
        }
    }

    Object run(DataSession session, long mape) {
        return switch (spec.algorithm()) {
            case CROSS_TABLE -> crossTable(session);
            case K_MEANS -> clusters(session);
            case HOLT_WINTERS -> series(session, mape);
        };
    }

    private CrossTable crossTable(DataSession session) {
        DataColumn row = named(spec.rows(), "/rows");
        DataColumn column = named(spec.columns(), "/columns");
        List<Object> arguments = new ArrayList<>();
        String where = QuerySql.where(dataset, spec.where(), reach, arguments);
        Map<String, Map<String, Long>> cells = new LinkedHashMap<>();
        Set<String> columns = new LinkedHashSet<>();
        session.each(
                "select coalesce(" + row.name() + "::varchar, '（空）') as r, coalesce(" + column.name()
                        + "::varchar, '（空）') as c, count(*) as n from data where " + where
                        + " group by all order by all",
                arguments,
                one -> {
                    String name = String.valueOf(one.text("c"));
                    columns.add(name);
                    cells.computeIfAbsent(String.valueOf(one.text("r")), key -> new LinkedHashMap<>())
                            .put(name, one.number("n"));
                });
        if (cells.size() > WIDEST || columns.size() > WIDEST) {
            throw new Fault(ThemesError.BAD_QUERY, "交叉表超过 " + WIDEST + " 行或列，请换数据项或者加条件");
        }
        List<String> heads = columns.stream().sorted().toList();
        long[][] counts = cells.values().stream()
                .map(line -> heads.stream()
                        .mapToLong(head -> line.getOrDefault(head, 0L))
                        .toArray())
                .toArray(long[][]::new);
        return new CrossTable(row.title(), column.title(), List.copyOf(cells.keySet()), heads, counts);
    }

    private Clusters clusters(DataSession session) {
        int groups = Math.clamp(spec.groups() == null ? 3 : spec.groups(), 2, 10);
        List<Object> arguments = new ArrayList<>();
        String where = QuerySql.where(dataset, spec.where(), reach, arguments);
        String fields = String.join(", ", spec.fields());
        String present =
                spec.fields().stream().map(field -> field + " is not null").collect(Collectors.joining(" and "));
        List<double[]> rows = new ArrayList<>();
        session.each(
                "select " + fields + " from data where " + where + " and " + present + " order by all limit " + ROWS,
                arguments,
                row -> rows.add(row.values().stream()
                        .mapToDouble(value -> value instanceof Number number ? number.doubleValue() : 0)
                        .toArray()));
        if (rows.size() < groups) {
            throw new Fault(ThemesError.TOO_LITTLE, "共 " + rows.size() + " 行，分不出 " + groups + " 类");
        }
        List<Long> all = new ArrayList<>();
        session.each("select count(*) as n from data where " + where, arguments, row -> all.add(row.number("n")));
        List<String> titles = spec.fields().stream()
                .map(field -> named(field, "/fields").title())
                .toList();
        return new Clusters(titles, KMeans.of(rows, groups), rows.size(), all.getFirst() - rows.size());
    }

    /** Months without a row count nothing; the last month of the data may be unfinished, and is said as such by its value. */
    private Series series(DataSession session, long mape) {
        DataColumn day = named(spec.day(), "/day");
        List<Object> arguments = new ArrayList<>();
        String where = QuerySql.where(dataset, spec.where(), reach, arguments);
        Map<java.time.YearMonth, Long> counted = new LinkedHashMap<>();
        session.each(
                "select strftime(" + day.name() + ", '%Y-%m') as m, count(*) as n from data where " + where + " and "
                        + day.name() + " is not null group by 1 order by 1",
                arguments,
                row -> counted.put(java.time.YearMonth.parse(String.valueOf(row.text("m"))), row.number("n")));
        List<java.time.YearMonth> months = new ArrayList<>();
        if (!counted.isEmpty()) {
            java.time.YearMonth last = List.copyOf(counted.keySet()).getLast();
            for (java.time.YearMonth m = List.copyOf(counted.keySet()).getFirst();
                    !m.isAfter(last);
                    m = m.plusMonths(1)) {
                months.add(m);
            }
        }
        if (months.size() < SERIES) {
            throw new Fault(ThemesError.TOO_LITTLE, "共 " + months.size() + " 个月，时序预测至少需要两个完整年度");
        }
        List<Long> values =
                months.stream().map(month -> counted.getOrDefault(month, 0L)).toList();
        int ahead = Math.clamp(spec.ahead() == null ? 6 : spec.ahead(), 1, 12);
        HoltWinters.Forecast forecast =
                HoltWinters.of(values.stream().mapToDouble(Long::doubleValue).toArray(), 12, ahead);
        List<String> next = new ArrayList<>();
        for (int i = 1; i <= ahead; i++) {
            next.add(months.getLast().plusMonths(i).toString());
        }
        return new Series(
                months.stream().map(java.time.YearMonth::toString).toList(),
                values,
                next,
                forecast,
                forecast.mape() > mape);
    }
}
