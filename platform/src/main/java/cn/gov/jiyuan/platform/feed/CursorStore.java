package cn.gov.jiyuan.platform.feed;

import cn.gov.jiyuan.kernel.id.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Cursors of the consumers that run on one node at a time, and parked entries. */
final class CursorStore {
    /** Node of a cursor that all nodes share. */
    static final String SHARED = "*";

    private final JdbcTemplate jdbc;

    CursorStore(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
    }

    record Cursor(
            Position position,
            int attempts,
            @Nullable Instant retryAt,
            @Nullable String lastError) {}

    /** Locks the cursor until the transaction ends, so that a node that lost its lease unawares does no harm. */
    Cursor lock(String consumer) {
        jdbc.update("insert into feed.cursor (consumer, node) values (?, ?) on conflict do nothing", consumer, SHARED);
        return Objects.requireNonNull(jdbc.queryForObject(
                "select era, xid::text as tx, seq, attempts, retry_at, last_error from feed.cursor"
                        + " where consumer = ? and node = ? for update",
                (row, n) -> cursor(row),
                consumer,
                SHARED));
    }

    Optional<Cursor> find(String consumer) {
        return jdbc
                .query(
                        "select era, xid::text as tx, seq, attempts, retry_at, last_error from feed.cursor"
                                + " where consumer = ? and node = ?",
                        (row, n) -> cursor(row),
                        consumer,
                        SHARED)
                .stream()
                .findFirst();
    }

    void move(String consumer, Position to) {
        jdbc.update("""
                update feed.cursor set era = ?, xid = ?::xid8, seq = ?, attempts = 0, retry_at = null,
                       last_error = null, moved_at = clock_timestamp()
                 where consumer = ? and node = ?
                """, to.era(), Long.toUnsignedString(to.xid()), to.sequence(), consumer, SHARED);
    }

    void failed(String consumer, int attempts, Instant retryAt, String error) {
        jdbc.update(
                "update feed.cursor set attempts = ?, retry_at = ?, last_error = ? where consumer = ? and node = ?",
                attempts,
                retryAt.atOffset(ZoneOffset.UTC),
                error,
                consumer,
                SHARED);
    }

    void park(String consumer, String node, Position place, String error, Instant at) {
        jdbc.update(
                """
                insert into feed.parked (id, consumer, node, era, xid, seq, error, parked_at)
                values (?, ?, ?, ?, ?::xid8, ?, ?, ?) on conflict do nothing
                """,
                Ids.next(),
                consumer,
                node,
                place.era(),
                Long.toUnsignedString(place.xid()),
                place.sequence(),
                error,
                at.atOffset(ZoneOffset.UTC));
    }

    List<FeedDesk.Parked> parked(int limit) {
        return jdbc.query(
                """
                select p.id, p.consumer, p.node, p.seq, e.topic, e.key, p.error, p.parked_at
                  from feed.parked p join feed.entry e on e.seq = p.seq
                 order by p.parked_at desc, p.id desc limit ?
                """,
                (row, n) -> new FeedDesk.Parked(
                        row.getObject("id", UUID.class),
                        row.getString("consumer"),
                        row.getString("node"),
                        row.getLong("seq"),
                        row.getString("topic"),
                        row.getString("key"),
                        row.getString("error"),
                        row.getObject("parked_at", OffsetDateTime.class).toInstant()),
                limit);
    }

    record ParkedAt(String consumer, String node, long sequence) {}

    Optional<ParkedAt> lockParked(UUID id) {
        return jdbc
                .query(
                        "select consumer, node, seq from feed.parked where id = ? for update",
                        (row, n) -> new ParkedAt(row.getString(1), row.getString(2), row.getLong(3)),
                        id)
                .stream()
                .findFirst();
    }

    /** Sequences of what a node has parked for its own projection. */
    Set<Long> parkedOn(String consumer, String node) {
        return new HashSet<>(jdbc.queryForList(
                "select seq from feed.parked where consumer = ? and node = ?", Long.class, consumer, node));
    }

    void forget(UUID id) {
        jdbc.update("delete from feed.parked where id = ?", id);
    }

    void forgetAll(String consumer) {
        jdbc.update("delete from feed.parked where consumer = ? and node = ?", consumer, SHARED);
    }

    private static Cursor cursor(ResultSet row) throws SQLException {
        OffsetDateTime retry = row.getObject("retry_at", OffsetDateTime.class);
        return new Cursor(
                new Position(row.getInt("era"), Long.parseUnsignedLong(row.getString("tx")), row.getLong("seq")),
                row.getInt("attempts"),
                retry == null ? null : retry.toInstant(),
                row.getString("last_error"));
    }
}
