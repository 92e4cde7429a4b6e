package cn.gov.jiyuan.platform.jobs;

import java.net.InetAddress;
import java.net.UnknownHostException;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** The registry of nodes. */
final class NodeStore {
    private final JdbcTemplate jdbc;
    private final Node node;

    NodeStore(DataSource dataSource, Node node) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.node = node;
    }

    /** Tells that this node lives; forgets nodes that were silent for a day. */
    void beat() {
        jdbc.update("""
                insert into jobs.node (process, name, host, started_at, seen_at)
                values (?, ?, ?, clock_timestamp(), clock_timestamp())
                on conflict (process) do update set seen_at = excluded.seen_at
                """, node.process(), node.name(), host());
        jdbc.update("delete from jobs.node where seen_at < clock_timestamp() - interval '1 day'");
    }

    void leave() {
        jdbc.update("delete from jobs.node where process = ?", node.process());
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "?";
        }
    }
}
