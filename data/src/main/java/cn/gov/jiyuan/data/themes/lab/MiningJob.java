package cn.gov.jiyuan.data.themes.lab;

import cn.gov.jiyuan.data.themes.topic.RowReach;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A job of analysis (分析任务), bound to a snapshot: the same parameters over the same snapshot and reach give the same
 * result, which its digest proves.
 *
 * @param digest SM3 of the result; null before it is done
 */
record MiningJob(
        UUID id,
        UUID workspaceId,
        String title,
        MiningSpec spec,
        long snapshot,
        RowReach reach,
        State state,
        @Nullable JsonNode result,
        @Nullable String digest,
        @Nullable String problem,
        @Nullable UUID rerunOf,
        UUID byId,
        String byName,
        Instant submittedAt,
        @Nullable Instant endedAt) {

    enum State {
        QUEUED("执行中"),
        DONE("完成"),
        FAILED("失败");

        private final String label;

        State(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }
}
