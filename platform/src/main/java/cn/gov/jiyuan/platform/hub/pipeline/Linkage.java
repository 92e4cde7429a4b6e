package cn.gov.jiyuan.platform.hub.pipeline;

import cn.gov.jiyuan.kernel.matching.Likelihood;
import java.util.List;
import java.util.stream.Stream;

/**
 * How rows without a key find the thing they are about (无主键记录的匹配), after Fellegi and Sunter: candidates agree on one
 * block; each comparison adds its weight, the logarithm to base 2 of how much likelier its outcome is among matches.
 *
 * @param blocks fields on all of which a candidate agrees; one block suffices
 * @param comparisons what is compared then
 * @param certainty the probability from which on a match is taken, above 0 and below 1
 * @param margin by how much the best match must excel the best of another thing
 */
public record Linkage(List<List<String>> blocks, List<Comparison> comparisons, double certainty, double margin) {
    public Linkage {
        blocks = List.copyOf(blocks);
        comparisons = List.copyOf(comparisons);
    }

    /**
     * One comparison; a missing value counts as neither.
     *
     * @param likelihood how much its agreement tells
     */
    public record Comparison(String field, Likelihood likelihood) {
        /** @param m how often matches agree @param u how often others do */
        public static Comparison of(String field, double m, double u) {
            return new Comparison(field, new Likelihood(m, u));
        }
    }

    /** The sum of weights at which a pair picked from so many things is a match with the certainty asked for. */
    double threshold(long things) {
        return log2(Math.max(2, things)) + log2(certainty / (1 - certainty));
    }

    private static double log2(double value) {
        return Math.log(value) / Math.log(2);
    }

    /** All fields that take part. */
    List<String> fields() {
        return Stream.concat(
                        blocks.stream().flatMap(List::stream),
                        comparisons.stream().map(Comparison::field))
                .distinct()
                .toList();
    }
}
