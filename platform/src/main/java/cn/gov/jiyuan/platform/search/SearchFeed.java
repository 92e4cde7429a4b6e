package cn.gov.jiyuan.platform.search;

import cn.gov.jiyuan.platform.feed.FeedConsumer;
import java.util.ArrayList;
import java.util.List;

/**
 * Follows the feed on every node and keeps the local index up to date. The feed orders by transaction, so a later entry
 * may carry a smaller sequence: every entry handed over is taken, and the last one is the place to go on from.
 */
final class SearchFeed implements FeedConsumer {
    private final IndexStore index;
    private final List<SearchSource> sources;

    SearchFeed(IndexStore index, List<SearchSource> sources) {
        this.index = index;
        this.sources = List.copyOf(sources);
    }

    @Override
    public String name() {
        return "search";
    }

    @Override
    public boolean everyNode() {
        return true;
    }

    @Override
    public long position() {
        return index.mark().cursor();
    }

    @Override
    public boolean wants(String topic) {
        return sources.stream().anyMatch(source -> source.wants(topic));
    }

    @Override
    public void accept(List<Entry> entries) {
        List<SearchChange> changes = new ArrayList<>();
        for (SearchSource source : sources) {
            List<Entry> concerning = entries.stream()
                    .filter(entry -> source.wants(entry.topic()))
                    .toList();
            if (!concerning.isEmpty()) {
                changes.addAll(source.changes(concerning));
            }
        }
        index.apply(changes, entries.getLast().sequence());
    }
}
