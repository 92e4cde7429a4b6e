package cn.gov.jiyuan.data.exchange.sharing;

import cn.gov.jiyuan.data.exchange.sharing.ShareRequest.Mode;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Requests and their reminders. */
@Component
final class RequestStore {
    static final TypeReference<List<RequestedField>> FIELDS = new TypeReference<>() {};
    static final TypeReference<List<RowCondition>> CONDITIONS = new TypeReference<>() {};
    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcTemplate jdbc;

    RequestStore(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
    }

    void insert(ShareRequest request, Instant at) {
        jdbc.update(
                "insert into exchange.share_request (id, state, resource_code, resource_name, sharing, unit_id, unit_name,"
                        + " provider_unit_id, provider_unit_name, applicant_id, applicant_name, purpose, scene_item,"
                        + " scene_name, legal_basis, mode, frequency, valid_to, fields, conditions, daily_quota,"
                        + " per_second, ips, demands, created_at, version, is_demo)"
                        + " values (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?::jsonb,?::jsonb,?,?,?,?,?,?,?)",
                request.id(),
                request.state(),
                request.resourceCode(),
                request.resourceName(),
                request.sharing(),
                request.unitId(),
                request.unitName(),
                request.providerUnitId(),
                request.providerUnitName(),
                request.applicantId(),
                request.applicantName(),
                request.purpose(),
                request.sceneItem(),
                request.sceneName(),
                request.legalBasis(),
                request.mode().name(),
                request.frequency(),
                request.validTo(),
                JSON.writeValueAsString(request.fields()),
                JSON.writeValueAsString(request.conditions()),
                request.dailyQuota(),
                request.perSecond(),
                request.ips().toArray(String[]::new),
                request.demands().toArray(UUID[]::new),
                at.atOffset(ZoneOffset.UTC),
                request.version(),
                request.demo());
    }

    /** Takes the place of what was filled in. @return false if somebody else was faster */
    boolean rewrite(ShareRequest request) {
        return jdbc.update(
                        "update exchange.share_request set purpose = ?, scene_item = ?, scene_name = ?, legal_basis = ?,"
                                + " mode = ?, frequency = ?, valid_to = ?, fields = ?::jsonb, conditions = ?::jsonb,"
                                + " daily_quota = ?, per_second = ?, ips = ?, demands = ?, version = version + 1"
                                + " where id = ? and version = ?",
                        request.purpose(),
                        request.sceneItem(),
                        request.sceneName(),
                        request.legalBasis(),
                        request.mode().name(),
                        request.frequency(),
                        request.validTo(),
                        JSON.writeValueAsString(request.fields()),
                        JSON.writeValueAsString(request.conditions()),
                        request.dailyQuota(),
                        request.perSecond(),
                        request.ips().toArray(String[]::new),
                        request.demands().toArray(UUID[]::new),
                        request.id(),
                        request.version())
                == 1;
    }

    boolean delete(UUID id) {
        return jdbc.update("delete from exchange.share_request where id = ? and case_id is null", id) == 1;
    }

    long nextNumber() {
        return java.util.Objects.requireNonNull(
                jdbc.queryForObject("select nextval('exchange.request_number')", Long.class));
    }

    void submitted(UUID id, UUID caseId, String number, String state, Instant at) {
        jdbc.update(
                "update exchange.share_request set case_id = ?, number = ?, state = ?, submitted_at = ?,"
                        + " version = version + 1 where id = ?",
                caseId,
                number,
                state,
                at.atOffset(ZoneOffset.UTC),
                id);
    }

    void moved(UUID id, String state, String words, @Nullable Instant replyDue, @Nullable Instant repliedAt) {
        jdbc.update(
                "update exchange.share_request set state = ?, words = case when ? = '' then words else ? end,"
                        + " reply_due = coalesce(?, reply_due), replied_at = coalesce(?, replied_at),"
                        + " overdue = overdue or ? = 'overdue', version = version + 1 where id = ?",
                state,
                words,
                words,
                time(replyDue),
                time(repliedAt),
                state,
                id);
    }

    /** A new round of asking begins; reminders of the round before stay on record. */
    void asksAgain(UUID id) {
        jdbc.update(
                "update exchange.share_request set reply_due = null, replied_at = null, reminders = 0 where id = ?",
                id);
    }

    void fields(UUID id, List<RequestedField> fields) {
        jdbc.update(
                "update exchange.share_request set fields = ?::jsonb, version = version + 1 where id = ?",
                JSON.writeValueAsString(fields),
                id);
    }

    void renewTo(UUID id, @Nullable LocalDate day) {
        jdbc.update("update exchange.share_request set renew_to = ? where id = ?", day, id);
    }

    void renewed(UUID id) {
        jdbc.update(
                "update exchange.share_request set valid_to = renew_to, renew_to = null"
                        + " where id = ? and renew_to is not null",
                id);
    }

    void reminded(UUID id, int sequence, Instant at, int workday, int told) {
        jdbc.update(
                "insert into exchange.share_reminder (id, request_id, sequence, at, workday, told) values (?,?,?,?,?,?)",
                cn.gov.jiyuan.kernel.id.Ids.next(),
                id,
                nextReminder(id),
                at.atOffset(ZoneOffset.UTC),
                workday,
                told);
        jdbc.update("update exchange.share_request set reminders = ? where id = ?", sequence, id);
    }

    private int nextReminder(UUID id) {
        return java.util.Objects.requireNonNull(jdbc.queryForObject(
                "select coalesce(max(sequence), 0) + 1 from exchange.share_reminder where request_id = ?",
                Integer.class,
                id));
    }

    /** One reminder. */
    record Reminder(int sequence, Instant at, int workday, int told) {}

    List<Reminder> reminders(UUID id) {
        return jdbc.query(
                "select * from exchange.share_reminder where request_id = ? order by sequence",
                (row, n) -> new Reminder(
                        row.getInt("sequence"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getInt("workday"),
                        row.getInt("told")),
                id);
    }

    Optional<ShareRequest> find(UUID id) {
        return one("select * from exchange.share_request where id = ?", id);
    }

    Optional<ShareRequest> ofCase(UUID caseId) {
        return one("select * from exchange.share_request where case_id = ?", caseId);
    }

    /** Requests that wait for the answer of their provider. @param after the last one of the portion before */
    List<ShareRequest> unanswered(@Nullable UUID after, int limit) {
        return jdbc.query(
                "select * from exchange.share_request where state = 'provider' and id > ? order by id limit ?",
                (row, n) -> request(row),
                after == null ? new UUID(0, 0) : after,
                limit);
    }

    void markDemo(UUID id) {
        jdbc.update("update exchange.share_request set is_demo = true where id = ?", id);
    }

    void removeDemo() {
        jdbc.update("delete from exchange.share_reminder where request_id in"
                + " (select id from exchange.share_request where is_demo)");
        jdbc.update("delete from exchange.share_request where is_demo");
    }

    private Optional<ShareRequest> one(String sql, UUID key) {
        return jdbc.query(sql, (row, n) -> request(row), key).stream().findFirst();
    }

    private static ShareRequest request(ResultSet row) throws SQLException {
        return new ShareRequest(
                row.getObject("id", UUID.class),
                row.getObject("case_id", UUID.class),
                row.getString("number"),
                row.getString("state"),
                row.getString("resource_code"),
                row.getString("resource_name"),
                row.getString("sharing"),
                row.getObject("unit_id", UUID.class),
                row.getString("unit_name"),
                row.getObject("provider_unit_id", UUID.class),
                row.getString("provider_unit_name"),
                row.getObject("applicant_id", UUID.class),
                row.getString("applicant_name"),
                row.getString("purpose"),
                row.getString("scene_item"),
                row.getString("scene_name"),
                row.getString("legal_basis"),
                Mode.valueOf(row.getString("mode")),
                row.getString("frequency"),
                row.getObject("valid_to", LocalDate.class),
                row.getObject("renew_to", LocalDate.class),
                JSON.readValue(row.getString("fields"), FIELDS),
                JSON.readValue(row.getString("conditions"), CONDITIONS),
                row.getInt("daily_quota"),
                row.getInt("per_second"),
                texts(row.getArray("ips")),
                List.of((UUID[]) row.getArray("demands").getArray()),
                instant(row.getObject("reply_due", OffsetDateTime.class)),
                row.getBoolean("overdue"),
                row.getInt("reminders"),
                row.getString("words"),
                row.getInt("version"),
                row.getBoolean("is_demo"));
    }

    static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }

    static @Nullable OffsetDateTime time(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }
}
