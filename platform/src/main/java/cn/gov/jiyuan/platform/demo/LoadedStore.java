package cn.gov.jiyuan.platform.demo;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Remembers which sources were loaded. */
final class LoadedStore {
    private final JdbcTemplate jdbc;

    LoadedStore(DataSource dataSource) {
        jdbc = new JdbcTemplate(dataSource);
    }

    Set<String> loaded() {
        return new HashSet<>(jdbc.queryForList("select source from demo.loaded", String.class));
    }

    void loaded(DemoSource source, Instant at) {
        jdbc.update(
                "insert into demo.loaded (source, title, loaded_at) values (?, ?, ?) on conflict do nothing",
                source.name(),
                source.title(),
                at.atOffset(ZoneOffset.UTC));
    }

    /** Lets nodes that start together decide one after the other. */
    void lock() {
        jdbc.execute("lock table demo.loaded in share row exclusive mode");
    }
}
