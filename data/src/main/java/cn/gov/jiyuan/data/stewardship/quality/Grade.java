package cn.gov.jiyuan.data.stewardship.quality;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The score of a version (质量总分): each dimension is the weighted share of what passes, {@code Q_d = Σ w(1 − fail/total) / Σ w};
 * the whole is the weighted mean of the dimensions that were measured, {@code Q = Σ W·Q_d / Σ W}.
 *
 * @param score of 100; null if nothing was measured
 */
record Grade(@Nullable BigDecimal score, List<Part> parts) {
    /** @param words how it was computed */
    record Part(Dimension dimension, BigDecimal score, BigDecimal weight, String words) {}

    static Grade of(List<Result> results, Map<Dimension, BigDecimal> weights) {
        Map<Dimension, List<Result>> measured = new EnumMap<>(Dimension.class);
        results.stream()
                .filter(result -> result.total() > 0 && result.verdict() != Result.Verdict.BROKEN)
                .forEach(result -> measured.computeIfAbsent(result.dimension(), d -> new ArrayList<>())
                        .add(result));
        List<Part> parts = new ArrayList<>();
        measured.forEach((dimension, of) -> parts.add(part(dimension, of, weights)));
        BigDecimal weight = parts.stream().map(Part::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (weight.signum() == 0) {
            return new Grade(null, parts);
        }
        BigDecimal sum = parts.stream()
                .map(part -> part.score().multiply(part.weight()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Grade(sum.divide(weight, 2, RoundingMode.HALF_UP), parts);
    }

    private static Part part(Dimension dimension, List<Result> results, Map<Dimension, BigDecimal> weights) {
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal weight = BigDecimal.ZERO;
        List<String> terms = new ArrayList<>();
        for (Result result : results) {
            BigDecimal share = BigDecimal.valueOf(result.passed())
                    .divide(BigDecimal.valueOf(result.total()), 8, RoundingMode.HALF_UP);
            sum = sum.add(share.multiply(result.weight()));
            weight = weight.add(result.weight());
            terms.add(result.weight().stripTrailingZeros().toPlainString() + "×" + result.passed() + "/"
                    + result.total());
        }
        BigDecimal score = sum.multiply(BigDecimal.valueOf(100)).divide(weight, 2, RoundingMode.HALF_UP);
        String words = "(" + String.join(" + ", terms) + ") ÷ "
                + weight.stripTrailingZeros().toPlainString();
        return new Part(dimension, score, weights.getOrDefault(dimension, BigDecimal.ZERO), words);
    }
}
