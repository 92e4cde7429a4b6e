package cn.gov.jiyuan.service.onestop;

import cn.gov.jiyuan.contracts.items.ItemVersionRef;
import cn.gov.jiyuan.platform.forms.Answers;
import cn.gov.jiyuan.platform.keys.PersonalCipher;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** SQL of schema {@code onestop}. */
final class ApplicationStore {
    static final String ANSWERS = "onestop.application.answers";

    private final JdbcClient jdbc;
    private final PersonalCipher cipher;

    ApplicationStore(JdbcClient jdbc, PersonalCipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    void insert(Application a) {
        jdbc.sql("""
                        insert into onestop.application (id, item_code, item_version, item_name, situation, form_id, form_version,
                               applicant_id, enterprise, agent_id, answers_sealed, created_at, updated_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(a.id())
                .param(a.item().code())
                .param(a.item().version())
                .param(a.itemName())
                .param(a.situation())
                .param(a.formId())
                .param(a.formVersion())
                .param(a.applicantId())
                .param(a.enterprise())
                .param(a.agentId())
                .param(cipher.seal(ANSWERS, a.id(), a.answers().toJson()))
                .param(utc(a.createdAt()))
                .param(utc(a.updatedAt()))
                .update();
    }

    /** False if somebody else saved in between. */
    boolean save(UUID id, int expectedVersion, Answers answers, Instant at) {
        return jdbc.sql("""
                                update onestop.application
                                   set answers_sealed = ?, version = version + 1, updated_at = ?
                                 where id = ? and version = ?
                                """)
                        .params(cipher.seal(ANSWERS, id, answers.toJson()), utc(at), id, expectedVersion)
                        .update()
                == 1;
    }

    void submitted(UUID id, UUID caseId, Instant at) {
        jdbc.sql("update onestop.application set case_id = ?, submitted_at = coalesce(submitted_at, ?), updated_at = ?"
                        + " where id = ?")
                .params(caseId, utc(at), utc(at), id)
                .update();
    }

    Optional<Application> find(UUID id) {
        return one("id = ?", id, "");
    }

    /** Locks the row until the transaction ends, so that a double submission waits for the first. */
    Optional<Application> lock(UUID id) {
        return one("id = ?", id, " for update");
    }

    Optional<Application> ofCase(UUID caseId) {
        return one("case_id = ?", caseId, "");
    }

    private Optional<Application> one(String condition, UUID value, String suffix) {
        return jdbc.sql("select * from onestop.application where " + condition + suffix)
                .param(value)
                .query((row, n) -> read(row))
                .optional();
    }

    List<Application> drafts(UUID applicant) {
        return jdbc.sql("""
                        select * from onestop.application
                         where applicant_id = ? and case_id is null and received_by is null order by updated_at desc limit 50
                        """).param(applicant).query((row, n) -> read(row)).list();
    }

    /** Marks an application as taken at the window. */
    void receivedBy(UUID id, UUID clerk) {
        jdbc.sql("update onestop.application set received_by = ? where id = ?")
                .params(clerk, id)
                .update();
    }

    /** What a clerk has begun at the window and not handed in, newest first. */
    List<Application> receivedDrafts(UUID clerk) {
        return jdbc.sql("""
                        select * from onestop.application
                         where received_by = ? and case_id is null order by updated_at desc limit 50
                        """).param(clerk).query((row, n) -> read(row)).list();
    }

    /** An application of the window, for the clerk who took it. */
    Optional<Application> receivedDraft(UUID id, UUID clerk) {
        return jdbc.sql("select * from onestop.application where id = ? and received_by = ?")
                .params(id, clerk)
                .query((row, n) -> read(row))
                .optional();
    }

    /** Drafts last saved before a moment, the oldest first. */
    List<Application> stale(Instant before, int limit) {
        return jdbc.sql(
                        "select * from onestop.application where case_id is null and updated_at < ? order by updated_at limit ?")
                .params(utc(before), limit)
                .query((row, n) -> read(row))
                .list();
    }

    void deleteDraft(UUID id) {
        jdbc.sql("delete from onestop.application_file where application_id = ?")
                .param(id)
                .update();
        jdbc.sql("delete from onestop.application where id = ? and case_id is null")
                .param(id)
                .update();
    }

    void addFile(UUID application, UUID file, String field, String name, @Nullable UUID licence, Instant at) {
        jdbc.sql("""
                        insert into onestop.application_file (application_id, file_id, field, name, licence_id, added_at)
                        values (:application, :file, :field, :name, :licence, :at) on conflict do nothing
                        """)
                .param("application", application)
                .param("file", file)
                .param("field", field)
                .param("name", name)
                .param("licence", licence)
                .param("at", utc(at))
                .update();
    }

    /** A file of an earlier application. @param licenceId the licence whose file it is, null if it was uploaded */
    record EarlierFile(
            UUID id,
            String name,
            Instant addedAt,
            String itemName,
            @Nullable UUID licenceId) {}

    /** What an applicant uploaded with his last applications, newest first, each file once. */
    List<EarlierFile> earlierFiles(UUID applicant, UUID except, int limit) {
        return jdbc.sql("""
                        select distinct on (f.added_at, f.file_id) f.file_id, f.name, f.added_at, f.licence_id, a.item_name
                          from (select id, item_name from onestop.application
                                 where applicant_id = :applicant and id <> :except order by updated_at desc limit 50) a
                          join onestop.application_file f on f.application_id = a.id
                         where f.licence_id is null
                           and not exists (select 1 from onestop.application_file own
                                            where own.application_id = :except and own.file_id = f.file_id)
                         order by f.added_at desc, f.file_id limit :limit
                        """)
                .param("applicant", applicant)
                .param("except", except)
                .param("limit", limit)
                .query((row, n) -> earlier(row))
                .list();
    }

    Optional<EarlierFile> earlierFile(UUID applicant, UUID file) {
        return jdbc.sql("""
                        select f.file_id, f.name, f.added_at, f.licence_id, a.item_name
                          from onestop.application_file f join onestop.application a on a.id = f.application_id
                         where f.file_id = :file and a.applicant_id = :applicant limit 1
                        """)
                .param("file", file)
                .param("applicant", applicant)
                .query((row, n) -> earlier(row))
                .optional();
    }

    private static EarlierFile earlier(ResultSet row) throws SQLException {
        return new EarlierFile(
                row.getObject("file_id", UUID.class),
                row.getString("name"),
                row.getTimestamp("added_at").toInstant(),
                row.getString("item_name"),
                row.getObject("licence_id", UUID.class));
    }

    /** Licences among the files of an application: file → licence. */
    Map<String, UUID> licenceFiles(UUID application) {
        return jdbc
                .sql("select file_id, licence_id from onestop.application_file"
                        + " where application_id = ? and licence_id is not null")
                .param(application)
                .query((row, n) -> Map.entry(row.getString(1), row.getObject(2, UUID.class)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Names of the files of an application by id. */
    Map<String, String> files(UUID application) {
        return jdbc
                .sql("select file_id, name from onestop.application_file where application_id = ?")
                .param(application)
                .query((row, n) -> Map.entry(row.getString(1), row.getString(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Application read(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new Application(
                id,
                new ItemVersionRef(row.getString("item_code"), row.getInt("item_version")),
                row.getString("item_name"),
                row.getString("situation"),
                row.getString("form_id"),
                row.getInt("form_version"),
                row.getObject("applicant_id", UUID.class),
                row.getBoolean("enterprise"),
                row.getObject("agent_id", UUID.class),
                Answers.fromJson(cipher.open(ANSWERS, id, row.getBytes("answers_sealed"))),
                row.getInt("version"),
                row.getObject("case_id", UUID.class),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("updated_at").toInstant(),
                instant(row.getTimestamp("submitted_at")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp stamp) {
        return stamp == null ? null : stamp.toInstant();
    }

    private static java.time.OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
