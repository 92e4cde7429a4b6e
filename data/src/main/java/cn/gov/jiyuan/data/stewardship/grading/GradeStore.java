package cn.gov.jiyuan.data.stewardship.grading;

import cn.gov.jiyuan.kernel.id.Ids;
import cn.gov.jiyuan.platform.hub.DataColumn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Grades of columns and of whole datasets. */
@Component
final class GradeStore {
    private final JdbcClient jdbc;

    GradeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Grade of a column (列的定级). */
    record ColumnRow(
            UUID id,
            String dataset,
            String column,
            String title,
            UUID unitId,
            String category,
            boolean personal,
            boolean sensitive,
            int level,
            int suggested,
            String why,
            boolean confirmed,
            int version) {}

    /** Grade of a dataset (数据集的定级). */
    record DatasetRow(
            UUID id,
            String dataset,
            UUID unitId,
            long rows,
            int level,
            String label,
            String warning,
            String justification,
            String state) {}

    List<ColumnRow> columns(String dataset) {
        return jdbc.sql("select * from stewardship.column_grade where dataset = ? order by level desc, column_name")
                .param(dataset)
                .query(GradeStore::column)
                .list();
    }

    Optional<ColumnRow> lock(String dataset, String column) {
        return jdbc.sql("select * from stewardship.column_grade where dataset = ? and column_name = ? for update")
                .params(dataset, column)
                .query(GradeStore::column)
                .optional();
    }

    /** What was confirmed stays, unless the suggestion has risen above it: the higher grade wins. */
    void suggest(String dataset, UUID unit, DataColumn column, Detector.Suggestion one) {
        jdbc.sql("""
                        insert into stewardship.column_grade as g (id, dataset, column_name, title, unit_id, category,
                          personal, sensitive, level, suggested, why, state, version)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'SUGGESTED', 1)
                        on conflict (dataset, column_name) do update set title = excluded.title, unit_id = excluded.unit_id,
                          suggested = excluded.suggested, version = g.version + 1,
                          category = case when g.state = 'CONFIRMED' and excluded.level <= g.suggested
                            then g.category else excluded.category end,
                          personal = case when g.state = 'CONFIRMED' and excluded.level <= g.suggested
                            then g.personal else excluded.personal end,
                          sensitive = case when g.state = 'CONFIRMED' and excluded.level <= g.suggested
                            then g.sensitive else excluded.sensitive end,
                          level = case when g.state = 'CONFIRMED' and excluded.level <= g.suggested
                            then g.level else excluded.level end,
                          why = case when g.state = 'CONFIRMED' and excluded.level <= g.suggested
                            then g.why else excluded.why end,
                          state = case when g.state = 'CONFIRMED' and excluded.level <= g.suggested
                            then 'CONFIRMED' else 'SUGGESTED' end
                        """)
                .params(
                        Ids.next(),
                        dataset,
                        column.name(),
                        column.title(),
                        unit,
                        one.category(),
                        one.personal(),
                        one.sensitive(),
                        one.level(),
                        one.level(),
                        one.why())
                .update();
    }

    void confirm(ColumnRow grade, String why, String by, Instant at, LocalDate review) {
        jdbc.sql("""
                        update stewardship.column_grade set category = ?, personal = ?, sensitive = ?, level = ?, why = ?,
                          state = 'CONFIRMED', confirmed_name = ?, confirmed_at = ?, review_on = ?, version = version + 1
                         where id = ?
                        """)
                .params(
                        grade.category(),
                        grade.personal(),
                        grade.sensitive(),
                        grade.level(),
                        why,
                        by,
                        at.atOffset(ZoneOffset.UTC),
                        review,
                        grade.id())
                .update();
    }

    Optional<DatasetRow> dataset(String dataset) {
        return jdbc.sql("select * from stewardship.dataset_grade where dataset = ?")
                .param(dataset)
                .query(GradeStore::row)
                .optional();
    }

    /** A justified grade of the same warning stays. */
    void keep(DatasetRow grade, String title, Instant at) {
        jdbc.sql("""
                        insert into stewardship.dataset_grade as d (id, dataset, title, unit_id, rows, level, label, warning,
                          justification, state, at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, '', ?, ?)
                        on conflict (dataset) do update set title = excluded.title, unit_id = excluded.unit_id,
                          rows = excluded.rows, at = excluded.at, warning = excluded.warning,
                          level = case when d.justification <> '' and excluded.warning <> ''
                            then greatest(d.level, excluded.level) else excluded.level end,
                          label = case when d.justification <> '' and excluded.warning <> '' and d.level >= excluded.level
                            then d.label else excluded.label end,
                          state = case when d.justification <> '' and excluded.warning <> '' then 'CONFIRMED'
                            else excluded.state end
                        """)
                .params(
                        grade.id(),
                        grade.dataset(),
                        title,
                        grade.unitId(),
                        grade.rows(),
                        grade.level(),
                        grade.label(),
                        grade.warning(),
                        grade.state(),
                        at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void argue(String dataset, int level, String label, String justification, String by, Instant at) {
        jdbc.sql("""
                        update stewardship.dataset_grade set level = ?, label = ?, justification = ?, justified_name = ?,
                          justified_at = ?, state = 'CONFIRMED' where dataset = ?
                        """)
                .params(level, label, justification, by, at.atOffset(ZoneOffset.UTC), dataset)
                .update();
    }

    private static ColumnRow column(ResultSet row, int n) throws SQLException {
        return new ColumnRow(
                row.getObject("id", UUID.class),
                row.getString("dataset"),
                row.getString("column_name"),
                row.getString("title"),
                row.getObject("unit_id", UUID.class),
                row.getString("category"),
                row.getBoolean("personal"),
                row.getBoolean("sensitive"),
                row.getInt("level"),
                row.getInt("suggested"),
                row.getString("why"),
                row.getString("state").equals("CONFIRMED"),
                row.getInt("version"));
    }

    private static DatasetRow row(ResultSet row, int n) throws SQLException {
        return new DatasetRow(
                row.getObject("id", UUID.class),
                row.getString("dataset"),
                row.getObject("unit_id", UUID.class),
                row.getLong("rows"),
                row.getInt("level"),
                row.getString("label"),
                row.getString("warning"),
                row.getString("justification"),
                row.getString("state"));
    }
}
