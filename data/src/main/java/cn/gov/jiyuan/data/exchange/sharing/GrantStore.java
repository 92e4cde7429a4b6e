package cn.gov.jiyuan.data.exchange.sharing;

import cn.gov.jiyuan.data.exchange.sharing.ShareRequest.Mode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Grants and how much of their quota is used. */
@Component
final class GrantStore {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcTemplate jdbc;

    GrantStore(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
    }

    void insert(Grant grant, Instant at) {
        jdbc.update(
                "insert into exchange.share_grant (id, request_id, resource_code, resource_name, unit_id, unit_name,"
                        + " provider_unit_id, provider_unit_name, app_key, secret, secret_version, fields, conditions,"
                        + " daily_quota, per_second, ips, mode, purpose, state, expire_at, created_at, version, is_demo)"
                        + " values (?,?,?,?,?,?,?,?,?,?,?,?::jsonb,?::jsonb,?,?,?,?,?,?,?,?,1,?)",
                grant.id(),
                grant.requestId(),
                grant.resourceCode(),
                grant.resourceName(),
                grant.unitId(),
                grant.unitName(),
                grant.providerUnitId(),
                grant.providerUnitName(),
                grant.appKey(),
                grant.secret(),
                grant.secretVersion(),
                JSON.writeValueAsString(grant.fields()),
                JSON.writeValueAsString(grant.conditions()),
                grant.dailyQuota(),
                grant.perSecond(),
                grant.ips().toArray(String[]::new),
                grant.mode().name(),
                grant.purpose(),
                grant.state().name(),
                grant.expireAt().atOffset(ZoneOffset.UTC),
                at.atOffset(ZoneOffset.UTC),
                grant.demo());
    }

    /** What a renewed approval says takes the place of what was granted; key and secret stay. */
    void reopen(Grant grant) {
        jdbc.update(
                "update exchange.share_grant set fields = ?::jsonb, conditions = ?::jsonb, daily_quota = ?,"
                        + " per_second = ?, ips = ?, purpose = ?, state = 'ACTIVE', expire_at = ?, expiry_told_at = null,"
                        + " version = version + 1 where id = ?",
                JSON.writeValueAsString(grant.fields()),
                JSON.writeValueAsString(grant.conditions()),
                grant.dailyQuota(),
                grant.perSecond(),
                grant.ips().toArray(String[]::new),
                grant.purpose(),
                grant.expireAt().atOffset(ZoneOffset.UTC),
                grant.id());
    }

    void state(UUID id, Grant.State state) {
        jdbc.update("update exchange.share_grant set state = ?, version = version + 1 where id = ?", state.name(), id);
    }

    /** @return false if both sides had been told before */
    boolean expire(UUID id, Instant at) {
        return jdbc.update(
                        "update exchange.share_grant set state = 'EXPIRED', expiry_told_at = ?, version = version + 1"
                                + " where id = ? and expiry_told_at is null and state <> 'ENDED'",
                        at.atOffset(ZoneOffset.UTC),
                        id)
                == 1;
    }

    void secret(UUID id, byte[] sealed, int version) {
        jdbc.update(
                "update exchange.share_grant set secret = ?, secret_version = ?, secret_shown_at = null,"
                        + " version = version + 1 where id = ?",
                sealed,
                version,
                id);
    }

    /** @return false if it was shown before */
    boolean showSecret(UUID id, Instant at) {
        return jdbc.update(
                        "update exchange.share_grant set secret_shown_at = ?, version = version + 1"
                                + " where id = ? and secret_shown_at is null",
                        at.atOffset(ZoneOffset.UTC),
                        id)
                == 1;
    }

    Optional<Grant> find(UUID id) {
        return one("select * from exchange.share_grant where id = ?", id);
    }

    Optional<Grant> ofRequest(UUID request) {
        return one("select * from exchange.share_grant where request_id = ?", request);
    }

    Optional<Grant> ofKey(String appKey) {
        return one("select * from exchange.share_grant where app_key = ?", appKey);
    }

    List<Grant> activeOf(String resourceCode) {
        return jdbc.query(
                "select * from exchange.share_grant where resource_code = ? and state = 'ACTIVE'",
                (row, n) -> grant(row),
                resourceCode);
    }

    /** Grants whose time is over and of which nobody was told. */
    List<Grant> over(Instant now, int limit) {
        return jdbc.query(
                "select * from exchange.share_grant where expire_at <= ? and expiry_told_at is null"
                        + " and state in ('ACTIVE', 'SUSPENDED') order by expire_at limit ?",
                (row, n) -> grant(row),
                now.atOffset(ZoneOffset.UTC),
                limit);
    }

    /** The first success of grants; demands follow. @return ids of requests whose grant had none before */
    List<UUID> succeeded(List<UUID> grants, Instant at) {
        return jdbc.queryForList(
                "update exchange.share_grant set first_success_at = ? where id = any (?) and first_success_at is null"
                        + " returning request_id",
                UUID.class,
                at.atOffset(ZoneOffset.UTC),
                grants.toArray(UUID[]::new));
    }

    /** Takes up to so many calls out of a bucket; fewer, or none, if the limit is near. */
    int take(String appKey, String bucket, int wanted, int limit, long keptTo) {
        jdbc.update(
                "insert into exchange.share_usage (app_key, bucket, used, kept_to) values (?, ?, 0, ?)"
                        + " on conflict (app_key, bucket) do nothing",
                appKey,
                bucket,
                keptTo);
        return jdbc.queryForList(
                        "update exchange.share_usage u set used = least(before.used + ?, ?)"
                                + " from (select used from exchange.share_usage where app_key = ? and bucket = ?"
                                + " for update) before where u.app_key = ? and u.bucket = ?"
                                + " returning u.used - before.used",
                        Integer.class,
                        wanted,
                        limit,
                        appKey,
                        bucket,
                        appKey,
                        bucket)
                .getFirst();
    }

    int clearUsage(long before) {
        return jdbc.update("delete from exchange.share_usage where kept_to < ?", before);
    }

    void removeDemo() {
        jdbc.update("delete from exchange.subscription where grant_id in"
                + " (select id from exchange.share_grant where is_demo)");
        jdbc.update("delete from exchange.share_grant where is_demo");
    }

    private Optional<Grant> one(String sql, Object key) {
        return jdbc.query(sql, (row, n) -> grant(row), key).stream().findFirst();
    }

    private static Grant grant(ResultSet row) throws SQLException {
        return new Grant(
                row.getObject("id", UUID.class),
                row.getObject("request_id", UUID.class),
                row.getString("resource_code"),
                row.getString("resource_name"),
                row.getObject("unit_id", UUID.class),
                row.getString("unit_name"),
                row.getObject("provider_unit_id", UUID.class),
                row.getString("provider_unit_name"),
                row.getString("app_key"),
                row.getBytes("secret"),
                row.getInt("secret_version"),
                RequestStore.instant(row.getObject("secret_shown_at", OffsetDateTime.class)),
                JSON.readValue(row.getString("fields"), RequestStore.FIELDS),
                JSON.readValue(row.getString("conditions"), RequestStore.CONDITIONS),
                row.getInt("daily_quota"),
                row.getInt("per_second"),
                RequestStore.texts(row.getArray("ips")),
                Mode.valueOf(row.getString("mode")),
                row.getString("purpose"),
                Grant.State.valueOf(row.getString("state")),
                row.getObject("expire_at", OffsetDateTime.class).toInstant(),
                RequestStore.instant(row.getObject("first_success_at", OffsetDateTime.class)),
                RequestStore.instant(row.getObject("expiry_told_at", OffsetDateTime.class)),
                row.getBoolean("is_demo"));
    }
}
