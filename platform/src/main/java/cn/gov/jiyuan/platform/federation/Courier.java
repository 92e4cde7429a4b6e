package cn.gov.jiyuan.platform.federation;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.kernel.id.Ids;
import cn.gov.jiyuan.platform.audit.Audit;
import cn.gov.jiyuan.platform.audit.AuditEvent;
import cn.gov.jiyuan.platform.federation.BatchText.Receipt;
import cn.gov.jiyuan.platform.feed.Feed;
import cn.gov.jiyuan.platform.instance.Instance;
import cn.gov.jiyuan.platform.jobs.RecurringWork;
import cn.gov.jiyuan.platform.keys.Sm3;
import cn.gov.jiyuan.platform.portal.Texts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Closes what waits into batches and brings them to the peers, lane by lane, each batch after the receipt of the one
 * before; what fails is tried again, later each time.
 */
final class Courier implements RecurringWork {
    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
    private static final int LANES = 50;

    private final PeerStore peers;
    private final LaneStore lanes;
    private final BatchStore batches;
    private final RowStore rows;
    private final Returns returns;
    private final PeerKey key;
    private final PeerClient client;
    private final Feed feed;
    private final Audit audit;
    private final Texts texts;
    private final TransactionOperations transactions;
    private final Instance instance;
    private final FederationSettings settings;
    private final Clock clock;

    Courier(
            PeerStore peers,
            LaneStore lanes,
            BatchStore batches,
            RowStore rows,
            Returns returns,
            PeerKey key,
            PeerClient client,
            Feed feed,
            Audit audit,
            Texts texts,
            TransactionOperations transactions,
            Instance instance,
            FederationSettings settings,
            Clock clock) {
        this.peers = peers;
        this.lanes = lanes;
        this.batches = batches;
        this.rows = rows;
        this.returns = returns;
        this.key = key;
        this.client = client;
        this.feed = feed;
        this.audit = audit;
        this.texts = texts;
        this.transactions = transactions;
        this.instance = instance;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "federation.courier";
    }

    @Override
    public Duration pause() {
        return settings.pause();
    }

    /** One batch of each lane that is due. */
    @Override
    public boolean run() {
        boolean any = false;
        for (Lane lane : lanes.due(LANES)) {
            any |= deliver(lane);
        }
        return any;
    }

    /** @return whether a batch was delivered */
    private boolean deliver(Lane lane) {
        Peer peer = peers.find(lane.peer()).orElseThrow();
        Optional<BatchStore.Kept> next = batches.oldestWaiting(lane.peer(), lane.recordType());
        if (next.isEmpty()) {
            next = Objects.requireNonNull(transactions.execute(status -> close(peer, lane)));
        }
        if (next.isEmpty()) {
            return false;
        }
        BatchStore.Kept batch = next.get();
        try {
            byte[] body = BatchText.write(whole(batch));
            Receipt receipt = client.send(peer, body, batch.signature());
            if (!receipt.batch().equals(batch.number()) || !receipt.digest().equals(batch.digest())) {
                throw new Fault(FederationError.BAD_RECEIPT, receipt.batch());
            }
            transactions.executeWithoutResult(status -> settle(lane, peer, batch, receipt));
            return true;
        } catch (Fault fault) {
            LOG.warn("batch {} did not reach {}: {}", batch.number(), peer.code(), fault.getMessage());
            return failed(lane, texts.of(fault.code().code(), fault.arguments()));
        } catch (RuntimeException defect) {
            // One lane that breaks must not keep the others waiting.
            LOG.error("batch {} to {}", batch.number(), peer.code(), defect);
            return failed(lane, "本平台处理这一批时出错，请将批次号告诉系统管理员");
        }
    }

    private boolean failed(Lane lane, String why) {
        lanes.failed(lane.id(), why, backOff(lane.attempts()));
        return false;
    }

    private Duration backOff(int attempts) {
        Duration wait = settings.firstRetry().multipliedBy(1L << Math.min(attempts, 20));
        return wait.compareTo(settings.longestRetry()) > 0 ? settings.longestRetry() : wait;
    }

    /** Empty if nothing waits. */
    private Optional<BatchStore.Kept> close(Peer peer, Lane seen) {
        Lane lane = lanes.lock(seen.peer(), seen.recordType());
        List<KeptRow> waiting = rows.waiting(
                lane.peer(), lane.recordType(), settings.rows(), settings.size().toBytes());
        if (waiting.isEmpty()) {
            return Optional.empty();
        }
        Instant last = waiting.stream()
                .map(row -> row.row().at())
                .max(Instant::compareTo)
                .orElseThrow();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        long sequence = lane.closed() + 1;
        Batch batch = new Batch(
                String.format(Locale.ROOT, "%s-%s-%08d", instance.area(), lane.recordType(), sequence),
                lane.recordType(),
                sequence,
                peer.level().above(instance.level()) ? Batch.Direction.UP : Batch.Direction.DOWN,
                instance.area(),
                now.isBefore(last) ? last : now,
                waiting.stream().map(KeptRow::row).toList());
        byte[] body = BatchText.write(batch);
        UUID id = Ids.next();
        batches.sent(id, peer.code(), batch, Sm3.hex(body), key.sign(SignedMessage.batchSigned(body)));
        rows.close(waiting, id, batch.number());
        lanes.closed(lane.id(), sequence);
        return batches.oldestWaiting(lane.peer(), lane.recordType());
    }

    private Batch whole(BatchStore.Kept kept) {
        return new Batch(
                kept.number(),
                kept.recordType(),
                kept.sequence(),
                kept.direction(),
                kept.source(),
                kept.closedAt(),
                rows.of(kept.id()).stream().map(KeptRow::row).toList());
    }

    private void settle(Lane lane, Peer peer, BatchStore.Kept batch, Receipt receipt) {
        Instant now = clock.instant();
        List<KeptRow> sent = rows.of(batch.id());
        rows.taken(batch.id());
        for (Abnormal abnormal : receipt.abnormal()) {
            returns.ofOurs(peer.code(), abnormal).ifPresent(row -> feed.append(returned(row, abnormal)));
        }
        for (KeptRow row : sent) {
            boolean back = receipt.abnormal().stream()
                    .anyMatch(one -> one.tableRowGuid().equals(row.row().rowGuid()));
            if (!back) {
                returns.corrected(peer.code(), true, batch.recordType(), row.row(), now);
            }
        }
        batches.settle(batch.id(), receipt.abnormal().size(), now);
        lanes.settled(lane.id(), batch.sequence());
        peers.heard(peer.code(), now);
        audit.record(
                Actor.SYSTEM,
                new AuditEvent(
                        "federation.batch.send",
                        "federation.batch",
                        batch.id().toString(),
                        peer.name() + "收下批次 " + batch.number() + "：" + sent.size() + " 行，退回 "
                                + receipt.abnormal().size() + " 行",
                        java.util.Map.of("peer", peer.code(), "batch", batch.number(), "digest", batch.digest())));
    }

    static Feed.Change returned(KeptRow row, Abnormal abnormal) {
        return new Feed.Change(
                RowReturned.TOPIC,
                row.id().toString(),
                1,
                new RowReturned(
                        row.peer(),
                        row.recordType(),
                        row.row().recordId(),
                        row.label(),
                        row.unitId(),
                        abnormal.message()));
    }
}
