package cn.gov.jiyuan.platform.audit;

import cn.gov.jiyuan.platform.database.BulkWriter;
import cn.gov.jiyuan.platform.jobs.Era;
import cn.gov.jiyuan.platform.keys.KeyVault;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Takes numbers in a lane and writes events with their MAC. */
final class EventStore {
    static final String COLUMNS = "lane, lane_no, era, xid, at, actor_id, actor_name, acting_as, principal_id,"
            + " principal_name, unit_id, unit_name, action, subject_type, subject_id, summary, detail, mac";
    private static final int BULK = 50;
    private static final String INSERT = "insert into audit.event (" + COLUMNS
            + ") values (?, ?, ?, ?::xid8, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::json, ?)";
    private final DataSource dataSource;
    private final JdbcTemplate jdbc;
    private final Era era;
    private final KeyVault vault;

    EventStore(DataSource dataSource, Era era, KeyVault vault) {
        this.dataSource = dataSource;
        this.jdbc = new JdbcTemplate(dataSource);
        this.era = era;
        this.vault = vault;
        vault.mac(KeyVault.AUDIT, new byte[0]);
    }

    void insert(List<Fact> facts) {
        Place last = takeNumbers(facts.size());
        List<@Nullable Object[]> rows = new ArrayList<>(facts.size());
        long number = last.laneNo() - facts.size();
        for (Fact fact : facts) {
            number++;
            rows.add(row(new Event(new Place(last.era(), last.xid(), last.lane(), number), fact)));
        }
        if (rows.size() < BULK) {
            jdbc.batchUpdate(INSERT, rows);
            return;
        }
        try (BulkWriter writer = new BulkWriter(dataSource, "audit.event (" + COLUMNS + ")")) {
            rows.forEach(writer::row);
            writer.end();
        }
    }

    /**
     * Numbers in the lane of this database connection, so that transactions hardly ever wait for each other. They are
     * taken last in a transaction: a lane is then never held while waiting for a business row.
     */
    private Place takeNumbers(int count) {
        return Objects.requireNonNull(
                jdbc.queryForObject(
                        "update audit.lane set last_no = last_no + ? where lane = pg_backend_pid() % 1024"
                                + " returning lane, last_no, pg_current_xact_id()::text",
                        (row, n) -> new Place(
                                era.number(), Long.parseUnsignedLong(row.getString(3)), row.getInt(1), row.getLong(2)),
                        count),
                "lane");
    }

    private @Nullable Object[] row(Event event) {
        Place place = event.place();
        Fact fact = event.fact();
        return new @Nullable Object[] {
            place.lane(),
            place.laneNo(),
            place.era(),
            Long.toUnsignedString(place.xid()),
            fact.at().atOffset(ZoneOffset.UTC),
            fact.actorId(),
            fact.actorName(),
            fact.actingAs(),
            fact.principalId(),
            fact.principalName(),
            fact.unitId(),
            fact.unitName(),
            fact.action(),
            fact.subjectType(),
            fact.subjectId(),
            fact.summary(),
            fact.detail(),
            vault.mac(KeyVault.AUDIT, event.canonical())
        };
    }

    /** Reads a row whose select list begins with {@link #COLUMNS}, {@code xid} as text under the name {@code tx}. */
    static Event read(ResultSet row) throws SQLException {
        return new Event(
                new Place(
                        row.getInt("era"),
                        Long.parseUnsignedLong(row.getString("tx")),
                        row.getInt("lane"),
                        row.getLong("lane_no")),
                new Fact(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getObject("actor_id", UUID.class),
                        row.getString("actor_name"),
                        row.getString("acting_as"),
                        row.getObject("principal_id", UUID.class),
                        row.getString("principal_name"),
                        row.getObject("unit_id", UUID.class),
                        row.getString("unit_name"),
                        row.getString("action"),
                        row.getString("subject_type"),
                        row.getString("subject_id"),
                        row.getString("summary"),
                        row.getString("detail")));
    }
}
