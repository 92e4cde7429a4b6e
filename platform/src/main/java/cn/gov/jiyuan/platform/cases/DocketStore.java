package cn.gov.jiyuan.platform.cases;

import cn.gov.jiyuan.kernel.id.Ids;
import cn.gov.jiyuan.kernel.time.LegalCalendar;
import cn.gov.jiyuan.platform.keys.PersonalCipher;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Loads a case under its lock and writes what changed. All work on one case queues on the row of the case. */
final class DocketStore {
    static final String APPLICANT_NAME = "cases.matter.applicant_name";
    static final String AGENT_NAME = "cases.matter.agent_name";

    private static final String TIMELINE = "select * from cases.step where case_id = ? order by sequence";
    private static final String TASKS = "select * from cases.task where case_id = ? order by opened_at, id";

    private final JdbcTemplate jdbc;
    private final PersonalCipher cipher;

    DocketStore(JdbcTemplate jdbc, PersonalCipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    /** A case whose row is locked, with what hangs on it; read in one trip. */
    record Locked(Matter matter, List<TimelineEntry> timeline, List<CaseTask> tasks) {}

    Optional<Locked> lock(UUID caseId) {
        List<Matter> found = new ArrayList<>(1);
        List<TimelineEntry> timeline = new ArrayList<>();
        List<CaseTask> tasks = new ArrayList<>();
        new Trip()
                .read(
                        row -> found.add(CaseRows.matter(row)),
                        "select * from cases.matter where id = ? for update",
                        caseId)
                .read(row -> timeline.add(CaseRows.step(row)), TIMELINE, caseId)
                .read(row -> tasks.add(CaseRows.task(row)), TASKS, caseId)
                .send(jdbc);
        return found.stream().findFirst().map(matter -> new Locked(matter, timeline, tasks));
    }

    Optional<Matter> matter(UUID caseId) {
        return jdbc.query("select * from cases.matter where id = ?", (row, n) -> CaseRows.matter(row), caseId).stream()
                .findFirst();
    }

    Optional<UUID> openedWith(String key) {
        return jdbc
                .query("select id from cases.matter where open_key = ?", (row, n) -> Sql.uuid(row, "id"), key)
                .stream()
                .findFirst();
    }

    Optional<UUID> withNumber(String number) {
        return jdbc
                .query("select id from cases.matter where number = ?", (row, n) -> Sql.uuid(row, "id"), number)
                .stream()
                .findFirst();
    }

    List<Matter> ofApplicant(UUID applicantId, String type, int limit) {
        return jdbc.query(
                "select * from cases.matter where applicant_id = ? and type = ?"
                        + " order by opened_at desc, id desc limit ?",
                (row, n) -> CaseRows.matter(row),
                applicantId,
                type,
                limit);
    }

    Optional<UUID> caseOfTask(UUID taskId) {
        return jdbc
                .query("select case_id from cases.task where id = ?", (row, n) -> Sql.uuid(row, "case_id"), taskId)
                .stream()
                .findFirst();
    }

    /** Live tasks of a unit that a person holds or has delegated and that others there may take. */
    List<UUID> heldBy(UUID person, UUID unit) {
        return jdbc.query(
                "select id from cases.task where unit_id = ? and status in ('OPEN', 'SUSPENDED') and kind <> 'COPY'"
                        + " and kind in ('HANDLE', 'PROCESS') and role is not null"
                        + " and (assignee_id = ? or delegator_id = ?) order by case_id, id",
                (row, n) -> Sql.uuid(row, "id"),
                unit,
                person,
                person);
    }

    Docket docket(CaseType type, Matter matter, LegalCalendar calendar, boolean withClocks) {
        return docket(type, new Locked(matter, timeline(matter.id), tasks(matter.id)), calendar, withClocks);
    }

    Docket docket(CaseType type, Locked locked, LegalCalendar calendar, boolean withClocks) {
        Matter matter = locked.matter();
        Docket docket = new Docket(type, matter, calendar, locked.timeline());
        for (CaseTask task : locked.tasks()) {
            docket.tasks.put(task.id, task);
        }
        if (docket.tasks.values().stream().anyMatch(t -> t.groupId != null)) {
            groups(matter.id).forEach(group -> docket.groups.put(group.id, group));
        }
        if (withClocks) {
            clocks(type, matter.id).forEach(clock -> docket.clocks.put(clock.spec.id(), clock));
        }
        return docket;
    }

    List<TimelineEntry> timeline(UUID caseId) {
        return jdbc.query(TIMELINE, (row, n) -> CaseRows.step(row), caseId);
    }

    List<CaseTask> tasks(UUID caseId) {
        return jdbc.query(TASKS, (row, n) -> CaseRows.task(row), caseId);
    }

    List<TaskGroup> groups(UUID caseId) {
        return jdbc.query(
                "select * from cases.task_group where case_id = ? order by opened_at",
                (row, n) -> CaseRows.group(row),
                caseId);
    }

    /** All clocks, each with its events, in the order in which they ran; a later round replaces an earlier one in maps. */
    List<CaseClock> clocks(CaseType type, UUID caseId) {
        Map<String, List<CaseClock.Event>> events = new LinkedHashMap<>();
        List<CaseClock> clocks = new ArrayList<>();
        new Trip()
                .read(
                        row -> events.computeIfAbsent(
                                        row.getString("clock") + ' ' + row.getInt("round"), k -> new ArrayList<>())
                                .add(CaseRows.event(row)),
                        "select * from cases.clock_event where case_id = ? order by clock, round, sequence",
                        caseId)
                .read(
                        row -> clocks.add(clock(type, row, events)),
                        "select * from cases.clock where case_id = ? order by clock, round",
                        caseId)
                .send(jdbc);
        return clocks;
    }

    private static CaseClock clock(CaseType type, ResultSet row, Map<String, List<CaseClock.Event>> events)
            throws SQLException {
        String id = row.getString("clock");
        int round = row.getInt("round");
        CaseClock clock = new CaseClock(
                type.clock(id).orElseGet(() -> new ClockSpec(id, id, ClockSpec.Kind.INTERNAL, 0)),
                round,
                CaseRows.stated(row),
                events.getOrDefault(id + ' ' + round, List.of()),
                CaseView.ClockState.valueOf(row.getString("state")),
                Sql.instant(row, "due_at"),
                Sql.instant(row, "warn_at"));
        clock.provisional = row.getBoolean("provisional");
        clock.stoppedAt = Sql.optionalInstant(row, "stopped_at");
        clock.late = (Boolean) row.getObject("late");
        return clock;
    }

    void insert(Docket docket, NewCase opened) {
        Matter m = docket.matter;
        Trip trip = new Trip();
        trip.write(
                "insert into cases.matter (id, type, type_version, number, title, state, version, sequence, unit_id,"
                        + " area_code, applicant_id, applicant_kind, applicant_name, applicant_masked, agent_id,"
                        + " agent_name, agent_masked, subject_ref, due_at, clock_state, opened_at, last_event_at, data, open_key, is_demo)"
                        + " values (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?::jsonb,?,?)",
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
                m.applicantKind.name(),
                cipher.seal(APPLICANT_NAME, m.id, opened.applicantName()),
                m.applicantMasked,
                m.agentId,
                opened.agentName() == null ? null : cipher.seal(AGENT_NAME, m.id, opened.agentName()),
                m.agentMasked,
                m.subjectRef,
                Sql.time(m.dueAt),
                m.clockState.name(),
                Sql.time(m.openedAt),
                Sql.time(m.lastEventAt),
                CaseRows.json(m.data),
                opened.idempotencyKey(),
                m.demo);
        insertSteps(trip, docket);
        saveTasks(trip, docket);
        trip.send(jdbc);
    }

    void save(Docket docket) {
        Matter m = docket.matter;
        Trip trip = new Trip();
        trip.write(
                "update cases.matter set number=?, state=?, version=?, sequence=?, due_at=?, clock_state=?,"
                        + " submitted_at=?, accepted_at=?, decided_at=?, closed_at=?, last_event_at=?, outcome=?,"
                        + " data=?::jsonb, return_state=?, return_to=?, return_to_name=? where id=?",
                m.number,
                m.state,
                m.version,
                m.sequence,
                Sql.time(m.dueAt),
                m.clockState.name(),
                Sql.time(m.submittedAt),
                Sql.time(m.acceptedAt),
                Sql.time(m.decidedAt),
                Sql.time(m.closedAt),
                Sql.time(m.lastEventAt),
                m.outcome,
                CaseRows.json(m.data),
                m.returnState,
                Sql.id(m.returnTo),
                Sql.name(m.returnTo),
                m.id);
        insertSteps(trip, docket);
        saveTasks(trip, docket);
        docket.groups.values().forEach(group -> save(trip, m.id, group));
        docket.allClocks().forEach(clock -> save(trip, m.id, clock));
        trip.send(jdbc);
    }

    /** Merges facts that arose after the case had been saved. */
    void amend(UUID caseId, Map<String, ?> data, @Nullable String number) {
        jdbc.update(
                "update cases.matter set data = data || ?::jsonb, number = coalesce(?, number) where id = ?",
                CaseRows.json(data),
                number,
                caseId);
    }

    void addEvidence(UUID caseId, int sequence, Instant at, List<NewEvidence> pieces) {
        Trip trip = new Trip();
        for (NewEvidence piece : pieces) {
            trip.write(
                    "insert into cases.evidence (id, case_id, file_id, kind, name, source, sm3, sequence, added_at)"
                            + " values (?,?,?,?,?,?,?,?,?)",
                    Ids.next(),
                    caseId,
                    piece.fileId(),
                    piece.kind(),
                    piece.name(),
                    piece.source().name(),
                    piece.sm3(),
                    sequence,
                    Sql.time(at));
        }
        trip.send(jdbc);
    }

    /** Cases with a running clock that was counted on a provisional calendar. */
    List<UUID> provisional() {
        return jdbc.query(
                "select distinct case_id from cases.clock where provisional and stopped_at is null",
                (row, n) -> Sql.uuid(row, "case_id"));
    }

    long nextSerial(String prefix) {
        Long next = jdbc.queryForObject(
                "insert into cases.serial as s (prefix, last) values (?, 1)"
                        + " on conflict (prefix) do update set last = s.last + 1 returning last",
                Long.class,
                prefix);
        return next == null ? 1 : next;
    }

    String applicantName(UUID caseId) {
        byte[] sealed =
                jdbc.queryForObject("select applicant_name from cases.matter where id = ?", byte[].class, caseId);
        return sealed == null ? "" : cipher.open(APPLICANT_NAME, caseId, sealed);
    }

    Optional<String> agentName(UUID caseId) {
        byte[] sealed = jdbc.queryForObject("select agent_name from cases.matter where id = ?", byte[].class, caseId);
        return sealed == null ? Optional.empty() : Optional.of(cipher.open(AGENT_NAME, caseId, sealed));
    }

    private void insertSteps(Trip trip, Docket docket) {
        for (TimelineEntry step : docket.added) {
            trip.write(
                    "insert into cases.step (case_id, sequence, action, label, from_state, to_state, version,"
                            + " person_id, actor_name, acting_as, principal_id, unit_id, unit_name, at, opinion,"
                            + " reason, task_id, note, idempotency_key)"
                            + " values (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
                    docket.matter.id,
                    step.sequence(),
                    step.action(),
                    step.label(),
                    step.from(),
                    step.to(),
                    step.version(),
                    step.personId(),
                    step.actorName(),
                    step.actingAs().name(),
                    step.principalId(),
                    step.unitId(),
                    step.unitName(),
                    Sql.time(step.at()),
                    step.opinion(),
                    step.reason(),
                    step.taskId(),
                    step.note(),
                    step.key());
        }
        docket.added.clear();
    }

    private void saveTasks(Trip trip, Docket docket) {
        for (CaseTask task : docket.tasks.values()) {
            if (task.fresh) {
                insert(trip, docket.matter, task);
            } else if (task.dirty) {
                update(trip, docket.matter, task);
            }
            task.fresh = false;
            task.dirty = false;
        }
    }

    private void insert(Trip trip, Matter matter, CaseTask task) {
        trip.write(
                "insert into cases.task (id, case_id, kind, status, state, title, role, unit_id, assignee_id,"
                        + " assignee_name, delegator_id, delegator_name, parent_id, group_id, process_task,"
                        + " opened_at, opened_by, opened_by_name, claimed_at, done_at, done_by, done_by_name, vote,"
                        + " due_at) values (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
                task.id,
                matter.id,
                task.kind.name(),
                task.status.name(),
                task.state,
                task.title,
                task.role,
                task.unitId,
                Sql.id(task.assignee),
                Sql.name(task.assignee),
                Sql.id(task.delegator),
                Sql.name(task.delegator),
                task.parentId,
                task.groupId,
                task.processTask,
                Sql.time(task.openedAt),
                task.openedBy.id(),
                task.openedBy.name(),
                Sql.time(task.claimedAt),
                Sql.time(task.doneAt),
                Sql.id(task.doneBy),
                Sql.name(task.doneBy),
                task.vote,
                Sql.time(CaseRows.due(matter.dueAt)));
    }

    private void update(Trip trip, Matter matter, CaseTask task) {
        trip.write(
                "update cases.task set status=?, assignee_id=?, assignee_name=?, delegator_id=?, delegator_name=?,"
                        + " claimed_at=?, done_at=?, done_by=?, done_by_name=?, vote=?, due_at=? where id=?",
                task.status.name(),
                Sql.id(task.assignee),
                Sql.name(task.assignee),
                Sql.id(task.delegator),
                Sql.name(task.delegator),
                Sql.time(task.claimedAt),
                Sql.time(task.doneAt),
                Sql.id(task.doneBy),
                Sql.name(task.doneBy),
                task.vote,
                Sql.time(CaseRows.due(matter.dueAt)),
                task.id);
    }

    private void save(Trip trip, UUID caseId, TaskGroup group) {
        if (group.fresh) {
            trip.write(
                    "insert into cases.task_group (id, case_id, host_task_id, rule, percent, members, agreed,"
                            + " disagreed, result, opened_at, decided_at) values (?,?,?,?,?,?,?,?,?,?,?)",
                    group.id,
                    caseId,
                    group.hostTaskId,
                    group.rule.kind().name(),
                    group.rule.percent(),
                    group.members,
                    group.agreed,
                    group.disagreed,
                    group.result.name(),
                    Sql.time(group.openedAt),
                    Sql.time(group.decidedAt));
        } else if (group.dirty) {
            trip.write(
                    "update cases.task_group set agreed=?, disagreed=?, result=?, decided_at=? where id=?",
                    group.agreed,
                    group.disagreed,
                    group.result.name(),
                    Sql.time(group.decidedAt),
                    group.id);
        }
        group.fresh = false;
        group.dirty = false;
    }

    private void save(Trip trip, UUID caseId, CaseClock clock) {
        if (clock.fresh) {
            trip.write(
                    "insert into cases.clock (case_id, clock, round, amount, unit, rule_key, rule_version, basis,"
                            + " state, due_at, warn_at, provisional, stopped_at, late)"
                            + " values (?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
                    caseId,
                    clock.spec.id(),
                    clock.round,
                    clock.stated.term().amount(),
                    clock.stated.term().unit().name(),
                    clock.stated.ruleKey(),
                    clock.stated.ruleVersion(),
                    clock.stated.basis(),
                    clock.state.name(),
                    Sql.time(clock.dueAt),
                    Sql.time(clock.warnAt),
                    clock.provisional,
                    Sql.time(clock.stoppedAt),
                    clock.late);
        } else if (clock.dirty) {
            trip.write(
                    "update cases.clock set state=?, due_at=?, warn_at=?, provisional=?, stopped_at=?, late=?"
                            + " where case_id=? and clock=? and round=?",
                    clock.state.name(),
                    Sql.time(clock.dueAt),
                    Sql.time(clock.warnAt),
                    clock.provisional,
                    Sql.time(clock.stoppedAt),
                    clock.late,
                    caseId,
                    clock.spec.id(),
                    clock.round);
        }
        for (CaseClock.Event event : clock.events.subList(clock.stored, clock.events.size())) {
            trip.write(
                    "insert into cases.clock_event (case_id, clock, round, sequence, kind, at, reason, amount, unit,"
                            + " notice) values (?,?,?,?,?,?,?,?,?,?)",
                    caseId,
                    clock.spec.id(),
                    clock.round,
                    event.sequence(),
                    event.kind().name(),
                    Sql.time(event.at()),
                    event.reason(),
                    event.term() == null ? null : event.term().amount(),
                    event.term() == null ? null : event.term().unit().name(),
                    event.notice());
        }
        clock.stored = clock.events.size();
        clock.fresh = false;
        clock.dirty = false;
    }
}
