package cn.gov.jiyuan.kernel.matching;

/**
 * A field by which records are matched.
 *
 * @param name name of the field
 * @param likelihood how much its agreement tells
 */
public record MatchField(String name, Comparison comparison, Likelihood likelihood) {
    /** Reads {@code name:NAME:0.95:0.001}, the form in which rules keep it. */
    public static MatchField parse(String text) {
        String[] parts = text.split(":", -1);
        if (parts.length != 4) {
            throw new IllegalArgumentException("wanted name:COMPARISON:m:u, got " + text);
        }
        return new MatchField(
                parts[0],
                Comparison.valueOf(parts[1]),
                new Likelihood(Double.parseDouble(parts[2]), Double.parseDouble(parts[3])));
    }

    /** What agreement is worth, in bits. */
    public double agreement() {
        return likelihood.agreement();
    }

    /** What disagreement costs, in bits; negative. */
    public double disagreement() {
        return likelihood.disagreement();
    }
}
