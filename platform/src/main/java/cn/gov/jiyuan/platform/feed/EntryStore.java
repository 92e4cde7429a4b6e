package cn.gov.jiyuan.platform.feed;

import cn.gov.jiyuan.platform.database.BulkWriter;
import cn.gov.jiyuan.platform.jobs.Era;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Entries. A sequence is drawn before its transaction commits, so a reader that follows sequences alone passes over a
 * lower one that commits later. Readers therefore follow (era, transaction, sequence) and stop below the oldest
 * transaction that still runs.
 */
final class EntryStore {
    private static final String FINAL = "(era < ? or xid < pg_snapshot_xmin(pg_current_snapshot()))";
    private static final String SELECT =
            "select era, xid::text as tx, seq, topic, key, version, at, payload::text" + " from feed.entry";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private final DataSource dataSource;
    private final JdbcTemplate jdbc;
    private final Era era;

    EntryStore(DataSource dataSource, Era era) {
        this.dataSource = dataSource;
        this.jdbc = new JdbcTemplate(dataSource);
        this.era = era;
    }

    void insert(Feed.Change change, Instant at) {
        jdbc.update(
                "insert into feed.entry (era, topic, key, version, at, payload) values (?, ?, ?, ?, ?, ?::jsonb)",
                era.number(),
                change.topic(),
                change.key(),
                change.version(),
                at.atOffset(ZoneOffset.UTC),
                JSON.writeValueAsString(change.payload()));
    }

    void insertAll(List<Feed.Change> changes, Instant at) {
        OffsetDateTime time = at.atOffset(ZoneOffset.UTC);
        try (BulkWriter writer = new BulkWriter(dataSource, "feed.entry (era, topic, key, version, at, payload)")) {
            for (Feed.Change change : changes) {
                writer.row(
                        era.number(),
                        change.topic(),
                        change.key(),
                        change.version(),
                        time,
                        JSON.writeValueAsString(change.payload()));
            }
            writer.end();
        }
    }

    List<Placed> after(Position position, int limit) {
        return jdbc.query(
                SELECT + " where (era, xid, seq) > (?, ?::xid8, ?) and " + FINAL + " order by era, xid, seq limit ?",
                (row, n) -> placed(row),
                position.era(),
                Long.toUnsignedString(position.xid()),
                position.sequence(),
                era.number(),
                limit);
    }

    Optional<Placed> find(long sequence) {
        return jdbc.query(SELECT + " where seq = ?", (row, n) -> placed(row), sequence).stream()
                .findFirst();
    }

    /** The last entry that is final. */
    Position head() {
        List<Position> found = jdbc.query(
                SELECT + " where " + FINAL + " order by era desc, xid desc, seq desc limit 1",
                (row, n) -> placed(row).position(),
                era.number());
        return found.isEmpty() ? Position.START : found.getFirst();
    }

    /** How many entries stand behind a place, counted up to a limit. */
    long behind(Position position, int limit) {
        Long count = jdbc.queryForObject(
                "select count(*) from (select 1 from feed.entry where (era, xid, seq) > (?, ?::xid8, ?) limit ?) e",
                Long.class,
                position.era(),
                Long.toUnsignedString(position.xid()),
                position.sequence(),
                limit);
        return count == null ? 0 : count;
    }

    private static Placed placed(ResultSet row) throws SQLException {
        return new Placed(
                new Position(row.getInt("era"), Long.parseUnsignedLong(row.getString("tx")), row.getLong("seq")),
                new FeedConsumer.Entry(
                        row.getLong("seq"),
                        row.getString("topic"),
                        row.getString("key"),
                        row.getInt("version"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        JSON.readTree(row.getString("payload"))));
    }
}
