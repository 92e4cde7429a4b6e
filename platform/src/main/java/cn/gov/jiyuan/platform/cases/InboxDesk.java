package cn.gov.jiyuan.platform.cases;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.platform.access.Access;
import cn.gov.jiyuan.platform.access.RowScope;
import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Puts the inbox and the lists together from the queries of {@link InboxStore}. */
final class InboxDesk implements Inbox {
    private static final int PAGE_AT_MOST = 200;

    private final InboxStore store;
    private final CaseTypes types;
    private final Access access;
    private final Clock clock;

    InboxDesk(InboxStore store, CaseTypes types, Access access, Clock clock) {
        this.store = store;
        this.types = types;
        this.access = access;
        this.clock = clock;
    }

    @Override
    public Page<Item> items(Actor actor, View view, Filter filter, @Nullable String after, int limit) {
        int size = Math.clamp(limit, 1, PAGE_AT_MOST);
        PageKey key = PageKey.parse(after);
        return switch (view) {
            case MINE, ALL ->
                page(store.items(due(where(actor, view), filter), "due_at", false, filter, key, size + 1), size, due());
            case DONE ->
                page(store.items(where(actor, view), "done_at", true, filter, key, size + 1), size, Item::doneAt);
            case COPIES ->
                page(store.items(where(actor, view), "opened_at", true, filter, key, size + 1), size, Item::openedAt);
            case CLAIMABLE -> page(claimable(actor, filter, key, size + 1), size, due());
        };
    }

    private static Function<Item, @Nullable Instant> due() {
        return item -> CaseRows.due(item.dueAt());
    }

    private static InboxStore.Where where(Actor actor, View view) {
        return switch (view) {
            case MINE -> InboxStore.Where.of("t.assignee_id = ? and " + InboxStore.LIVE, actor.personId());
            case ALL, CLAIMABLE -> InboxStore.Where.of("t.unit_id = ? and " + InboxStore.LIVE, actor.unitId());
            case DONE -> InboxStore.Where.of("t.done_by = ? and " + InboxStore.DONE, actor.personId());
            case COPIES ->
                InboxStore.Where.of(
                        "t.assignee_id = ? and t.kind = 'COPY' and t.status <> 'CANCELLED'", actor.personId());
        };
    }

    private static InboxStore.Where free(Actor actor, String role) {
        return InboxStore.Where.of("t.unit_id = ? and t.role = ? and " + InboxStore.FREE, actor.unitId(), role);
    }

    /** One index walk for each role, merged: roles in one condition would have to be sorted as a whole. */
    private List<Item> claimable(Actor actor, Filter filter, @Nullable PageKey after, int limit) {
        List<Item> merged = new ArrayList<>();
        for (String role : actor.roles()) {
            merged.addAll(store.items(due(free(actor, role), filter), "due_at", false, filter, after, limit));
        }
        merged.sort(Comparator.comparing((Item item) -> CaseRows.due(item.dueAt()))
                .thenComparing(item -> item.taskId().toString()));
        return merged.subList(0, Math.min(limit, merged.size()));
    }

    @Override
    public Map<View, Integer> counts(Actor actor) {
        Map<View, Integer> counts = new EnumMap<>(View.class);
        for (View view : List.of(View.MINE, View.ALL, View.DONE)) {
            counts.put(view, store.count(where(actor, view)));
        }
        counts.put(View.COPIES, store.count(unread(actor)));
        counts.put(View.CLAIMABLE, claimableCount(actor));
        return counts;
    }

    private int claimableCount(Actor actor) {
        return actor.roles().stream()
                .mapToInt(role -> store.count(free(actor, role)))
                .sum();
    }

    private static InboxStore.Where unread(Actor actor) {
        return where(actor, View.COPIES).and("t.status = 'OPEN'");
    }

    @Override
    public Map<Due, Integer> due(Actor actor, View view) {
        Map<Due, Integer> counts = new EnumMap<>(Due.class);
        for (Due due : Due.values()) {
            switch (view) {
                case MINE, ALL -> counts.put(due, store.count(due(where(actor, view), due)));
                case CLAIMABLE ->
                    counts.put(
                            due,
                            actor.roles().stream()
                                    .mapToInt(role -> store.count(due(free(actor, role), due)))
                                    .sum());
                case DONE, COPIES -> {}
            }
        }
        return counts;
    }

    @Override
    public MyDay myDay(Actor actor) {
        InboxStore.Where mine = where(actor, View.MINE);
        Map<Due, Integer> due = due(actor, View.MINE);
        return new MyDay(
                store.count(mine),
                claimableCount(actor),
                store.count(unread(actor)),
                due.getOrDefault(Due.OVERDUE, 0),
                due.getOrDefault(Due.TODAY, 0),
                due.getOrDefault(Due.SOON, 0),
                due.getOrDefault(Due.WAITING, 0),
                store.count(where(actor, View.DONE)
                        .and("t.done_at >= ?", Sql.time(midnight().toInstant()))));
    }

    private ZonedDateTime midnight() {
        return clock.instant().atZone(CaseClock.ZONE).toLocalDate().atStartOfDay(CaseClock.ZONE);
    }

    private InboxStore.Where due(InboxStore.Where where, Filter filter) {
        return filter.due() == null ? where : due(where, filter.due());
    }

    private InboxStore.Where due(InboxStore.Where where, Due due) {
        Instant now = clock.instant();
        Instant tomorrow = midnight().plusDays(1).toInstant();
        return switch (due) {
            case OVERDUE -> due(where, null, now);
            case TODAY -> due(where, now, tomorrow);
            case SOON -> due(where, tomorrow, midnight().plusDays(4).toInstant());
            case WAITING -> where.and(InboxStore.WAITING);
        };
    }

    /** Due in (from, to]: a due moment is the first that is too late, so midnight belongs to the day before. */
    private static InboxStore.Where due(InboxStore.Where where, @Nullable Instant from, Instant to) {
        InboxStore.Where until = where.and("t.due_at <= ?", Sql.time(to)).and(InboxStore.RUNNING);
        return from == null ? until : until.and("t.due_at > ?", Sql.time(from));
    }

    @Override
    public Page<CaseView> cases(Actor actor, String type, CaseFilter filter, @Nullable String after, int limit) {
        CaseType known = types.latest(type);
        RowScope scope = access.rows(actor, known.readPermission());
        InboxStore.Where where = InboxStore.Where.of("m.type = ?", type);
        if (filter.state() != null) {
            where = where.and("m.state = ?", filter.state());
        }
        return matters(scope, where, filter.query(), after, limit);
    }

    @Override
    public Page<CaseView> ofApplicant(UUID applicantId, @Nullable String after, int limit) {
        return matters(new RowScope.Owner(applicantId), InboxStore.Where.of("true"), null, after, limit);
    }

    private Page<CaseView> matters(
            RowScope scope, InboxStore.Where where, @Nullable String query, @Nullable String after, int limit) {
        int size = Math.clamp(limit, 1, PAGE_AT_MOST);
        List<CaseView> found = store.matters(scope, where, PageKey.parse(after), query, size + 1).stream()
                .map(matter -> matter.view(types.of(matter)))
                .toList();
        boolean more = found.size() > size;
        List<CaseView> shown = more ? found.subList(0, size) : found;
        CaseView last = more ? shown.getLast() : null;
        return new Page<>(List.copyOf(shown), last == null ? null : new PageKey(last.openedAt(), last.id()).toString());
    }

    private static Page<Item> page(List<Item> found, int size, Function<Item, @Nullable Instant> order) {
        if (found.size() <= size) {
            return new Page<>(List.copyOf(found), null);
        }
        List<Item> shown = List.copyOf(found.subList(0, size));
        Instant at = order.apply(shown.getLast());
        return new Page<>(
                shown, new PageKey(at == null ? Sql.NEVER : at, shown.getLast().taskId()).toString());
    }
}
