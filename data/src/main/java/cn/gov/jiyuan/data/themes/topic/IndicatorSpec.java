package cn.gov.jiyuan.data.themes.topic;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An indicator of a theme (主题指标): over which facts, by which day. What counts above and below the line is its
 * {@link Meaning}, which has versions.
 *
 * @param fact dataset of the layer DWD, read under the alias {@code f}
 * @param day the day that puts a row into a month
 * @param meaning the first version
 */
public record IndicatorSpec(
        String id, String title, String unit, Kind kind, String fact, String day, Meaning.Terms meaning) {

    /** What is made of numerator and denominator. */
    public enum Kind {
        COUNT,
        RATE,
        MEAN
    }

    /** The value as people read it; “—” where there is nothing to divide by. */
    public String shown(long numerator, long denominator) {
        if (kind == Kind.COUNT) {
            return String.valueOf(numerator);
        }
        if (denominator == 0) {
            return "—";
        }
        BigDecimal exact = BigDecimal.valueOf(kind == Kind.RATE ? numerator * 100 : numerator);
        String value = exact.divide(BigDecimal.valueOf(denominator), kind == Kind.RATE ? 2 : 1, RoundingMode.HALF_UP)
                .toPlainString();
        return kind == Kind.RATE ? value + "%" : value;
    }
}
