package cn.gov.jiyuan.platform.feed;

import java.time.Instant;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * A reader of the feed with its own cursor. A bean of this type is run by the engine, on one node at a time unless
 * {@link #everyNode()}; it must be idempotent and may be reset to the beginning.
 */
public interface FeedConsumer {
    /** Unique name of the cursor. */
    String name();

    /** Whether a topic concerns this consumer. */
    boolean wants(String topic);

    /** Takes the next entries, in order; runs in one transaction with the move of the cursor unless {@link #everyNode()}. */
    void accept(List<Entry> entries);

    /** True if each node keeps its own projection and cursor (a local search index). */
    default boolean everyNode() {
        return false;
    }

    /**
     * Where the projection of this node stands, if it keeps its own cursor ({@link #everyNode()}): the sequence of the
     * last entry it holds. The engine hands over what comes after it and keeps no cursor of its own, so that projection
     * and cursor can never disagree.
     */
    default long position() {
        return 0;
    }

    /**
     * One entry as read back.
     *
     * @param sequence names the entry. Entries come in the order in which they became final, in which the sequences of
     *     concurrent transactions may be interleaved: remember the last one, never compare two
     */
    record Entry(long sequence, String topic, String key, int version, Instant at, JsonNode payload) {}
}
