package cn.gov.jiyuan.platform.jobs;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Leases as rows, by the clock of the database, each step in a transaction of its own. */
final class LeaseStore implements Leases {
    private final JdbcTemplate jdbc;
    private final TransactionTemplate alone;
    private final UUID process;

    LeaseStore(DataSource dataSource, UUID process) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.alone = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        this.alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.process = process;
    }

    @Override
    public boolean hold(String role, Duration ttl) {
        return Boolean.TRUE.equals(alone.execute(status -> jdbc.update("""
                insert into jobs.lease (role, holder, until)
                values (?, ?, clock_timestamp() + ? * interval '1 millisecond')
                on conflict (role) do update set holder = excluded.holder, until = excluded.until
                 where lease.holder = excluded.holder or lease.until < clock_timestamp()
                """, role, process, ttl.toMillis()) == 1));
    }

    /** Prolongs what this process holds; the roles that it still holds. */
    List<String> renew(Collection<String> roles, Duration ttl) {
        List<String> kept = alone.execute(status -> jdbc.queryForList(
                "update jobs.lease set until = clock_timestamp() + ? * interval '1 millisecond'"
                        + " where holder = ? and role = any (?) returning role",
                String.class,
                ttl.toMillis(),
                process,
                roles.toArray(String[]::new)));
        return kept == null ? List.of() : kept;
    }

    @Override
    public void release(String role) {
        alone.executeWithoutResult(
                status -> jdbc.update("delete from jobs.lease where role = ? and holder = ?", role, process));
    }

    /** Gives back all roles of this process. */
    void releaseAll() {
        alone.executeWithoutResult(status -> jdbc.update("delete from jobs.lease where holder = ?", process));
    }
}
