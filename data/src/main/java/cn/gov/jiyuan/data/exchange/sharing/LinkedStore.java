package cn.gov.jiyuan.data.exchange.sharing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Requests between installations, and which rows were supplied for them. */
@Component
final class LinkedStore {
    private final JdbcTemplate jdbc;

    LinkedStore(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
    }

    void open(UUID request, String peer, Linked.Side side, UUID foreignId, Instant at) {
        jdbc.update(
                "insert into exchange.linked_request (request_id, peer, side, foreign_id, state, changed_at)"
                        + " values (?,?,?,?,'OPEN',?) on conflict (request_id) do update set state = 'OPEN',"
                        + " changed_at = excluded.changed_at",
                request,
                peer,
                side.name(),
                foreignId,
                at.atOffset(ZoneOffset.UTC));
    }

    /** What is granted anew is supplied anew. */
    void state(UUID request, Linked.State state, Instant at) {
        jdbc.update(
                "update exchange.linked_request set state = ?, changed_at = ?,"
                        + " asked_snapshot = case when ? = 'GRANTED' then 0 else asked_snapshot end where request_id = ?",
                state.name(),
                at.atOffset(ZoneOffset.UTC),
                state.name(),
                request);
    }

    Optional<Linked> find(UUID request) {
        return jdbc
                .query("select * from exchange.linked_request where request_id = ?", (row, n) -> linked(row), request)
                .stream()
                .findFirst();
    }

    Optional<Linked> of(String peer, Linked.Side side, UUID foreignId) {
        return jdbc
                .query(
                        "select * from exchange.linked_request where peer = ? and side = ? and foreign_id = ?",
                        (row, n) -> linked(row),
                        peer,
                        side.name(),
                        foreignId)
                .stream()
                .findFirst();
    }

    /** A request to be supplied from a version. */
    record Due(UUID request, long snapshot, String resourceName) {}

    /** Requests whose data have a version for which no supply was begun. */
    List<Due> due(int limit) {
        return jdbc.query(
                """
                        select l.request_id, v.snapshot, g.resource_name from exchange.linked_request l
                          join exchange.share_grant g on g.request_id = l.request_id and g.state = 'ACTIVE'
                          join exchange.directory d on d.code = g.resource_code and d.state = 'LISTED'
                          join exchange.served v on v.dataset = d.dataset
                         where l.side = 'ANSWERED' and l.state = 'GRANTED' and v.snapshot > l.asked_snapshot
                         order by l.request_id limit ?
                        """, (row, n) -> new Due(row.getObject(1, UUID.class), row.getLong(2), row.getString(3)), limit);
    }

    void begun(UUID request, long snapshot) {
        jdbc.update("update exchange.linked_request set asked_snapshot = ? where request_id = ?", snapshot, request);
    }

    void supplied(UUID request, long snapshot) {
        jdbc.update("update exchange.linked_request set supplied_snapshot = ? where request_id = ?", snapshot, request);
    }

    /** Notes in which version a row was last seen. */
    void seen(UUID request, String recordId, long snapshot) {
        jdbc.update(
                "insert into exchange.supplied (request_id, record_id, snapshot) values (?, ?, ?)"
                        + " on conflict (request_id, record_id) do update set snapshot = excluded.snapshot",
                request,
                recordId,
                snapshot);
    }

    /** Rows that are no longer there. */
    List<String> gone(UUID request, long snapshot, int limit) {
        return jdbc.queryForList(
                "select record_id from exchange.supplied where request_id = ? and snapshot < ? order by record_id limit ?",
                String.class,
                request,
                snapshot,
                limit);
    }

    void forget(UUID request, String recordId) {
        jdbc.update("delete from exchange.supplied where request_id = ? and record_id = ?", request, recordId);
    }

    private static Linked linked(ResultSet row) throws SQLException {
        return new Linked(
                row.getObject("request_id", UUID.class),
                row.getString("peer"),
                Linked.Side.valueOf(row.getString("side")),
                row.getObject("foreign_id", UUID.class),
                Linked.State.valueOf(row.getString("state")));
    }
}
