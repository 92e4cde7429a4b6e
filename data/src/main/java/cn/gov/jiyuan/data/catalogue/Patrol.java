package cn.gov.jiyuan.data.catalogue;

import cn.gov.jiyuan.kernel.time.DateText;
import cn.gov.jiyuan.platform.jobs.RecurringWork;
import cn.gov.jiyuan.platform.rules.Rules;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks every day whether data come as often as the catalogue says (更新巡检): green, yellow, then red with a work order to
 * the provider, until the next batch.
 */
@Component
final class Patrol implements RecurringWork {
    private static final int PORTION = 200;

    private final PatrolStore store;
    private final Orders orders;
    private final Rules rules;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Patrol(PatrolStore store, Orders orders, Rules rules, TransactionTemplate transactions, Clock clock) {
        this.store = store;
        this.orders = orders;
        this.rules = rules;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** What a patrol found. */
    record Outcome(int looked, int yellow, int red) {
        Outcome plus(Light light) {
            return new Outcome(
                    looked + 1, yellow + (light == Light.YELLOW ? 1 : 0), red + (light == Light.RED ? 1 : 0));
        }
    }

    @Override
    public String name() {
        return "catalogue.patrol";
    }

    @Override
    public Duration pause() {
        return Duration.ofMinutes(1);
    }

    /** Once a day. */
    @Override
    public boolean run() {
        Instant now = clock.instant();
        if (day(store.last(name())).isBefore(day(now))) {
            all();
            store.last(name(), now);
        }
        return false;
    }

    Outcome all() {
        Outcome outcome = new Outcome(0, 0, 0);
        UUID after = null;
        List<PatrolStore.Watched> portion;
        do {
            portion = store.watched(after, PORTION);
            for (PatrolStore.Watched one : portion) {
                outcome = outcome.plus(look(one));
            }
            after = portion.isEmpty() ? after : portion.getLast().id();
        } while (portion.size() == PORTION);
        return outcome;
    }

    /** Looks at one entry, after it had a batch for example. */
    void look(UUID id) {
        store.one(id).ifPresent(this::look);
    }

    private Light look(PatrolStore.Watched one) {
        LocalDate since = since(one);
        long days = ChronoUnit.DAYS.between(since, LocalDate.now(clock));
        Light light = light(one, days);
        if (light != one.light()) {
            transactions.executeWithoutResult(status -> set(one, light, since, days));
        }
        return light;
    }

    private Light light(PatrolStore.Watched one, long days) {
        String key =
                "catalogue.lag." + one.cycle().name().toLowerCase(Locale.ROOT).replace('_', '-');
        LocalDate today = LocalDate.now(clock);
        return days >= rules.integer(key + ".red", today)
                ? Light.RED
                : days >= rules.integer(key + ".yellow", today) ? Light.YELLOW : Light.GREEN;
    }

    private void set(PatrolStore.Watched one, Light light, LocalDate since, long days) {
        store.light(one.id(), light, clock.instant());
        if (light == Light.RED) {
            orders.send(order(one, since, days));
        } else if (light == Light.GREEN) {
            orders.lift(store.openOrders(one.code()), "数据已经更新");
        }
    }

    private static Orders.Order order(PatrolStore.Watched one, LocalDate since, long days) {
        String what = "信息资源“" + one.name() + "”（" + one.code() + "）的更新周期为"
                + one.cycle().label() + "，"
                + (one.lastBatchAt() == null ? "发布以来没有数据批次" : "最近一批数据为 " + DateText.full(since)) + "，已 " + days
                + " 天没有更新。请尽快供数，不能按时更新的请说明原因。";
        return new Orders.Order(
                "LAG",
                one.code(),
                one.unitId(),
                "数据逾期未更新：" + one.name(),
                what,
                "catalogue.lag:" + one.code() + ":" + since,
                one.demo());
    }

    private LocalDate since(PatrolStore.Watched one) {
        @Nullable Instant batch = one.lastBatchAt();
        return batch == null ? one.publishedOn() : day(batch);
    }

    private LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, clock.getZone());
    }
}
