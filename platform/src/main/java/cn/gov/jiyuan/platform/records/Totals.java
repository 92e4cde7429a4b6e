package cn.gov.jiyuan.platform.records;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.Map;

/**
 * Count and sums of all rows that the actor may see under a filter (合计).
 *
 * @param count number of rows; estimated by the planner when not exact
 * @param exact false where there are more rows than are counted one by one
 * @param sums column id to sum; empty where the count is not exact
 */
public record Totals(long count, boolean exact, Map<String, BigDecimal> sums) {
    /** {@code 12,345} or {@code 约 1,200,000}. */
    @JsonProperty
    public String text() {
        return exact ? "%,d".formatted(count) : "约 %,d".formatted(count);
    }
}
