package cn.gov.jiyuan.data.opendata.release;

import cn.gov.jiyuan.contracts.catalogue.OpenType;
import cn.gov.jiyuan.contracts.catalogue.UpdateCycle;
import cn.gov.jiyuan.data.opendata.anonymity.Earlier;
import cn.gov.jiyuan.data.opendata.anonymity.Ladder;
import cn.gov.jiyuan.platform.hub.DataType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Datasets, their columns and versions. */
@Component("opendata.DatasetStore")
final class DatasetStore {
    private static final JsonMapper JSON = JsonMapper.shared();
    private final JdbcClient jdbc;

    DatasetStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(OpenDataset dataset, UUID by, Instant at) {
        jdbc.sql("insert into opendata.dataset (id, identifier, number, resource_code, resource_version, source, title,"
                        + " description, theme, keywords, unit_id, unit_code, unit_name, open_type, licence, cycle,"
                        + " temporal_from, temporal_to, state, registered_by, created_at, is_demo)"
                        + " values (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)")
                .params(Arrays.asList(
                        dataset.id(),
                        dataset.identifier(),
                        dataset.number(),
                        dataset.resourceCode(),
                        dataset.resourceVersion(),
                        dataset.source(),
                        dataset.title(),
                        dataset.description(),
                        dataset.theme().name(),
                        dataset.keywords().toArray(String[]::new),
                        dataset.unitId(),
                        dataset.unitCode(),
                        dataset.unitName(),
                        dataset.openType().name(),
                        dataset.licence().id(),
                        dataset.cycle().name(),
                        dataset.temporalFrom(),
                        dataset.temporalTo(),
                        dataset.state(),
                        by,
                        time(at),
                        dataset.demo()))
                .update();
    }

    /** What people read about the dataset. */
    void describe(UUID id, String title, String description, Theme theme, List<String> keywords) {
        jdbc.sql("update opendata.dataset set title = ?, description = ?, theme = ?, keywords = ? where id = ?")
                .params(title, description, theme.name(), keywords.toArray(String[]::new), id)
                .update();
    }

    void columns(UUID id, List<OpenColumn> columns) {
        jdbc.sql("delete from opendata.dataset_column where dataset_id = ?")
                .param(id)
                .update();
        for (int i = 0; i < columns.size(); i++) {
            OpenColumn column = columns.get(i);
            jdbc.sql("insert into opendata.dataset_column (dataset_id, position, name, title, type, role, ladder,"
                            + " released, why) values (?,?,?,?,?,?,?,?,?)")
                    .params(
                            id,
                            i,
                            column.name(),
                            column.title(),
                            column.type().name(),
                            column.role().name(),
                            column.ladder().name(),
                            column.released(),
                            column.why())
                    .update();
        }
    }

    List<OpenColumn> columns(UUID id) {
        return jdbc.sql("select * from opendata.dataset_column where dataset_id = ? order by position")
                .param(id)
                .query((row, n) -> new OpenColumn(
                        row.getString("name"),
                        row.getString("title"),
                        DataType.valueOf(row.getString("type")),
                        ColumnRole.valueOf(row.getString("role")),
                        Ladder.valueOf(row.getString("ladder")),
                        row.getBoolean("released"),
                        row.getString("why")))
                .list();
    }

    void checked(UUID id, GateReport report, Instant at) {
        jdbc.sql("update opendata.dataset set checked = ?::jsonb, checked_at = ? where id = ?")
                .params(JSON.writeValueAsString(report), time(at), id)
                .update();
    }

    Optional<String> report(UUID id) {
        return jdbc.sql("select checked::text from opendata.dataset where id = ? and checked is not null")
                .param(id)
                .query(String.class)
                .optional();
    }

    void state(UUID id, String state) {
        jdbc.sql("update opendata.dataset set state = ? where id = ?")
                .params(state, id)
                .update();
    }

    /** Nothing of the dataset is given out any more; versions are marked if it was called back for good. */
    void stop(UUID id, String reason, Instant at, boolean forGood) {
        jdbc.sql("update opendata.dataset set stopped_at = ?, stop_reason = ? where id = ?")
                .params(time(at), reason, id)
                .update();
        if (forGood) {
            jdbc.sql("update opendata.version set withdrawn_at = ? where dataset_id = ? and withdrawn_at is null")
                    .params(time(at), id)
                    .update();
        }
    }

    void sourceChanged(String source, Instant at) {
        jdbc.sql("update opendata.dataset set source_changed_at = ? where source = ? and version_number > 0")
                .params(time(at), source)
                .update();
    }

    void release(Publisher.Made made, OpenDataset dataset, UUID by, @Nullable LocalDate nextDue) {
        Version version = made.version();
        jdbc.sql("insert into opendata.version (id, dataset_id, number, source_snapshot, served, served_snapshot,"
                        + " licence, open_type, row_count, suppressed, hidden_cells, columns, outcome, classes,"
                        + " released_at, released_by) values (?,?,?,?,?,?,?,?,?,?,?,?::jsonb,?::jsonb,?::jsonb,?,?)")
                .params(Arrays.asList(
                        version.id(),
                        version.datasetId(),
                        version.number(),
                        made.sourceSnapshot(),
                        version.served(),
                        version.snapshot(),
                        version.licence().id(),
                        dataset.openType().name(),
                        version.rows(),
                        version.suppressed(),
                        version.hidden(),
                        JSON.writeValueAsString(version.columns()),
                        JSON.writeValueAsString(made.report()),
                        JSON.writeValueAsString(Kept.of(made.classes())),
                        time(version.released()),
                        by))
                .update();
        for (Version.Distribution file : version.files()) {
            jdbc.sql("insert into opendata.distribution (id, version_id, format, file_id, bytes, sm3)"
                            + " values (?,?,?,?,?,?)")
                    .params(file.id(), version.id(), file.format().name(), file.fileId(), file.bytes(), file.sm3())
                    .update();
        }
        jdbc.sql("update opendata.dataset set version_number = ?, modified_at = ?, issued_at = coalesce(issued_at, ?),"
                        + " next_due = ?, stopped_at = null, stop_reason = '', source_changed_at = null where id = ?")
                .params(Arrays.asList(
                        version.number(),
                        time(version.released()),
                        time(version.released()),
                        nextDue,
                        version.datasetId()))
                .update();
    }

    /** Classes as they lie in the database: a list, since JSON has no lists for keys. */
    private record Kept(List<String> quasi, List<Integer> levels, List<Line> lines) {
        record Line(List<String> values, long rows) {}

        static Kept of(Earlier classes) {
            List<Line> lines = new ArrayList<>();
            classes.counts().forEach((values, rows) -> lines.add(new Line(values, rows)));
            return new Kept(classes.quasi(), classes.levels(), lines);
        }

        Earlier classes(int version) {
            Map<List<String>, Long> counts = new HashMap<>();
            lines.forEach(line -> counts.put(line.values(), line.rows()));
            return new Earlier(version, quasi, levels, counts);
        }
    }

    /** What the public has of it: versions given without conditions, also those called back. */
    List<Earlier> earlier(UUID id) {
        return jdbc
                .sql("select number, classes::text from opendata.version where dataset_id = ?"
                        + " and open_type = 'UNCONDITIONAL' order by number")
                .param(id)
                .query((row, n) -> JSON.readValue(row.getString(2), Kept.class).classes(row.getInt(1)))
                .list()
                .stream()
                .filter(classes -> !classes.quasi().isEmpty())
                .toList();
    }

    Optional<OpenDataset> find(String identifier) {
        return jdbc.sql("select * from opendata.dataset where identifier = ?")
                .param(identifier)
                .query((row, n) -> dataset(row))
                .optional();
    }

    Optional<OpenDataset> find(UUID id) {
        return jdbc.sql("select * from opendata.dataset where id = ?")
                .param(id)
                .query((row, n) -> dataset(row))
                .optional();
    }

    boolean isTaken(String resource) {
        return jdbc.sql("select exists (select 1 from opendata.dataset where resource_code = ?"
                        + " and state not in ('recalled', 'cancelled'))")
                .param(resource)
                .query(Boolean.class)
                .single();
    }

    List<OpenDataset> ofResource(String code) {
        return jdbc.sql("select * from opendata.dataset where resource_code = ? and state not in"
                        + " ('recalled', 'cancelled')")
                .param(code)
                .query((row, n) -> dataset(row))
                .list();
    }

    List<OpenDataset> overdue(LocalDate today, int limit) {
        return jdbc.sql("select * from opendata.dataset where state = 'published' and next_due < ?"
                        + " order by next_due limit ?")
                .params(today, limit)
                .query((row, n) -> dataset(row))
                .list();
    }

    List<Version> versions(UUID dataset, int limit) {
        return jdbc
                .sql("select * from opendata.version where dataset_id = ? order by number desc limit ?")
                .params(dataset, limit)
                .query((row, n) -> version(row))
                .list()
                .stream()
                .map(this::withFiles)
                .toList();
    }

    Optional<Version> version(UUID dataset, int number) {
        return jdbc.sql("select * from opendata.version where dataset_id = ? and number = ?")
                .params(dataset, number)
                .query((row, n) -> version(row))
                .optional()
                .map(this::withFiles);
    }

    Optional<Version> versionOfFile(UUID distribution) {
        return jdbc.sql("select v.* from opendata.version v join opendata.distribution d on d.version_id = v.id"
                        + " where d.id = ?")
                .param(distribution)
                .query((row, n) -> version(row))
                .optional()
                .map(this::withFiles);
    }

    private Version withFiles(Version version) {
        List<Version.Distribution> files = jdbc.sql(
                        "select * from opendata.distribution where version_id = ? order by format")
                .param(version.id())
                .query((row, n) -> new Version.Distribution(
                        row.getObject("id", UUID.class),
                        FileFormat.valueOf(row.getString("format")),
                        row.getObject("file_id", UUID.class),
                        row.getLong("bytes"),
                        row.getString("sm3")))
                .list();
        return new Version(
                version.id(),
                version.datasetId(),
                version.number(),
                version.served(),
                version.snapshot(),
                version.licence(),
                version.rows(),
                version.suppressed(),
                version.hidden(),
                version.columns(),
                version.released(),
                version.withdrawn(),
                files);
    }

    /** Everyone who has data of it: downloaded, granted, or called by key. */
    List<UUID> holders(UUID dataset) {
        return jdbc.sql("select party_id from opendata.download where dataset_id = :id and party_id is not null"
                        + " union select party_id from opendata.application where dataset_id = :id and agreed_at is not null"
                        + " union select k.party_id from opendata.key_use u join opendata.api_key k on k.id = u.key_id"
                        + " where u.dataset_id = :id")
                .param("id", dataset)
                .query(UUID.class)
                .list();
    }

    void removeDemo() {
        jdbc.sql("delete from opendata.download where dataset_id in (select id from opendata.dataset where is_demo)")
                .update();
        jdbc.sql("delete from opendata.usage_day where dataset_id in (select id from opendata.dataset where is_demo)")
                .update();
        jdbc.sql("delete from opendata.dataset where is_demo").update();
    }

    static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static Version version(ResultSet row) throws SQLException {
        return new Version(
                row.getObject("id", UUID.class),
                row.getObject("dataset_id", UUID.class),
                row.getInt("number"),
                row.getString("served"),
                row.getLong("served_snapshot"),
                Licence.of(row.getString("licence")),
                row.getLong("row_count"),
                row.getLong("suppressed"),
                row.getLong("hidden_cells"),
                JSON.readValue(row.getString("columns"), new TypeReference<List<Version.Field>>() {}),
                row.getObject("released_at", OffsetDateTime.class).toInstant(),
                instant(row, "withdrawn_at"),
                List.of());
    }

    static OpenDataset dataset(ResultSet row) throws SQLException {
        return new OpenDataset(
                row.getObject("id", UUID.class),
                row.getString("identifier"),
                row.getString("number"),
                row.getString("resource_code"),
                row.getInt("resource_version"),
                row.getString("source"),
                row.getString("title"),
                row.getString("description"),
                Theme.valueOf(row.getString("theme")),
                List.of((String[]) row.getArray("keywords").getArray()),
                row.getObject("unit_id", UUID.class),
                row.getString("unit_code"),
                row.getString("unit_name"),
                OpenType.valueOf(row.getString("open_type")),
                Licence.of(row.getString("licence")),
                UpdateCycle.valueOf(row.getString("cycle")),
                row.getObject("temporal_from", LocalDate.class),
                row.getObject("temporal_to", LocalDate.class),
                row.getString("state"),
                row.getInt("version_number"),
                instant(row, "issued_at"),
                instant(row, "modified_at"),
                row.getObject("next_due", LocalDate.class),
                instant(row, "stopped_at"),
                row.getString("stop_reason"),
                row.getBoolean("is_demo"));
    }
}
