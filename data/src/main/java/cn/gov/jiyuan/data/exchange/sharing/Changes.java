package cn.gov.jiyuan.data.exchange.sharing;

import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.hub.DataSession;
import cn.gov.jiyuan.platform.hub.Dataset;
import cn.gov.jiyuan.platform.hub.Datasets;
import cn.gov.jiyuan.platform.hub.Snapshot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What changed between two versions of a dataset, by key (变更订阅). */
@Component
final class Changes {
    private static final int MOST = 10_000;

    private final ObjectProvider<Datasets> datasets;

    Changes(ObjectProvider<Datasets> datasets) {
        this.datasets = datasets;
    }

    /** @param asked {@code since} is the version the caller has */
    ShareApi.Answer since(Grant grant, String dataset, Asked asked) {
        if (grant.mode() != ShareRequest.Mode.SUBSCRIPTION) {
            throw new Fault(SharingError.WRONG_MODE, grant.mode().label());
        }
        String since = asked.conditions().getOrDefault("since", "0");
        if (!since.matches("\\d{1,15}")) {
            throw new Fault(SharingError.BAD_CONDITION, "since");
        }
        Datasets hub = datasets.getObject();
        Dataset shape = hub.get(dataset);
        boolean granted =
                grant.fields().stream().map(RequestedField::name).toList().containsAll(shape.key());
        if (shape.key().isEmpty() || !granted) {
            throw new Fault(SharingError.ITEM_NOT_GRANTED, String.join("、", shape.key()));
        }
        Snapshot now = hub.current(dataset).orElseThrow(() -> new Fault(SharingError.NOT_SERVED));
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("resource", grant.resourceCode());
        body.put("since", Long.valueOf(since));
        body.put("snapshot", now.number());
        int rows = compare(hub, shape, Long.parseLong(since), now, grant, body);
        return new ShareApi.Answer(body, rows, List.of());
    }

    private static int compare(
            Datasets hub, Dataset shape, long since, Snapshot now, Grant grant, Map<String, @Nullable Object> body) {
        Map<String, Snapshot> views = new LinkedHashMap<>();
        views.put("later", now);
        if (since > 0) {
            views.put("earlier", hub.snapshot(shape.name(), since));
        }
        String key = shape.key().stream().map(name -> "\"" + name + "\"").collect(Collectors.joining(", "));
        List<String> seen = grant.fields().stream()
                .map(RequestedField::name)
                .filter(name -> shape.columns().stream().anyMatch(c -> c.name().equals(name)))
                .toList();
        String columns = seen.stream().map(name -> "\"" + name + "\"").collect(Collectors.joining(", "));
        String rows = rows(grant);
        try (DataSession session = hub.open(views)) {
            String later = "select " + key + " from later" + rows;
            String earlier = since > 0 ? "select " + key + " from earlier" + rows : later + " limit 0";
            List<Object> values = grant.conditions().stream()
                    .<Object>flatMap(condition -> condition.values().stream())
                    .toList();
            List<Object> both = new ArrayList<>(values);
            both.addAll(values);
            List<List<@Nullable Object>> added = keys(session, "(" + later + ") except (" + earlier + ")", both);
            List<List<@Nullable Object>> removed =
                    since > 0 ? keys(session, "(" + earlier + ") except (" + later + ")", both) : List.of();
            List<List<@Nullable Object>> changed =
                    since > 0 ? changed(session, key, columns, rows, both, added) : List.of();
            body.put("key", shape.key());
            body.put("added", added);
            body.put("changed", changed);
            body.put("removed", removed);
            return added.size() + changed.size() + removed.size();
        }
    }

    private static List<List<@Nullable Object>> changed(
            DataSession session,
            String key,
            String columns,
            String rows,
            List<Object> values,
            List<List<@Nullable Object>> added) {
        String sql = "select " + key + " from ((select " + columns + " from later" + rows + ") except (select "
                + columns + " from earlier" + rows + "))";
        List<List<@Nullable Object>> found = new ArrayList<>(keys(session, sql, values));
        found.removeAll(added);
        return found;
    }

    private static List<List<@Nullable Object>> keys(DataSession session, String sql, List<Object> values) {
        List<List<@Nullable Object>> keys = new ArrayList<>();
        session.each("select * from (" + sql + ") order by all limit " + MOST, values, row -> keys.add(row.values()));
        return keys;
    }

    /** The grant's conditions in the dialect of the hub; every value is a parameter. */
    private static String rows(Grant grant) {
        if (grant.conditions().isEmpty()) {
            return "";
        }
        return " where "
                + grant.conditions().stream()
                        .map(condition -> switch (condition.comparison()) {
                            case EQUALS -> text(condition) + " = ?";
                            case AT_LEAST -> "\"" + condition.column() + "\" >= ?";
                            case AT_MOST -> "\"" + condition.column() + "\" <= ?";
                            case PREFIX -> "starts_with(" + text(condition) + ", ?)";
                            case IN ->
                                text(condition) + " in ("
                                        + condition.values().stream()
                                                .map(v -> "?")
                                                .collect(Collectors.joining(", "))
                                        + ")";
                        })
                        .collect(Collectors.joining(" and "));
    }

    private static String text(RowCondition condition) {
        return "cast(\"" + condition.column() + "\" as varchar)";
    }
}
