package cn.gov.jiyuan.service.onestop;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.cases.ActionInput;
import cn.gov.jiyuan.platform.cases.CaseView;
import cn.gov.jiyuan.platform.cases.Cases;
import cn.gov.jiyuan.platform.cases.Inbox;
import cn.gov.jiyuan.platform.cases.Tasks;
import cn.gov.jiyuan.platform.jobs.Progress;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts work on the desks of the officials of the guided tour and lets them issue a few real licences, through the same
 * doors as anybody.
 */
@Component
final class DemoDesk {
    private static final Logger LOG = LoggerFactory.getLogger(DemoDesk.class);
    private static final int CLAIMED = 12;
    private static final int ISSUED = 20;
    private static final int DELIVERED = 12;

    private final Inbox inbox;
    private final Tasks tasks;
    private final Cases cases;
    private final TransactionTemplate transactions;

    DemoDesk(Inbox inbox, Tasks tasks, Cases cases, PlatformTransactionManager transactions) {
        this.inbox = inbox;
        this.tasks = tasks;
        this.cases = cases;
        this.transactions = new TransactionTemplate(transactions);
    }

    void settle(DemoOffice office, Progress progress) {
        progress.say("签发最近的证照");
        issue(office.official("approver"), office.official("clerk"));
        for (String login : List.of("clerk", "reviewer", "approver", "clerk2")) {
            claim(office.official(login));
        }
    }

    private void issue(Actor approver, Actor clerk) {
        List<CaseView> granted = inbox.cases(
                        approver, MatterType.ID, new Inbox.CaseFilter("granted", null), null, ISSUED)
                .items();
        int done = 0;
        for (CaseView matter : granted) {
            if (matter.demo() && act(approver, matter, "issue") && done++ < DELIVERED) {
                cases.find(matter.id()).ifPresent(ready -> act(clerk, ready, "deliver"));
            }
        }
    }

    /** Each in a transaction of its own; one that cannot be issued stays as it is. */
    private boolean act(Actor official, CaseView matter, String action) {
        try {
            transactions.executeWithoutResult(
                    status -> cases.act(official, matter.id(), matter.version(), action, ActionInput.NONE));
            return true;
        } catch (Fault refused) {
            LOG.warn("Demo matter {}: {} refused: {}", matter.number(), action, refused.getMessage());
            return false;
        }
    }

    /** Every second of the most urgent tasks, so that colleagues find some, too. */
    private void claim(Actor official) {
        List<Inbox.Item> waiting = inbox.items(official, Inbox.View.CLAIMABLE, Inbox.Filter.NONE, null, 2 * CLAIMED)
                .items();
        for (int i = 0; i < waiting.size(); i += 2) {
            tasks.claim(official, waiting.get(i).taskId());
        }
    }
}
