package cn.gov.jiyuan.platform.federation;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.kernel.id.Ids;
import cn.gov.jiyuan.platform.audit.Audit;
import cn.gov.jiyuan.platform.audit.AuditEvent;
import cn.gov.jiyuan.platform.federation.BatchText.Receipt;
import cn.gov.jiyuan.platform.instance.Instance;
import cn.gov.jiyuan.platform.keys.Sm3;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Takes batches from peers (收件箱). First who sends: a registered certificate, its signature, the clock, the nonce. Then
 * what is sent: the signature of the batch, its place in the lane, and, within one transaction, its rows.
 */
final class Intake {
    private final PeerStore peers;
    private final LaneStore lanes;
    private final BatchStore batches;
    private final RowStore rows;
    private final AbnormalStore abnormals;
    private final Returns returns;
    private final Supplier<List<BatchTaker>> takers;
    private final Audit audit;
    private final TransactionOperations transactions;
    private final Instance instance;
    private final FederationSettings settings;
    private final Clock clock;

    Intake(
            PeerStore peers,
            LaneStore lanes,
            BatchStore batches,
            RowStore rows,
            AbnormalStore abnormals,
            Returns returns,
            Supplier<List<BatchTaker>> takers,
            Audit audit,
            TransactionOperations transactions,
            Instance instance,
            FederationSettings settings,
            Clock clock) {
        this.peers = peers;
        this.lanes = lanes;
        this.batches = batches;
        this.rows = rows;
        this.abnormals = abnormals;
        this.returns = returns;
        this.takers = takers;
        this.audit = audit;
        this.transactions = transactions;
        this.instance = instance;
        this.settings = settings;
        this.clock = clock;
    }

    /** How many bytes a batch may have on its way. */
    long largest() {
        return 2 * settings.size().toBytes();
    }

    Receipt receive(SignedMessage message) {
        Peer peer = authenticated(message);
        try {
            Batch batch = BatchText.read(message.body());
            if (!message.batchSignedBy(peer.certificate())) {
                throw new Fault(FederationError.BAD_SIGNATURE);
            }
            if (!batch.dataSource().startsWith(peer.code())) {
                throw new Fault(FederationError.BAD_BATCH, "数据来源 " + batch.dataSource() + " 不是 " + peer.code());
            }
            BatchTaker taker = takers.get().stream()
                    .filter(one -> one.recordType().equals(batch.recordType()))
                    .findFirst()
                    .orElseThrow(() -> new Fault(FederationError.UNKNOWN_TYPE, batch.recordType()));
            return Objects.requireNonNull(transactions.execute(status -> inOrder(peer, batch, message, taker)));
        } catch (Fault fault) {
            peers.refused(peer.code(), fault.code().code());
            throw fault;
        }
    }

    /** Whoever does not get past here leaves no trace but that of a peer in whose name he came. */
    private Peer authenticated(SignedMessage message) {
        Peer peer = peers.find(message.from())
                .filter(found -> found.state() == Peer.State.ACTIVE)
                .orElseThrow(() -> new Fault(FederationError.NOT_ADMITTED, message.from()));
        try {
            if (!message.complete() || !message.signedBy(peer.certificate())) {
                throw new Fault(FederationError.BAD_SIGNATURE);
            }
            Instant now = clock.instant();
            demandValid(peer, now);
            if (!message.to().equals(instance.area())) {
                throw new Fault(FederationError.WRONG_RECEIVER, message.to());
            }
            if (!message.fresh(now, settings.window())) {
                throw new Fault(FederationError.STALE, settings.window().toMinutes());
            }
            if (!peers.use(peer.code(), message.nonce(), now)) {
                throw new Fault(FederationError.REPLAYED);
            }
            return peer;
        } catch (Fault fault) {
            peers.refused(peer.code(), fault.code().code());
            throw fault;
        }
    }

    private static void demandValid(Peer peer, Instant now) {
        X509Certificate certificate = peer.certificate();
        if (now.isBefore(certificate.getNotBefore().toInstant())
                || now.isAfter(certificate.getNotAfter().toInstant())) {
            throw new Fault(FederationError.CERTIFICATE_EXPIRED, peer.name());
        }
    }

    private Receipt inOrder(Peer peer, Batch batch, SignedMessage message, BatchTaker taker) {
        Lane lane = lanes.lock(peer.code(), batch.recordType());
        String digest = Sm3.hex(message.body());
        if (batch.sequence() <= lane.received()) {
            return again(peer, batch, digest);
        }
        if (batch.sequence() != lane.received() + 1) {
            throw new Fault(FederationError.OUT_OF_ORDER, lane.received() + 1, batch.sequence());
        }
        if (!rows.present(
                        peer.code(),
                        batch.rows().stream().map(ExchangeRow::rowGuid).toList())
                .isEmpty()) {
            throw new Fault(FederationError.BAD_BATCH, "行标识重复");
        }
        Receipt receipt = taken(peer, batch, digest, message, taker);
        lanes.received(lane.id(), batch.sequence());
        return receipt;
    }

    /** A batch that comes again is answered as before; nothing is done twice. */
    private Receipt again(Peer peer, Batch batch, String digest) {
        Optional<BatchStore.Kept> before = batches.taken(peer.code(), batch.recordType(), batch.sequence());
        if (before.filter(kept -> kept.digest().equals(digest)).isEmpty()) {
            throw new Fault(FederationError.BATCH_DIFFERS, batch.number());
        }
        BatchStore.Kept kept = before.get();
        return new Receipt(kept.number(), digest, true, abnormals.ofTaken(kept.id()));
    }

    private Receipt taken(Peer peer, Batch batch, String digest, SignedMessage message, BatchTaker taker) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<BatchTaker.Returned> back = taker.take(peer, batch);
        Set<UUID> refused = back.stream().map(BatchTaker.Returned::rowGuid).collect(Collectors.toSet());
        UUID id = Ids.next();
        batches.taken(
                id,
                peer.code(),
                batch,
                digest,
                Base64.getDecoder().decode(message.batchSignature()),
                refused.size(),
                now);
        Map<UUID, String> records = new HashMap<>();
        for (ExchangeRow row : batch.rows()) {
            boolean returned = refused.contains(row.rowGuid());
            rows.take(peer.code(), batch, id, row, returned ? KeptRow.State.RETURNED : KeptRow.State.TAKEN);
            records.put(row.rowGuid(), row.recordId());
            if (!returned) {
                returns.corrected(peer.code(), false, batch.recordType(), row, now);
            }
        }
        List<Abnormal> abnormal = new ArrayList<>();
        for (BatchTaker.Returned one : back) {
            Abnormal made = returns.abnormal(one, batch.number(), now);
            abnormals.insert(made, peer.code(), batch, Objects.requireNonNull(records.get(one.rowGuid())));
            abnormal.add(made);
        }
        peers.heard(peer.code(), now);
        audit.record(
                Actor.SYSTEM,
                new AuditEvent(
                        "federation.batch.take",
                        "federation.batch",
                        id.toString(),
                        "收下" + peer.name() + "的批次 " + batch.number() + "："
                                + batch.rows().size() + " 行，退回 " + abnormal.size() + " 行",
                        Map.of("peer", peer.code(), "batch", batch.number(), "digest", digest)));
        return new Receipt(batch.number(), digest, false, abnormal);
    }
}
