package cn.gov.jiyuan.data.catalogue;

import cn.gov.jiyuan.platform.feed.FeedConsumer;
import cn.gov.jiyuan.platform.hub.BatchDone;
import java.util.List;
import org.springframework.stereotype.Component;

/** Follows the batches of the hub: each one keeps the entries behind it fresh, and may have brought new columns. */
@Component
final class BatchesSeen implements FeedConsumer {
    private final MountStore mounts;
    private final ResourceStore resources;
    private final Mounts comparing;
    private final Patrol patrol;

    BatchesSeen(MountStore mounts, ResourceStore resources, Mounts comparing, Patrol patrol) {
        this.mounts = mounts;
        this.resources = resources;
        this.comparing = comparing;
        this.patrol = patrol;
    }

    @Override
    public String name() {
        return "catalogue.batches";
    }

    @Override
    public boolean wants(String topic) {
        return topic.equals(BatchDone.TOPIC);
    }

    @Override
    public void accept(List<Entry> entries) {
        for (Entry entry : entries) {
            String dataset = entry.payload().path("dataset").asString();
            if (mounts.arrived(dataset, entry.at()) > 0) {
                resources.ofDataset(dataset).ifPresent(found -> {
                    comparing.compare(found);
                    patrol.look(found.id());
                });
            }
        }
    }
}
