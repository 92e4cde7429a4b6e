package cn.gov.jiyuan.service.onestop;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.cases.ActionInput;
import cn.gov.jiyuan.platform.cases.CaseView;
import cn.gov.jiyuan.platform.cases.Cases;
import cn.gov.jiyuan.platform.jobs.RecurringWork;
import cn.gov.jiyuan.platform.jobs.RecurringWorks;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Takes the {@link DefaultStep}s of overdue matters. Whoever acts a moment earlier is safe, because a step is taken on the
 * version that was read.
 */
@Component
final class DefaultSteps implements RecurringWorks {
    private static final Logger LOG = LoggerFactory.getLogger(DefaultSteps.class);
    private static final int PORTION = 50;

    private final MatterStore store;
    private final Cases cases;
    private final Clock clock;

    DefaultSteps(MatterStore store, Cases cases, Clock clock) {
        this.store = store;
        this.cases = cases;
        this.clock = clock;
    }

    @Override
    public List<RecurringWork> all() {
        return Stream.of(DefaultStep.values()).<RecurringWork>map(Work::new).toList();
    }

    private boolean take(DefaultStep step, UUID id, Instant now) {
        try {
            CaseView matter = cases.find(id).orElseThrow();
            Instant due = matter.dueAt();
            if (!matter.state().equals(step.state()) || due == null || due.isAfter(now)) {
                return false;
            }
            cases.act(Actor.SYSTEM, id, matter.version(), step.action(), ActionInput.NONE.withReason(step.reason(due)));
            return true;
        } catch (Fault fault) {
            LOG.warn("{} could not be done for matter {}", step, id, fault);
            return false;
        }
    }

    private final class Work implements RecurringWork {
        private final DefaultStep step;

        Work(DefaultStep step) {
            this.step = step;
        }

        @Override
        public String name() {
            return step.work();
        }

        @Override
        public Duration pause() {
            return Duration.ofMinutes(1);
        }

        @Override
        public boolean run() {
            Instant now = clock.instant();
            List<UUID> overdue = store.overdueIn(step.state(), now, PORTION);
            long taken = overdue.stream().filter(id -> take(step, id, now)).count();
            return overdue.size() == PORTION && taken > 0;
        }
    }
}
