package cn.gov.jiyuan.platform.sheets;

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

/** Imports and what came of each row. */
@Component
final class SheetStore {
    private static final int PORTION = 1_000;

    private final JdbcClient jdbc;
    private final JdbcTemplate rows;

    SheetStore(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
        this.rows = new JdbcTemplate(dataSource);
    }

    void insert(UUID id, String kind, UUID file, String name, boolean dryRun, Actor by, Instant at) {
        jdbc.sql("""
                        insert into sheets.batch (id, kind, file_id, file_name, dry_run, state, unit_id, started_by,
                            started_by_name, started_at)
                        values (:id, :kind, :file, :name, :dry, 'QUEUED', :unit, :by, :byName, :at)
                        """)
                .param("id", id)
                .param("kind", kind)
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
        jdbc.sql("update sheets.batch set job_id = ? where id = ?")
                .params(job, id)
                .update();
    }

    void state(UUID id, SheetBatch.State state, @Nullable String message, @Nullable Instant ended) {
        jdbc.sql("update sheets.batch set state = :state, message = :message, ended_at = :ended where id = :id")
                .param("state", state.name())
                .param("message", message)
                .param("ended", ended == null ? null : Timestamp.from(ended))
                .param("id", id)
                .update();
    }

    Optional<SheetBatch> find(UUID id) {
        return jdbc.sql("select * from sheets.batch where id = ?")
                .param(id)
                .query((row, n) -> batch(row))
                .optional();
    }

    List<SheetBatch> newest(String kind, int limit) {
        return jdbc.sql("select * from sheets.batch where kind = ? order by started_at desc limit ?")
                .params(kind, limit)
                .query((row, n) -> batch(row))
                .list();
    }

    private static SheetBatch batch(ResultSet row) throws SQLException {
        Timestamp ended = row.getTimestamp("ended_at");
        return new SheetBatch(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                row.getObject("file_id", UUID.class),
                row.getString("file_name"),
                row.getBoolean("dry_run"),
                SheetBatch.State.valueOf(row.getString("state")),
                row.getObject("job_id", UUID.class),
                row.getLong("total"),
                row.getLong("good"),
                row.getLong("bad"),
                row.getString("message"),
                row.getObject("unit_id", UUID.class),
                row.getObject("started_by", UUID.class),
                row.getString("started_by_name"),
                row.getTimestamp("started_at").toInstant(),
                ended == null ? null : ended.toInstant());
    }

    /** The last line that is done: where an interrupted import goes on. */
    int lastLine(UUID batch) {
        return jdbc.sql("select coalesce(max(line), 0) from sheets.batch_row where batch_id = ?")
                .param(batch)
                .query(Integer.class)
                .single();
    }

    /** Keys of the rows that were good. */
    Set<String> goodKeys(UUID batch) {
        return new HashSet<>(jdbc.sql("select row_key from sheets.batch_row where batch_id = ? and good")
                .param(batch)
                .query(String.class)
                .list());
    }

    void add(UUID batch, List<SheetRow.Outcome> done) {
        rows.batchUpdate(
                "insert into sheets.batch_row (batch_id, line, good, row_key, name, words) values (?, ?, ?, ?, ?, ?)",
                done,
                Math.max(1, done.size()),
                (statement, row) -> {
                    statement.setObject(1, batch);
                    statement.setInt(2, row.line());
                    statement.setBoolean(3, row.good());
                    statement.setString(4, row.key());
                    statement.setString(5, row.name());
                    statement.setString(6, row.words());
                });
        long good = done.stream().filter(SheetRow.Outcome::good).count();
        jdbc.sql("update sheets.batch set total = total + ?, good = good + ?, bad = bad + ? where id = ?")
                .params(done.size(), good, done.size() - good, batch)
                .update();
    }

    List<SheetRow.Outcome> rows(UUID batch, boolean badOnly, int after, int limit) {
        return jdbc.sql("select line, good, row_key, name, words from sheets.batch_row where batch_id = ? and line > ?"
                        + (badOnly ? " and not good" : "") + " order by line limit ?")
                .params(batch, after, limit)
                .query((row, n) -> new SheetRow.Outcome(
                        row.getInt("line"),
                        row.getBoolean("good"),
                        row.getString("row_key"),
                        row.getString("name"),
                        row.getString("words")))
                .list();
    }

    void each(UUID batch, boolean badOnly, Consumer<SheetRow.Outcome> sink) {
        int after = 0;
        List<SheetRow.Outcome> portion;
        do {
            portion = rows(batch, badOnly, after, PORTION);
            portion.forEach(sink);
            after = portion.isEmpty() ? after : portion.getLast().line();
        } while (portion.size() == PORTION);
    }
}
