package cn.gov.jiyuan.platform.feed;

import cn.gov.jiyuan.kernel.error.Fault;
import java.time.Clock;
import java.util.List;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Appends changes in the caller's transaction. */
final class FeedWriter implements Feed {
    private final EntryStore entries;
    private final Clock clock;

    FeedWriter(EntryStore entries, Clock clock) {
        this.entries = entries;
        this.clock = clock;
    }

    @Override
    public void append(Change change) {
        requireTransaction();
        entries.insert(change, clock.instant());
    }

    @Override
    public void appendAll(List<Change> changes) {
        requireTransaction();
        if (!changes.isEmpty()) {
            entries.insertAll(changes, clock.instant());
        }
    }

    @Override
    public long head() {
        return entries.head().sequence();
    }

    private static void requireTransaction() {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new Fault(FeedError.NO_TRANSACTION);
        }
    }
}
