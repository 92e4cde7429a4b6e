package cn.gov.jiyuan.kernel.matching;

/**
 * A field by which records are matched.
 *
 * @param name name of the field
 * @param m probability that it agrees in two records of the same thing
 * @param u probability that it agrees by chance in records of different things
 */
public record MatchField(String name, Comparison comparison, double m, double u) {
    public MatchField {
        if (!(u > 0 && u < m && m < 1)) {
            throw new IllegalArgumentException("wanted 0 < u < m < 1 for " + name + ", got m " + m + ", u " + u);
        }
    }

    /** Reads {@code name:NAME:0.95:0.001}, the form in which rules keep it. */
    public static MatchField parse(String text) {
        String[] parts = text.split(":", -1);
        if (parts.length != 4) {
            throw new IllegalArgumentException("wanted name:COMPARISON:m:u, got " + text);
        }
        return new MatchField(
                parts[0], Comparison.valueOf(parts[1]), Double.parseDouble(parts[2]), Double.parseDouble(parts[3]));
    }

    /** What agreement is worth, in bits. */
    public double agreement() {
        return Math.log(m / u) / LOG_2;
    }

    /** What disagreement costs, in bits; negative. */
    public double disagreement() {
        return Math.log((1 - m) / (1 - u)) / LOG_2;
    }

    private static final double LOG_2 = Math.log(2);
}
