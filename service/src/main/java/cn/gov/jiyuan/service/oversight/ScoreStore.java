package cn.gov.jiyuan.service.oversight;

import cn.gov.jiyuan.kernel.id.Ids;
import cn.gov.jiyuan.platform.access.RowScope;
import cn.gov.jiyuan.platform.access.ScopeColumns;
import cn.gov.jiyuan.platform.parties.Unit;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Monthly tallies, scores, and how far the sweeps are. */
@Component
final class ScoreStore {
    private final JdbcTemplate jdbc;

    ScoreStore(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
    }

    void replace(LocalDate month, Collection<Tally> tallies) {
        jdbc.update("delete from oversight.tally where month = ?", month);
        for (Tally t : tallies) {
            jdbc.update(
                    "insert into oversight.tally (unit_id, month, decided, late, ended, terminated, used_days,"
                            + " promised_days) values (?,?,?,?,?,?,?,?)",
                    t.unitId(),
                    t.month(),
                    t.decided(),
                    t.late(),
                    t.ended(),
                    t.terminated(),
                    t.usedDays(),
                    t.promisedDays());
        }
    }

    /** Tallies of months from one day up to another, by month. */
    List<Tally> tallies(LocalDate from, LocalDate to) {
        return jdbc.query(
                "select * from oversight.tally where month >= ? and month <= ? order by month",
                (row, n) -> tally(row),
                from,
                to);
    }

    List<Tally> tallies(UUID unit, LocalDate from, LocalDate to) {
        return jdbc.query(
                "select * from oversight.tally where unit_id = ? and month >= ? and month <= ? order by month",
                (row, n) -> tally(row),
                unit,
                from,
                to);
    }

    private static Tally tally(ResultSet row) throws SQLException {
        return new Tally(
                row.getObject("unit_id", UUID.class),
                row.getObject("month", LocalDate.class),
                row.getLong("decided"),
                row.getLong("late"),
                row.getLong("ended"),
                row.getLong("terminated"),
                row.getLong("used_days"),
                row.getLong("promised_days"));
    }

    void save(Unit unit, Period period, Score score, Instant at) {
        jdbc.update(
                "insert into oversight.score as s (id, unit_id, unit_kind, period, period_kind, starts, ends, yellow,"
                        + " red, deduction, decided, late, overdue_cost, used_days, promised_days, bonus, score,"
                        + " formula, computed_at) values (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"
                        + " on conflict (unit_id, period) do update set yellow = excluded.yellow, red = excluded.red,"
                        + " deduction = excluded.deduction, decided = excluded.decided, late = excluded.late,"
                        + " overdue_cost = excluded.overdue_cost, used_days = excluded.used_days,"
                        + " promised_days = excluded.promised_days, bonus = excluded.bonus, score = excluded.score,"
                        + " formula = excluded.formula, computed_at = excluded.computed_at"
                        + " where s.formula <> excluded.formula",
                Ids.next(),
                unit.id(),
                unit.kind().name(),
                period.name(),
                period.kind().name(),
                period.starts(),
                period.ends(),
                score.cards().yellow(),
                score.cards().red(),
                score.cards().score(),
                score.tally().decided(),
                score.tally().late(),
                score.overdueCost(),
                score.tally().usedDays(),
                score.tally().promisedDays(),
                score.bonus(),
                score.value(),
                score.formula(),
                at.atOffset(ZoneOffset.UTC));
    }

    /** Decided matters since a month within a scope, and how many of them were in time. */
    long[] decidedAndOnTime(RowScope scope, LocalDate since) {
        List<Object> arguments = new ArrayList<>(List.of(since));
        return row(
                "select coalesce(sum(decided), 0), coalesce(sum(decided - late), 0) from oversight.tally"
                        + " where month >= ?" + ScopeColumns.UNIT.and(scope, arguments),
                arguments);
    }

    /** Cards of a level that count, issued since a moment, and of how many decided matters. */
    long cards(RowScope scope, Level level, OffsetDateTime since) {
        List<Object> arguments = new ArrayList<>(List.of(level.name(), since));
        return row(
                "select count(*), 0 from oversight.card where counted and level = ? and issued_at >= ?"
                        + ScopeColumns.UNIT.and(scope, arguments),
                arguments)[0];
    }

    /** Cards issued since a moment that have been explained or whose time to explain is over, and those in time. */
    long[] dueAndExplained(RowScope scope, OffsetDateTime since, OffsetDateTime now) {
        List<Object> arguments = new ArrayList<>(List.of(now, since));
        return row(
                "select count(*) filter (where explained_at is not null or explain_due <= ?),"
                        + " count(*) filter (where explained_at < explain_due)"
                        + " from oversight.card where issued_at >= ? and explain_due is not null and counted"
                        + ScopeColumns.UNIT.and(scope, arguments),
                arguments);
    }

    private long[] row(String sql, List<Object> arguments) {
        return java.util.Objects.requireNonNull(
                jdbc.queryForObject(sql, (row, n) -> new long[] {row.getLong(1), row.getLong(2)}, arguments.toArray()));
    }

    /** Up to where a sweep has come; very early if it never ran. */
    Instant sweptTo(String name) {
        return java.util.Objects.requireNonNull(jdbc.queryForObject(
                "select greatest(swept_to, timestamptz '2000-01-01') as swept_to from oversight.sweep where name = ?",
                (row, n) -> row.getObject("swept_to", OffsetDateTime.class).toInstant(),
                name));
    }

    void sweptTo(String name, Instant to) {
        jdbc.update("update oversight.sweep set swept_to = ? where name = ?", to.atOffset(ZoneOffset.UTC), name);
    }

    void removeDemo() {
        jdbc.update("delete from oversight.score");
        jdbc.update("delete from oversight.tally");
    }
}
