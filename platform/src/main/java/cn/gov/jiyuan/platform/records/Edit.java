package cn.gov.jiyuan.platform.records;

import java.util.Map;

/**
 * A change of one record by a form.
 *
 * @param id key of the record
 * @param version the version that the editor saw
 * @param seen column id to the value he saw, of the columns he changes; lets a conflict show what moved under him
 * @param values column id to new value, in the form of the URL; empty for none. Columns not named stay as they are
 */
public record Edit(String id, long version, Map<String, String> seen, Map<String, String> values) {
    public Edit {
        seen = Map.copyOf(seen);
        values = Map.copyOf(values);
    }
}
