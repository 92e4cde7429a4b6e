package cn.gov.jiyuan.data.exchange.collecting;

import cn.gov.jiyuan.platform.feed.FeedConsumer;
import cn.gov.jiyuan.platform.hub.BatchDiscarded;
import cn.gov.jiyuan.platform.hub.BatchDone;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** Learns from the hub that a held batch was let through, or given up. */
@Component
final class Releases implements FeedConsumer {
    private final TaskStore tasks;
    private final BatchStore batches;
    private final Clock clock;

    Releases(TaskStore tasks, BatchStore batches, Clock clock) {
        this.tasks = tasks;
        this.batches = batches;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "exchange.releases";
    }

    @Override
    public boolean wants(String topic) {
        return topic.equals(BatchDone.TOPIC) || topic.equals(BatchDiscarded.TOPIC);
    }

    @Override
    public void accept(List<Entry> entries) {
        for (Entry entry : entries) {
            String[] number = entry.payload().path("batchNo").asString().split("/", 2);
            if (number.length == 2) {
                tasks.byCode(number[0]).ifPresent(task -> settled(task, number[1], entry));
            }
        }
    }

    private void settled(CollectTask task, String number, Entry entry) {
        if (entry.topic().equals(BatchDiscarded.TOPIC)) {
            batches.discarded(task.id(), number, entry.payload().path("reason").asString(), clock.instant());
        } else {
            batches.released(task.id(), number, entry.payload().path("snapshot").asLong(), clock.instant());
        }
    }
}
