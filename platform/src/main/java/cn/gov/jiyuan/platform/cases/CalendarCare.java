package cn.gov.jiyuan.platform.cases;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.platform.jobs.RecurringWork;
import java.time.Duration;

/** Puts deadlines that were counted on a provisional calendar right when the official one has come (暂按 → 正式). */
final class CalendarCare implements RecurringWork {
    private final Cases cases;

    CalendarCare(Cases cases) {
        this.cases = cases;
    }

    @Override
    public String name() {
        return "cases.provisional";
    }

    @Override
    public Duration pause() {
        return Duration.ofHours(6);
    }

    @Override
    public boolean run() {
        cases.recomputeProvisional(Actor.SYSTEM);
        return false;
    }
}
