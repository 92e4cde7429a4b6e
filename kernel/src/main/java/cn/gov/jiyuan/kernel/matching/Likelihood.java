package cn.gov.jiyuan.kernel.matching;

/**
 * How much the agreement of two values tells (匹配权重), after Fellegi and Sunter.
 *
 * @param m probability that it agrees in two records of the same thing
 * @param u probability that it agrees by chance in records of different things
 */
public record Likelihood(double m, double u) {
    private static final double LOG_2 = Math.log(2);

    public Likelihood {
        if (!(u > 0 && u < m && m < 1)) {
            throw new IllegalArgumentException("wanted 0 < u < m < 1, got m " + m + ", u " + u);
        }
    }

    /** What agreement is worth, in bits. */
    public double agreement() {
        return Math.log(m / u) / LOG_2;
    }

    /** What disagreement costs, in bits; negative. */
    public double disagreement() {
        return Math.log((1 - m) / (1 - u)) / LOG_2;
    }
}
