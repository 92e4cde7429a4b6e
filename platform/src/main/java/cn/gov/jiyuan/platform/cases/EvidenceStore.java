package cn.gov.jiyuan.platform.cases;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads the evidence of a case. */
final class EvidenceStore {
    private final JdbcTemplate jdbc;

    EvidenceStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    List<EvidenceView> of(UUID caseId) {
        return jdbc.query(
                "select * from cases.evidence where case_id = ? order by added_at, id",
                (row, n) -> new EvidenceView(
                        Sql.uuid(row, "id"),
                        Sql.optionalUuid(row, "file_id"),
                        row.getString("kind"),
                        row.getString("name"),
                        NewEvidence.Source.valueOf(row.getString("source")),
                        row.getString("sm3"),
                        row.getInt("sequence"),
                        Sql.instant(row, "added_at")),
                caseId);
    }
}
