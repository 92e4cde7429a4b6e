package cn.gov.jiyuan.data.opendata.anonymity;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What came of the check: how coarse each quasi-identifier becomes and which classes are left out.
 *
 * @param passed whether the rows may be published so
 * @param levels by quasi-identifier
 * @param suppressed classes left out, at these levels
 * @param released rows by class
 * @param before what the rows are like as they stand @param after what would be published
 */
public record Outcome(
        boolean passed,
        List<Integer> levels,
        Set<List<String>> suppressed,
        Map<List<String>, Long> released,
        Shape before,
        Shape after,
        long suppressedRows,
        long rows,
        long differencing) {
    public Outcome {
        levels = List.copyOf(levels);
        suppressed = Set.copyOf(suppressed);
        released = Map.copyOf(released);
    }

    /** @param smallest rows of the smallest class; 0 if there is none @param small classes below k */
    public record Shape(long classes, long smallest, long small) {
        static Shape of(Iterable<Long> counts, int k) {
            long classes = 0;
            long smallest = Long.MAX_VALUE;
            long small = 0;
            for (long count : counts) {
                classes++;
                smallest = Math.min(smallest, count);
                small += count < k ? 1 : 0;
            }
            return new Shape(classes, classes == 0 ? 0 : smallest, small);
        }

        /** Re-identification risk (再标识风险): one over the smallest class. */
        public BigDecimal risk() {
            return smallest == 0
                    ? BigDecimal.ZERO
                    : BigDecimal.ONE.divide(BigDecimal.valueOf(smallest), 4, RoundingMode.HALF_UP);
        }
    }
}
