package cn.gov.jiyuan.platform.documents;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * What a program reads out of a document without reading its pages.
 *
 * @param id of the document
 * @param fields name and value, in the order of writing; for a licence the names of GB/T 36903
 */
public record Metadata(UUID id, String creator, Instant createdAt, Map<String, String> fields) {
    public Metadata {
        fields = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }
}
