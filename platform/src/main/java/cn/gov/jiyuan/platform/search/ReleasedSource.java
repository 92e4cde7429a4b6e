package cn.gov.jiyuan.platform.search;

import cn.gov.jiyuan.platform.feed.FeedConsumer;
import java.util.List;

/** Documents that come with a release and change with none but the next (随版本发布的内容): no entry of the feed concerns them. */
public interface ReleasedSource extends SearchSource {
    @Override
    default boolean wants(String topic) {
        return false;
    }

    @Override
    default List<SearchChange> changes(List<FeedConsumer.Entry> entries) {
        return List.of();
    }
}
