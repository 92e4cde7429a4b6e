package cn.gov.jiyuan.data.exchange.sharing;

import cn.gov.jiyuan.contracts.catalogue.ResourceCatalogue;
import cn.gov.jiyuan.platform.feed.FeedConsumer;
import cn.gov.jiyuan.platform.hub.BatchDone;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** A new version of a dataset is to be served, and its subscribers are to be told. */
@Component
final class BatchFollower implements FeedConsumer {
    private final ServedTables served;
    private final DirectoryStore directory;
    private final ObjectProvider<ResourceCatalogue> catalogue;

    BatchFollower(ServedTables served, DirectoryStore directory, ObjectProvider<ResourceCatalogue> catalogue) {
        this.catalogue = catalogue;
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
                .filter(this::isShared)
                .forEach(served::want);
    }

    /** A dataset may have been mounted after its resource was published. */
    private boolean isShared(String dataset) {
        ResourceCatalogue source = catalogue.getIfAvailable();
        if (directory.ofDataset(dataset).isEmpty() && source != null) {
            source.ofDataset(dataset).ifPresent(directory::put);
        }
        return !directory.ofDataset(dataset).isEmpty();
    }
}
