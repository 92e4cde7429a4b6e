package cn.gov.jiyuan.platform.records;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The codes a column may hold and what they mean (代码表), in the order in which people expect them.
 *
 * @param id id of the code list, the standard's own where there is one
 * @param name its Chinese name
 * @param labels code to Chinese label
 */
public record Dictionary(String id, String name, Map<String, String> labels) {
    public Dictionary {
        labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
    }

    /** A code list of pairs: code, label, code, label … */
    public static Dictionary of(String id, String name, String... codesAndLabels) {
        if (codesAndLabels.length % 2 != 0) {
            throw new IllegalArgumentException("Dictionary " + id + " has a code without a label");
        }
        Map<String, String> labels = new LinkedHashMap<>();
        for (int i = 0; i < codesAndLabels.length; i += 2) {
            labels.put(codesAndLabels[i], codesAndLabels[i + 1]);
        }
        return new Dictionary(id, name, labels);
    }

    /** The label, or the code itself where the list does not know it: an unknown code must stay visible. */
    public String label(String code) {
        return labels.getOrDefault(code, code);
    }
}
