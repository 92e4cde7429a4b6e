package cn.gov.jiyuan.platform.cases;

import cn.gov.jiyuan.kernel.actor.ActingAs;
import cn.gov.jiyuan.kernel.time.DeadlineUnit;
import cn.gov.jiyuan.kernel.time.LegalTerm;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads the rows of this schema into values. */
final class CaseRows {
    static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<LinkedHashMap<String, Object>> FACTS = new TypeReference<>() {};

    private CaseRows() {}

    static Matter matter(ResultSet row) throws SQLException {
        Matter matter = new Matter(
                Sql.uuid(row, "id"),
                row.getString("type"),
                row.getInt("type_version"),
                row.getString("title"),
                Sql.uuid(row, "unit_id"),
                row.getString("area_code"),
                Sql.uuid(row, "applicant_id"),
                NewCase.ApplicantKind.valueOf(row.getString("applicant_kind")),
                row.getString("applicant_masked"),
                Sql.optionalUuid(row, "agent_id"),
                row.getString("subject_ref"),
                Sql.instant(row, "opened_at"),
                row.getBoolean("is_demo"),
                row.getString("state"),
                facts(row.getString("data")));
        matter.number = row.getString("number");
        matter.agentMasked = row.getString("agent_masked");
        matter.version = row.getInt("version");
        matter.sequence = row.getInt("sequence");
        matter.dueAt = Sql.optionalInstant(row, "due_at");
        matter.clockState = CaseView.ClockState.valueOf(row.getString("clock_state"));
        matter.submittedAt = Sql.optionalInstant(row, "submitted_at");
        matter.acceptedAt = Sql.optionalInstant(row, "accepted_at");
        matter.decidedAt = Sql.optionalInstant(row, "decided_at");
        matter.closedAt = Sql.optionalInstant(row, "closed_at");
        matter.lastEventAt = Sql.instant(row, "last_event_at");
        matter.outcome = row.getString("outcome");
        matter.returnState = row.getString("return_state");
        matter.returnTo = Sql.colleague(row, "return_to", "return_to_name");
        return matter;
    }

    static TimelineEntry step(ResultSet row) throws SQLException {
        return new TimelineEntry(
                row.getInt("sequence"),
                row.getString("action"),
                row.getString("label"),
                row.getString("from_state"),
                row.getString("to_state"),
                row.getInt("version"),
                Sql.uuid(row, "person_id"),
                row.getString("actor_name"),
                ActingAs.valueOf(row.getString("acting_as")),
                Sql.uuid(row, "principal_id"),
                Sql.optionalUuid(row, "unit_id"),
                row.getString("unit_name"),
                Sql.instant(row, "at"),
                row.getString("opinion"),
                row.getString("reason"),
                Sql.optionalUuid(row, "task_id"),
                row.getString("note"),
                row.getString("idempotency_key"));
    }

    static CaseTask task(ResultSet row) throws SQLException {
        CaseTask task = new CaseTask(
                Sql.uuid(row, "id"),
                TaskKind.valueOf(row.getString("kind")),
                row.getString("state"),
                row.getString("title"),
                row.getString("role"),
                Sql.uuid(row, "unit_id"),
                Sql.optionalUuid(row, "parent_id"),
                Sql.optionalUuid(row, "group_id"),
                row.getString("process_task"),
                new Colleague(Sql.uuid(row, "opened_by"), row.getString("opened_by_name")),
                Sql.instant(row, "opened_at"));
        task.status = TaskStatus.valueOf(row.getString("status"));
        task.assignee = Sql.colleague(row, "assignee_id", "assignee_name");
        task.delegator = Sql.colleague(row, "delegator_id", "delegator_name");
        task.claimedAt = Sql.optionalInstant(row, "claimed_at");
        task.doneBy = Sql.colleague(row, "done_by", "done_by_name");
        task.doneAt = Sql.optionalInstant(row, "done_at");
        task.vote = (Boolean) row.getObject("vote");
        return task;
    }

    static TaskGroup group(ResultSet row) throws SQLException {
        TaskGroup group = new TaskGroup(
                Sql.uuid(row, "id"),
                Sql.uuid(row, "host_task_id"),
                new JointRule(JointRule.Kind.valueOf(row.getString("rule")), row.getInt("percent")),
                row.getInt("members"),
                Sql.instant(row, "opened_at"));
        group.agreed = row.getInt("agreed");
        group.disagreed = row.getInt("disagreed");
        group.result = JointRule.Result.valueOf(row.getString("result"));
        group.decidedAt = Sql.optionalInstant(row, "decided_at");
        return group;
    }

    static StatedTerm stated(ResultSet row) throws SQLException {
        return new StatedTerm(
                new LegalTerm(row.getInt("amount"), DeadlineUnit.valueOf(row.getString("unit"))),
                row.getString("rule_key"),
                row.getInt("rule_version"),
                row.getString("basis"));
    }

    static CaseClock.Event event(ResultSet row) throws SQLException {
        String unit = row.getString("unit");
        return new CaseClock.Event(
                row.getInt("sequence"),
                CaseClock.Event.Kind.valueOf(row.getString("kind")),
                Sql.instant(row, "at"),
                row.getString("reason"),
                unit == null ? null : new LegalTerm(row.getInt("amount"), DeadlineUnit.valueOf(unit)),
                Sql.optionalUuid(row, "notice"));
    }

    static Map<String, Object> facts(@Nullable String json) {
        return json == null ? Map.of() : JSON.readValue(json, FACTS);
    }

    static String json(Object value) {
        return JSON.writeValueAsString(value);
    }

    static Instant due(@Nullable Instant at) {
        return at == null ? Sql.NEVER : at;
    }
}
