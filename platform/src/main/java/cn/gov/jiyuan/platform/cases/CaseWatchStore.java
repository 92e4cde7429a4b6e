package cn.gov.jiyuan.platform.cases;

import cn.gov.jiyuan.kernel.time.DeadlineUnit;
import cn.gov.jiyuan.kernel.time.LegalTerm;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/** Reads cases for {@link CaseWatch}: lists by moment, and the facts of many cases with one query for each table. */
final class CaseWatchStore implements CaseWatch {
    private final JdbcTemplate jdbc;
    private final CaseTypes types;

    CaseWatchStore(JdbcTemplate jdbc, CaseTypes types) {
        this.jdbc = jdbc;
        this.types = types;
    }

    @Override
    public List<Crossing> crossed(Line line, Instant from, Instant to, @Nullable Crossing after, int limit) {
        String moment = line == Line.NEAR ? "warn_at" : "due_at";
        List<Object> arguments = new ArrayList<>(List.of(time(to)));
        String beyond = moment + " > ?";
        if (after == null) {
            arguments.add(time(from));
        } else {
            beyond = "(" + moment + ", case_id, clock, round) > (?, ?, ?, ?)";
            arguments.addAll(List.of(time(after.at()), after.caseId(), after.clock(), after.round()));
        }
        arguments.add(limit);
        return jdbc.query(
                "select case_id, clock, round, " + moment + " as moment from cases.clock"
                        + " where state = 'RUNNING' and " + moment + " <= ? and " + beyond
                        + " order by " + moment + ", case_id, clock, round limit ?",
                (row, n) -> new Crossing(
                        Sql.uuid(row, "case_id"),
                        row.getString("clock"),
                        row.getInt("round"),
                        Sql.instant(row, "moment")),
                arguments.toArray());
    }

    @Override
    public List<Standing> standing(
            String type, Collection<String> states, Instant from, Instant to, @Nullable Standing after, int limit) {
        return jdbc.query(
                "select id, last_event_at from cases.matter where closed_at is null and last_event_at < ?"
                        + " and (last_event_at, id) >= (?, ?) and (last_event_at, id) <> (?, ?) and type = ?"
                        + " and state = any (?) and clock_state <> 'PAUSED' order by last_event_at, id limit ?",
                (row, n) -> new Standing(Sql.uuid(row, "id"), Sql.instant(row, "last_event_at")),
                time(to),
                time(after == null ? from : after.since()),
                after == null ? new UUID(0, 0) : after.caseId(),
                time(after == null ? from : after.since()),
                after == null ? new UUID(0, 0) : after.caseId(),
                type,
                states.toArray(String[]::new),
                limit);
    }

    @Override
    public List<UUID> ids(String type, @Nullable UUID after, int limit) {
        return jdbc.query(
                "select id from cases.matter where id > ? and type = ? order by id limit ?",
                (row, n) -> Sql.uuid(row, "id"),
                after == null ? new UUID(0, 0) : after,
                type,
                limit);
    }

    @Override
    public List<CaseFacts> facts(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        UUID[] wanted = ids.toArray(UUID[]::new);
        Map<UUID, Matter> matters = new HashMap<>();
        jdbc.query(
                "select * from cases.matter where id = any (?)",
                row -> {
                    matters.put(Sql.uuid(row, "id"), CaseRows.matter(row));
                },
                (Object) wanted);
        Map<UUID, List<TimelineEntry>> steps =
                grouped("cases.step where case_id = any (?) order by case_id, sequence", wanted, CaseRows::step);
        Map<UUID, List<CaseFacts.Paper>> papers = grouped(
                "cases.evidence where case_id = any (?)",
                wanted,
                row -> new CaseFacts.Paper(row.getInt("sequence"), row.getString("kind")));
        Map<UUID, List<ClockFacts>> clocks = clocks(matters, wanted);
        Map<UUID, UUID> handlers = handlers(wanted);
        return matters.values().stream()
                .map(m -> new CaseFacts(
                        m.id,
                        m.type,
                        m.number,
                        m.title,
                        m.state,
                        m.unitId,
                        m.areaCode,
                        m.subjectRef,
                        handlers.get(m.id),
                        m.openedAt,
                        m.closedAt,
                        m.lastEventAt,
                        m.outcome,
                        m.demo,
                        steps.getOrDefault(m.id, List.of()),
                        clocks.getOrDefault(m.id, List.of()),
                        papers.getOrDefault(m.id, List.of())))
                .toList();
    }

    private Map<UUID, UUID> handlers(UUID[] wanted) {
        Map<UUID, UUID> handlers = new HashMap<>();
        jdbc.query(
                "select case_id, assignee_id from cases.task where case_id = any (?) and kind = 'HANDLE'"
                        + " and status in ('OPEN', 'SUSPENDED') and assignee_id is not null",
                row -> {
                    handlers.put(Sql.uuid(row, "case_id"), Sql.uuid(row, "assignee_id"));
                },
                (Object) wanted);
        return handlers;
    }

    private Map<UUID, List<ClockFacts>> clocks(Map<UUID, Matter> matters, UUID[] wanted) {
        Map<String, List<CaseClock.Event>> events = new HashMap<>();
        jdbc.query(
                "select * from cases.clock_event where case_id = any (?) order by case_id, clock, round, sequence",
                row -> {
                    events.computeIfAbsent(run(row), k -> new ArrayList<>()).add(CaseRows.event(row));
                },
                (Object) wanted);
        Map<UUID, List<ClockFacts>> found = new HashMap<>();
        RowCallbackHandler each = row -> {
            List<CaseClock.Event> happened = events.get(run(row));
            // A clock that started after its events were read is left to the next look, which its own step brings.
            if (happened != null) {
                UUID id = Sql.uuid(row, "case_id");
                Matter matter = matters.get(id);
                found.computeIfAbsent(id, k -> new ArrayList<>())
                        .add(clock(matter == null ? null : types.of(matter), row, happened));
            }
        };
        jdbc.query("select * from cases.clock where case_id = any (?) order by case_id, clock, round", each, (Object)
                wanted);
        return found;
    }

    private static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static String run(ResultSet row) throws SQLException {
        return row.getString("case_id") + ' ' + row.getString("clock") + ' ' + row.getInt("round");
    }

    private static ClockFacts clock(@Nullable CaseType type, ResultSet row, List<CaseClock.Event> events)
            throws SQLException {
        String id = row.getString("clock");
        ClockSpec spec = type == null
                ? new ClockSpec(id, id, ClockSpec.Kind.INTERNAL, 0)
                : type.clock(id).orElseGet(() -> new ClockSpec(id, id, ClockSpec.Kind.INTERNAL, 0));
        Instant due = Sql.instant(row, "due_at");
        CaseClock clock = new CaseClock(
                spec,
                row.getInt("round"),
                CaseRows.stated(row),
                events,
                CaseView.ClockState.valueOf(row.getString("state")),
                due,
                Sql.instant(row, "warn_at"));
        List<ClockFacts.Change> changes = events.stream()
                .filter(e -> e.kind() == CaseClock.Event.Kind.PAUSE || e.kind() == CaseClock.Event.Kind.EXTEND)
                .map(e ->
                        new ClockFacts.Change(e.kind() == CaseClock.Event.Kind.EXTEND, e.at(), e.reason(), e.notice()))
                .toList();
        return new ClockFacts(
                id,
                clock.round,
                spec.label(),
                spec.kind(),
                clock.state,
                clock.terms(),
                due,
                clock.warnAt,
                Sql.optionalInstant(row, "stopped_at"),
                changes);
    }

    /** Reads one row into a value. */
    private interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    private <T> Map<UUID, List<T>> grouped(String from, UUID[] wanted, Reading<T> reading) {
        Map<UUID, List<T>> found = new HashMap<>();
        RowCallbackHandler each = row -> found.computeIfAbsent(Sql.uuid(row, "case_id"), k -> new ArrayList<>())
                .add(reading.of(row));
        jdbc.query("select * from " + from, each, (Object) wanted);
        return found;
    }

    @Override
    public List<Decided> decided(String type, Instant from, Instant to) {
        String[] promised = clocks(type, List.of(ClockSpec.Kind.PROMISED));
        String[] binding = clocks(type, List.of(ClockSpec.Kind.PROMISED, ClockSpec.Kind.STATUTORY));
        return jdbc.query(
                "select m.unit_id, (m.accepted_at at time zone 'Asia/Shanghai')::date as accepted,"
                        + " (m.decided_at at time zone 'Asia/Shanghai')::date as decided, p.amount, p.unit,"
                        + " count(*) as matters, count(*) filter (where b.late) as late"
                        + " from cases.matter m"
                        + " left join cases.clock p on p.case_id = m.id and p.clock = any (?) and p.round = 1"
                        + " left join lateral (select bool_or(c.late) as late from cases.clock c"
                        + " where c.case_id = m.id and c.clock = any (?)) b on true"
                        + " where m.type = ? and m.decided_at >= ? and m.decided_at < ? and m.accepted_at is not null"
                        + " group by 1, 2, 3, 4, 5",
                (row, n) -> new Decided(
                        Sql.uuid(row, "unit_id"),
                        row.getObject("accepted", LocalDate.class),
                        row.getObject("decided", LocalDate.class),
                        row.getString("unit") == null
                                ? null
                                : new LegalTerm(row.getInt("amount"), DeadlineUnit.valueOf(row.getString("unit"))),
                        row.getLong("matters"),
                        row.getLong("late")),
                promised,
                binding,
                type,
                time(from),
                time(to));
    }

    private String[] clocks(String type, List<ClockSpec.Kind> kinds) {
        return types.latest(type).clocks().stream()
                .filter(spec -> kinds.contains(spec.kind()))
                .map(ClockSpec::id)
                .toArray(String[]::new);
    }

    @Override
    public List<Ended> ended(String type, Instant from, Instant to) {
        return jdbc.query(
                "select unit_id, coalesce(outcome, '') as outcome, count(*) as matters from cases.matter"
                        + " where type = ? and closed_at >= ? and closed_at < ? group by 1, 2",
                (row, n) -> new Ended(Sql.uuid(row, "unit_id"), row.getString("outcome"), row.getLong("matters")),
                type,
                time(from),
                time(to));
    }
}
