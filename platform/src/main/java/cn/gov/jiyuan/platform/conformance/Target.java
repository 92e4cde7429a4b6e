package cn.gov.jiyuan.platform.conformance;

import org.jspecify.annotations.Nullable;

/**
 * A target of the plan (规划目标), as the data file names it.
 *
 * @param rule key of the rule that holds the value, a share from 0 to 1
 * @param indicator live indicator by which it is judged; null if the system that would measure it is not built
 * @param system number of that system
 * @param path where the figure is explained
 * @param caution what must be known to read the figure rightly
 */
record Target(
        String title,
        String rule,
        @Nullable String indicator,
        String system,
        @Nullable String path,
        @Nullable String caution) {
    /**
     * A target and where it stands now.
     *
     * @param wanted the value aimed at, as text
     * @param value the value now, as text; — if nothing is measured
     */
    record Shown(
            Target target,
            Claim.State state,
            String wanted,
            String basis,
            String value,
            long numerator,
            long denominator,
            @Nullable Long excluded,
            @Nullable String numeratorText,
            @Nullable String denominatorText,
            @Nullable String exclusions,
            @Nullable String asOf) {}
}
