package cn.gov.jiyuan.platform.sheets;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One import (导入批次).
 *
 * @param dryRun whether rows are only judged
 * @param unitId unit of who began it
 */
public record SheetBatch(
        UUID id,
        String kind,
        UUID fileId,
        String fileName,
        boolean dryRun,
        State state,
        @Nullable UUID jobId,
        long total,
        long good,
        long bad,
        @Nullable String message,
        @Nullable UUID unitId,
        UUID startedBy,
        String startedByName,
        Instant startedAt,
        @Nullable Instant endedAt) {
    /** States of an import. */
    public enum State {
        QUEUED("排队"),
        RUNNING("导入中"),
        DONE("完成"),
        FAILED("失败"),
        STOPPED("已停止");

        private final String label;

        State(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
