package cn.gov.jiyuan.data.opendata.release;

import cn.gov.jiyuan.contracts.catalogue.OpenType;
import cn.gov.jiyuan.contracts.catalogue.ResourcePublished;
import cn.gov.jiyuan.contracts.catalogue.ResourceWithdrawn;
import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.platform.cases.ActionInput;
import cn.gov.jiyuan.platform.cases.Cases;
import cn.gov.jiyuan.platform.feed.FeedConsumer;
import cn.gov.jiyuan.platform.hub.BatchDone;
import java.util.List;
import org.springframework.stereotype.Component;

/** Follows the catalogue: what may not be opened any more is stopped seconds later (资源撤回同步停供). */
@Component("opendata.SourceWatch")
final class SourceWatch implements FeedConsumer {
    private final DatasetStore store;
    private final Cases cases;

    SourceWatch(DatasetStore store, Cases cases) {
        this.store = store;
        this.cases = cases;
    }

    @Override
    public String name() {
        return "opendata.sources";
    }

    @Override
    public boolean wants(String topic) {
        return topic.equals(ResourceWithdrawn.TOPIC)
                || topic.equals(ResourcePublished.TOPIC)
                || topic.equals(BatchDone.TOPIC);
    }

    @Override
    public void accept(List<Entry> entries) {
        for (Entry entry : entries) {
            switch (entry.topic()) {
                case ResourceWithdrawn.TOPIC ->
                    stop(
                            entry.payload().path("code").asString(""),
                            "来源资源已停用或者注销：" + entry.payload().path("reason").asString(""),
                            true);
                case ResourcePublished.TOPIC -> published(entry);
                default -> store.sourceChanged(entry.payload().path("dataset").asString(""), entry.at());
            }
        }
    }

    private void published(Entry entry) {
        String code = entry.payload().path("code").asString("");
        OpenType open = OpenType.valueOf(entry.payload().path("open").asString(OpenType.UNCONDITIONAL.name()));
        if (open == OpenType.NONE) {
            stop(code, "来源资源已改为不予开放", true);
        } else if (open == OpenType.CONDITIONAL) {
            stop(code, "来源资源已改为有条件开放", false);
        }
    }

    private void stop(String resource, String reason, boolean conditionalToo) {
        for (OpenDataset dataset : store.ofResource(resource)) {
            if (conditionalToo || !dataset.isConditional()) {
                cases.find(dataset.id())
                        .ifPresent(matter -> cases.act(
                                Actor.SYSTEM,
                                matter.id(),
                                matter.version(),
                                "source-withdrawn",
                                ActionInput.NONE.withReason(reason)));
            }
        }
    }
}
