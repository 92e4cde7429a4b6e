package cn.gov.jiyuan.data.exchange.collecting;

import cn.gov.jiyuan.platform.hub.Landing;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One taking of rows from a source, and what came of it (归集批次). */
record Batch(
        UUID id,
        UUID taskId,
        String taskName,
        UUID unitId,
        String number,
        String dataset,
        Landing.Mode mode,
        State state,
        Origin origin,
        @Nullable LocalDate asOf,
        @Nullable UUID fileId,
        @Nullable String filePath,
        String fileName,
        @Nullable Long declaredRows,
        String declaredDigest,
        Counts counts,
        int part,
        @Nullable String lowMark,
        @Nullable String highMark,
        String message,
        @Nullable UUID jobId,
        @Nullable Instant dueAt,
        UUID startedBy,
        String startedName,
        Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable UUID corrects,
        boolean demo) {

    /** How far a batch is. */
    enum State {
        QUEUED("排队"),
        RUNNING("归集中"),
        DONE("完成"),
        /** The same batch had been landed before; nothing was changed. */
        DUPLICATE("重复批次"),
        /** The hub holds it back until somebody has looked at it. */
        HELD("被拦截，待放行"),
        /** Somebody has looked at it and given it up. */
        DISCARDED("已弃用"),
        FAILED("失败"),
        CANCELLED("已取消"),
        /** It was due and nobody sent it. */
        MISSED("未报送");

        private final String label;

        State(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }

        boolean ended() {
            return this != QUEUED && this != RUNNING;
        }
    }

    /** Where rows come from in the end. */
    enum Origin {
        LOCAL("本地"),
        PROVINCE("省级回流");

        private final String label;

        Origin(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    /** @param checksum of the rows landed, whatever their order @param digest SM3 of what the source sent, if it is a file */
    record Counts(long in, long ok, long rejected, long removed, long bytes, String checksum, String digest) {
        static final Counts NONE = new Counts(0, 0, 0, 0, 0, "", "");
    }
}
