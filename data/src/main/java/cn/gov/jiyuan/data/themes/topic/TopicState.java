package cn.gov.jiyuan.data.themes.topic;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When a theme was refreshed, and what came between. */
record TopicState(
        String topic,
        @Nullable Instant wantedAt,
        @Nullable Instant refreshedAt,
        @Nullable Instant runningSince,
        @Nullable String problem) {}
