package cn.gov.jiyuan.data.stewardship.quality;

import java.math.BigDecimal;
import java.util.UUID;

/**
 * What one rule found in one version (检查结果).
 *
 * @param total denominator @param passed numerator @param excluded rows that the rule does not look at
 */
record Result(
        UUID id,
        String ruleCode,
        int ruleVersion,
        String title,
        Dimension dimension,
        BigDecimal weight,
        long total,
        long passed,
        long excluded,
        Verdict verdict,
        String explanation) {
    enum Verdict {
        PASSED("通过"),
        FAILED("未通过"),
        BROKEN("规则未能执行");

        private final String label;

        Verdict(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    long failed() {
        return total - passed;
    }
}
