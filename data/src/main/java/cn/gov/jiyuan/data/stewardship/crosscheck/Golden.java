package cn.gov.jiyuan.data.stewardship.crosscheck;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The value to be believed for the time being (可信值). The source of the item comes first; only where it is silent or out of
 * date do the others vote, each with {@code w·exp(−Δt/τ)}. A draw is for a person to decide.
 *
 * @param value empty if nobody says anything, or if the vote is drawn
 * @param confidence share of the weights that support the value
 * @param conflict not all say the same
 */
record Golden(String value, double confidence, boolean conflict, Basis basis, List<Evidence> evidence) {
    private static final double NOTHING = 1e-9;

    enum Basis {
        SOURCE("采用数源值"),
        VOTE("数源缺失或者过期，按可信度表决"),
        TIE("表决并列，转人工"),
        NONE("没有任何来源有值");

        private final String label;

        Basis(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    /**
     * What one source says.
     *
     * @param trust posterior mean of its being right @param asOf when the value held, if known
     */
    record Statement(
            String unitCode,
            String dataset,
            long snapshot,
            String value,
            @Nullable LocalDate asOf,
            double trust) {
        double weight(LocalDate today, long decay) {
            long age = asOf == null ? 0 : Math.max(0, ChronoUnit.DAYS.between(asOf, today));
            return trust * Math.exp(-(double) age / decay);
        }
    }

    /** A statement with its weight in the vote. */
    record Evidence(
            String unitCode,
            String dataset,
            long snapshot,
            String value,
            @Nullable LocalDate asOf,
            double trust,
            double weight) {}

    /** @param first statement of the item's source; null if it has none */
    static Golden of(@Nullable Statement first, List<Statement> others, LocalDate today, long decay, long expiry) {
        List<Evidence> evidence = new ArrayList<>();
        if (first != null) {
            evidence.add(weighed(first, today, decay));
        }
        others.forEach(other -> evidence.add(weighed(other, today, decay)));
        boolean conflict = evidence.stream().map(Evidence::value).distinct().count() > 1;
        LocalDate asOf = first == null ? null : first.asOf();
        boolean expired = asOf != null && ChronoUnit.DAYS.between(asOf, today) > expiry;
        if (first != null && (!expired || others.isEmpty())) {
            return new Golden(first.value(), share(first.value(), evidence), conflict, Basis.SOURCE, evidence);
        }
        return vote(evidence, conflict);
    }

    private static Golden vote(List<Evidence> evidence, boolean conflict) {
        if (evidence.isEmpty()) {
            return new Golden("", 0, false, Basis.NONE, evidence);
        }
        Map<String, Double> weights = new LinkedHashMap<>();
        evidence.forEach(one -> weights.merge(one.value(), one.weight(), Double::sum));
        List<Map.Entry<String, Double>> order = weights.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder()))
                .toList();
        boolean draw = order.size() > 1
                && order.get(0).getValue() - order.get(1).getValue()
                        <= NOTHING * Math.max(1, order.get(0).getValue());
        if (draw) {
            return new Golden("", share(order.getFirst().getKey(), evidence), true, Basis.TIE, evidence);
        }
        String best = order.getFirst().getKey();
        return new Golden(best, share(best, evidence), conflict, Basis.VOTE, evidence);
    }

    private static Evidence weighed(Statement one, LocalDate today, long decay) {
        return new Evidence(
                one.unitCode(),
                one.dataset(),
                one.snapshot(),
                one.value(),
                one.asOf(),
                one.trust(),
                one.weight(today, decay));
    }

    /** With no weight left at all, each counts the same. */
    private static double share(String value, List<Evidence> evidence) {
        double all = evidence.stream().mapToDouble(Evidence::weight).sum();
        if (all <= Double.MIN_NORMAL) {
            return (double) evidence.stream()
                            .filter(one -> one.value().equals(value))
                            .count()
                    / evidence.size();
        }
        return evidence.stream()
                        .filter(one -> one.value().equals(value))
                        .mapToDouble(Evidence::weight)
                        .sum()
                / all;
    }
}
