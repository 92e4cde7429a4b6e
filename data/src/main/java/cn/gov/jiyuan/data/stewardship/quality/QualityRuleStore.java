package cn.gov.jiyuan.data.stewardship.quality;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Versions of rules of quality. */
@Component
final class QualityRuleStore {
    private final JdbcClient jdbc;

    QualityRuleStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<QualityRule> find(UUID id) {
        return jdbc.sql("select * from stewardship.quality_rule where id = ? for update")
                .param(id)
                .query(QualityRuleStore::rule)
                .optional();
    }

    /** All versions of a rule, held until the end of the transaction. */
    List<QualityRule> lock(String code) {
        return jdbc.sql("select * from stewardship.quality_rule where code = ? order by version for update")
                .param(code)
                .query(QualityRuleStore::rule)
                .list();
    }

    List<QualityRule> inForce(String dataset) {
        return jdbc.sql("select * from stewardship.quality_rule where dataset = ? and state = 'APPROVED' order by code")
                .param(dataset)
                .query(QualityRuleStore::rule)
                .list();
    }

    Optional<QualityRule> inForce(String dataset, Template template) {
        return inForce(dataset).stream()
                .filter(rule -> rule.template() == template)
                .findFirst();
    }

    void insert(QualityRule rule, Instant at) {
        jdbc.sql("""
                        insert into stewardship.quality_rule (id, code, version, dataset, unit_id, title, dimension,
                          template, settings, weight, severity, basis, state, proposed_by, proposed_name, proposed_at,
                          is_demo)
                        values (?, ?, ?, ?, ?, ?, ?, ?, cast(? as jsonb), ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        rule.id(),
                        rule.code(),
                        rule.version(),
                        rule.dataset(),
                        rule.unitId(),
                        rule.title(),
                        rule.dimension().name(),
                        rule.template().name(),
                        JsonMapper.shared().writeValueAsString(rule.settings()),
                        rule.weight(),
                        rule.severity().name(),
                        rule.basis(),
                        rule.state().name(),
                        rule.proposedBy(),
                        rule.proposedName(),
                        at.atOffset(ZoneOffset.UTC),
                        rule.demo())
                .update();
    }

    /** Puts a draft in force and retires the version that was. */
    void approve(QualityRule rule, String by, Instant at) {
        jdbc.sql("update stewardship.quality_rule set state = 'RETIRED' where code = ? and state = 'APPROVED'")
                .param(rule.code())
                .update();
        jdbc.sql(
                        "update stewardship.quality_rule set state = 'APPROVED', approved_name = ?, approved_at = ? where id = ?")
                .params(by, at.atOffset(ZoneOffset.UTC), rule.id())
                .update();
    }

    void stop(UUID id) {
        jdbc.sql("update stewardship.quality_rule set state = 'STOPPED' where id = ?")
                .param(id)
                .update();
    }

    long next() {
        return jdbc.sql("select count(distinct code) + 1 from stewardship.quality_rule")
                .query(Long.class)
                .single();
    }

    /** Only one transaction at a time gives out numbers of rules. */
    void lockNumbers() {
        jdbc.sql("lock table stewardship.quality_rule in share row exclusive mode")
                .update();
    }

    private static QualityRule rule(ResultSet row, int n) throws SQLException {
        return new QualityRule(
                row.getObject("id", UUID.class),
                row.getString("code"),
                row.getInt("version"),
                row.getString("dataset"),
                row.getObject("unit_id", UUID.class),
                row.getString("title"),
                Dimension.valueOf(row.getString("dimension")),
                Template.valueOf(row.getString("template")),
                JsonMapper.shared().readValue(row.getString("settings"), Settings.class),
                row.getBigDecimal("weight"),
                QualityRule.Severity.valueOf(row.getString("severity")),
                row.getString("basis"),
                QualityRule.State.valueOf(row.getString("state")),
                row.getObject("proposed_by", UUID.class),
                row.getString("proposed_name"),
                row.getString("approved_name"),
                row.getBoolean("is_demo"));
    }
}
