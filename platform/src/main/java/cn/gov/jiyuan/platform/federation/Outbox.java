package cn.gov.jiyuan.platform.federation;

import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.federation.ExchangeRow.Operation;
import cn.gov.jiyuan.platform.instance.Instance;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.transaction.support.TransactionOperations;

/** Where records wait to be closed into batches (待发箱). Puts of one lane come one after the other. */
final class Outbox implements Federation {
    private static final int LARGEST = 256 << 10;

    private final PeerStore peers;
    private final LaneStore lanes;
    private final RowStore rows;
    private final TransactionOperations transactions;
    private final Instance instance;
    private final Clock clock;

    Outbox(
            PeerStore peers,
            LaneStore lanes,
            RowStore rows,
            TransactionOperations transactions,
            Instance instance,
            Clock clock) {
        this.peers = peers;
        this.lanes = lanes;
        this.rows = rows;
        this.transactions = transactions;
        this.instance = instance;
        this.clock = clock;
    }

    @Override
    public List<Peer> peers() {
        return peers.active();
    }

    @Override
    public Optional<Peer> peer(String code) {
        return peers.find(code).filter(peer -> peer.state() == Peer.State.ACTIVE);
    }

    @Override
    public boolean put(Outgoing record) {
        // Compact and in a fixed form, so that equal contents are known as equal.
        String content = BatchText.JSON.writeValueAsString(BatchText.JSON.valueToTree(record.content()));
        int size = content.getBytes(StandardCharsets.UTF_8).length;
        if (size > LARGEST) {
            throw new Fault(FederationError.ROW_TOO_LARGE, record.label(), size, LARGEST);
        }
        return changed(() -> {
            demandKnown(record.peer());
            lanes.lock(record.peer(), record.recordType());
            byte[] digest = rows.digest(content);
            Optional<RowStore.Last> last = rows.last(record.peer(), record.recordType(), record.recordId());
            if (last.filter(row -> row.operation() != Operation.D && Arrays.equals(row.digest(), digest))
                    .isPresent()) {
                return false;
            }
            boolean known = last.filter(RowStore.Last::known).isPresent();
            write(record, known ? Operation.U : Operation.I, content, digest);
            return true;
        });
    }

    @Override
    public boolean remove(String peer, String recordType, String recordId) {
        return changed(() -> {
            demandKnown(peer);
            lanes.lock(peer, recordType);
            Optional<RowStore.Last> last = rows.last(peer, recordType, recordId);
            if (last.isEmpty() || last.get().operation() == Operation.D) {
                return false;
            }
            write(new Outgoing(peer, recordType, recordId, "", null, ""), Operation.D, "{}", rows.digest("{}"));
            return true;
        });
    }

    /** Puts a row that was sent back once more as it is; it goes as a row of its own. */
    void again(KeptRow returned) {
        lanes.lock(returned.peer(), returned.recordType());
        ExchangeRow row = returned.row();
        boolean known = rows.last(returned.peer(), returned.recordType(), row.recordId())
                .filter(RowStore.Last::known)
                .isPresent();
        Operation operation = row.operation() == Operation.D ? Operation.D : known ? Operation.U : Operation.I;
        write(
                new Outgoing(
                        returned.peer(),
                        returned.recordType(),
                        row.recordId(),
                        returned.label(),
                        returned.unitId(),
                        ""),
                operation,
                row.content(),
                rows.digest(row.content()));
    }

    private void write(Outgoing record, Operation operation, String content, byte[] digest) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        rows.put(
                record.peer(),
                record.recordType(),
                instance.area(),
                record.label(),
                record.unitId(),
                new ExchangeRow(UUID.randomUUID(), record.recordId(), operation, now, content),
                digest);
    }

    private void demandKnown(String peer) {
        if (peers.find(peer).isEmpty()) {
            throw new Fault(FederationError.UNKNOWN_PEER, peer);
        }
    }

    private boolean changed(java.util.function.BooleanSupplier work) {
        return Boolean.TRUE.equals(transactions.execute(status -> work.getAsBoolean()));
    }
}
