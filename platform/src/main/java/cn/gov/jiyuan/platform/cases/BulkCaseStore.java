package cn.gov.jiyuan.platform.cases;

import cn.gov.jiyuan.kernel.id.Ids;
import cn.gov.jiyuan.platform.cases.BulkCaseImport.Played;
import cn.gov.jiyuan.platform.database.BulkWriter;
import cn.gov.jiyuan.platform.keys.PersonalCipher;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Copies played histories into the tables, one table after the other. */
final class BulkCaseStore {
    private static final String MATTER = "cases.matter (id, type, type_version, number, title, state, version,"
            + " sequence, unit_id, area_code, applicant_id, applicant_kind, applicant_name, applicant_masked, agent_id,"
            + " agent_name, agent_masked, subject_ref, due_at, clock_state, opened_at, submitted_at, accepted_at, decided_at, closed_at,"
            + " last_event_at, outcome, data, open_key, is_demo)";
    private static final String STEP = "cases.step (case_id, sequence, action, label, from_state, to_state, version,"
            + " person_id, actor_name, acting_as, principal_id, unit_id, unit_name, at, opinion, reason, task_id, note,"
            + " idempotency_key)";
    private static final String TASK = "cases.task (id, case_id, kind, status, state, title, role, unit_id,"
            + " assignee_id, assignee_name, opened_at, opened_by, opened_by_name, claimed_at, done_at, done_by,"
            + " done_by_name, due_at)";
    private static final String CLOCK = "cases.clock (case_id, clock, round, amount, unit, rule_key, rule_version,"
            + " basis, state, due_at, warn_at, provisional, stopped_at, late)";
    private static final String CLOCK_EVENT =
            "cases.clock_event (case_id, clock, round, sequence, kind, at, reason, amount, unit, notice)";
    private static final String EVIDENCE =
            "cases.evidence (id, case_id, file_id, kind, name, source, sm3, sequence, added_at)";

    private final DataSource dataSource;
    private final PersonalCipher cipher;

    BulkCaseStore(DataSource dataSource, PersonalCipher cipher) {
        this.dataSource = dataSource;
        this.cipher = cipher;
    }

    void copy(List<Played> portion) {
        copy(MATTER, out -> portion.forEach(p -> matter(out, p)));
        copy(STEP, out -> portion.forEach(p -> steps(out, p.docket())));
        copy(TASK, out -> portion.forEach(p -> tasks(out, p.docket())));
        copy(CLOCK, out -> portion.forEach(p -> clocks(out, p.docket())));
        copy(CLOCK_EVENT, out -> portion.forEach(p -> clockEvents(out, p.docket())));
        copy(EVIDENCE, out -> portion.forEach(p -> evidence(out, p)));
    }

    private void copy(String target, Consumer<BulkWriter> rows) {
        try (BulkWriter out = new BulkWriter(dataSource, target)) {
            rows.accept(out);
            out.end();
        }
    }

    private void matter(BulkWriter out, Played played) {
        Matter m = played.docket().matter;
        NewCase opened = played.history().opened();
        out.row(
                m.id,
                m.type,
                m.typeVersion,
                m.number,
                m.title,
                m.state,
                m.version,
                m.sequence,
                m.unitId,
                m.areaCode,
                m.applicantId,
                m.applicantKind,
                cipher.seal(DocketStore.APPLICANT_NAME, m.id, opened.applicantName()),
                m.applicantMasked,
                m.agentId,
                opened.agentName() == null ? null : cipher.seal(DocketStore.AGENT_NAME, m.id, opened.agentName()),
                m.agentMasked,
                m.subjectRef,
                m.dueAt,
                m.clockState,
                m.openedAt,
                m.submittedAt,
                m.acceptedAt,
                m.decidedAt,
                m.closedAt,
                m.lastEventAt,
                m.outcome,
                CaseRows.json(m.data),
                opened.idempotencyKey(),
                m.demo);
    }

    private static void steps(BulkWriter out, Docket docket) {
        for (TimelineEntry step : docket.timeline) {
            out.row(
                    docket.matter.id,
                    step.sequence(),
                    step.action(),
                    step.label(),
                    step.from(),
                    step.to(),
                    step.version(),
                    step.personId(),
                    step.actorName(),
                    step.actingAs(),
                    step.principalId(),
                    step.unitId(),
                    step.unitName(),
                    step.at(),
                    step.opinion(),
                    step.reason(),
                    step.taskId(),
                    step.note(),
                    step.key());
        }
    }

    private static void tasks(BulkWriter out, Docket docket) {
        for (CaseTask task : docket.tasks.values()) {
            out.row(
                    task.id,
                    docket.matter.id,
                    task.kind,
                    task.status,
                    task.state,
                    task.title,
                    task.role,
                    task.unitId,
                    Sql.id(task.assignee),
                    Sql.name(task.assignee),
                    task.openedAt,
                    task.openedBy.id(),
                    task.openedBy.name(),
                    task.claimedAt,
                    task.doneAt,
                    Sql.id(task.doneBy),
                    Sql.name(task.doneBy),
                    CaseRows.due(docket.matter.dueAt));
        }
    }

    private static void clocks(BulkWriter out, Docket docket) {
        for (CaseClock clock : docket.allClocks()) {
            out.row(
                    docket.matter.id,
                    clock.spec.id(),
                    clock.round,
                    clock.stated.term().amount(),
                    clock.stated.term().unit(),
                    clock.stated.ruleKey(),
                    clock.stated.ruleVersion(),
                    clock.stated.basis(),
                    clock.state,
                    clock.dueAt,
                    clock.warnAt,
                    clock.provisional,
                    clock.stoppedAt,
                    clock.late);
        }
    }

    private static void clockEvents(BulkWriter out, Docket docket) {
        for (CaseClock clock : docket.allClocks()) {
            for (CaseClock.Event event : clock.events) {
                out.row(
                        docket.matter.id,
                        clock.spec.id(),
                        clock.round,
                        event.sequence(),
                        event.kind().name(),
                        event.at(),
                        event.reason(),
                        event.term() == null ? null : event.term().amount(),
                        event.term() == null ? null : event.term().unit(),
                        event.notice());
            }
        }
    }

    private static void evidence(BulkWriter out, Played played) {
        HistoricCase history = played.history();
        evidence(out, history, 1, history.openedAt(), history.handedIn());
        for (int i = 0; i < history.deeds().size(); i++) {
            HistoricCase.Deed deed = history.deeds().get(i);
            evidence(out, history, i + 2, deed.at(), deed.input().evidence());
        }
    }

    private static void evidence(
            BulkWriter out, HistoricCase history, int sequence, Instant at, List<NewEvidence> pieces) {
        for (NewEvidence piece : pieces) {
            out.row(
                    Ids.next(),
                    history.id(),
                    piece.fileId(),
                    piece.kind(),
                    piece.name(),
                    piece.source().name(),
                    piece.sm3(),
                    sequence,
                    at);
        }
    }

    long removeDemo(String type) {
        JdbcTemplate jdbc = new JdbcTemplate(dataSource);
        for (String part : List.of("evidence", "clock_event", "clock", "step", "task_group", "task")) {
            jdbc.update(
                    "delete from cases." + part
                            + " where case_id in (select id from cases.matter where is_demo and type = ?)",
                    type);
        }
        return jdbc.update("delete from cases.matter where is_demo and type = ?", type);
    }
}
