package cn.gov.jiyuan.platform.hub;

import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.audit.Audit;
import cn.gov.jiyuan.platform.audit.AuditEvent;
import cn.gov.jiyuan.platform.feed.Feed;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.support.TransactionOperations;

/** Makes a batch visible, or sets it aside, in one transaction with its audit event and its entry of the feed. */
final class Publication {
    private final HubStore store;
    private final DataKeys keys;
    private final TransactionOperations transactions;
    private final Feed feed;
    private final Audit audit;
    private final Clock clock;

    Publication(
            HubStore store, DataKeys keys, TransactionOperations transactions, Feed feed, Audit audit, Clock clock) {
        this.store = store;
        this.keys = keys;
        this.transactions = transactions;
        this.feed = feed;
        this.audit = audit;
        this.clock = clock;
    }

    Snapshot publish(Batching batching, String digest, long rows, Change change) {
        try {
            return Objects.requireNonNull(transactions.execute(status -> published(batching, digest, rows, change)));
        } catch (DuplicateKeyException e) {
            // The same batch was landed by somebody else while this one was on its way.
            throw Fault.caused(e, HubError.OVERTAKEN, batching.dataset().name());
        }
    }

    private Snapshot published(Batching batching, String digest, long rows, Change change) {
        String dataset = batching.dataset().name();
        long present = store.lock(dataset);
        if (batching.mode() == Landing.Mode.MERGE && present != change.base()) {
            throw new Fault(HubError.OVERTAKEN, dataset);
        }
        register(batching, digest, rows, "LANDED", null);
        List<Part> dropped = batching.mode() == Landing.Mode.REPLACE ? store.parts(dataset, present) : change.dropped();
        long before = present == 0
                ? 0
                : store.snapshot(dataset, present).map(Snapshot::rows).orElse(0L);
        Snapshot made = new Snapshot(
                dataset,
                present + 1,
                batching.id(),
                before - sum(dropped) + sum(change.added()),
                change.changed(),
                batching.mode() == Landing.Mode.REPLACE ? sum(dropped) : change.removed(),
                clock.instant());
        store.insert(dataset, change.added(), made.number());
        store.drop(dropped, made.number());
        store.insert(made);
        tell(batching, made);
        return made;
    }

    private void tell(Batching batching, Snapshot made) {
        feed.append(new Feed.Change(
                BatchDone.TOPIC,
                made.dataset(),
                1,
                new BatchDone(
                        made.dataset(),
                        made.number(),
                        made.batch(),
                        batching.number(),
                        made.rows(),
                        made.changed(),
                        made.removed())));
        audit.record(
                batching.actor(),
                new AuditEvent(
                        "hub.batch.land",
                        "hub.dataset",
                        made.dataset(),
                        "批次“" + batching.number() + "”入库，第 " + made.number() + " 版共 " + made.rows() + " 行",
                        Map.of(
                                "batch", batching.number(),
                                "mode", batching.mode().name(),
                                "rows", made.rows(),
                                "changed", made.changed(),
                                "removed", made.removed())));
    }

    void hold(Batching batching, String digest, long rows, String reason, List<Part> aside) {
        transactions.executeWithoutResult(status -> {
            String dataset = batching.dataset().name();
            register(batching, digest, rows, "HELD", reason);
            store.insert(dataset, aside, 0);
            feed.append(new Feed.Change(
                    BatchHeld.TOPIC,
                    dataset,
                    1,
                    new BatchHeld(dataset, batching.id(), batching.number(), rows, reason)));
            audit.record(
                    batching.actor(),
                    new AuditEvent(
                            "hub.batch.hold",
                            "hub.dataset",
                            dataset,
                            "批次“" + batching.number() + "”被拦截：" + reason,
                            Map.of("batch", batching.number(), "rows", rows)));
        });
    }

    /** Tells of a held batch that is given up; in the caller's transaction. */
    void discarded(HubStore.Batch held, UUID batch, String reason) {
        feed.append(new Feed.Change(
                BatchDiscarded.TOPIC,
                held.dataset(),
                1,
                new BatchDiscarded(held.dataset(), batch, held.number(), held.rows(), reason)));
    }

    private void register(
            Batching batching,
            String digest,
            long rows,
            String state,
            @org.jspecify.annotations.Nullable String reason) {
        if (batching.released()) {
            return;
        }
        store.insert(
                new HubStore.Batch(
                        batching.id(),
                        batching.dataset().name(),
                        batching.number(),
                        batching.mode(),
                        state,
                        reason,
                        digest,
                        rows),
                keys.sealed(batching.id(), batching.key()),
                clock.instant());
    }

    private static long sum(List<Part> parts) {
        return parts.stream().mapToLong(Part::rows).sum();
    }
}
