package cn.gov.jiyuan.platform.search;

import cn.gov.jiyuan.platform.feed.FeedConsumer;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** One system's share of the index; a bean per system. Each node asks it, so it must keep no state. */
public interface SearchSource {
    /** The kinds it delivers with their Chinese labels, in the order in which suggestions show them. */
    Map<String, String> kinds();

    /** Whether a topic of the feed changes a document of this source. */
    boolean wants(String topic);

    /**
     * Turns entries, in order, into changes. Read the present state of the thing rather than the payload: entries may
     * come twice and late.
     */
    List<SearchChange> changes(List<FeedConsumer.Entry> entries);

    /** Hands over all documents, in bounded memory; used to rebuild the index. */
    void all(Consumer<SearchDocument> sink);
}
