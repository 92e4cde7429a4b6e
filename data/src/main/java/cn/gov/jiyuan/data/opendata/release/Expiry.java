package cn.gov.jiyuan.data.opendata.release;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.platform.cases.ActionInput;
import cn.gov.jiyuan.platform.cases.CaseView;
import cn.gov.jiyuan.platform.cases.Cases;
import cn.gov.jiyuan.platform.jobs.RecurringWork;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Marks what was not brought up to date in its cycle (过期). */
@Component("opendata.Expiry")
final class Expiry implements RecurringWork {
    private static final int PORTION = 100;
    private final DatasetStore store;
    private final Cases cases;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Expiry(DatasetStore store, Cases cases, PlatformTransactionManager transactions, Clock clock) {
        this.store = store;
        this.cases = cases;
        this.transactions = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Override
    public String name() {
        return "opendata.expiry";
    }

    @Override
    public Duration pause() {
        return Duration.ofMinutes(10);
    }

    @Override
    public boolean run() {
        List<OpenDataset> overdue = store.overdue(LocalDate.now(clock), PORTION);
        for (OpenDataset dataset : overdue) {
            transactions.executeWithoutResult(status -> {
                CaseView matter = cases.find(dataset.id()).orElseThrow();
                String reason = "应于 " + dataset.nextDue() + " 前更新";
                cases.act(Actor.SYSTEM, matter.id(), matter.version(), "expire", ActionInput.NONE.withReason(reason));
            });
        }
        return overdue.size() == PORTION;
    }
}
