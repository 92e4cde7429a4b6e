package cn.gov.jiyuan.data.opendata.ckan;

import cn.gov.jiyuan.data.opendata.access.CallGate;
import cn.gov.jiyuan.data.opendata.release.Licence;
import cn.gov.jiyuan.data.opendata.release.OpenDataset;
import cn.gov.jiyuan.data.opendata.release.Rows;
import cn.gov.jiyuan.data.opendata.release.Shelf;
import cn.gov.jiyuan.data.opendata.release.Theme;
import cn.gov.jiyuan.data.opendata.release.Version;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** The actions that read (CKAN {@code get} actions). */
@Component("opendata.ReadActions")
final class ReadActions {
    private static final int MOST = 1000;
    private static final int USUAL = 10;
    private static final int USUAL_ROWS = 100;

    private final Shelf shelf;
    private final Rows rows;
    private final CallGate gate;
    private final Map<String, Action> actions = new LinkedHashMap<>();

    /** One action: what it answers to parameters. */
    private interface Action {
        @Nullable
        Object answer(Parameters parameters, CkanView view, HttpServletRequest request);
    }

    ReadActions(Shelf shelf, Rows rows, CallGate gate) {
        this.shelf = shelf;
        this.rows = rows;
        this.gate = gate;
        actions.put("site_read", (p, v, r) -> true);
        actions.put("status_show", (p, v, r) -> status());
        actions.put("help_show", (p, v, r) -> "CKAN Action API v3: " + p.text("name", ""));
        actions.put("package_list", (p, v, r) -> packages(p));
        actions.put("current_package_list_with_resources", (p, v, r) -> current(p, v));
        actions.put("package_show", (p, v, r) -> show(p, v));
        actions.put("package_search", (p, v, r) -> new PackageSearch(shelf).answer(p, v));
        actions.put("resource_show", (p, v, r) -> resource(p, v));
        actions.put("organization_list", (p, v, r) -> organizations(p, v));
        actions.put("organization_show", (p, v, r) -> organization(p, v));
        actions.put("group_list", (p, v, r) -> groups(p, v));
        actions.put("group_show", (p, v, r) -> group(p, v));
        actions.put("tag_list", (p, v, r) -> tags(p));
        actions.put("tag_show", (p, v, r) -> CkanView.tag(p.required("id")));
        actions.put(
                "license_list",
                (p, v, r) -> Arrays.stream(Licence.values()).map(v::licence).toList());
        actions.put("datastore_search", this::datastore);
    }

    boolean knows(String action) {
        return actions.containsKey(action);
    }

    @Nullable
    Object answer(String action, Parameters parameters, CkanView view, HttpServletRequest request) {
        Action found = actions.get(action);
        if (found == null) {
            throw CkanFault.notFound();
        }
        return found.answer(parameters, view, request);
    }

    private static Map<String, @Nullable Object> status() {
        Map<String, @Nullable Object> status = new LinkedHashMap<>();
        status.put("site_title", "济源公共数据开放平台");
        status.put("site_description", "");
        status.put("site_url", "/open");
        status.put("ckan_version", "2.11.0");
        status.put("error_emails_to", null);
        status.put("locale_default", "zh_Hans_CN");
        status.put("extensions", List.of("datastore", "dcat"));
        return status;
    }

    private List<OpenDataset> page(int offset, int limit) {
        return shelf.search(new Shelf.Query("", null, "", null, "", Shelf.Sorting.NAME, offset, limit))
                .datasets();
    }

    /** All names; CKAN gives all of them unless a limit is asked for. */
    private List<String> packages(Parameters parameters) {
        int limit = parameters.number("limit", Integer.MAX_VALUE, Integer.MAX_VALUE);
        int offset = parameters.number("offset", 0, Integer.MAX_VALUE);
        List<String> names = new ArrayList<>();
        List<OpenDataset> portion;
        do {
            int wanted = Math.min(MOST, limit - names.size());
            portion = wanted <= 0 ? List.of() : page(offset + names.size(), wanted);
            portion.forEach(dataset -> names.add(dataset.identifier()));
        } while (portion.size() == MOST);
        return names;
    }

    private List<Map<String, @Nullable Object>> current(Parameters parameters, CkanView view) {
        int limit = parameters.number("limit", USUAL_ROWS, MOST);
        return page(parameters.number("offset", 0, Integer.MAX_VALUE), limit).stream()
                .map(dataset -> view.dataset(dataset, shelf.version(dataset, dataset.version())))
                .toList();
    }

    private Map<String, @Nullable Object> show(Parameters parameters, CkanView view) {
        OpenDataset dataset = dataset(shelf, parameters.required("id"));
        return view.dataset(dataset, shelf.version(dataset, dataset.version()));
    }

    /** By name or id, and only what is offered. */
    static OpenDataset dataset(Shelf shelf, String nameOrId) {
        OpenDataset found = shelf.find(nameOrId)
                .or(() -> java.util.Optional.ofNullable(uuid(nameOrId)).flatMap(id -> shelf.find(id)))
                .orElseThrow(CkanFault::notFound);
        if (found.gone()) {
            throw CkanFault.gone("“" + found.title() + "”已停止提供：" + found.stopReason());
        }
        if (!found.offered()) {
            throw CkanFault.notFound();
        }
        return found;
    }

    private static @Nullable UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** A file with the dataset and version that it belongs to. */
    private record Found(OpenDataset dataset, Version version, Version.Distribution file) {}

    private Found file(String id) {
        UUID uuid = uuid(id);
        Version version = uuid == null ? null : shelf.versionOfFile(uuid).orElse(null);
        if (version == null) {
            throw CkanFault.notFound();
        }
        OpenDataset dataset = dataset(shelf, version.datasetId().toString());
        Version.Distribution file = version.files().stream()
                .filter(one -> one.id().equals(uuid))
                .findFirst()
                .orElseThrow(CkanFault::notFound);
        return new Found(dataset, version, file);
    }

    private Map<String, @Nullable Object> resource(Parameters parameters, CkanView view) {
        Found found = file(parameters.required("id"));
        return view.resource(
                found.dataset(),
                found.version(),
                found.file(),
                found.version().files().indexOf(found.file()));
    }

    private Shelf.Facets facets() {
        return shelf.facets(Shelf.Query.of("", 1));
    }

    private Object organizations(Parameters parameters, CkanView view) {
        Map<String, Long> counts = facets().units();
        boolean all = parameters.flag("all_fields", false);
        List<Object> list = new ArrayList<>();
        shelf.units()
                .forEach((code, name) ->
                        list.add(all ? view.organization(code, name, counts.getOrDefault(code, 0L)) : code));
        return list;
    }

    private Object organization(Parameters parameters, CkanView view) {
        String asked = parameters.required("id");
        for (Map.Entry<String, String> unit : shelf.units().entrySet()) {
            if (unit.getKey().equals(asked)
                    || CkanView.id("unit:" + unit.getKey()).equals(asked)) {
                Shelf.Page page =
                        shelf.search(new Shelf.Query("", null, unit.getKey(), null, "", Shelf.Sorting.NAME, 0, USUAL));
                Map<String, @Nullable Object> shown = view.organization(unit.getKey(), unit.getValue(), page.total());
                if (parameters.flag("include_datasets", false)) {
                    shown.put("packages", packages(page, view));
                }
                return shown;
            }
        }
        throw CkanFault.notFound();
    }

    private List<Map<String, @Nullable Object>> packages(Shelf.Page page, CkanView view) {
        return page.datasets().stream()
                .map(dataset -> view.dataset(dataset, shelf.version(dataset, dataset.version())))
                .toList();
    }

    private Object groups(Parameters parameters, CkanView view) {
        boolean all = parameters.flag("all_fields", false);
        List<Object> list = new ArrayList<>();
        facets().themes().forEach((code, count) -> {
            Theme theme = Theme.valueOf(code);
            list.add(all ? view.group(theme, count) : CkanView.name(theme));
        });
        return list;
    }

    private Object group(Parameters parameters, CkanView view) {
        String asked = parameters.required("id");
        for (Theme theme : Theme.values()) {
            if (CkanView.name(theme).equals(asked)
                    || CkanView.id("theme:" + theme).equals(asked)) {
                Shelf.Page page = shelf.search(new Shelf.Query("", theme, "", null, "", Shelf.Sorting.NAME, 0, USUAL));
                Map<String, @Nullable Object> shown = view.group(theme, page.total());
                if (parameters.flag("include_datasets", false)) {
                    shown.put("packages", packages(page, view));
                }
                return shown;
            }
        }
        throw CkanFault.notFound();
    }

    private Object tags(Parameters parameters) {
        String part = parameters.text("query", "");
        boolean all = parameters.flag("all_fields", false);
        List<Object> list = new ArrayList<>();
        facets().tags().keySet().stream()
                .filter(word -> word.contains(part))
                .sorted()
                .forEach(word -> list.add(all ? CkanView.tag(word) : word));
        return list;
    }

    private Object datastore(Parameters parameters, CkanView view, HttpServletRequest request) {
        String id = parameters.has("resource_id") ? parameters.required("resource_id") : parameters.required("id");
        Found found = file(id);
        if (gate.pass(request, found.dataset()) instanceof CallGate.Verdict.Refused refused) {
            throw CkanFault.quota(refused.words(), refused.retryAfter());
        }
        int limit = parameters.number("limit", USUAL_ROWS, Rows.MOST);
        int offset = parameters.number("offset", 0, Integer.MAX_VALUE);
        String words = parameters.tree("q") instanceof JsonNode q && q.isString() ? q.asString() : "";
        Rows.Answer answer = rows.ask(
                found.version(),
                new Rows.Question(
                        filters(parameters),
                        words,
                        parameters.list("fields"),
                        parameters.text("sort", ""),
                        limit,
                        offset));
        Map<String, @Nullable Object> result = new LinkedHashMap<>();
        result.put("include_total", true);
        result.put("resource_id", id);
        result.put(
                "fields",
                answer.fields().stream()
                        .map(field -> Map.of(
                                "id", field.name(), "type", type(field.type()), "info", Map.of("label", field.title())))
                        .toList());
        result.put("records_format", "objects");
        result.put("records", answer.records());
        result.put("limit", limit);
        result.put("offset", offset);
        result.put("total", answer.total());
        result.put("total_was_estimated", false);
        result.put("_links", links(request.getRequestURI(), id, limit, offset));
        return result;
    }

    private static Map<String, String> links(String path, String id, int limit, int offset) {
        String start = path + "?resource_id=" + id + "&limit=" + limit;
        return Map.of("start", start, "next", start + "&offset=" + ((long) offset + limit));
    }

    private static Map<String, List<String>> filters(Parameters parameters) {
        Map<String, List<String>> filters = new LinkedHashMap<>();
        JsonNode tree = parameters.tree("filters");
        if (tree != null && tree.isObject()) {
            tree.properties().forEach(entry -> {
                List<String> values = new ArrayList<>();
                if (entry.getValue().isArray()) {
                    entry.getValue().forEach(value -> values.add(value.asString("")));
                } else {
                    values.add(entry.getValue().asString(""));
                }
                filters.put(entry.getKey(), values);
            });
        }
        return filters;
    }

    private static String type(String type) {
        return switch (type) {
            case "INTEGER" -> "int8";
            case "DECIMAL" -> "numeric";
            case "DATE" -> "date";
            case "MOMENT" -> "timestamp";
            case "FLAG" -> "bool";
            default -> "text";
        };
    }
}
