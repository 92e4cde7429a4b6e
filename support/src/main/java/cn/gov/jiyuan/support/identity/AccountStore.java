package cn.gov.jiyuan.support.identity;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** SQL of accounts. */
final class AccountStore {
    private final JdbcClient jdbc;

    record Account(
            UUID personId,
            String loginName,
            String passwordHash,
            int failures,
            @Nullable Instant lockedUntil,
            String state,
            Instant lastUsed) {}

    record DemoAccount(String loginName, String note) {}

    AccountStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Account> byLogin(String loginName) {
        return find("login_name = ?", loginName);
    }

    Optional<Account> byPerson(UUID personId) {
        return find("person_id = ?", personId);
    }

    private Optional<Account> find(String condition, Object value) {
        return jdbc.sql("select person_id, login_name, password_hash, failures, locked_until, state,"
                        + " coalesce(last_login_at, opened_at) from identity.account where " + condition)
                .param(value)
                .query((row, n) -> new Account(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getString(3),
                        row.getInt(4),
                        row.getTimestamp(5) == null ? null : row.getTimestamp(5).toInstant(),
                        row.getString(6),
                        row.getTimestamp(7).toInstant()))
                .optional();
    }

    /** Counts a failure and locks at the limit; atomic, so that parallel guesses are all counted. */
    int fail(UUID personId, int limit, Instant lockUntil) {
        return jdbc.sql("""
                        update identity.account
                           set failures = failures + 1,
                               locked_until = case when failures + 1 >= ? then ?::timestamptz else locked_until end
                         where person_id = ? returning failures
                        """)
                .params(limit, lockUntil.atOffset(ZoneOffset.UTC), personId)
                .query(Integer.class)
                .single();
    }

    void succeed(UUID personId, Instant at) {
        jdbc.sql("update identity.account set failures = 0, locked_until = null, last_login_at = ? where person_id = ?")
                .params(at.atOffset(ZoneOffset.UTC), personId)
                .update();
    }

    /** False if the name is taken. */
    boolean insert(UUID personId, String loginName, String passwordHash, Instant at) {
        return jdbc.sql("insert into identity.account (person_id, login_name, password_hash, opened_at)"
                                + " values (?, ?, ?, ?) on conflict do nothing")
                        .params(personId, loginName, passwordHash, at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Also lifts a lock. */
    void changePassword(UUID personId, String passwordHash) {
        jdbc.sql("update identity.account set password_hash = ?, failures = 0, locked_until = null where person_id = ?")
                .params(passwordHash, personId)
                .update();
    }

    /** The account counts as used on that day. */
    void reactivate(UUID personId, Instant at) {
        succeed(personId, at);
    }

    List<DemoAccount> demoAccounts() {
        return jdbc.sql(
                        "select login_name, note from identity.account where is_demo and note <> '' order by tour, login_name")
                .query((row, n) -> new DemoAccount(row.getString(1), row.getString(2)))
                .list();
    }
}
