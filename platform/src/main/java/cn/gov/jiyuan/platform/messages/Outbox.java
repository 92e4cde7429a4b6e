package cn.gov.jiyuan.platform.messages;

import cn.gov.jiyuan.platform.jobs.RecurringWork;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/** Sends the copies that wait, one transaction each; the wait after a failure doubles from half a minute. */
final class Outbox implements RecurringWork {
    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
    private static final int ATTEMPTS = 8;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(30);
    private final MessageStore store;
    private final Couriers couriers;
    private final TransactionOperations transactions;
    private final Clock clock;

    Outbox(MessageStore store, Couriers couriers, TransactionOperations transactions, Clock clock) {
        this.store = store;
        this.couriers = couriers;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "messages.outbox";
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(2);
    }

    @Override
    public boolean run() {
        return Boolean.TRUE.equals(transactions.execute(status -> sendOne()));
    }

    private boolean sendOne() {
        Instant now = clock.instant();
        Optional<MessageStore.Due> due = store.due(now);
        due.ifPresent(copy -> send(copy, now));
        return due.isPresent();
    }

    private void send(MessageStore.Due copy, Instant now) {
        try {
            store.end(copy.id(), couriers.carry(copy).name(), null, now);
        } catch (RuntimeException e) {
            int failures = copy.attempts() + 1;
            LOG.warn("Message {} by {} failed {} times", copy.messageId(), copy.channel(), failures, e);
            if (failures >= ATTEMPTS) {
                store.end(copy.id(), "FAILED", e.toString(), now);
            } else {
                store.later(copy.id(), now.plus(FIRST_WAIT.multipliedBy(1L << (failures - 1))), e.toString());
            }
        }
    }
}
