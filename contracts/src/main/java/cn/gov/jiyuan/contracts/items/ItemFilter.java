package cn.gov.jiyuan.contracts.items;

import org.jspecify.annotations.Nullable;

/**
 * Which items to list; null means any.
 *
 * @param words text within the name
 * @param audience for people, or for firms and organisations
 * @param online declared as open to online applications (网上可办)
 * @param applicable can be applied for on this platform, with a form of it
 */
public record ItemFilter(
        @Nullable String words,
        @Nullable String unitCode,
        @Nullable String topic,
        @Nullable ItemType type,
        @Nullable Audience audience,
        @Nullable Boolean online,
        @Nullable Boolean applicable) {
    public static final ItemFilter ALL = new ItemFilter(null, null, null, null, null, null, null);

    /** What can be applied for on this platform. */
    public static final ItemFilter APPLICABLE = new ItemFilter(null, null, null, null, null, null, true);

    public static ItemFilter ofUnit(String unitCode) {
        return new ItemFilter(null, unitCode, null, null, null, null, null);
    }

    public static ItemFilter ofTopic(String topic) {
        return new ItemFilter(null, null, topic, null, null, null, null);
    }
}
