package cn.gov.jiyuan.support.items;

import cn.gov.jiyuan.kernel.actor.Actor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of {@code items.import_batch} and {@code items.import_row}, and what imports put into the catalogue. */
@Component
class ImportStore {
    private static final int PORTION = 2_000;

    private final JdbcTemplate rows;
    private final JdbcClient jdbc;

    ImportStore(DataSource dataSource) {
        this.rows = new JdbcTemplate(dataSource);
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** A list that somebody handed in. */
    record Batch(
            UUID id,
            ImportKind kind,
            UUID fileId,
            String fileName,
            boolean dryRun,
            State state,
            @Nullable UUID jobId,
            long total,
            long good,
            long bad,
            @Nullable String message,
            UUID startedBy,
            String startedByName,
            Instant startedAt,
            @Nullable Instant endedAt) {}

    /** How far a batch is. */
    enum State {
        QUEUED("等待"),
        RUNNING("导入中"),
        DONE("完成"),
        STOPPED("已停止"),
        FAILED("失败");

        private final String label;

        State(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    /** What came of one row. @param cells of a list to compare, as JSON */
    record Row(
            int line,
            boolean good,
            String code,
            String name,
            String outcome,
            @Nullable String cells) {}

    void insert(UUID id, ImportKind kind, UUID file, String name, boolean dryRun, Actor by, Instant at) {
        jdbc.sql("""
                        insert into items.import_batch (id, kind, file_id, file_name, dry_run, state, total, good, bad,
                               unit_id, started_by, started_by_name, started_at)
                        values (:id, :kind, :file, :name, :dry, 'QUEUED', 0, 0, 0, :unit, :by, :byName, :at)
                        """)
                .param("id", id)
                .param("kind", kind.name())
                .param("file", file)
                .param("name", name)
                .param("dry", dryRun)
                .param("unit", by.unitId())
                .param("by", by.personId())
                .param("byName", by.name())
                .param("at", Timestamp.from(at))
                .update();
    }

    void job(UUID id, UUID job) {
        jdbc.sql("update items.import_batch set job_id = ? where id = ?")
                .params(job, id)
                .update();
    }

    void state(UUID id, State state, @Nullable String message, @Nullable Instant ended) {
        jdbc.sql("update items.import_batch set state = :state, message = :message, ended_at = :ended where id = :id")
                .param("state", state.name())
                .param("message", message)
                .param("ended", ended == null ? null : Timestamp.from(ended))
                .param("id", id)
                .update();
    }

    Optional<Batch> find(UUID id) {
        return jdbc.sql("select * from items.import_batch where id = ?")
                .param(id)
                .query((row, n) -> batch(row))
                .optional();
    }

    List<Batch> newest(int limit) {
        return jdbc.sql("select * from items.import_batch order by started_at desc limit ?")
                .param(limit)
                .query((row, n) -> batch(row))
                .list();
    }

    private static Batch batch(ResultSet row) throws SQLException {
        Timestamp ended = row.getTimestamp("ended_at");
        return new Batch(
                row.getObject("id", UUID.class),
                ImportKind.valueOf(row.getString("kind")),
                row.getObject("file_id", UUID.class),
                row.getString("file_name"),
                row.getBoolean("dry_run"),
                State.valueOf(row.getString("state")),
                row.getObject("job_id", UUID.class),
                row.getLong("total"),
                row.getLong("good"),
                row.getLong("bad"),
                row.getString("message"),
                row.getObject("started_by", UUID.class),
                row.getString("started_by_name"),
                row.getTimestamp("started_at").toInstant(),
                ended == null ? null : ended.toInstant());
    }

    /** The last line that is done: where an interrupted import goes on. */
    int lastLine(UUID batch) {
        return jdbc.sql("select coalesce(max(line), 0) from items.import_row where batch_id = ?")
                .param(batch)
                .query(Integer.class)
                .single();
    }

    Set<String> goodCodes(UUID batch) {
        return new HashSet<>(jdbc.sql("select code from items.import_row where batch_id = ? and good")
                .param(batch)
                .query(String.class)
                .list());
    }

    Set<String> itemCodes() {
        return new HashSet<>(
                jdbc.sql("select code from items.item").query(String.class).list());
    }

    void add(UUID batch, List<Row> done) {
        rows.batchUpdate(
                "insert into items.import_row (batch_id, line, good, code, name, outcome, cells)"
                        + " values (?, ?, ?, ?, ?, ?, cast(? as jsonb))",
                done,
                done.size(),
                (statement, row) -> {
                    statement.setObject(1, batch);
                    statement.setInt(2, row.line());
                    statement.setBoolean(3, row.good());
                    statement.setString(4, row.code());
                    statement.setString(5, row.name());
                    statement.setString(6, row.outcome());
                    statement.setString(7, row.cells());
                });
        long good = done.stream().filter(Row::good).count();
        jdbc.sql("update items.import_batch set total = total + ?, good = good + ?, bad = bad + ? where id = ?")
                .params(done.size(), good, done.size() - good, batch)
                .update();
    }

    List<Row> rows(UUID batch, boolean badOnly, int after, int limit) {
        return jdbc.sql("select line, good, code, name, outcome from items.import_row where batch_id = ? and line > ?"
                        + (badOnly ? " and not good" : "") + " order by line limit ?")
                .params(batch, after, limit)
                .query((row, n) -> new Row(
                        row.getInt("line"),
                        row.getBoolean("good"),
                        row.getString("code"),
                        row.getString("name"),
                        row.getString("outcome"),
                        null))
                .list();
    }

    void each(UUID batch, boolean badOnly, Consumer<Row> sink) {
        int after = 0;
        List<Row> portion;
        do {
            portion = rows(batch, badOnly, after, PORTION);
            portion.forEach(sink);
            after = portion.isEmpty() ? after : portion.getLast().line();
        } while (portion.size() == PORTION);
    }

    /** @return what became of it: added, changed, or as it was */
    String putCatalogue(ImportRules.CatalogueEntry entry) {
        int added = jdbc.sql("""
                        insert into items.catalogue (code, name, type, origin, cancelled_on, is_demo)
                        values (:code, :name, :type, :origin, :cancelled, false) on conflict (code) do nothing
                        """)
                .param("code", entry.code())
                .param("name", entry.name())
                .param("type", entry.type())
                .param("origin", entry.origin())
                .param("cancelled", entry.cancelledOn())
                .update();
        if (added == 1) {
            return "新增";
        }
        int changed = jdbc.sql("""
                        update items.catalogue set name = :name, cancelled_on = coalesce(:cancelled, cancelled_on)
                         where code = :code and (name <> :name or (cast(:cancelled as date) is not null
                               and cancelled_on is distinct from cast(:cancelled as date)))
                        """)
                .param("code", entry.code())
                .param("name", entry.name())
                .param("cancelled", entry.cancelledOn(), java.sql.Types.DATE)
                .update();
        return changed == 1 ? "更新" : "已有，未改动";
    }
}
