package cn.gov.jiyuan.platform.records;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * Labels of the records that rows point to, fetched for many rows at once: one statement for each type and portion, never
 * one for each row. Keeps the last ones for the next portion of an export.
 */
final class ReferenceLabels {
    private static final int KEPT = 20_000;
    private final BiFunction<String, Set<String>, Map<String, String>> source;
    private final Map<String, Map<String, String>> known = new HashMap<>();

    /** @param source type id and keys to labels */
    ReferenceLabels(BiFunction<String, Set<String>, Map<String, String>> source) {
        this.source = source;
    }

    void fetch(List<Column> columns, List<StoredRow> rows) {
        for (Column column : columns) {
            if (column.kind() instanceof Kind.Reference(String target)) {
                Set<String> keys = new HashSet<>();
                rows.forEach(row -> {
                    if (row.value(column) instanceof String key) {
                        keys.add(key);
                    }
                });
                fetch(target, keys);
            }
        }
    }

    void fetch(String target, Set<String> keys) {
        Map<String, String> labels = known.computeIfAbsent(target, absent -> lastUsed());
        Set<String> missing = new HashSet<>(keys);
        missing.removeIf(labels::containsKey);
        if (!missing.isEmpty()) {
            labels.putAll(source.apply(target, missing));
        }
    }

    /** The label, or the key itself if the record is gone. */
    String label(String target, String key) {
        return known.getOrDefault(target, Map.of()).getOrDefault(key, key);
    }

    private static Map<String, String> lastUsed() {
        return new LinkedHashMap<>(64, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
                return size() > KEPT;
            }
        };
    }
}
