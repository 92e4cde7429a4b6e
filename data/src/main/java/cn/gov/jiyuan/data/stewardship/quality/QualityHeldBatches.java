package cn.gov.jiyuan.data.stewardship.quality;

import cn.gov.jiyuan.data.stewardship.DatasetReach;
import cn.gov.jiyuan.data.stewardship.StewardshipError;
import cn.gov.jiyuan.data.stewardship.StewardshipTrail;
import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.feed.FeedConsumer;
import cn.gov.jiyuan.platform.hub.BatchHeld;
import cn.gov.jiyuan.platform.hub.Dataset;
import cn.gov.jiyuan.platform.hub.Datasets;
import cn.gov.jiyuan.platform.hub.Snapshot;
import cn.gov.jiyuan.platform.messages.Messages;
import cn.gov.jiyuan.platform.parties.Parties;
import cn.gov.jiyuan.platform.parties.Post;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/** What follows when the hub holds a batch back: an order to the source, and a person who releases or discards it. */
@Component
class QualityHeldBatches implements FeedConsumer {
    private static final String RELEASE = "stewardship.quality.release";
    private final QualityHeldStore store;
    private final QualityRuleStore rules;
    private final QualityOrders orders;
    private final Datasets datasets;
    private final DatasetReach reach;
    private final Parties parties;
    private final Messages messages;
    private final StewardshipTrail trail;
    private final Clock clock;

    QualityHeldBatches(
            QualityHeldStore store,
            QualityRuleStore rules,
            QualityOrders orders,
            Datasets datasets,
            DatasetReach reach,
            Parties parties,
            Messages messages,
            StewardshipTrail trail,
            Clock clock) {
        this.store = store;
        this.rules = rules;
        this.orders = orders;
        this.datasets = datasets;
        this.reach = reach;
        this.parties = parties;
        this.messages = messages;
        this.trail = trail;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "stewardship.held";
    }

    @Override
    public boolean wants(String topic) {
        return topic.equals(BatchHeld.TOPIC);
    }

    @Override
    public void accept(List<Entry> entries) {
        entries.forEach(entry -> held(entry.payload()));
    }

    private void held(JsonNode told) {
        Dataset dataset = datasets.find(told.path("dataset").asString()).orElse(null);
        if (dataset == null) {
            return;
        }
        QualityHeldStore.Held held = new QualityHeldStore.Held(
                UUID.fromString(told.path("batch").asString()),
                dataset.name(),
                told.path("batchNo").asString(""),
                told.path("rows").asLong(),
                QualityHeldStore.State.HELD,
                reach.unit(dataset),
                told.path("reason").asString(""));
        if (!store.insert(held, clock.instant())) {
            return;
        }
        long current = datasets.current(dataset.name()).map(Snapshot::number).orElse(0L);
        rules.inForce(dataset.name(), Template.FLUCTUATION).ifPresent(rule -> orders.failed(rule, 1, 1, current));
        for (Post post : parties.holders(held.unitId(), "datasteward", LocalDate.now(clock))) {
            messages.send(
                    post.personId(),
                    "stewardship.held",
                    List.of(dataset.title(), held.batchNo(), held.reason()),
                    "/workbench/records/stewardship.batch?dataset=" + dataset.name());
        }
    }

    /** The batch is right as it is: it becomes the version in force. */
    @Transactional
    public void release(Actor actor, UUID id, String reason) {
        String words = settle(actor, id, QualityHeldStore.State.RELEASED, "放行", reason);
        datasets.release(actor, id, words);
    }

    /** The batch is wrong: the source is told, and sends another. */
    @Transactional
    public void discard(Actor actor, UUID id, String reason) {
        QualityHeldStore.Held held = store.lock(id).orElseThrow(() -> new Fault(StewardshipError.UNKNOWN, id));
        String words = settle(actor, id, QualityHeldStore.State.DISCARDED, "弃用", reason);
        datasets.discard(actor, id, words);
        String title = datasets.find(held.dataset()).map(Dataset::title).orElse(held.dataset());
        for (Post post : parties.holders(held.unitId(), "datasteward", LocalDate.now(clock))) {
            messages.send(
                    post.personId(),
                    "stewardship.discarded",
                    List.of(title, held.batchNo(), words),
                    "/workbench/records/stewardship.batch?dataset=" + held.dataset());
        }
    }

    private String settle(Actor actor, UUID id, QualityHeldStore.State state, String verb, String reason) {
        QualityHeldStore.Held held = store.lock(id).orElseThrow(() -> new Fault(StewardshipError.UNKNOWN, id));
        reach.require(actor, RELEASE, held.unitId(), held.batchNo());
        if (held.state() != QualityHeldStore.State.HELD) {
            throw new Fault(StewardshipError.NOT_HELD);
        }
        String words = StewardshipTrail.reason("/reason", reason);
        store.settle(id, state, actor.name(), words, clock.instant());
        trail.record(
                actor,
                "batch",
                state == QualityHeldStore.State.RELEASED ? "release" : "discard",
                id.toString(),
                verb + "被拦截的批次：" + held.dataset() + " " + held.batchNo() + "（" + held.rows() + " 行）",
                Map.of("reason", words, "held", held.reason()));
        return words;
    }
}
