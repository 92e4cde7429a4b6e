package cn.gov.jiyuan.data.opendata.access;

import cn.gov.jiyuan.platform.jobs.RecurringWork;
import cn.gov.jiyuan.platform.keys.Sm3;
import cn.gov.jiyuan.platform.rules.Rules;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How often somebody may call the API in a day (每日配额): by key, or by network address without one. */
@Component("opendata.Quotas")
public final class Quotas implements RecurringWork {
    private final KeyStore store;
    private final Rules rules;
    private final Clock clock;

    Quotas(KeyStore store, Rules rules, Clock clock) {
        this.store = store;
        this.rules = rules;
        this.clock = clock;
    }

    /** @param retryAfter seconds until the next day's quota @param keyed whether it was a key's */
    public record Exhausted(long quota, long retryAfter, boolean keyed) {}

    /** Takes one call. @return what to say if there is none left */
    public Optional<Exhausted> take(ApiKeys.@Nullable Key key, String address) {
        LocalDate today = LocalDate.now(clock);
        long quota = key == null ? rules.integer("opendata.quota.anonymous", today) : key.quota();
        String holder = key == null
                ? Sm3.hex(("ip:" + address).getBytes(StandardCharsets.UTF_8))
                : key.id().toString();
        if (store.take(holder, today, quota)) {
            return Optional.empty();
        }
        ZonedDateTime now = ZonedDateTime.now(clock);
        long wait = Duration.between(now, today.plusDays(1).atStartOfDay(clock.getZone()))
                .toSeconds();
        return Optional.of(new Exhausted(quota, Math.max(1, wait), key != null));
    }

    @Override
    public String name() {
        return "opendata.quotas";
    }

    @Override
    public Duration pause() {
        return Duration.ofHours(1);
    }

    @Override
    public boolean run() {
        store.forgetBefore(LocalDate.now(clock).minusDays(1));
        return false;
    }
}
