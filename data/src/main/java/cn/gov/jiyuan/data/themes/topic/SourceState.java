package cn.gov.jiyuan.data.themes.topic;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a source task stands.
 *
 * @param asOf until when its data count; null before it was read first
 */
record SourceState(
        String topic,
        String id,
        State state,
        @Nullable Instant asOf,
        @Nullable Instant fullAt,
        @Nullable String digest,
        @Nullable String reason,
        @Nullable String changedBy,
        @Nullable Instant changedAt) {

    enum State {
        ACTIVE("运行"),
        STOPPED("停用"),
        REMOVED("已删除");

        private final String label;

        State(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    /** What may be done with a source task, from which states, to which. */
    enum Move {
        STOP("停用", State.STOPPED, State.ACTIVE),
        RESUME("恢复", State.ACTIVE, State.STOPPED, State.REMOVED),
        REMOVE("删除", State.REMOVED, State.ACTIVE, State.STOPPED);

        private final String label;
        private final State to;
        private final java.util.Set<State> from;

        Move(String label, State to, State... from) {
            this.label = label;
            this.to = to;
            this.from = java.util.Set.of(from);
        }

        String label() {
            return label;
        }

        State to() {
            return to;
        }

        boolean from(State state) {
            return from.contains(state);
        }
    }
}
