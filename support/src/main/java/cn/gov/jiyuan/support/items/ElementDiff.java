package cn.gov.jiyuan.support.items;

import cn.gov.jiyuan.contracts.items.ItemContent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What changed between two versions, element by element (要素级差异). Elements of lists are matched by code or name, not
 * by place, so that one new material does not make all others look changed.
 */
final class ElementDiff {
    /** @param path where, in Chinese @param before null if it was added @param after null if it was removed */
    record Change(
            String path, @Nullable String before, @Nullable String after) {}

    private static final List<String> KEYS = List.of("code", "name", "law", "question", "title");

    private ElementDiff() {}

    static List<Change> between(ItemContent before, ItemContent after) {
        Map<String, String> old = flat(before);
        Map<String, String> now = flat(after);
        Set<String> paths = new LinkedHashSet<>(old.keySet());
        paths.addAll(now.keySet());
        List<Change> changes = new ArrayList<>();
        for (String path : paths) {
            String was = old.get(path);
            String is = now.get(path);
            if (was == null || !was.equals(is)) {
                changes.add(new Change(path, was, is));
            }
        }
        return changes;
    }

    private static Map<String, String> flat(ItemContent content) {
        Map<String, String> leaves = new LinkedHashMap<>();
        flatten(ContentJson.tree(content), "", leaves);
        return leaves;
    }

    private static void flatten(JsonNode node, String path, Map<String, String> leaves) {
        if (node.isObject() && node.has("amount") && node.has("unit")) {
            leaves.put(
                    path,
                    node.path("amount").asString() + " "
                            + ElementLabels.of(node.path("unit").asString()));
        } else if (node.isObject()) {
            node.properties().forEach(e -> flatten(e.getValue(), join(path, ElementLabels.of(e.getKey())), leaves));
        } else if (node.isArray()) {
            int at = 0;
            for (JsonNode element : node) {
                flatten(element, path + "〔" + nameOf(element, ++at) + "〕", leaves);
            }
        } else if (!node.isNull()) {
            leaves.put(path, ElementLabels.of(node.asString()));
        }
    }

    private static String join(String path, String label) {
        return path.isEmpty() ? label : path + " › " + label;
    }

    private static String nameOf(JsonNode element, int at) {
        for (String key : KEYS) {
            if (element.path(key).isString()) {
                return element.path(key).stringValue();
            }
        }
        return element.isString() ? element.stringValue() : String.valueOf(at);
    }
}
