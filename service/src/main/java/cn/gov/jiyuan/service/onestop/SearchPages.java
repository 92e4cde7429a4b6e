package cn.gov.jiyuan.service.onestop;

import cn.gov.jiyuan.contracts.items.ItemCollections;
import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.platform.access.Permitted;
import cn.gov.jiyuan.platform.search.Search;
import cn.gov.jiyuan.platform.search.SearchPage;
import cn.gov.jiyuan.platform.search.SearchSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** The portal's answers to “您要办什么事？”, to be narrowed by links; each answer has an address of its own. */
@Controller
class SearchPages {
    /** Property of the index → its parameter in the address, in the order of the page. */
    private static final Map<String, String> FACETS = facets();

    private static final Set<String> DIRECT = Set.of("event", "department", "progress");

    private final Search search;
    private final ItemCollections collections;
    private final Map<String, String> kindLabels = new LinkedHashMap<>();

    SearchPages(Search search, ItemCollections collections, List<SearchSource> sources) {
        this.search = search;
        this.collections = collections;
        sources.forEach(source -> kindLabels.putAll(source.kinds()));
    }

    private static Map<String, String> facets() {
        Map<String, String> facets = new LinkedHashMap<>();
        facets.put("办理", "way");
        facets.put("对象", "for");
        facets.put("主题", "theme");
        facets.put("部门", "dept");
        return facets;
    }

    /** @param path the results with it, or without it if it is chosen */
    record Value(String label, long count, boolean chosen, String path) {}

    record Group(String name, List<Value> values) {}

    @GetMapping("/search")
    @Permitted(Permitted.PUBLIC)
    String search(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam Map<String, String> parameters,
            Actor actor,
            Model model) {
        model.addAttribute("q", q);
        model.addAttribute("sentences", collections.all());
        if (q.isBlank()) {
            return "onestop/search";
        }
        Map<String, String> chosen = chosen(parameters);
        int bounded = Math.clamp(page, 1, Search.LAST_PAGE);
        SearchPage found = search.query(actor, q, kind.isBlank() ? Set.of() : Set.of(kind), chosen, bounded);
        model.addAttribute("found", found);
        model.addAttribute("groups", groups(q, kind, chosen, found));
        model.addAttribute("narrowed", !chosen.isEmpty() || !kind.isBlank());
        model.addAttribute(
                "direct",
                bounded > 1
                        ? List.of()
                        : search.suggest(actor, q).stream()
                                .filter(group -> DIRECT.contains(group.kind()))
                                .toList());
        model.addAttribute("previous", bounded > 1 ? path(q, kind, chosen, bounded - 1) : null);
        model.addAttribute(
                "next",
                found.total() > (long) bounded * Search.PAGE_SIZE && bounded < Search.LAST_PAGE
                        ? path(q, kind, chosen, bounded + 1)
                        : null);
        return "onestop/search";
    }

    private static Map<String, String> chosen(Map<String, String> parameters) {
        Map<String, String> chosen = new LinkedHashMap<>();
        FACETS.forEach((name, parameter) -> {
            String value = parameters.get(parameter);
            if (value != null && !value.isBlank()) {
                chosen.put(name, value.strip());
            }
        });
        return chosen;
    }

    private List<Group> groups(String q, String kind, Map<String, String> chosen, SearchPage found) {
        List<Group> groups = new ArrayList<>();
        if (found.kinds().size() > 1 || !kind.isBlank()) {
            groups.add(new Group("类别", kinds(q, kind, chosen, found)));
        }
        FACETS.keySet().forEach(name -> {
            List<Value> values = values(q, kind, chosen, name, found.facets().getOrDefault(name, Map.of()));
            if (values.size() > 1 || chosen.containsKey(name)) {
                groups.add(new Group(name, values));
            }
        });
        return groups;
    }

    private List<Value> kinds(String q, String kind, Map<String, String> chosen, SearchPage found) {
        return found.kinds().entrySet().stream()
                .map(entry -> new Value(
                        kindLabels.getOrDefault(entry.getKey(), entry.getKey()),
                        entry.getValue(),
                        entry.getKey().equals(kind),
                        path(q, entry.getKey().equals(kind) ? "" : entry.getKey(), chosen, 1)))
                .toList();
    }

    private static List<Value> values(
            String q, String kind, Map<String, String> chosen, String name, Map<String, Long> counts) {
        String own = chosen.get(name);
        List<Value> values = new ArrayList<>();
        counts.forEach((value, count) -> {
            boolean taken = value.equals(own);
            values.add(new Value(value, count, taken, path(q, kind, with(chosen, name, taken ? null : value), 1)));
        });
        if (own != null && !counts.containsKey(own)) {
            values.add(new Value(own, 0, true, path(q, kind, with(chosen, name, null), 1)));
        }
        return values;
    }

    private static Map<String, String> with(Map<String, String> chosen, String name, @Nullable String value) {
        Map<String, String> changed = new LinkedHashMap<>(chosen);
        if (value == null) {
            changed.remove(name);
        } else {
            changed.put(name, value);
        }
        return changed;
    }

    private static String path(String q, String kind, Map<String, String> chosen, int page) {
        UriComponentsBuilder path = UriComponentsBuilder.fromPath("/search");
        Map<String, Object> values = new LinkedHashMap<>();
        add(path, values, "q", q);
        if (!kind.isBlank()) {
            add(path, values, "kind", kind);
        }
        chosen.forEach((name, value) -> add(path, values, String.valueOf(FACETS.get(name)), value));
        if (page > 1) {
            add(path, values, "page", Integer.toString(page));
        }
        return path.encode().buildAndExpand(values).toUriString();
    }

    private static void add(UriComponentsBuilder path, Map<String, Object> values, String name, String value) {
        path.queryParam(name, "{" + name + "}");
        values.put(name, value);
    }
}
