package cn.gov.jiyuan.kernel.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Probabilistic matching of Fellegi and Sunter (概率匹配): each field adds what its agreement or disagreement says, an empty
 * one says nothing. From T1 on two records are one, below T2 they are two, between them a person decides.
 *
 * @param upper T1 @param lower T2
 */
public record MatchModel(List<MatchField> fields, double upper, double lower) {
    public MatchModel {
        fields = List.copyOf(fields);
        if (fields.isEmpty() || lower > upper) {
            throw new IllegalArgumentException("wanted fields and T2 ≤ T1, got " + lower + " and " + upper);
        }
    }

    /** What comes of a comparison. */
    public enum Verdict {
        SAME("自动合并"),
        UNSURE("人工判断"),
        DIFFERENT("不是同一实体");

        private final String label;

        Verdict(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** What became of one field. */
    public enum Outcome {
        AGREES("一致"),
        DIFFERS("不一致"),
        SILENT("缺值");

        private final String label;

        Outcome(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** @param weight bits that it adds */
    public record Part(String field, Outcome outcome, double weight) {}

    /** A score with all that it is made of. */
    public record Score(double total, Verdict verdict, List<Part> parts) {}

    /** Compares two records, whose missing fields are absent or empty. */
    public Score compare(Map<String, String> one, Map<String, String> other) {
        List<Part> parts = new ArrayList<>();
        for (MatchField field : fields) {
            parts.add(part(field, one.getOrDefault(field.name(), ""), other.getOrDefault(field.name(), "")));
        }
        double total = parts.stream().mapToDouble(Part::weight).sum();
        return new Score(total, verdict(total), List.copyOf(parts));
    }

    private Verdict verdict(double total) {
        if (total >= upper) {
            return Verdict.SAME;
        }
        return total >= lower ? Verdict.UNSURE : Verdict.DIFFERENT;
    }

    private static Part part(MatchField field, String one, String other) {
        if (one.isBlank() || other.isBlank()) {
            return new Part(field.name(), Outcome.SILENT, 0);
        }
        return field.comparison().agree(one, other)
                ? new Part(field.name(), Outcome.AGREES, field.agreement())
                : new Part(field.name(), Outcome.DIFFERS, field.disagreement());
    }
}
