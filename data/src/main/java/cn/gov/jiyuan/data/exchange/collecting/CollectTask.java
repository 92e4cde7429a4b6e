package cn.gov.jiyuan.data.exchange.collecting;

import cn.gov.jiyuan.data.exchange.collecting.reading.SourceColumn;
import cn.gov.jiyuan.platform.hub.Landing;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A task that collects rows into a dataset (归集任务).
 *
 * @param structure columns of the source as the first good batch found them; empty before
 * @param watermark how far the source was read; grows only
 * @param failures batches that failed one after the other
 */
record CollectTask(
        UUID id,
        String code,
        String name,
        UUID unitId,
        String unitCode,
        SourceSpec source,
        String dataset,
        Landing.Mode mode,
        List<ColumnMapping> mappings,
        Schedule schedule,
        TaskState state,
        String stateReason,
        List<SourceColumn> structure,
        @Nullable String watermark,
        @Nullable Instant nextRunAt,
        int failures,
        UUID createdBy,
        int version,
        boolean demo) {
    /** By which the hub knows a batch: numbers are unique within a dataset, and tasks may share one. */
    String landingNumber(String number) {
        return code + "/" + number;
    }
}
