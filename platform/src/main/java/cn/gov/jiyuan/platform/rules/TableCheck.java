package cn.gov.jiyuan.platform.rules;

import java.util.List;
import java.util.Map;

/**
 * Result of checking a table (完备性与冲突检查).
 *
 * @param tried combinations that were tried
 * @param uncovered combinations that meet no row, at most a few
 * @param conflicting combinations that meet several rows though only one may fit, at most a few
 * @param skipped why the table could not be checked; empty if it was
 */
public record TableCheck(long tried, List<Example> uncovered, List<Example> conflicting, String skipped) {
    /** A combination of inputs, and the rows it meets (from 1). */
    public record Example(Map<String, String> inputs, List<Integer> rows) {}

    public boolean isSound() {
        return skipped.isEmpty() && uncovered.isEmpty() && conflicting.isEmpty();
    }
}
