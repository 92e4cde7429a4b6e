package cn.gov.jiyuan.data.themes.topic;

import cn.gov.jiyuan.platform.hub.DataColumn;
import cn.gov.jiyuan.platform.hub.DataType;
import cn.gov.jiyuan.platform.hub.Dataset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a theme takes from where (来源任务): a published view of a system, or a reader of a facade.
 *
 * @param dataset the dataset of the layer ODS into which it goes
 * @param system id of the system that publishes it
 * @param view the published view; null if a reader reads it
 * @param reader id of the {@link RowReader}; null if it is a view
 * @param key columns that identify a row; the first one is what the feed names
 * @param filter rows wanted of the view
 * @param topic prefix of the topics of the feed that tell of changes; null if the feed tells nothing
 * @param caseType type of the cases wanted from the feed
 */
public record SourceTask(
        String id,
        String title,
        String dataset,
        String system,
        @Nullable String view,
        @Nullable String reader,
        List<String> key,
        @Nullable String filter,
        Cycle cycle,
        @Nullable String topic,
        @Nullable String caseType,
        List<SourceColumn> columns) {

    /** A column with the field of the source from which it comes. */
    public record SourceColumn(String name, String title, DataType type, String of) {}

    /** How often the source is read again in full; one that tells its changes is read as it changes (更新周期). */
    public enum Cycle {
        REAL_TIME("实时", "themes.stale.real-time", 1),
        DAILY("每日", "themes.stale.daily", 1),
        MONTHLY("每月", "themes.stale.monthly", 30);

        private final String label;
        private final String rule;
        private final int days;

        Cycle(String label, String rule, int days) {
            this.label = label;
            this.rule = rule;
            this.days = days;
        }

        public String label() {
            return label;
        }

        /** Key of the rule that says after how many hours its figures are stale. */
        String rule() {
            return rule;
        }

        /** After how many days everything is read again. */
        int days() {
            return days;
        }
    }

    /** Where it comes from, as people read it. */
    String origin() {
        return view == null ? system + " 接口" : view;
    }

    Dataset dataset(String unit) {
        List<DataColumn> all = columns.stream()
                .map(column -> DataColumn.of(column.name(), column.title(), column.type()))
                .toList();
        return new Dataset(dataset, title, unit, all, key, 8);
    }
}
