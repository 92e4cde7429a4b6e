package cn.gov.jiyuan.platform.audit;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import java.time.Clock;
import java.util.List;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Gathers the events of a transaction and writes them all just before it commits. */
final class AuditWriter implements Audit {
    private final EventStore store;
    private final Clock clock;

    AuditWriter(EventStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public void record(Actor actor, AuditEvent event) {
        gathered().add(Fact.of(clock.instant(), actor, event));
    }

    @Override
    public void recordAll(List<Past> events) {
        Gathered gathered = gathered();
        events.forEach(past -> gathered.add(Fact.of(past.at(), past.actor(), past.event())));
    }

    private Gathered gathered() {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new Fault(AuditError.NO_TRANSACTION);
        }
        if (TransactionSynchronizationManager.getResource(store) instanceof Gathered present) {
            return present;
        }
        Gathered gathered = new Gathered(store);
        TransactionSynchronizationManager.bindResource(store, gathered);
        TransactionSynchronizationManager.registerSynchronization(gathered);
        return gathered;
    }
}
