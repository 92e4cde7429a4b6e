package cn.gov.jiyuan.platform.federation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Lanes; when a batch is tried again is told by the clock of the database, as with jobs. */
final class LaneStore {
    private final JdbcTemplate jdbc;

    LaneStore(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
    }

    void ensure(String peer, String recordType) {
        jdbc.update(
                "insert into federation.lane (id, peer, record_type, next_at) values (?, ?, ?, clock_timestamp())"
                        + " on conflict do nothing",
                Lane.id(peer, recordType),
                peer,
                recordType);
    }

    /** The lane, kept from others until the transaction ends. */
    Lane lock(String peer, String recordType) {
        ensure(peer, recordType);
        return jdbc.query(
                        "select * from federation.lane where id = ? for update",
                        (row, n) -> lane(row),
                        Lane.id(peer, recordType))
                .getFirst();
    }

    /** Lanes to active peers in which something waits and whose time has come. */
    List<Lane> due(int limit) {
        return jdbc.query(
                "select l.* from federation.lane l join federation.peer p on p.code = l.peer and p.state = 'ACTIVE'"
                        + " where l.next_at <= clock_timestamp() and (l.closed > l.settled or exists (select 1"
                        + " from federation.exchange e where e.peer = l.peer and e.record_type = l.record_type"
                        + " and e.batch_id is null)) order by l.next_at, l.id limit ?",
                (row, n) -> lane(row),
                limit);
    }

    void closed(String id, long sequence) {
        jdbc.update("update federation.lane set closed = ? where id = ?", sequence, id);
    }

    void settled(String id, long sequence) {
        jdbc.update(
                "update federation.lane set settled = ?, attempts = 0, error = '', next_at = clock_timestamp()"
                        + " where id = ?",
                sequence,
                id);
    }

    void received(String id, long sequence) {
        jdbc.update("update federation.lane set received = ? where id = ?", sequence, id);
    }

    void failed(String id, String why, Duration pause) {
        jdbc.update(
                "update federation.lane set attempts = attempts + 1, error = ?,"
                        + " next_at = clock_timestamp() + ? * interval '1 millisecond' where id = ?",
                why,
                pause.toMillis(),
                id);
    }

    /** @return how many lanes to the peer are tried at once */
    int hasten(String peer) {
        return jdbc.update("update federation.lane set next_at = clock_timestamp() where peer = ?", peer);
    }

    private static Lane lane(ResultSet row) throws SQLException {
        return new Lane(
                row.getString("id"),
                row.getString("peer"),
                row.getString("record_type"),
                row.getLong("closed"),
                row.getLong("received"),
                row.getInt("attempts"));
    }
}
