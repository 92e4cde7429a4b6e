package cn.gov.jiyuan.data.opendata.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keys of developers and what was used of their quotas. */
@Component("opendata.KeyStore")
final class KeyStore {
    private final JdbcClient jdbc;

    KeyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(ApiKeys.Key key, byte[] hash) {
        jdbc.sql("insert into opendata.api_key (id, party_id, title, purpose, hash, hint, quota, created_at)"
                        + " values (?,?,?,?,?,?,?,?)")
                .params(
                        key.id(),
                        key.party(),
                        key.title(),
                        key.purpose(),
                        hash,
                        key.hint(),
                        key.quota(),
                        key.created().atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<ApiKeys.Key> find(byte[] hash) {
        return jdbc.sql("select * from opendata.api_key where hash = ? and ended_at is null")
                .param(hash)
                .query((row, n) -> key(row))
                .optional();
    }

    Optional<ApiKeys.Key> find(UUID id) {
        return jdbc.sql("select * from opendata.api_key where id = ? and ended_at is null")
                .param(id)
                .query((row, n) -> key(row))
                .optional();
    }

    List<ApiKeys.Key> of(UUID party) {
        return jdbc.sql("select * from opendata.api_key where party_id = ? and ended_at is null order by created_at")
                .param(party)
                .query((row, n) -> key(row))
                .list();
    }

    boolean end(UUID id, UUID party, Instant at) {
        return jdbc.sql("update opendata.api_key set ended_at = ? where id = ? and party_id = ? and ended_at is null")
                        .params(at.atOffset(ZoneOffset.UTC), id, party)
                        .update()
                > 0;
    }

    boolean quota(UUID id, long quota) {
        return jdbc.sql("update opendata.api_key set quota = ? where id = ? and ended_at is null")
                        .params(quota, id)
                        .update()
                > 0;
    }

    /** Takes one call of the day's quota. @return false if nothing is left */
    boolean take(String holder, LocalDate day, long quota) {
        if (quota <= 0) {
            return false;
        }
        return jdbc.sql("insert into opendata.quota_use (holder, day, calls) values (?, ?, 1)"
                                + " on conflict (holder, day) do update set calls = quota_use.calls + 1"
                                + " where quota_use.calls < ?")
                        .params(holder, day, quota)
                        .update()
                > 0;
    }

    long used(String holder, LocalDate day) {
        return jdbc.sql("select coalesce(sum(calls), 0) from opendata.quota_use where holder = ? and day = ?")
                .params(holder, day)
                .query(Long.class)
                .single();
    }

    void used(UUID key, UUID dataset, Instant at) {
        jdbc.sql("insert into opendata.key_use (key_id, dataset_id, last_at) values (?, ?, ?)"
                        + " on conflict (key_id, dataset_id) do update set last_at = excluded.last_at")
                .params(key, dataset, at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Yesterday's counters say nothing any more. */
    void forgetBefore(LocalDate day) {
        jdbc.sql("delete from opendata.quota_use where day < ?").param(day).update();
    }

    private static ApiKeys.Key key(ResultSet row) throws SQLException {
        return new ApiKeys.Key(
                row.getObject("id", UUID.class),
                row.getObject("party_id", UUID.class),
                row.getString("title"),
                row.getString("purpose"),
                row.getString("hint"),
                row.getLong("quota"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
