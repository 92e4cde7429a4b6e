package cn.gov.jiyuan.platform.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Links, checkpoints and signers. */
final class ChainStore {
    private final JdbcTemplate jdbc;

    ChainStore(DataSource dataSource) {
        jdbc = new JdbcTemplate(dataSource);
    }

    Link last() {
        List<Link> links = jdbc.query(
                "select position, era, xid::text as tx, lane, lane_no, hash from audit.link"
                        + " order by position desc limit 1",
                (row, n) -> link(row));
        return links.isEmpty() ? Link.BEFORE_ALL : links.getFirst();
    }

    /** Events after a place, in order, of transactions older than any that still runs. */
    List<Event> settledAfter(Place place, int era, int limit) {
        return jdbc.query(
                """
                select %s from audit.event
                 where (era, xid, lane_no) > (?, ?::xid8, ?)
                   and (era < ? or xid < pg_snapshot_xmin(pg_current_snapshot()))
                 order by era, xid, lane_no limit ?
                """.formatted(columns("")),
                (row, n) -> EventStore.read(row),
                place.era(),
                Long.toUnsignedString(place.xid()),
                place.laneNo(),
                era,
                limit);
    }

    void append(List<Link> links) {
        jdbc.batchUpdate(
                "insert into audit.link (position, era, xid, lane, lane_no, hash) values (?, ?, ?::xid8, ?, ?, ?)",
                links.stream()
                        .map(link -> new Object[] {
                            link.position(),
                            link.place().era(),
                            Long.toUnsignedString(link.place().xid()),
                            link.place().lane(),
                            link.place().laneNo(),
                            link.hash()
                        })
                        .toList());
    }

    /** The last checkpoint's position and time; position 0 at the dawn of time if there is none. */
    Sealed lastSealed() {
        List<Sealed> found = jdbc.query(
                "select last_position, sealed_at from audit.checkpoint order by last_position desc limit 1",
                (row, n) -> new Sealed(row.getLong(1), instant(row, "sealed_at")));
        return found.isEmpty() ? new Sealed(0, Instant.EPOCH) : found.getFirst();
    }

    record Sealed(long position, Instant at) {}

    void append(Checkpoint checkpoint, byte[] certificate, byte[] signature) {
        jdbc.update("insert into audit.signer (certificate) values (?) on conflict do nothing", (Object) certificate);
        jdbc.update(
                "insert into audit.checkpoint (first_position, last_position, hash, sealed_at, signer, signature)"
                        + " select ?, ?, ?, ?, id, ? from audit.signer where certificate = ?",
                checkpoint.first(),
                checkpoint.last(),
                checkpoint.hash(),
                checkpoint.sealedAt().atOffset(ZoneOffset.UTC),
                signature,
                certificate);
    }

    static Link link(ResultSet row) throws SQLException {
        return new Link(
                row.getLong("position"),
                new Place(
                        row.getInt("era"),
                        Long.parseUnsignedLong(row.getString("tx")),
                        row.getInt("lane"),
                        row.getLong("lane_no")),
                row.getBytes("hash"));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, OffsetDateTime.class))
                .toInstant();
    }

    /**
     * The select list of events, each column with a prefix. The transaction number as text must not be called like its
     * column: ORDER BY would sort by the text.
     */
    static String columns(String prefix) {
        return List.of(EventStore.COLUMNS.split(", *", -1)).stream()
                .map(column -> prefix + (column.equals("xid") ? "xid::text as tx" : column))
                .reduce((left, right) -> left + ", " + right)
                .orElseThrow();
    }
}
