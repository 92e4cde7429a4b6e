package cn.gov.jiyuan.data.exchange.sharing;

import cn.gov.jiyuan.kernel.error.Fault;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Keeps calls within the quota of their grant, by day and by second. Each node takes a stretch of calls at once from the
 * database, so that all nodes together never exceed the limit and most calls ask nobody.
 */
@Component
final class Quotas {
    private static final int SECOND_KEPT = 60;
    private static final int DAYS_KEPT = 40;

    private final GrantStore store;
    private final Clock clock;
    private final Map<String, Stretch> stretches = new ConcurrentHashMap<>();

    Quotas(GrantStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Calls that this node may still make in a bucket. */
    private static final class Stretch {
        private final String bucket;
        private int left;

        Stretch(String bucket) {
            this.bucket = bucket;
        }
    }

    void take(Grant grant) {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, clock.getZone());
        String second = Long.toString(now.getEpochSecond());
        if (!taken(
                grant,
                "s",
                second,
                grant.perSecond(),
                Math.max(1, grant.perSecond() / 4),
                now.getEpochSecond() + SECOND_KEPT)) {
            throw new Fault(SharingError.QUOTA_SECOND, grant.perSecond());
        }
        long kept = today.plusDays(DAYS_KEPT).atStartOfDay().toEpochSecond(ZoneOffset.UTC);
        if (!taken(grant, "d", today.toString(), grant.dailyQuota(), Math.max(1, grant.dailyQuota() / 1000), kept)) {
            throw new Fault(SharingError.QUOTA_DAY, grant.dailyQuota());
        }
    }

    private boolean taken(Grant grant, String kind, String bucket, int limit, int portion, long keptTo) {
        Stretch stretch = stretches.compute(
                grant.appKey() + kind,
                (key, present) -> present == null || !present.bucket.equals(bucket) ? new Stretch(bucket) : present);
        synchronized (stretch) {
            if (stretch.left == 0) {
                stretch.left = store.take(grant.appKey(), bucket, portion, limit, keptTo);
            }
            if (stretch.left == 0) {
                return false;
            }
            stretch.left--;
            return true;
        }
    }
}
