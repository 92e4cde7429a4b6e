package cn.gov.jiyuan.data.exchange.sharing;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Subscriptions. */
@Component
final class SubscriptionStore {
    private final JdbcTemplate jdbc;

    SubscriptionStore(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
    }

    /** What is there at present counts as told: only what comes later is news. */
    void subscribe(UUID grant, String url, long told, Instant at) {
        jdbc.update(
                "insert into exchange.subscription (grant_id, url, told, state, created_at) values (?,?,?,'ACTIVE',?)"
                        + " on conflict (grant_id) do update set url = excluded.url, state = 'ACTIVE', attempts = 0,"
                        + " next_at = null, last_error = null",
                grant,
                url,
                told,
                at.atOffset(ZoneOffset.UTC));
    }

    /** Those who have not heard of the version in force and may be told now. */
    List<Subscription> due(Instant now, int limit) {
        return jdbc.query(
                "select s.grant_id, g.app_key, g.resource_code, s.url, s.told, v.snapshot, s.attempts"
                        + " from exchange.subscription s join exchange.share_grant g on g.id = s.grant_id"
                        + " join exchange.directory d on d.code = g.resource_code"
                        + " join exchange.served v on v.dataset = d.dataset"
                        + " where s.state = 'ACTIVE' and g.state = 'ACTIVE' and g.expire_at > ? and v.snapshot > s.told"
                        + " and (s.next_at is null or s.next_at <= ?) order by s.grant_id limit ?",
                (row, n) -> new Subscription(
                        row.getObject("grant_id", UUID.class),
                        row.getString("app_key"),
                        row.getString("resource_code"),
                        row.getString("url"),
                        row.getLong("told"),
                        row.getLong("snapshot"),
                        row.getInt("attempts")),
                now.atOffset(ZoneOffset.UTC),
                now.atOffset(ZoneOffset.UTC),
                limit);
    }

    void told(UUID grant, long snapshot, Instant at) {
        jdbc.update(
                "update exchange.subscription set told = ?, told_at = ?, attempts = 0, next_at = null,"
                        + " last_error = null where grant_id = ?",
                snapshot,
                at.atOffset(ZoneOffset.UTC),
                grant);
    }

    /** @param again when to try again; null to give up */
    void failed(UUID grant, String why, @Nullable Instant again) {
        jdbc.update(
                "update exchange.subscription set attempts = attempts + 1, last_error = ?, next_at = ?,"
                        + " state = case when ?::timestamptz is null then 'STOPPED' else state end where grant_id = ?",
                why,
                again == null ? null : again.atOffset(ZoneOffset.UTC),
                again == null ? null : again.atOffset(ZoneOffset.UTC),
                grant);
    }

    /** How a subscription stands, for its unit. */
    record Standing(
            String url,
            String state,
            long told,
            int attempts,
            @Nullable String lastError) {}

    List<Standing> of(UUID grant) {
        return jdbc.query(
                "select * from exchange.subscription where grant_id = ?",
                (row, n) -> new Standing(
                        row.getString("url"),
                        row.getString("state"),
                        row.getLong("told"),
                        row.getInt("attempts"),
                        row.getString("last_error")),
                grant);
    }
}
