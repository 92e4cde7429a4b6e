package cn.gov.jiyuan.platform.hub;

import cn.gov.jiyuan.kernel.error.Fault;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Datasets, batches, snapshots and the files they are made of, as rows. */
final class HubStore {
    private static final String SNAPSHOT =
            "select dataset, number, batch_id, row_count, changed, removed, made_at from hub.snapshot";
    private static final String HELD =
            "select id, dataset, batch_no, mode, row_count, reason, landed_at from hub.batch where state = 'HELD'";

    private final JdbcTemplate jdbc;

    HubStore(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
    }

    /** A batch as it is kept. */
    record Batch(
            UUID id,
            String dataset,
            String number,
            Landing.Mode mode,
            String state,
            @Nullable String reason,
            String digest,
            long rows) {}

    Optional<Dataset> find(String name) {
        List<DataColumn> columns = jdbc.query(
                "select name, title, type, personal from hub.dataset_column where dataset = ? order by position",
                (row, n) -> new DataColumn(
                        row.getString("name"),
                        row.getString("title"),
                        DataType.valueOf(row.getString("type")),
                        row.getBoolean("personal")),
                name);
        return jdbc
                .query(
                        "select name, title, unit_code, key_columns, buckets from hub.dataset where name = ?",
                        (row, n) -> new Dataset(
                                row.getString("name"),
                                row.getString("title"),
                                row.getString("unit_code"),
                                columns,
                                texts(row, "key_columns"),
                                row.getInt("buckets")),
                        name)
                .stream()
                .findFirst();
    }

    List<String> names(@Nullable String after, int limit) {
        return jdbc.queryForList(
                "select name from hub.dataset where name > ? order by name limit ?",
                String.class,
                after == null ? "" : after,
                limit);
    }

    void insert(Dataset dataset, Instant now) {
        jdbc.update(
                "insert into hub.dataset (name, title, unit_code, key_columns, buckets, declared_at)"
                        + " values (?, ?, ?, ?, ?, ?)",
                dataset.name(),
                dataset.title(),
                dataset.unitCode(),
                dataset.key().toArray(String[]::new),
                dataset.buckets(),
                at(now));
        columns(dataset, 0);
    }

    /** Title and unit as told now, and the columns from a position on. */
    void extend(Dataset dataset, int from) {
        jdbc.update(
                "update hub.dataset set title = ?, unit_code = ? where name = ?",
                dataset.title(),
                dataset.unitCode(),
                dataset.name());
        columns(dataset, from);
    }

    private void columns(Dataset dataset, int from) {
        for (int i = from; i < dataset.columns().size(); i++) {
            DataColumn column = dataset.columns().get(i);
            jdbc.update(
                    "insert into hub.dataset_column (dataset, position, name, title, type, personal)"
                            + " values (?, ?, ?, ?, ?, ?)",
                    dataset.name(),
                    i,
                    column.name(),
                    column.title(),
                    column.type().name(),
                    column.personal());
        }
    }

    /** Number of the version in force, held until the transaction ends. */
    long lock(String dataset) {
        return Objects.requireNonNull(
                jdbc.queryForObject("select current from hub.dataset where name = ? for update", Long.class, dataset));
    }

    long current(String dataset) {
        return jdbc.queryForList("select current from hub.dataset where name = ?", Long.class, dataset).stream()
                .findFirst()
                .orElseThrow(() -> new Fault(HubError.UNKNOWN, dataset));
    }

    void insert(Batch batch, byte[] key, Instant now) {
        jdbc.update(
                "insert into hub.batch (id, dataset, batch_no, mode, state, reason, digest, row_count, data_key, landed_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                batch.id(),
                batch.dataset(),
                batch.number(),
                batch.mode().name(),
                batch.state(),
                batch.reason(),
                batch.digest(),
                batch.rows(),
                key,
                at(now));
    }

    Optional<Batch> batch(String dataset, String number) {
        return jdbc
                .query("select * from hub.batch where dataset = ? and batch_no = ?", HubStore::batch, dataset, number)
                .stream()
                .findFirst();
    }

    /** A batch that waits, held until the transaction ends. */
    Optional<Batch> lockHeld(UUID id) {
        return jdbc
                .query("select * from hub.batch where id = ? and state = 'HELD' for update", HubStore::batch, id)
                .stream()
                .findFirst();
    }

    void settle(UUID batch, String state, String reason) {
        jdbc.update("update hub.batch set state = ?, reason = ? where id = ?", state, reason, batch);
    }

    byte[] key(UUID batch) {
        return Objects.requireNonNull(
                jdbc.queryForObject("select data_key from hub.batch where id = ?", byte[].class, batch));
    }

    List<HeldBatch> held(@Nullable String dataset, int limit) {
        return jdbc.query(
                HELD + " and (?::text is null or dataset = ?) order by landed_at desc limit ?",
                (row, n) -> new HeldBatch(
                        row.getObject("id", UUID.class),
                        row.getString("dataset"),
                        row.getString("batch_no"),
                        Landing.Mode.valueOf(row.getString("mode")),
                        row.getLong("row_count"),
                        String.valueOf(row.getString("reason")),
                        row.getObject("landed_at", OffsetDateTime.class).toInstant()),
                dataset,
                dataset,
                limit);
    }

    /** Row numbers of the last visible batches of a mode, the newest first. */
    List<Long> earlier(String dataset, Landing.Mode mode, int limit) {
        return jdbc.queryForList(
                "select row_count from hub.batch where dataset = ? and mode = ? and state in ('LANDED', 'RELEASED')"
                        + " order by landed_at desc, id desc limit ?",
                Long.class,
                dataset,
                mode.name(),
                limit);
    }

    void insert(Snapshot snapshot) {
        jdbc.update(
                "insert into hub.snapshot (dataset, number, batch_id, row_count, changed, removed, made_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                snapshot.dataset(),
                snapshot.number(),
                snapshot.batch(),
                snapshot.rows(),
                snapshot.changed(),
                snapshot.removed(),
                at(snapshot.at()));
        jdbc.update("update hub.dataset set current = ? where name = ?", snapshot.number(), snapshot.dataset());
    }

    Optional<Snapshot> snapshot(String dataset, long number) {
        return jdbc.query(SNAPSHOT + " where dataset = ? and number = ?", HubStore::snapshot, dataset, number).stream()
                .findFirst();
    }

    Optional<Snapshot> ofBatch(UUID batch) {
        return jdbc.query(SNAPSHOT + " where batch_id = ?", HubStore::snapshot, batch).stream()
                .findFirst();
    }

    List<Snapshot> snapshots(String dataset, int limit) {
        return jdbc.query(
                SNAPSHOT + " where dataset = ? order by number desc limit ?", HubStore::snapshot, dataset, limit);
    }

    /** @param added number of the version they belong to from now on; 0 for those of a held batch */
    void insert(String dataset, List<Part> parts, long added) {
        jdbc.batchUpdate(
                "insert into hub.part (id, dataset, batch_id, bucket, path, row_count, bytes, added, dropped)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                parts.stream()
                        .map(part -> new Object[] {
                            part.id(),
                            dataset,
                            part.batch(),
                            part.bucket(),
                            part.path(),
                            part.rows(),
                            part.bytes(),
                            added,
                            added == 0 ? 0L : null
                        })
                        .toList());
    }

    void drop(List<Part> parts, long number) {
        jdbc.batchUpdate(
                "update hub.part set dropped = ? where id = ?",
                parts.stream().map(part -> new Object[] {number, part.id()}).toList());
    }

    /** The files of a version. */
    List<Part> parts(String dataset, long number) {
        return jdbc.query(
                "select id, batch_id, bucket, path, row_count, bytes from hub.part where dataset = ? and added <= ?"
                        + " and added > 0 and (dropped is null or dropped > ?) order by added, bucket, path",
                HubStore::part,
                dataset,
                number,
                number);
    }

    List<Part> heldParts(UUID batch) {
        return jdbc.query(
                "select id, batch_id, bucket, path, row_count, bytes from hub.part where batch_id = ? and added = 0",
                HubStore::part,
                batch);
    }

    /** Versions that nobody needs to read any more lose their rows; files that belong to none of the others are told. */
    List<Part> forget(Instant before, int limit) {
        jdbc.update(
                "delete from hub.snapshot s using hub.dataset d where d.name = s.dataset and s.made_at < ?"
                        + " and s.number < d.current",
                at(before));
        return jdbc.query(
                "select p.id, p.batch_id, p.bucket, p.path, p.row_count, p.bytes from hub.part p"
                        + " join hub.batch b on b.id = p.batch_id where p.dropped is not null"
                        + " and (p.added = 0 and b.state <> 'HELD' or p.added > 0 and not exists (select 1 from hub.snapshot s"
                        + " where s.dataset = p.dataset and s.number >= p.added and s.number < p.dropped)) limit ?",
                HubStore::part,
                limit);
    }

    void delete(Part part) {
        jdbc.update("delete from hub.part where id = ?", part.id());
    }

    boolean known(UUID batch) {
        return Boolean.TRUE.equals(
                jdbc.queryForObject("select exists (select 1 from hub.batch where id = ?)", Boolean.class, batch));
    }

    /** @param place within the batch, if it is known; a batch that merged keeps none */
    RowPlace place(UUID batch, @Nullable Long place) {
        return Objects.requireNonNull(jdbc.queryForObject(
                "select dataset, batch_no, mode, row_count, landed_at from hub.batch where id = ?",
                (row, n) -> {
                    Landing.Mode mode = Landing.Mode.valueOf(row.getString("mode"));
                    return new RowPlace(
                            row.getString("dataset"),
                            row.getString("batch_no"),
                            mode,
                            mode == Landing.Mode.MERGE ? null : place,
                            row.getLong("row_count"),
                            row.getObject("landed_at", OffsetDateTime.class).toInstant());
                },
                batch));
    }

    private static Batch batch(ResultSet row, int n) throws SQLException {
        return new Batch(
                row.getObject("id", UUID.class),
                row.getString("dataset"),
                row.getString("batch_no"),
                Landing.Mode.valueOf(row.getString("mode")),
                row.getString("state"),
                row.getString("reason"),
                row.getString("digest"),
                row.getLong("row_count"));
    }

    private static Snapshot snapshot(ResultSet row, int n) throws SQLException {
        return new Snapshot(
                row.getString("dataset"),
                row.getLong("number"),
                row.getObject("batch_id", UUID.class),
                row.getLong("row_count"),
                row.getLong("changed"),
                row.getLong("removed"),
                row.getObject("made_at", OffsetDateTime.class).toInstant());
    }

    private static Part part(ResultSet row, int n) throws SQLException {
        return new Part(
                row.getObject("id", UUID.class),
                row.getObject("batch_id", UUID.class),
                row.getInt("bucket"),
                row.getString("path"),
                row.getLong("row_count"),
                row.getLong("bytes"));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return new ArrayList<>(Arrays.asList((String[]) row.getArray(column).getArray()));
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
