package cn.gov.jiyuan.data.stewardship.quality;

import cn.gov.jiyuan.kernel.id.Ids;
import cn.gov.jiyuan.platform.hub.Snapshot;
import cn.gov.jiyuan.platform.keys.PersonalCipher;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What inspections found: runs, results, and some of the rows that fail, encrypted. */
@Component
final class QualityRunStore {
    private final JdbcClient jdbc;
    private final PersonalCipher cipher;

    QualityRunStore(JdbcClient jdbc, PersonalCipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    /** A run as people see it. */
    record Run(
            UUID id,
            String dataset,
            long snapshot,
            String batchNo,
            UUID unitId,
            long rows,
            int rules,
            int failedRules,
            @Nullable BigDecimal score,
            String dimensions,
            Instant at) {}

    UUID insert(Snapshot snapshot, String batchNo, UUID unit, List<Result> results, Grade grade, Instant at) {
        UUID id = Ids.next();
        long failed = results.stream()
                .filter(result -> result.verdict() != Result.Verdict.PASSED)
                .count();
        jdbc.sql("""
                        insert into stewardship.quality_run (id, dataset, snapshot, batch_no, unit_id, rows, rules,
                          failed_rules, score, dimensions, at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, cast(? as jsonb), ?)
                        """)
                .params(Arrays.asList(
                        id,
                        snapshot.dataset(),
                        snapshot.number(),
                        batchNo,
                        unit,
                        snapshot.rows(),
                        results.size(),
                        (int) failed,
                        grade.score(),
                        JsonMapper.shared().writeValueAsString(grade.parts()),
                        at.atOffset(ZoneOffset.UTC)))
                .update();
        results.forEach(result -> insert(id, snapshot, unit, result, at));
        return id;
    }

    private void insert(UUID run, Snapshot snapshot, UUID unit, Result result, Instant at) {
        jdbc.sql("""
                        insert into stewardship.quality_result (id, run_id, dataset, snapshot, unit_id, rule_code,
                          rule_version, title, dimension, weight, total, passed, excluded, verdict, explanation, at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        result.id(),
                        run,
                        snapshot.dataset(),
                        snapshot.number(),
                        unit,
                        result.ruleCode(),
                        result.ruleVersion(),
                        result.title(),
                        result.dimension().name(),
                        result.weight(),
                        result.total(),
                        result.passed(),
                        result.excluded(),
                        result.verdict().name(),
                        result.explanation(),
                        at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Keeps rows that fail; those of older runs of the rule go. */
    void keep(
            Result result,
            String dataset,
            UUID unit,
            List<QualityRowChecks.Failing> failing,
            String expected,
            Instant at) {
        jdbc.sql("delete from stewardship.quality_issue where dataset = ? and rule_code = ?")
                .params(dataset, result.ruleCode())
                .update();
        for (QualityRowChecks.Failing row : failing) {
            UUID id = Ids.next();
            jdbc.sql("""
                            insert into stewardship.quality_issue (id, result_id, dataset, rule_code, unit_id, row_key,
                              observed, expected, at)
                            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                            """)
                    .params(
                            id,
                            result.id(),
                            dataset,
                            result.ruleCode(),
                            unit,
                            cipher.seal("stewardship.quality_issue.row_key", id, row.key()),
                            cipher.seal("stewardship.quality_issue.observed", id, row.observed()),
                            expected,
                            at.atOffset(ZoneOffset.UTC))
                    .update();
        }
    }

    Optional<Run> latest(String dataset) {
        return jdbc.sql("select * from stewardship.quality_run where dataset = ? order by at desc, id desc limit 1")
                .param(dataset)
                .query(QualityRunStore::run)
                .optional();
    }

    List<Run> newest(String dataset, int limit) {
        return jdbc.sql("select * from stewardship.quality_run where dataset = ? order by at desc, id desc limit ?")
                .params(dataset, limit)
                .query(QualityRunStore::run)
                .list();
    }

    List<Result> results(UUID run) {
        return jdbc.sql("select * from stewardship.quality_result where run_id = ? order by rule_code")
                .param(run)
                .query(QualityRunStore::result)
                .list();
    }

    /** Latest score of each dataset of a unit. */
    Map<String, BigDecimal> scores(UUID unit) {
        Map<String, BigDecimal> scores = new java.util.TreeMap<>();
        jdbc.sql("""
                        select distinct on (dataset) dataset, score from stewardship.quality_run
                         where unit_id = ? and score is not null order by dataset, at desc, id desc
                        """)
                .param(unit)
                .query((row, n) -> scores.put(row.getString(1), row.getBigDecimal(2)))
                .list();
        return scores;
    }

    private static Run run(ResultSet row, int n) throws SQLException {
        return new Run(
                row.getObject("id", UUID.class),
                row.getString("dataset"),
                row.getLong("snapshot"),
                row.getString("batch_no"),
                row.getObject("unit_id", UUID.class),
                row.getLong("rows"),
                row.getInt("rules"),
                row.getInt("failed_rules"),
                row.getBigDecimal("score"),
                row.getString("dimensions"),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }

    private static Result result(ResultSet row, int n) throws SQLException {
        return new Result(
                row.getObject("id", UUID.class),
                row.getString("rule_code"),
                row.getInt("rule_version"),
                row.getString("title"),
                Dimension.valueOf(row.getString("dimension")),
                row.getBigDecimal("weight"),
                row.getLong("total"),
                row.getLong("passed"),
                row.getLong("excluded"),
                Result.Verdict.valueOf(row.getString("verdict")),
                row.getString("explanation"));
    }
}
