package cn.gov.jiyuan.data.opendata.ckan;

import cn.gov.jiyuan.contracts.catalogue.OpenType;
import cn.gov.jiyuan.data.opendata.release.Shelf;
import cn.gov.jiyuan.data.opendata.release.Theme;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Answers {@code package_search}: words, filter queries of Solr's shape {@code field:value}, facets. */
final class PackageSearch {
    private static final int MOST = 1000;
    private static final int USUAL = 10;
    private static final Pattern TERM = Pattern.compile("([+-]?)(\\w+):(\"[^\"]*\"|\\([^)]*\\)|\\S+)");

    private final Shelf shelf;

    PackageSearch(Shelf shelf) {
        this.shelf = shelf;
    }

    Map<String, @Nullable Object> answer(Parameters parameters, CkanView view) {
        Shelf.Query query = query(parameters);
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        Shelf.Page page = query == null ? new Shelf.Page(List.of(), 0) : shelf.search(query);
        answer.put("count", page.total());
        answer.put("sort", parameters.text("sort", "metadata_modified desc"));
        List<String> fields = parameters.list("facet.field");
        Map<String, @Nullable Object> counts = new LinkedHashMap<>();
        Map<String, @Nullable Object> facets = new LinkedHashMap<>();
        if (query != null && !fields.isEmpty()) {
            Shelf.Facets found = shelf.facets(query);
            fields.forEach(field -> facet(field, found, counts, facets));
        }
        answer.put("facets", counts);
        answer.put(
                "results",
                page.datasets().stream()
                        .map(dataset -> view.dataset(dataset, shelf.version(dataset, dataset.version())))
                        .toList());
        answer.put("search_facets", facets);
        return answer;
    }

    private void facet(
            String field,
            Shelf.Facets found,
            Map<String, @Nullable Object> counts,
            Map<String, @Nullable Object> facets) {
        Map<String, Long> values = new LinkedHashMap<>();
        Map<String, String> names = new LinkedHashMap<>();
        switch (field) {
            case "organization" -> {
                values.putAll(found.units());
                names.putAll(shelf.units());
            }
            case "groups" ->
                found.themes().forEach((code, count) -> {
                    Theme theme = Theme.valueOf(code);
                    values.put(CkanView.name(theme), count);
                    names.put(CkanView.name(theme), theme.label());
                });
            case "tags" -> values.putAll(found.tags());
            case "license_id" ->
                found.openTypes()
                        .forEach((type, count) -> values.put(
                                type.equals(OpenType.CONDITIONAL.name()) ? "jiyuan-agreement-1" : "jiyuan-open-1",
                                count));
            default -> {
                return;
            }
        }
        counts.put(field, values);
        List<Map<String, Object>> items = new ArrayList<>();
        values.forEach((name, count) ->
                items.add(Map.of("name", name, "display_name", names.getOrDefault(name, name), "count", count)));
        facets.put(field, Map.of("title", field, "items", items));
    }

    /** Null if nothing can match. */
    private static Shelf.@Nullable Query query(Parameters parameters) {
        String words = parameters.text("q", "");
        Filter filter = new Filter();
        for (String fq : parameters.list("fq_list")) {
            filter.take(fq);
        }
        filter.take(parameters.text("fq", ""));
        String rest = filter.take(words.equals("*:*") ? "" : words);
        if (filter.impossible) {
            return null;
        }
        return new Shelf.Query(
                rest,
                filter.theme,
                filter.unit,
                filter.openType,
                filter.tag,
                sorting(parameters.text("sort", "")),
                parameters.number("start", 0, Integer.MAX_VALUE),
                parameters.number("rows", USUAL, MOST));
    }

    private static Shelf.Sorting sorting(String sort) {
        return sort.startsWith("title")
                ? Shelf.Sorting.TITLE
                : sort.startsWith("name")
                        ? Shelf.Sorting.NAME
                        : sort.startsWith("views") ? Shelf.Sorting.USED : Shelf.Sorting.MODIFIED;
    }

    /** What filter queries narrow down to. */
    private static final class Filter {
        private @Nullable Theme theme;
        private String unit = "";
        private @Nullable OpenType openType;
        private String tag = "";
        private boolean impossible;

        /** Takes the terms; returns the words that are none. */
        String take(String text) {
            Matcher matcher = TERM.matcher(text);
            StringBuilder rest = new StringBuilder();
            while (matcher.find()) {
                take(
                        matcher.group(1),
                        matcher.group(2),
                        matcher.group(3).replaceAll("[\"()]", "").strip());
                matcher.appendReplacement(rest, "");
            }
            return matcher.appendTail(rest)
                    .toString()
                    .replaceAll("(?i)\\b(and|or)\\b|[*]", " ")
                    .strip();
        }

        private void take(String sign, String field, String value) {
            if (sign.equals("-") || value.equals("*")) {
                return;
            }
            switch (field) {
                case "organization" -> unit = value;
                case "tags" -> tag = value;
                case "groups" -> {
                    try {
                        theme = Theme.valueOf(value.toUpperCase(Locale.ROOT));
                    } catch (IllegalArgumentException e) {
                        impossible = true;
                    }
                }
                case "license_id" ->
                    openType = value.equals("jiyuan-agreement-1") ? OpenType.CONDITIONAL : OpenType.UNCONDITIONAL;
                case "isopen" -> openType = value.equals("true") ? OpenType.UNCONDITIONAL : OpenType.CONDITIONAL;
                case "res_format" ->
                    impossible |= !List.of("CSV", "JSON", "XLSX").contains(value.toUpperCase(Locale.ROOT));
                case "dataset_type", "type" -> impossible |= !value.equals("dataset");
                case "state" -> impossible |= !value.equals("active");
                default -> impossible = true;
            }
        }
    }
}
