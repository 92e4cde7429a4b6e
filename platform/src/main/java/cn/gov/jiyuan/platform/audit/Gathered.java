package cn.gov.jiyuan.platform.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.Ordered;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The events of one transaction; what a savepoint takes back is forgotten with it. */
final class Gathered implements TransactionSynchronization {
    private static final int AT_MOST = 10_000;
    private final EventStore store;
    private final List<Fact> facts = new ArrayList<>();
    private final Map<Object, Integer> savepoints = new HashMap<>();
    private boolean committing;

    Gathered(EventStore store) {
        this.store = store;
    }

    void add(Fact fact) {
        facts.add(fact);
        if (committing || (facts.size() >= AT_MOST && savepoints.isEmpty())) {
            write();
        }
    }

    private void write() {
        if (!facts.isEmpty()) {
            store.insert(facts);
            facts.clear();
        }
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public void savepoint(Object savepoint) {
        savepoints.put(savepoint, facts.size());
    }

    @Override
    public void savepointRollback(Object savepoint) {
        int size = savepoints.getOrDefault(savepoint, facts.size());
        facts.subList(size, facts.size()).clear();
    }

    @Override
    public void beforeCommit(boolean readOnly) {
        write();
        committing = true;
    }

    @Override
    public void suspend() {
        TransactionSynchronizationManager.unbindResource(store);
    }

    @Override
    public void resume() {
        TransactionSynchronizationManager.bindResource(store, this);
    }

    @Override
    public void afterCompletion(int status) {
        TransactionSynchronizationManager.unbindResourceIfPossible(store);
    }
}
