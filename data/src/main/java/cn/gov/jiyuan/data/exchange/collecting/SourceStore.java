package cn.gov.jiyuan.data.exchange.collecting;

import cn.gov.jiyuan.data.exchange.collecting.reading.RowSink;
import cn.gov.jiyuan.data.exchange.collecting.reading.SourceColumn;
import cn.gov.jiyuan.kernel.error.Fault;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.replication.LogSequenceNumber;
import org.postgresql.replication.PGReplicationStream;
import org.postgresql.replication.ReplicationSlotInfo;
import org.springframework.stereotype.Component;

/** Reads from other people's databases: read-only, a bounded number of rows at a time, never for long. */
@Component
final class SourceStore {
    private static final int FETCH = 2_000;

    private final CollectingSettings settings;

    SourceStore(CollectingSettings settings) {
        this.settings = settings;
    }

    /** Where a database is and who asks. */
    record Place(String host, int port, String database, String user, String password) {}

    /** How far a table was read: watermark and tie of the last row. */
    record Mark(String watermark, String tie) {}

    /** @throws Fault {@code exchange.collecting-host}, {@code -source-down} */
    Connection connect(Place place) {
        return connect(place, false);
    }

    private Connection connect(Place place, boolean replication) {
        if (!settings.allows(place.host(), place.port())) {
            throw new Fault(CollectingError.HOST, place.host());
        }
        Properties properties = new Properties();
        properties.setProperty("user", place.user());
        properties.setProperty("password", place.password());
        properties.setProperty("ApplicationName", "jiyuan-collecting");
        properties.setProperty("connectTimeout", "10");
        properties.setProperty("loginTimeout", "15");
        properties.setProperty("tcpKeepAlive", "true");
        if (replication) {
            properties.setProperty("replication", "database");
            properties.setProperty("assumeMinServerVersion", "10");
            properties.setProperty("preferQueryMode", "simple");
            properties.setProperty("socketTimeout", "60");
        } else {
            properties.setProperty("readOnly", "true");
            properties.setProperty("socketTimeout", "300");
        }
        String host = place.host().indexOf(':') >= 0 ? "[" + place.host() + "]" : place.host();
        String url = "jdbc:postgresql://" + host + ":" + place.port() + "/" + place.database();
        try {
            Connection connection = DriverManager.getConnection(url, properties);
            if (!replication) {
                connection.setReadOnly(true);
                connection.setAutoCommit(false);
            }
            return connection;
        } catch (SQLException e) {
            throw down(e);
        }
    }

    /** A source that is away is waited for; one that refuses will refuse again. */
    static Fault down(SQLException e) {
        String state = e.getSQLState();
        boolean refuses = state != null && state.matches("(42|22|0A|28).*");
        if (refuses) {
            return Fault.caused(e, CollectingError.BAD_SOURCE, String.valueOf(e.getMessage()));
        }
        return Fault.caused(e, CollectingError.SOURCE_DOWN, String.valueOf(e.getMessage()));
    }

    /** Columns of a table with their types. */
    List<SourceColumn> columns(Connection source, String table) {
        try (PreparedStatement statement = source.prepareStatement("select * from " + quoted(table) + " where false");
                ResultSet none = statement.executeQuery()) {
            return columns(none.getMetaData());
        } catch (SQLException e) {
            throw Fault.caused(e, CollectingError.BAD_SOURCE, "表“" + table + "”：" + e.getMessage());
        }
    }

    private static List<SourceColumn> columns(ResultSetMetaData meta) throws SQLException {
        List<SourceColumn> columns = new ArrayList<>();
        for (int i = 1; i <= meta.getColumnCount(); i++) {
            columns.add(new SourceColumn(meta.getColumnName(i), meta.getColumnTypeName(i)));
        }
        return columns;
    }

    /** All rows of a table, or the first. @param limit 0 for all */
    void all(Connection source, String table, int limit, RowSink sink) {
        String sql = "select * from " + quoted(table) + (limit > 0 ? " limit " + limit : "");
        try (PreparedStatement statement = source.prepareStatement(sql)) {
            rows(statement, 0, -1, -1, sink);
        } catch (SQLException e) {
            throw down(e);
        }
    }

    /** Where the table ends now; null if it is empty. */
    @Nullable
    Mark end(Connection source, SourceSpec.OfTable table) {
        String mark = "t." + name(String.valueOf(table.watermark()));
        String tie = "t." + name(String.valueOf(table.tie()));
        try (PreparedStatement statement = source.prepareStatement("select " + mark + "::text, " + tie
                        + "::text from " + quoted(table.table()) + " t where " + mark + " is not null and " + tie
                        + " is not null order by " + mark + " desc, " + tie + " desc limit 1");
                ResultSet row = statement.executeQuery()) {
            return row.next() ? new Mark(row.getString(1), row.getString(2)) : null;
        } catch (SQLException e) {
            throw down(e);
        }
    }

    /**
     * The next rows of a table by its watermark.
     *
     * @param after the last row taken, null at the beginning @param upTo the last row to take
     * @return the last row read; null if there was none
     */
    @Nullable
    Mark next(Connection source, SourceSpec.OfTable table, @Nullable Mark after, Mark upTo, int limit, RowSink sink) {
        String mark = "t." + name(String.valueOf(table.watermark()));
        String tie = "t." + name(String.valueOf(table.tie()));
        List<SourceColumn> columns = columns(source, table.table());
        String markType = type(columns, String.valueOf(table.watermark()));
        String tieType = type(columns, String.valueOf(table.tie()));
        String bound = "(?::text::" + markType + ", ?::text::" + tieType + ")";
        String sql = "select t.*, " + mark + "::text as mark, " + tie + "::text as tie from " + quoted(table.table())
                + " t where ("
                + mark + ", " + tie + ") <= " + bound
                + (after == null ? "" : " and (" + mark + ", " + tie + ") > " + bound) + " order by " + mark + ", "
                + tie + " limit " + limit;
        try (PreparedStatement statement = source.prepareStatement(sql)) {
            statement.setString(1, upTo.watermark());
            statement.setString(2, upTo.tie());
            if (after != null) {
                statement.setString(3, after.watermark());
                statement.setString(4, after.tie());
            }
            int count = columns.size();
            return rows(statement, 2, count + 1, count + 2, sink);
        } catch (SQLException e) {
            throw down(e);
        }
    }

    private static String type(List<SourceColumn> columns, String name) {
        return columns.stream()
                .filter(column -> column.name().equals(name))
                .map(column -> switch (column.type()) {
                    case "serial" -> "int4";
                    case "bigserial" -> "int8";
                    case "smallserial" -> "int2";
                    default -> column.type();
                })
                .filter(type -> type.matches("[a-z0-9_]+"))
                .findFirst()
                .orElseThrow(() -> new Fault(CollectingError.STRUCTURE, "缺少列“" + name + "”"));
    }

    /** @param extra columns at the end that are not the table's @return the marks of the last row */
    private static @Nullable Mark rows(PreparedStatement statement, int extra, int mark, int tie, RowSink sink)
            throws SQLException {
        statement.setFetchSize(FETCH);
        try (ResultSet rows = statement.executeQuery()) {
            List<SourceColumn> columns = columns(rows.getMetaData());
            columns = columns.subList(0, columns.size() - extra);
            sink.columns(columns);
            long line = 0;
            Mark last = null;
            boolean go = true;
            while (go && rows.next()) {
                @Nullable Object[] cells = new Object[columns.size()];
                for (int i = 0; i < cells.length; i++) {
                    cells[i] = cell(rows, i + 1, columns.get(i).type());
                }
                go = sink.row(++line, cells);
                last = mark < 0 ? null : new Mark(rows.getString(mark), rows.getString(tie));
            }
            return last;
        }
    }

    private static @Nullable Object cell(ResultSet row, int place, String type) throws SQLException {
        return switch (type) {
            case "timestamptz" -> row.getObject(place, OffsetDateTime.class);
            case "timestamp" -> row.getObject(place, LocalDateTime.class);
            case "date" -> row.getObject(place, LocalDate.class);
            case "int2", "int4", "int8", "numeric", "bool", "serial", "bigserial" -> row.getObject(place);
            default -> row.getString(place);
        };
    }

    /** Whether the publication is there and has the table. */
    void checkPublication(Connection source, SourceSpec.OfLog log) {
        try (PreparedStatement statement = source.prepareStatement(
                "select 1 from pg_publication_tables where pubname = ? and schemaname || '.' || tablename = ?")) {
            statement.setString(1, log.publication());
            statement.setString(2, full(log.table()));
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    throw new Fault(
                            CollectingError.PUBLICATION,
                            log.publication(),
                            "没有包含表 " + full(log.table()),
                            "create publication " + log.publication() + " for table " + full(log.table()));
                }
            }
        } catch (SQLException e) {
            throw down(e);
        }
    }

    /** Whether our slot is there. */
    boolean hasSlot(Connection source, String slot) {
        try (PreparedStatement statement =
                source.prepareStatement("select 1 from pg_replication_slots where slot_name = ?")) {
            statement.setString(1, slot);
            try (ResultSet row = statement.executeQuery()) {
                return row.next();
            }
        } catch (SQLException e) {
            throw down(e);
        }
    }

    /** What the first reading of a table needs: its state at the moment at which the slot begins. */
    interface FirstReading {
        void read(Connection snapshot, String position);
    }

    /**
     * Makes the slot and reads the table as it was at that moment, so that nothing is lost or seen twice between both.
     * If the reading fails, the slot is dropped again: the next try begins anew.
     */
    void makeSlot(Place place, SourceSpec.OfLog log, FirstReading reading) {
        boolean done = false;
        try (Connection replication = connect(place, true)) {
            ReplicationSlotInfo slot = replication
                    .unwrap(PGConnection.class)
                    .getReplicationAPI()
                    .createReplicationSlot()
                    .logical()
                    .withSlotName(log.slot())
                    .withOutputPlugin("pgoutput")
                    .make();
            try (Connection snapshot = connect(place)) {
                snapshot.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
                try (Statement statement = snapshot.createStatement()) {
                    String name = String.valueOf(slot.getSnapshotName());
                    if (!name.matches("[0-9A-F-]+")) {
                        throw new SQLException("snapshot " + name);
                    }
                    statement.execute("set transaction snapshot '" + name + "'");
                }
                reading.read(snapshot, slot.getConsistentPoint().asString());
                done = true;
            } finally {
                if (!done) {
                    replication.unwrap(PGConnection.class).getReplicationAPI().dropReplicationSlot(log.slot());
                }
            }
        } catch (SQLException e) {
            throw down(e);
        }
    }

    /** The log from a position on; closing the connection ends it. */
    Connection replicate(Place place) {
        return connect(place, true);
    }

    PGReplicationStream stream(Connection replication, SourceSpec.OfLog log, String from) throws SQLException {
        return replication
                .unwrap(PGConnection.class)
                .getReplicationAPI()
                .replicationStream()
                .logical()
                .withSlotName(log.slot())
                .withStartPosition(LogSequenceNumber.valueOf(from))
                .withSlotOption("proto_version", 1)
                .withSlotOption("publication_names", log.publication())
                .withStatusInterval(10, java.util.concurrent.TimeUnit.SECONDS)
                .start();
    }

    /** Gives the log of the source free again, when nobody reads it any more. */
    void dropSlot(Place place, String slot) {
        try (Connection replication = connect(place, true)) {
            replication.unwrap(PGConnection.class).getReplicationAPI().dropReplicationSlot(slot);
        } catch (SQLException e) {
            throw down(e);
        }
    }

    static String full(String table) {
        return table.indexOf('.') < 0 ? "public." + table : table;
    }

    private static String quoted(String table) {
        List<String> parts = new ArrayList<>();
        for (String part : full(table).split("\\.", -1)) {
            parts.add(name(part));
        }
        return String.join(".", parts);
    }

    private static String name(String name) {
        if (!SourceSpec.NAME.matcher(name).matches()) {
            throw new Fault(CollectingError.BAD_SOURCE, "名称“" + name + "”");
        }
        return '"' + name + '"';
    }
}
