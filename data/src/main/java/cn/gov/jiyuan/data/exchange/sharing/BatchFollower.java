package cn.gov.jiyuan.data.exchange.sharing;

import cn.gov.jiyuan.platform.feed.FeedConsumer;
import cn.gov.jiyuan.platform.hub.BatchDone;
import java.util.List;
import org.springframework.stereotype.Component;

/** A new version of a dataset is to be served, and its subscribers are to be told. */
@Component
final class BatchFollower implements FeedConsumer {
    private final ServedTables served;
    private final DirectoryStore directory;

    BatchFollower(ServedTables served, DirectoryStore directory) {
        this.served = served;
        this.directory = directory;
    }

    @Override
    public String name() {
        return "exchange.served";
    }

    @Override
    public boolean wants(String topic) {
        return topic.equals(BatchDone.TOPIC);
    }

    @Override
    public void accept(List<FeedConsumer.Entry> entries) {
        entries.stream()
                .map(entry -> entry.payload().path("dataset").asString())
                .distinct()
                .filter(dataset -> !directory.ofDataset(dataset).isEmpty())
                .forEach(served::want);
    }
}
