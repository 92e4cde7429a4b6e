package cn.gov.jiyuan.data.themes.topic;

import cn.gov.jiyuan.platform.hub.DataColumn;
import cn.gov.jiyuan.platform.hub.DataType;
import cn.gov.jiyuan.platform.hub.Dataset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One step from datasets to a dataset of the next layer (加工步骤), compiled to one SELECT.
 *
 * @param from the datasets it reads; each one but the first is joined from the left
 * @param group expressions by which rows are grouped; empty if each row stays
 * @param checks what must hold of each row, for the score of quality
 */
public record Step(
        String dataset,
        String title,
        Layer layer,
        List<String> key,
        List<Join> from,
        @Nullable String where,
        List<String> group,
        List<StepColumn> columns,
        List<Check> checks) {

    /** Layers of a theme database. */
    public enum Layer {
        ODS("贴源层"),
        DWD("明细层"),
        DWS("汇总层"),
        ADS("应用层");

        private final String label;

        Layer(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** A dataset read under an alias. */
    public record Join(String dataset, String as, @Nullable String on) {}

    /** @param expr over the aliases; every column in it is written {@code alias.column} @param identifying names one case or person */
    public record StepColumn(String name, String title, DataType type, String expr, boolean identifying) {}

    /** @param holds condition over the alias {@code f} */
    public record Check(String title, String dimension, String holds) {}

    public Step {
        key = TopicSchema.listed(key);
        from = TopicSchema.listed(from);
        group = TopicSchema.listed(group);
        columns = TopicSchema.listed(columns);
        checks = TopicSchema.listed(checks);
    }

    /** Rows are replaced as a whole, so the dataset needs no key. */
    Dataset dataset(String unit) {
        List<DataColumn> all = columns.stream()
                .map(column -> DataColumn.of(column.name(), column.title(), column.type()))
                .toList();
        return new Dataset(dataset, title, unit, all, List.of(), 1);
    }

    StepColumn column(String name) {
        return columns.stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
