package cn.gov.jiyuan.support.items;

import cn.gov.jiyuan.platform.jobs.RecurringWork;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Brings versions into force and ends them on their day, suspends items and takes them up again (到期换版、暂停、恢复). */
@Component
final class Turnover implements RecurringWork {
    private final Stewardship stewardship;
    private final ItemStanding standing;
    private final Clock clock;

    Turnover(Stewardship stewardship, ItemStanding standing, Clock clock) {
        this.stewardship = stewardship;
        this.standing = standing;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "items.turnover";
    }

    @Override
    public Duration pause() {
        return Duration.ofMinutes(1);
    }

    @Override
    public boolean run() {
        LocalDate today = LocalDate.now(clock);
        return stewardship.turnover(today) | standing.turn(today);
    }
}
