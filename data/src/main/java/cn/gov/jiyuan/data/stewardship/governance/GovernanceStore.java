package cn.gov.jiyuan.data.stewardship.governance;

import cn.gov.jiyuan.kernel.id.Ids;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts for the score of a unit, the scores kept by month, and the edges of lineage. */
@Component
final class GovernanceStore {
    private final JdbcClient jdbc;

    GovernanceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of so many things so many are as they should be. */
    record Ratio(long numerator, long denominator) {}

    Ratio booked(Collection<String> datasets) {
        long booked = jdbc.sql(
                        "select count(distinct dataset) from stewardship.asset where state <> 'DISPOSED' and dataset = any (?)")
                .param(datasets.toArray(String[]::new))
                .query(Long.class)
                .single();
        return new Ratio(booked, datasets.size());
    }

    Ratio standard(Collection<String> datasets, long columns) {
        long following = jdbc.sql("select count(*) from stewardship.column_element where dataset = any (?)")
                .param(datasets.toArray(String[]::new))
                .query(Long.class)
                .single();
        return new Ratio(Math.min(following, columns), columns);
    }

    Ratio quality(UUID unit) {
        return ratio("""
                with latest as (select distinct on (dataset) id from stewardship.quality_run where unit_id = ?
                                 order by dataset, at desc, id desc)
                select coalesce(sum(r.passed), 0), coalesce(sum(r.total), 0)
                  from stewardship.quality_result r join latest l on l.id = r.run_id where r.verdict <> 'BROKEN'
                """, unit);
    }

    Ratio graded(UUID unit) {
        return ratio(
                "select count(*) filter (where state = 'CONFIRMED'), count(*) from stewardship.column_grade where unit_id = ?",
                unit);
    }

    Ratio served(UUID unit, OffsetDateTime since, OffsetDateTime now) {
        return ratio("""
                select count(*) filter (where closed_at is not null and (due_at is null or closed_at < due_at)),
                       count(*) filter (where closed_at is not null or due_at <= ?)
                  from stewardship.quality_order where opened_at >= ? and unit_id = ?
                """, now, since, unit);
    }

    Ratio used(UUID unit) {
        return ratio("""
                select count(*) filter (where state = 'IN_USE'), count(*) from stewardship.asset
                 where state <> 'DISPOSED' and unit_id = ?
                """, unit);
    }

    /** Those of the datasets that stand in the books of assets. */
    Set<String> bookedOf(Collection<String> datasets) {
        return new HashSet<>(jdbc.sql(
                        "select distinct dataset from stewardship.asset where state <> 'DISPOSED' and dataset = any (?)")
                .param(datasets.toArray(String[]::new))
                .query(String.class)
                .list());
    }

    /** Columns that follow a data element, by dataset. */
    Map<String, Long> followingOf(Collection<String> datasets) {
        Map<String, Long> following = new HashMap<>();
        jdbc.sql("select dataset, count(*) from stewardship.column_element where dataset = any (?) group by dataset")
                .param(datasets.toArray(String[]::new))
                .query((row, n) -> following.put(row.getString(1), row.getLong(2)))
                .list();
        return following;
    }

    List<GovernanceRows.Row> qualityRows(UUID unit, int most) {
        return rows("""
                with latest as (select distinct on (dataset) id from stewardship.quality_run where unit_id = ?
                                 order by dataset, at desc, id desc)
                select r.title, r.dataset || '，规则 ' || r.rule_code, r.passed, r.total,
                       case when r.passed < r.total then '/records/stewardship.issue?result=eq:' || r.id
                            else '/stewardship/quality/' || r.dataset end
                  from stewardship.quality_result r join latest l on l.id = r.run_id where r.verdict <> 'BROKEN'
                 order by r.passed - r.total, r.id limit ?
                """, unit, most);
    }

    List<GovernanceRows.Row> gradedRows(UUID unit, int most) {
        return rows("""
                select g.dataset, '已确认的列 / 已识别的列', count(*) filter (where g.state = 'CONFIRMED'), count(*),
                       '/stewardship/grading/' || g.dataset
                  from stewardship.column_grade g where g.unit_id = ? group by g.dataset order by g.dataset limit ?
                """, unit, most);
    }

    List<GovernanceRows.Row> servedRows(UUID unit, OffsetDateTime since, OffsetDateTime now, int most) {
        return rows("""
                select title, number || case when closed_at is null then '，到期没有办结'
                                             when due_at is null or closed_at < due_at then '，在时限内办结'
                                             else '，逾期办结' end,
                       case when closed_at is not null and (due_at is null or closed_at < due_at) then 1 else 0 end, 1,
                       '/cases/' || id
                  from stewardship.quality_order
                 where opened_at >= ? and unit_id = ? and (closed_at is not null or due_at <= ?)
                 order by 3, number limit ?
                """, since, unit, now, most);
    }

    List<GovernanceRows.Row> usedRows(UUID unit, int most) {
        return rows("""
                select name, number || case state when 'IN_USE' then '，在用' when 'IDLE' then '，闲置' else '，登记后没有调用' end,
                       case when state = 'IN_USE' then 1 else 0 end, 1, '/records/stewardship.asset/' || id
                  from stewardship.asset where state <> 'DISPOSED' and unit_id = ? order by 3, number limit ?
                """, unit, most);
    }

    private List<GovernanceRows.Row> rows(String sql, Object... arguments) {
        return jdbc.sql(sql)
                .params(arguments)
                .query((row, n) -> new GovernanceRows.Row(
                        row.getString(1), row.getString(2), row.getLong(3), row.getLong(4), row.getString(5)))
                .list();
    }

    /** A score kept for a month. */
    record Kept(LocalDate month, @Nullable BigDecimal score) {}

    /** The last months of a unit, the oldest first. */
    List<Kept> months(UUID unit, int months) {
        return jdbc.sql(
                        "select month, score from stewardship.governance_score where unit_id = ? order by month desc limit ?")
                .params(unit, months)
                .query((row, n) -> new Kept(row.getObject("month", LocalDate.class), row.getBigDecimal("score")))
                .list()
                .reversed();
    }

    private Ratio ratio(String sql, Object... arguments) {
        return jdbc.sql(sql)
                .params(arguments)
                .query((row, n) -> new Ratio(row.getLong(1), row.getLong(2)))
                .single();
    }

    void keep(
            LocalDate month,
            UUID unit,
            @Nullable BigDecimal score,
            String domains,
            String figures,
            String weakest,
            Instant at) {
        jdbc.sql("""
                        insert into stewardship.governance_score (id, month, unit_id, score, domains, figures, weakest,
                          computed_at)
                        values (?, ?, ?, ?, cast(? as jsonb), cast(? as jsonb), ?, ?)
                        on conflict (month, unit_id) do update set score = excluded.score, domains = excluded.domains,
                          figures = excluded.figures, weakest = excluded.weakest, computed_at = excluded.computed_at
                        """)
                .params(Arrays.asList(
                        Ids.next(), month, unit, score, domains, figures, weakest, at.atOffset(ZoneOffset.UTC)))
                .update();
    }

    /** An edge of lineage. */
    record Edge(
            String source,
            String sourceColumn,
            String target,
            String targetColumn,
            String pipeline,
            String batch,
            Instant at) {}

    void derived(Edge edge) {
        jdbc.sql("""
                        insert into stewardship.lineage_edge (id, source, source_column, target, target_column, pipeline,
                          batch, at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (source, source_column, target, target_column, pipeline) do update
                          set batch = excluded.batch, at = excluded.at
                        """)
                .params(
                        Ids.next(),
                        edge.source(),
                        edge.sourceColumn(),
                        edge.target(),
                        edge.targetColumn(),
                        edge.pipeline(),
                        edge.batch(),
                        edge.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** All edges on ways that lead to a dataset or from it, at most so many. */
    List<Edge> around(String dataset, int most) {
        return jdbc.sql("""
                        with recursive up (name) as (
                          select cast(? as text)
                          union select e.source from stewardship.lineage_edge e join up on e.target = up.name),
                        down (name) as (
                          select cast(? as text)
                          union select e.target from stewardship.lineage_edge e join down on e.source = down.name)
                        select * from stewardship.lineage_edge e
                         where e.target in (select name from up) or e.source in (select name from down)
                         order by e.source, e.target, e.source_column, e.target_column limit ?
                        """)
                .params(dataset, dataset, most)
                .query((row, n) -> new Edge(
                        row.getString("source"),
                        row.getString("source_column"),
                        row.getString("target"),
                        row.getString("target_column"),
                        row.getString("pipeline"),
                        row.getString("batch"),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
