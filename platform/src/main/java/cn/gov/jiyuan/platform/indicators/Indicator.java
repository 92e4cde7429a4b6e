package cn.gov.jiyuan.platform.indicators;

import cn.gov.jiyuan.platform.access.RowScope;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One indicator (指标). A system publishes each as a bean; its counting runs over the system's own store.
 *
 * @param id {@code <system>.<name>}
 * @param title name in Chinese
 * @param unit of the value: %, 件
 * @param numerator what is counted above the line, in Chinese
 * @param denominator what is counted below
 * @param exclusions what is left out of both, in Chinese
 * @param basis document that defines it
 * @param permission that decides which rows a viewer sees
 * @param drill where the rows behind it are listed; null if they are not
 */
public record Indicator(
        String id,
        String title,
        String unit,
        String numerator,
        String denominator,
        String exclusions,
        String basis,
        String permission,
        @Nullable Drill drill,
        Counting counting) {

    /** Counts within a scope of rows. */
    @FunctionalInterface
    public interface Counting {
        Counts count(RowScope scope);
    }

    /** @param excluded how many were left out of both */
    public record Counts(long numerator, long denominator, long excluded) {}

    /**
     * The rows behind the value. In the query strings {@code {today}}, {@code {yearAgo}} and {@code {yearStart}} stand for days.
     *
     * @param recordType descriptor of the rows
     * @param numeratorFilter query string that selects those above the line
     * @param denominatorFilter query string that selects those below; null if those are rows of another kind
     * @param missingFilter query string that selects those below and not above: what spoils the rate; null if not listed
     */
    public record Drill(
            String recordType,
            String numeratorFilter,
            @Nullable String denominatorFilter,
            @Nullable String missingFilter) {
        public Drill(String recordType, String numeratorFilter, @Nullable String denominatorFilter) {
            this(recordType, numeratorFilter, denominatorFilter, null);
        }

        Drill on(LocalDate today) {
            return new Drill(
                    recordType,
                    dated(numeratorFilter, today),
                    denominatorFilter == null ? null : dated(denominatorFilter, today),
                    missingFilter == null ? null : dated(missingFilter, today));
        }

        private static String dated(String filter, LocalDate today) {
            return filter.replace("{today}", today.toString())
                    .replace("{yearAgo}", today.minusMonths(12).toString())
                    .replace("{yearStart}", today.withDayOfYear(1).toString());
        }
    }
}
