package cn.gov.jiyuan.platform.jobs;

import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The era of the database (数据库纪元). Transaction numbers order audit and feed; a database restored into another cluster
 * starts them anew, below those of its own rows. So the cluster's identifier is remembered, and a new one begins a new
 * era; all rows of earlier eras are settled and come first.
 */
public final class Era {
    private final int number;

    /** Finds the present era, or begins one; nodes that start together agree. */
    public Era(DataSource dataSource) {
        JdbcTemplate jdbc = new JdbcTemplate(dataSource);
        jdbc.update("""
                insert into jobs.era (number, system_identifier)
                select coalesce((select max(number) from jobs.era), 0) + 1, system_identifier
                  from pg_control_system()
                 where system_identifier is distinct from
                       (select system_identifier from jobs.era order by number desc limit 1)
                on conflict do nothing
                """);
        number = Objects.requireNonNull(jdbc.queryForObject("select max(number) from jobs.era", Integer.class));
    }

    public int number() {
        return number;
    }
}
