package cn.gov.jiyuan.data.exchange.sharing;

import cn.gov.jiyuan.platform.jobs.RecurringWork;
import cn.gov.jiyuan.platform.jobs.RecurringWorks;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/** What recurs in sharing, on one node at a time. */
@Component
final class SharingWorks implements RecurringWorks {
    private static final Duration OFTEN = Duration.ofSeconds(2);
    private static final Duration SELDOM = Duration.ofMinutes(1);

    private final ServedTables served;
    private final ShareSweep sweep;
    private final Unmet unmet;
    private final Subscriptions subscriptions;
    private final Supply supply;

    SharingWorks(ServedTables served, ShareSweep sweep, Unmet unmet, Subscriptions subscriptions, Supply supply) {
        this.served = served;
        this.sweep = sweep;
        this.unmet = unmet;
        this.subscriptions = subscriptions;
        this.supply = supply;
    }

    @Override
    public List<RecurringWork> all() {
        return List.of(
                new Work("exchange.served", OFTEN, served::catchUp),
                new Work("exchange.served-old", SELDOM, () -> nothing(served::clearAway)),
                new Work("exchange.sharing-sweep", SELDOM, () -> nothing(sweep::run)),
                new Work("exchange.sharing-unmet", SELDOM, () -> nothing(unmet::dispatch)),
                new Work("exchange.subscriptions", OFTEN, subscriptions::tell),
                new Work("exchange.supply", OFTEN, supply::begin));
    }

    private static boolean nothing(Runnable work) {
        work.run();
        return false;
    }

    /** True if there is more to do at once. */
    @FunctionalInterface
    private interface Portion {
        boolean run();
    }

    private record Work(String name, Duration pause, Portion portion) implements RecurringWork {
        @Override
        public boolean run() {
            return portion.run();
        }
    }
}
