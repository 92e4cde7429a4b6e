package cn.gov.jiyuan.service.oversight;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Versions of rules; few, read whole. */
@Component
final class RuleStore {
    private final JdbcTemplate jdbc;

    RuleStore(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
    }

    List<Rule> all() {
        return jdbc.query("select * from oversight.rule order by code, version", (row, n) -> rule(row));
    }

    Optional<Rule> find(UUID id) {
        return jdbc.query("select * from oversight.rule where id = ?", (row, n) -> rule(row), id).stream()
                .findFirst();
    }

    /** All versions of a rule, held against changes by others until the end of the transaction. */
    List<Rule> lock(String code) {
        return jdbc.query(
                "select * from oversight.rule where code = ? order by version for update", (row, n) -> rule(row), code);
    }

    void insert(Rule rule, Instant at) {
        jdbc.update(
                "insert into oversight.rule (id, code, version, title, detector, case_type, subjects, threshold, level,"
                        + " score, basis, enabled, remark, effective_from, state, proposed_by, proposed_name,"
                        + " proposed_at) values (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
                rule.id(),
                rule.code(),
                rule.version(),
                rule.title(),
                rule.detector().name(),
                rule.caseType(),
                rule.subjects().toArray(String[]::new),
                rule.threshold(),
                rule.level().name(),
                rule.score(),
                rule.basis(),
                rule.enabled(),
                rule.remark(),
                rule.from(),
                rule.approved() ? "APPROVED" : "DRAFT",
                rule.proposedBy(),
                rule.proposedName(),
                at.atOffset(ZoneOffset.UTC));
    }

    void approve(UUID id, String by, Instant at) {
        jdbc.update(
                "update oversight.rule set state = 'APPROVED', approved_name = ?, approved_at = ? where id = ?",
                by,
                at.atOffset(ZoneOffset.UTC),
                id);
    }

    private static Rule rule(ResultSet row) throws SQLException {
        return new Rule(
                row.getObject("id", UUID.class),
                row.getString("code"),
                row.getInt("version"),
                row.getString("title"),
                Detector.valueOf(row.getString("detector")),
                row.getString("case_type"),
                List.of((String[]) row.getArray("subjects").getArray()),
                row.getInt("threshold"),
                Level.valueOf(row.getString("level")),
                row.getBigDecimal("score"),
                row.getString("basis"),
                row.getBoolean("enabled"),
                row.getString("remark"),
                row.getObject("effective_from", LocalDate.class),
                row.getString("state").equals("APPROVED"),
                row.getObject("proposed_by", UUID.class),
                row.getString("proposed_name"),
                row.getString("approved_name"));
    }
}
