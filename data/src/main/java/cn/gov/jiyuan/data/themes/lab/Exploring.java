package cn.gov.jiyuan.data.themes.lab;

import cn.gov.jiyuan.data.themes.ThemesError;
import cn.gov.jiyuan.data.themes.topic.RowReach;
import cn.gov.jiyuan.data.themes.topic.StepSql;
import cn.gov.jiyuan.data.themes.topic.Topics;
import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.kernel.id.Ids;
import cn.gov.jiyuan.platform.access.Access;
import cn.gov.jiyuan.platform.audit.Audit;
import cn.gov.jiyuan.platform.audit.AuditEvent;
import cn.gov.jiyuan.platform.hub.DataSession;
import cn.gov.jiyuan.platform.hub.Dataset;
import cn.gov.jiyuan.platform.hub.Datasets;
import cn.gov.jiyuan.platform.hub.Snapshot;
import cn.gov.jiyuan.platform.parties.Unit;
import cn.gov.jiyuan.platform.parties.Units;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Queries without SQL within a workspace, saved views for others, and SQL for those who manage the data. */
@Component
class Exploring {
    private static final int MOST_SQL_ROWS = 1_000;
    private final Workspaces workspaces;
    private final SharedViewStore store;
    private final Topics topics;
    private final Datasets datasets;
    private final Units units;
    private final Access access;
    private final Audit audit;
    private final Clock clock;

    Exploring(
            Workspaces workspaces,
            SharedViewStore store,
            Topics topics,
            Datasets datasets,
            Units units,
            Access access,
            Audit audit,
            Clock clock) {
        this.workspaces = workspaces;
        this.store = store;
        this.topics = topics;
        this.datasets = datasets;
        this.units = units;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param snapshot version that was read @param whole whether rows were left out by the limit */
    record Answer(
            List<QuerySql.Head> heads,
            List<List<@Nullable Object>> rows,
            String dataset,
            long snapshot,
            boolean whole) {}

    Answer ask(Actor actor, UUID workspace, QuerySpec spec) {
        Workspace space = workspaces.usable(actor, workspace, spec.dataset());
        return answer(actor, spec, space.masking());
    }

    private Answer answer(Actor viewer, QuerySpec spec, Masking masking) {
        if (masking == Masking.AGGREGATE && !spec.totals()) {
            throw new Fault(ThemesError.ONLY_TOTALS);
        }
        Dataset dataset = datasets.get(spec.dataset());
        RowReach reach = RowReach.of(access.rows(viewer, Mining.DATA), spec.dataset(), Mining.names(dataset));
        QuerySql query = QuerySql.of(spec, dataset, reach);
        Snapshot snapshot =
                datasets.current(spec.dataset()).orElseThrow(() -> new Fault(ThemesError.NOT_YET, dataset.title()));
        Set<String> hidden = masking == Masking.DETAIL ? Set.of() : identifying(spec.dataset());
        List<List<@Nullable Object>> rows = new ArrayList<>();
        try (DataSession session = datasets.open(Map.of("data", snapshot))) {
            session.each(query.sql(), query.arguments(), row -> rows.add(shown(row.values(), spec, hidden)));
        }
        return new Answer(query.heads(), rows, dataset.title(), snapshot.number(), rows.size() < QuerySql.MOST);
    }

    private Set<String> identifying(String dataset) {
        return topics.step(dataset).stream()
                .flatMap(step -> step.columns().stream())
                .filter(column -> column.identifying())
                .map(column -> column.name())
                .collect(Collectors.toSet());
    }

    /** Units are named; identifiers are masked where the workspace asks for it. */
    private List<@Nullable Object> shown(List<@Nullable Object> values, QuerySpec spec, Set<String> hidden) {
        List<@Nullable Object> shown = new ArrayList<>(values);
        for (int i = 0; i < spec.columns().size(); i++) {
            Object value = values.get(i);
            if (value instanceof String text) {
                shown.set(i, shown(spec.columns().get(i), text, hidden));
            }
        }
        return shown;
    }

    private String shown(String column, String value, Set<String> hidden) {
        if (hidden.contains(column)) {
            return Masking.masked(value);
        }
        return column.equals("unit_id")
                ? units.find(UUID.fromString(value)).map(Unit::shortName).orElse(value)
                : value;
    }

    record Saving(@Nullable String title, SharedView.@Nullable Chart chart, QuerySpec query) {}

    @Transactional
    public SharedView save(Actor actor, UUID workspace, Saving saving) {
        Workspace space = workspaces.usable(actor, workspace, saving.query().dataset());
        answer(actor, saving.query(), space.masking());
        SharedView view = new SharedView(
                Ids.next(),
                workspace,
                saving.title() == null || saving.title().isBlank()
                        ? space.title()
                        : saving.title().strip(),
                saving.chart() == null ? SharedView.Chart.TABLE : saving.chart(),
                saving.query(),
                space.masking(),
                List.of(),
                actor.personId(),
                actor.name(),
                Objects.requireNonNull(actor.unitId()),
                clock.instant());
        store.insert(view, false);
        tell(actor, "save", "保存视图“" + view.title() + "”", view.id().toString(), Map.of());
        return view;
    }

    @Transactional
    public SharedView share(Actor actor, UUID id, List<UUID> with) {
        SharedView view = own(actor, id);
        List<UUID> known = with.stream()
                .distinct()
                .map(unit -> units.find(unit)
                        .orElseThrow(() -> new Fault(ThemesError.UNKNOWN, "单位 " + unit))
                        .id())
                .toList();
        store.share(id, known);
        String names = known.stream().map(unit -> units.get(unit).shortName()).collect(Collectors.joining("、"));
        tell(actor, "share", "共享视图“" + view.title() + "”给：" + (names.isEmpty() ? "无" : names), id.toString(), Map.of());
        return own(actor, id);
    }

    @Transactional
    public void delete(Actor actor, UUID id) {
        SharedView view = own(actor, id);
        store.delete(id);
        tell(actor, "delete", "删除视图“" + view.title() + "”", id.toString(), Map.of());
    }

    private SharedView own(Actor actor, UUID id) {
        return store.find(id)
                .filter(view -> view.ownerId().equals(actor.personId()))
                .orElseThrow(() -> new Fault(ThemesError.UNKNOWN, "视图 " + id));
    }

    List<SharedView> views(Actor actor) {
        return store.seenBy(actor.personId(), actor.unitId());
    }

    record Shown(SharedView view, Answer answer) {}

    /** Within the reach of whoever looks, whoever made it. */
    Shown open(Actor actor, UUID id) {
        SharedView view = store.find(id)
                .filter(one -> one.ownerId().equals(actor.personId())
                        || (actor.unitId() != null && one.units().contains(actor.unitId())))
                .orElseThrow(() -> new Fault(ThemesError.UNKNOWN, "视图 " + id));
        return new Shown(view, answer(actor, view.query(), view.masking()));
    }

    record Sql(@Nullable String sql, @Nullable String purpose) {}

    /** One SELECT over all datasets of the built themes; each run is audited with its words. */
    @Transactional
    public Answer sql(Actor actor, Sql asked) {
        if (asked.purpose() == null || asked.purpose().isBlank()) {
            throw Fault.at("/purpose", ThemesError.REASON);
        }
        String sql = asked.sql() == null ? "" : asked.sql().strip().replaceFirst(";+\\s*$", "");
        tell(actor, "sql", "以 SQL 查询主题库，用途：" + asked.purpose().strip(), "sql", Map.of("sql", sql));
        List<List<@Nullable Object>> rows = new ArrayList<>();
        try (DataSession session = datasets.open(all())) {
            List<QuerySql.Head> heads = session.columns(sql).stream()
                    .map(column -> new QuerySql.Head(column.name(), column.name(), false))
                    .toList();
            session.each(
                    "select * from (" + sql + ") limit " + MOST_SQL_ROWS, List.of(), row -> rows.add(row.values()));
            return new Answer(heads, rows, "SQL", 0, rows.size() < MOST_SQL_ROWS);
        }
    }

    private Map<String, Snapshot> all() {
        Map<String, Snapshot> views = new LinkedHashMap<>();
        datasets()
                .forEach(dataset -> datasets.current(dataset.name())
                        .ifPresent(snapshot -> views.put(StepSql.view(dataset.name()), snapshot)));
        return views;
    }

    /** What a workspace may be asked for. */
    List<Dataset> datasets() {
        return topics.built().stream()
                .flatMap(topic -> java.util.stream.Stream.concat(
                        topic.steps().stream().map(step -> step.dataset()),
                        Arrays.stream(new String[] {"dws." + topic.id() + "_figure", "ads." + topic.id() + "_figure"})))
                .flatMap(name -> datasets.find(name).stream())
                .toList();
    }

    private void tell(Actor actor, String action, String summary, String id, Map<String, Object> detail) {
        audit.record(actor, new AuditEvent("themes.view." + action, "themes.view", id, summary, detail));
    }
}
