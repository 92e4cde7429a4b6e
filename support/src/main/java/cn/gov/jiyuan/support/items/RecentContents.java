package cn.gov.jiyuan.support.items;

import cn.gov.jiyuan.contracts.items.ItemContent;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.UUID;
import java.util.function.Function;

/**
 * Contents of the published versions that people ask for now (近用事项要素). What was published is never changed, only followed by
 * another version, so that a content once read stays true on every node.
 */
final class RecentContents {
    private static final int MOST = 200;

    private final Cache<Key, ItemContent> recent =
            Caffeine.newBuilder().maximumSize(MOST).build();

    record Key(UUID version, int revision) {}

    ItemContent of(Key key, Function<Key, ItemContent> reader) {
        ItemContent known = recent.getIfPresent(key);
        if (known != null) {
            return known;
        }
        ItemContent read = reader.apply(key);
        recent.put(key, read);
        return read;
    }
}
