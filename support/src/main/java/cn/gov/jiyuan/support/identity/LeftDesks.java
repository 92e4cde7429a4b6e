package cn.gov.jiyuan.support.identity;

import cn.gov.jiyuan.platform.cases.Tasks;
import cn.gov.jiyuan.platform.jobs.RecurringWork;
import cn.gov.jiyuan.platform.parties.Parties;
import cn.gov.jiyuan.platform.parties.Post;
import cn.gov.jiyuan.platform.parties.Posts;
import cn.gov.jiyuan.platform.parties.Units;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/**
 * Gives the tasks of those who left a post back to their unit (离岗任务放回), on the day after the last one. Whoever still holds
 * another post in the unit keeps his tasks.
 */
@Component
class LeftDesks implements RecurringWork {
    /** A node that stood still over a long holiday finds what ended meanwhile. */
    private static final int DAYS_LOOKED_BACK = 15;

    private final Tasks tasks;
    private final Posts posts;
    private final Parties parties;
    private final Units units;
    private final Clock clock;

    LeftDesks(Tasks tasks, Posts posts, Parties parties, Units units, Clock clock) {
        this.tasks = tasks;
        this.posts = posts;
        this.parties = parties;
        this.units = units;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "identity.left-desks";
    }

    @Override
    public Duration pause() {
        return Duration.ofMinutes(1);
    }

    @Override
    public boolean run() {
        LocalDate today = LocalDate.now(clock);
        posts.ended(today.minusDays(DAYS_LOOKED_BACK), today.minusDays(1)).forEach(this::clear);
        return false;
    }

    /** @return how many tasks went back */
    int clear(Post post) {
        boolean stays = parties.posts(post.personId(), LocalDate.now(clock)).stream()
                .anyMatch(other -> other.unitId().equals(post.unitId()));
        String reason = "不再任" + units.get(post.unitId()).shortName() + post.title();
        return stays ? 0 : tasks.vacate(post.personId(), post.unitId(), reason);
    }
}
