package cn.gov.jiyuan.service.onestop;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.cases.ActionInput;
import cn.gov.jiyuan.platform.cases.CaseView;
import cn.gov.jiyuan.platform.cases.Cases;
import cn.gov.jiyuan.platform.jobs.RecurringWork;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Ends matters whose applicant let the term for corrections pass (逾期未补正). The term is a rule, the moment is that of
 * the correction clock; whoever corrects a moment earlier is safe, because the action is done on the version read.
 */
@Component
final class MatterLapse implements RecurringWork {
    private static final Logger LOG = LoggerFactory.getLogger(MatterLapse.class);
    private static final int PORTION = 50;

    private final MatterStore store;
    private final Cases cases;
    private final Clock clock;

    MatterLapse(MatterStore store, Cases cases, Clock clock) {
        this.store = store;
        this.cases = cases;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "onestop.lapse";
    }

    @Override
    public Duration pause() {
        return Duration.ofMinutes(1);
    }

    @Override
    public boolean run() {
        Instant now = clock.instant();
        List<UUID> overdue = store.overdueIn("correction", now, PORTION);
        long ended = overdue.stream().filter(id -> lapse(id, now)).count();
        return overdue.size() == PORTION && ended > 0;
    }

    private boolean lapse(UUID id, Instant now) {
        try {
            CaseView matter = cases.find(id).orElseThrow();
            Instant due = matter.dueAt();
            if (!matter.state().equals("correction") || due == null || due.isAfter(now)) {
                return false;
            }
            cases.act(Actor.SYSTEM, id, matter.version(), "lapse", ActionInput.NONE.withReason(reason(due)));
            return true;
        } catch (Fault fault) {
            LOG.warn("Matter {} could not be ended for want of corrections", id, fault);
            return false;
        }
    }

    private static String reason(Instant due) {
        return "补正期限至 " + Moments.day(due.minusSeconds(1)) + " 届满，申请人未补正，按补正告知书视为放弃申请。";
    }
}
