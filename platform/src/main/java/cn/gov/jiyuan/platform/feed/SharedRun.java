package cn.gov.jiyuan.platform.feed;

import cn.gov.jiyuan.platform.jobs.RecurringWork;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/** Feeds a consumer that runs on one node at a time; its work and its cursor commit together. */
final class SharedRun implements RecurringWork {
    static final int BATCH = 500;
    static final Duration PAUSE = Duration.ofMillis(300);
    private static final Logger LOG = LoggerFactory.getLogger(SharedRun.class);
    private final FeedConsumer consumer;
    private final EntryStore entries;
    private final CursorStore cursors;
    private final TransactionOperations transactions;
    private final Clock clock;
    private final BackOff backOff;
    private boolean oneByOne;

    SharedRun(
            FeedConsumer consumer,
            EntryStore entries,
            CursorStore cursors,
            TransactionOperations transactions,
            Clock clock,
            BackOff backOff) {
        this.consumer = consumer;
        this.entries = entries;
        this.cursors = cursors;
        this.transactions = transactions;
        this.clock = clock;
        this.backOff = backOff;
    }

    @Override
    public String name() {
        return "feed." + consumer.name();
    }

    @Override
    public Duration pause() {
        return PAUSE;
    }

    @Override
    public boolean run() {
        try {
            return Boolean.TRUE.equals(transactions.execute(status -> take(oneByOne ? 1 : BATCH)));
        } catch (RuntimeException e) {
            if (!oneByOne) {
                oneByOne = true;
                return true;
            }
            transactions.executeWithoutResult(status -> blame(e));
            return false;
        }
    }

    private boolean take(int limit) {
        CursorStore.Cursor cursor = cursors.lock(consumer.name());
        if (cursor.retryAt() != null && cursor.retryAt().isAfter(clock.instant())) {
            return false;
        }
        List<Placed> batch = entries.after(cursor.position(), cursor.attempts() > 0 ? 1 : limit);
        if (batch.isEmpty()) {
            oneByOne = false;
            return false;
        }
        List<FeedConsumer.Entry> wanted = batch.stream()
                .map(Placed::entry)
                .filter(e -> consumer.wants(e.topic()))
                .toList();
        if (!wanted.isEmpty()) {
            consumer.accept(wanted);
        }
        cursors.move(consumer.name(), batch.getLast().position());
        return batch.size() == limit;
    }

    /** The one entry that failed: wait and try again, or set it aside and go on. */
    private void blame(RuntimeException failure) {
        CursorStore.Cursor cursor = cursors.lock(consumer.name());
        List<Placed> next = entries.after(cursor.position(), 1);
        if (next.isEmpty()) {
            return;
        }
        Position place = next.getFirst().position();
        int attempts = cursor.attempts() + 1;
        Instant now = clock.instant();
        if (attempts < backOff.attempts()) {
            cursors.failed(consumer.name(), attempts, now.plus(backOff.after(attempts)), failure.toString());
            return;
        }
        LOG.error("{} parks entry {} after {} attempts", name(), place.sequence(), attempts, failure);
        cursors.park(consumer.name(), CursorStore.SHARED, place, failure.toString(), now);
        cursors.move(consumer.name(), place);
        oneByOne = false;
    }
}
