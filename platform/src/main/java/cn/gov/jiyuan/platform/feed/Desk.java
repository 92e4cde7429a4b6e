package cn.gov.jiyuan.platform.feed;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.audit.Audit;
import cn.gov.jiyuan.platform.audit.AuditEvent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.transaction.support.TransactionOperations;

/** The operator's desk over cursors and parked entries. */
final class Desk implements FeedDesk {
    private static final int COUNTED = 10_000;
    private final List<FeedConsumer> consumers;
    private final EntryStore entries;
    private final CursorStore cursors;
    private final TransactionOperations transactions;
    private final Audit audit;

    Desk(
            List<FeedConsumer> consumers,
            EntryStore entries,
            CursorStore cursors,
            TransactionOperations transactions,
            Audit audit) {
        this.audit = audit;
        this.consumers = consumers;
        this.entries = entries;
        this.cursors = cursors;
        this.transactions = transactions;
    }

    @Override
    public List<State> consumers() {
        return consumers.stream().map(this::state).toList();
    }

    private State state(FeedConsumer consumer) {
        if (consumer.everyNode()) {
            return new State(consumer.name(), true, null, 0, null, null);
        }
        Optional<CursorStore.Cursor> cursor = cursors.find(consumer.name());
        long behind = entries.behind(cursor.map(CursorStore.Cursor::position).orElse(Position.START), COUNTED);
        return new State(
                consumer.name(),
                false,
                behind,
                cursor.map(CursorStore.Cursor::attempts).orElse(0),
                cursor.map(CursorStore.Cursor::retryAt).orElse(null),
                cursor.map(CursorStore.Cursor::lastError).orElse(null));
    }

    @Override
    public List<Parked> parked(int limit) {
        return cursors.parked(Math.clamp(limit, 1, 500));
    }

    @Override
    public void replay(Actor actor, UUID parked) {
        transactions.executeWithoutResult(status -> {
            CursorStore.ParkedAt at = cursors.lockParked(parked).orElseThrow(() -> new Fault(FeedError.UNKNOWN_PARKED));
            FeedConsumer consumer = consumer(at.consumer());
            if (consumer.everyNode()) {
                throw new Fault(FeedError.OWN_CURSOR, consumer.name());
            }
            FeedConsumer.Entry entry = entries.find(at.sequence())
                    .map(Placed::entry)
                    .orElseThrow(() -> new Fault(FeedError.UNKNOWN_PARKED));
            consumer.accept(List.of(entry));
            cursors.forget(parked);
            note(actor, "feed.replay", consumer.name(), "重放搁置的变更条目 " + at.sequence());
        });
    }

    @Override
    public void reset(Actor actor, String name) {
        FeedConsumer consumer = consumer(name);
        if (consumer.everyNode()) {
            throw new Fault(FeedError.OWN_CURSOR, name);
        }
        transactions.executeWithoutResult(status -> {
            cursors.lock(name);
            cursors.move(name, Position.START);
            cursors.forgetAll(name);
            note(actor, "feed.reset", name, "将变更流消费者退回起点");
        });
    }

    private void note(Actor actor, String action, String consumer, String summary) {
        audit.record(actor, new AuditEvent(action, "feed-consumer", consumer, summary, Map.of()));
    }

    private FeedConsumer consumer(String name) {
        return consumers.stream()
                .filter(consumer -> consumer.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Fault(FeedError.UNKNOWN_CONSUMER, name));
    }
}
