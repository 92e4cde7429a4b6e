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
 * Deems a matter accepted when nobody told its applicant anything in five workdays (逾期不告知的，自收到申请材料之日起即为受理，
 * 行政许可法第 32 条第 1 款第 4 项). Its clocks run as of the day on which the materials came.
 */
@Component
final class DeemedAcceptance implements RecurringWork {
    private static final Logger LOG = LoggerFactory.getLogger(DeemedAcceptance.class);
    private static final int PORTION = 50;

    private final MatterStore store;
    private final Cases cases;
    private final Clock clock;

    DeemedAcceptance(MatterStore store, Cases cases, Clock clock) {
        this.store = store;
        this.cases = cases;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "onestop.deemed-acceptance";
    }

    @Override
    public Duration pause() {
        return Duration.ofMinutes(1);
    }

    @Override
    public boolean run() {
        Instant now = clock.instant();
        List<UUID> silent = store.overdueIn("submitted", now, PORTION);
        long accepted = silent.stream().filter(id -> accept(id, now)).count();
        return silent.size() == PORTION && accepted > 0;
    }

    private boolean accept(UUID id, Instant now) {
        try {
            CaseView matter = cases.find(id).orElseThrow();
            Instant due = matter.dueAt();
            if (!matter.state().equals("submitted") || due == null || due.isAfter(now)) {
                return false;
            }
            cases.act(Actor.SYSTEM, id, matter.version(), "deem-accepted", ActionInput.NONE.withReason(reason(due)));
            return true;
        } catch (Fault fault) {
            LOG.warn("Matter {} could not be deemed accepted", id, fault);
            return false;
        }
    }

    static String reason(Instant due) {
        return "告知是否受理的期限至 " + Moments.day(due.minusSeconds(1)) + " 届满，没有告知申请人，自收到材料之日起视为受理。";
    }
}
