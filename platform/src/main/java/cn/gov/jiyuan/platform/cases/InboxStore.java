package cn.gov.jiyuan.platform.cases;

import cn.gov.jiyuan.platform.access.RowScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Queries of the inbox and the lists of cases. Each walks one index of the task or case table in the order of the page
 * and stops when the page is full, so that it costs the same at 30 million rows.
 */
final class InboxStore {
    static final int COUNT_AT_MOST = 1000;
    static final String LIVE = "t.status in ('OPEN', 'SUSPENDED') and t.kind <> 'COPY'";
    static final String FREE = "t.status = 'OPEN' and t.assignee_id is null";
    /** A clock that stands keeps the date on which it would end, for the order of the list; nothing is late by it. */
    static final String RUNNING =
            "exists (select 1 from cases.matter w where w.id = t.case_id and w.clock_state = 'RUNNING')";

    /** The clock stands, or colleagues are asked. */
    static final String WAITING =
            "(t.status = 'SUSPENDED' or exists (select 1 from cases.matter w where w.id = t.case_id"
                    + " and w.clock_state = 'PAUSED'))";

    static final String DONE = "t.status = 'DONE' and t.kind <> 'COPY'";

    private static final String NEWEST = " order by m.opened_at desc, m.id desc limit ";

    private final JdbcTemplate jdbc;
    private final CaseTypes types;

    InboxStore(JdbcTemplate jdbc, CaseTypes types) {
        this.jdbc = jdbc;
        this.types = types;
    }

    /** A condition with its arguments. */
    record Where(String text, List<@Nullable Object> arguments) {
        static Where of(String text, @Nullable Object... arguments) {
            List<@Nullable Object> list = new ArrayList<>();
            Collections.addAll(list, arguments);
            return new Where(text, list);
        }

        Where and(String more, @Nullable Object... further) {
            List<@Nullable Object> all = new ArrayList<>(arguments);
            Collections.addAll(all, further);
            return new Where(text + " and " + more, all);
        }
    }

    /**
     * Lines of the inbox.
     *
     * @param order column that orders the page, of the task table
     * @param newestFirst direction
     */
    List<Inbox.Item> items(
            Where where, String order, boolean newestFirst, Inbox.Filter filter, @Nullable PageKey after, int limit) {
        Where all = where;
        if (filter.type() != null) {
            all = all.and("m.type = ?", filter.type());
        }
        all = matching(all, filter.query());
        all = beyond(all, "t." + order, "t.id", newestFirst, after);
        String direction = newestFirst ? " desc" : "";
        return jdbc.query(
                "select t.*, m.type, m.number, m.title as subject, m.state as case_state, m.type_version,"
                        + " m.applicant_masked, m.clock_state, m.version"
                        + " from cases.task t join cases.matter m on m.id = t.case_id where " + all.text()
                        + " order by t." + order + direction + ", t.id" + direction + " limit " + limit,
                (row, n) -> item(row),
                all.arguments().toArray());
    }

    private Inbox.Item item(ResultSet row) throws SQLException {
        CaseTask task = CaseRows.task(row);
        Instant due = Sql.optionalInstant(row, "due_at");
        return new Inbox.Item(
                task.id,
                Sql.uuid(row, "case_id"),
                task.kind,
                task.status,
                task.title,
                row.getString("type"),
                row.getString("number"),
                row.getString("subject"),
                row.getString("case_state"),
                types.stateLabel(row.getString("type"), row.getInt("type_version"), row.getString("case_state")),
                row.getString("applicant_masked"),
                task.assignee,
                task.delegator,
                task.openedBy,
                task.openedAt,
                task.doneAt,
                due,
                CaseView.ClockState.valueOf(row.getString("clock_state")),
                row.getInt("version"));
    }

    /** Cases in reach, newest first; for several units one index walk each, merged. */
    List<Matter> matters(RowScope scope, Where where, @Nullable PageKey after, @Nullable String query, int limit) {
        Where all = beyond(matching(where, query), "m.opened_at", "m.id", true, after);
        if (scope instanceof RowScope.Units units && units.unitIds().size() > 1) {
            Where each = all.and("m.unit_id = u.id");
            List<@Nullable Object> arguments = new ArrayList<>();
            arguments.add(units.unitIds().toArray(UUID[]::new));
            arguments.addAll(each.arguments());
            return jdbc.query(
                    "select m.* from unnest(?::uuid[]) as u (id) cross join lateral (select * from cases.matter m where "
                            + each.text() + NEWEST + limit + ") m" + NEWEST + limit,
                    (row, n) -> CaseRows.matter(row),
                    arguments.toArray());
        }
        Where within = scoped(all, scope);
        return jdbc.query(
                "select m.* from cases.matter m where " + within.text() + NEWEST + limit,
                (row, n) -> CaseRows.matter(row),
                within.arguments().toArray());
    }

    private static Where scoped(Where where, RowScope scope) {
        return switch (scope) {
            case RowScope.All all -> where;
            case RowScope.None none -> where.and("false");
            case RowScope.Owner owner -> where.and("m.applicant_id = ?", owner.partyId());
            case RowScope.Units units when units.unitIds().isEmpty() -> where.and("false");
            case RowScope.Units units ->
                where.and("m.unit_id = ?", units.unitIds().iterator().next());
            case RowScope.Areas areas ->
                where.and("m.area_code like any(?)", (Object)
                        areas.prefixes().stream().map(p -> p + "%").toArray(String[]::new));
        };
    }

    private static Where matching(Where where, @Nullable String query) {
        if (query == null || query.isBlank()) {
            return where;
        }
        String text = query.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
        return where.and("(m.number like ? or m.title like ?)", text + "%", "%" + text + "%");
    }

    private static Where beyond(Where where, String order, String id, boolean newestFirst, @Nullable PageKey after) {
        if (after == null) {
            return where;
        }
        String sign = newestFirst ? "<" : ">";
        return where.and("(" + order + ", " + id + ") " + sign + " (?, ?)", Sql.time(after.at()), after.id());
    }

    /** How many tasks, at most {@link #COUNT_AT_MOST}. */
    int count(Where where) {
        Integer found = jdbc.queryForObject(
                "select count(*) from (select 1 from cases.task t where " + where.text() + " limit " + COUNT_AT_MOST
                        + ") counted",
                Integer.class,
                where.arguments().toArray());
        return found == null ? 0 : found;
    }
}
