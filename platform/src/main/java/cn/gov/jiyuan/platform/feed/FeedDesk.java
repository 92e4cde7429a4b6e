package cn.gov.jiyuan.platform.feed;

import cn.gov.jiyuan.kernel.actor.Actor;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an operator sees and does about the consumers of the feed. */
public interface FeedDesk {
    List<State> consumers();

    /** The newest parked entries. */
    List<Parked> parked(int limit);

    /**
     * Hands a parked entry to its consumer again; it stays parked if that fails once more.
     *
     * @throws cn.gov.jiyuan.kernel.error.Fault {@code feed.unknown-parked}
     */
    void replay(Actor actor, UUID parked);

    /**
     * Sends a consumer back to the beginning of the feed.
     *
     * @throws cn.gov.jiyuan.kernel.error.Fault {@code feed.unknown-consumer}, or {@code feed.own-cursor} for a projection of
     *     every node
     */
    void reset(Actor actor, String consumer);

    /**
     * Where a consumer stands.
     *
     * @param behind entries not yet taken, counted up to 10,000; null for a projection of every node
     */
    record State(
            String name,
            boolean everyNode,
            @Nullable Long behind,
            int attempts,
            @Nullable Instant retryAt,
            @Nullable String lastError) {}

    /** An entry that was set aside after repeated failures. */
    record Parked(
            UUID id,
            String consumer,
            String node,
            long sequence,
            String topic,
            String key,
            String error,
            Instant parkedAt) {}
}
