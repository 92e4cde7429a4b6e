package cn.gov.jiyuan.data.themes.lab;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A query put together without SQL (查询构造): columns to group by and what to count, or plain columns for rows.
 *
 * @param measures empty for rows as they are
 * @param limit at most {@link QuerySql#MOST} rows
 */
record QuerySpec(
        String dataset,
        List<String> columns,
        List<Measure> measures,
        List<Condition> where,
        @Nullable Integer limit) {

    QuerySpec {
        columns = columns == null ? List.of() : List.copyOf(columns);
        measures = measures == null ? List.of() : List.copyOf(measures);
        where = where == null ? List.of() : List.copyOf(where);
    }

    /** @param column empty for {@link Function#COUNT} */
    record Measure(Function function, @Nullable String column) {}

    record Condition(String column, Comparison comparison, List<String> values) {
        Condition {
            values = values == null ? List.of() : List.copyOf(values);
        }
    }

    /** What is made of the rows of a group. */
    enum Function {
        COUNT("行数"),
        SUM("合计"),
        AVG("平均"),
        MIN("最小"),
        MAX("最大");

        private final String label;

        Function(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    enum Comparison {
        EQUALS,
        NOT_EQUALS,
        AT_LEAST,
        AT_MOST,
        IN,
        EMPTY,
        PRESENT
    }

    boolean totals() {
        return !measures.isEmpty();
    }
}
