package cn.gov.jiyuan.service.onestop;

import cn.gov.jiyuan.platform.database.BulkWriter;
import cn.gov.jiyuan.platform.keys.PersonalCipher;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writes applications of the demonstration by the bulk path; in the caller's transaction. */
final class DemoApplications {
    private final DataSource dataSource;
    private final PersonalCipher cipher;

    DemoApplications(DataSource dataSource, PersonalCipher cipher) {
        this.dataSource = dataSource;
        this.cipher = cipher;
    }

    void remove() {
        JdbcTemplate jdbc = new JdbcTemplate(dataSource);
        jdbc.update("delete from onestop.application_file where application_id in"
                + " (select id from onestop.application where is_demo)");
        jdbc.update("delete from onestop.application where is_demo");
    }

    /** @param files stored file and its name by field, the same for all */
    void write(List<Application> applications, Map<String, DemoFiles.Named> files) {
        try (BulkWriter out = new BulkWriter(dataSource, """
                onestop.application (id, item_code, item_version, item_name, form_id, form_version, applicant_id,
                enterprise, agent_id, answers_sealed, case_id, created_at, updated_at, submitted_at, is_demo)
                """)) {
            applications.forEach(a -> out.row(
                    a.id(),
                    a.item().code(),
                    a.item().version(),
                    a.itemName(),
                    a.formId(),
                    a.formVersion(),
                    a.applicantId(),
                    a.enterprise(),
                    a.agentId(),
                    cipher.seal(ApplicationStore.ANSWERS, a.id(), a.answers().toJson()),
                    a.caseId(),
                    a.createdAt(),
                    a.updatedAt(),
                    a.submittedAt(),
                    true));
            out.end();
        }
        try (BulkWriter out = new BulkWriter(
                dataSource, "onestop.application_file (application_id, file_id, field, name, added_at)")) {
            for (Application a : applications) {
                for (Map.Entry<String, DemoFiles.Named> file : files.entrySet()) {
                    UUID id = file.getValue().id();
                    out.row(a.id(), id, file.getKey(), file.getValue().name(), a.createdAt());
                }
            }
            out.end();
        }
    }
}
