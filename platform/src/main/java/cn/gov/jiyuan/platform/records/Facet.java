package cn.gov.jiyuan.platform.records;

import java.util.List;

/**
 * How the rows of a list fall on the codes of one column (分面); the column's own filter is left aside.
 *
 * @param column column id
 * @param label its Chinese name
 * @param values the codes in the order of the dictionary
 */
public record Facet(String column, String label, List<Value> values) {
    /** @param more whether there are more rows than {@code count}, which then is only a lower bound */
    public record Value(String code, String label, long count, boolean more) {}
}
