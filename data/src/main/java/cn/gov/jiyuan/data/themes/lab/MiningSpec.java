package cn.gov.jiyuan.data.themes.lab;

import cn.gov.jiyuan.data.themes.lab.QuerySpec.Condition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a job computes: an algorithm over a dataset, and its parameters.
 *
 * @param rows column that makes the rows of a cross table @param columns column that makes its columns
 * @param fields numeric columns by which rows are grouped @param groups how many groups
 * @param day column whose months make a series @param ahead months to forecast
 */
record MiningSpec(
        @Nullable String title,
        Algorithm algorithm,
        String dataset,
        @Nullable String rows,
        @Nullable String columns,
        List<String> fields,
        @Nullable Integer groups,
        @Nullable String day,
        @Nullable Integer ahead,
        List<Condition> where) {

    enum Algorithm {
        CROSS_TABLE("交叉表"),
        K_MEANS("聚类（k 均值）"),
        HOLT_WINTERS("时序预测（Holt-Winters）");

        private final String label;

        Algorithm(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    MiningSpec {
        fields = fields == null ? List.of() : List.copyOf(fields);
        where = where == null ? List.of() : List.copyOf(where);
    }
}
