package cn.gov.jiyuan.support.items;

import cn.gov.jiyuan.contracts.items.ItemContent;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.UUID;
import java.util.function.Function;

/**
 * Contents of the versions that people ask for now (近用事项要素). Each save of a draft counts its revision up and nothing
 * changes the content of what was published, so a content once read for a revision stays true.
 */
final class RecentContents {
    private static final int MOST = 200;

    private final Cache<Key, ItemContent> recent =
            Caffeine.newBuilder().maximumSize(MOST).build();

    record Key(UUID version, int revision) {}

    /** @param revision of the content, which may be newer than the one asked for */
    record Read(int revision, ItemContent content) {}

    ItemContent of(Key key, Function<UUID, Read> reader) {
        ItemContent known = recent.getIfPresent(key);
        if (known != null) {
            return known;
        }
        Read read = reader.apply(key.version());
        recent.put(new Key(key.version(), read.revision()), read.content());
        return read.content();
    }
}
