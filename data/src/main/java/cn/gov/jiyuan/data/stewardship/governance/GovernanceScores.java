package cn.gov.jiyuan.data.stewardship.governance;

import cn.gov.jiyuan.contracts.catalogue.Resource;
import cn.gov.jiyuan.contracts.catalogue.ResourceCatalogue;
import cn.gov.jiyuan.contracts.catalogue.SharingType;
import cn.gov.jiyuan.platform.hub.Dataset;
import cn.gov.jiyuan.platform.hub.Datasets;
import cn.gov.jiyuan.platform.parties.Unit;
import cn.gov.jiyuan.platform.parties.Units;
import cn.gov.jiyuan.platform.rules.Rules;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * The score of a unit (部门数据治理指数): in each domain a rate with what it was counted from, all of them weighed; a domain with
 * nothing to count is left out of the weights.
 */
@Component
class GovernanceScores {
    private static final int PAGE = 500;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final GovernanceStore store;
    private final Datasets datasets;
    private final ObjectProvider<ResourceCatalogue> catalogue;
    private final Units units;
    private final Rules rules;
    private final Clock clock;

    GovernanceScores(
            GovernanceStore store,
            Datasets datasets,
            ObjectProvider<ResourceCatalogue> catalogue,
            Units units,
            Rules rules,
            Clock clock) {
        this.store = store;
        this.datasets = datasets;
        this.catalogue = catalogue;
        this.units = units;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * One domain of a score.
     *
     * @param rate of 100; null where there is nothing to count
     */
    record Part(
            Domain domain,
            String label,
            long numerator,
            long denominator,
            String numeratorWords,
            String denominatorWords,
            BigDecimal weight,
            @Nullable BigDecimal rate) {}

    /** @param weakest domain with the lowest rate; empty if none was counted @param formula how the score was computed */
    record Score(@Nullable BigDecimal score, String weakest, String formula, List<Part> parts) {}

    Score of(Unit unit) {
        return of(unit, held(unit));
    }

    /** Datasets that a unit answers for. */
    List<Dataset> held(Unit unit) {
        return stored().getOrDefault(unit.code(), List.of());
    }

    private Score of(Unit unit, List<Dataset> held) {
        Map<Domain, BigDecimal> weights = weights();
        List<Part> parts = new ArrayList<>();
        counted(unit, held).forEach((domain, ratio) -> parts.add(part(domain, ratio, weights)));
        List<Part> measured = parts.stream().filter(part -> part.rate() != null).toList();
        BigDecimal weight = measured.stream().map(Part::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (weight.signum() == 0) {
            return new Score(null, "", "没有可计分的指标", parts);
        }
        BigDecimal sum = measured.stream().map(GovernanceScores::product).reduce(BigDecimal.ZERO, BigDecimal::add);
        String formula = measured.stream()
                .map(part -> part.label() + " " + part.rate() + "×" + part.weight())
                .collect(java.util.stream.Collectors.joining(" + ", "(", ") ÷ " + weight));
        String weakest = measured.stream()
                .min(Comparator.comparing(GovernanceScores::rate))
                .map(Part::label)
                .orElse("");
        return new Score(sum.divide(weight, 2, RoundingMode.HALF_UP), weakest, formula, parts);
    }

    private static BigDecimal rate(Part part) {
        BigDecimal rate = part.rate();
        return rate == null ? BigDecimal.ZERO : rate;
    }

    private static BigDecimal product(Part part) {
        return rate(part).multiply(part.weight());
    }

    private static Part part(Domain domain, GovernanceStore.Ratio ratio, Map<Domain, BigDecimal> weights) {
        BigDecimal rate = ratio.denominator() == 0
                ? null
                : BigDecimal.valueOf(ratio.numerator())
                        .multiply(HUNDRED)
                        .divide(BigDecimal.valueOf(ratio.denominator()), 2, RoundingMode.HALF_UP);
        return new Part(
                domain,
                domain.label(),
                ratio.numerator(),
                ratio.denominator(),
                domain.numerator(),
                domain.denominator(),
                weights.getOrDefault(domain, BigDecimal.ZERO),
                rate);
    }

    private Map<Domain, GovernanceStore.Ratio> counted(Unit unit, List<Dataset> held) {
        List<String> names = held.stream().map(Dataset::name).toList();
        long columns =
                held.stream().mapToLong(dataset -> dataset.columns().size()).sum();
        OffsetDateTime now = clock.instant().atZone(clock.getZone()).toOffsetDateTime();
        Map<Domain, GovernanceStore.Ratio> counted = new EnumMap<>(Domain.class);
        counted.put(Domain.ARCHITECTURE, store.booked(names));
        counted.put(Domain.STANDARD, store.standard(names, columns));
        counted.put(Domain.QUALITY, store.quality(unit.id()));
        counted.put(Domain.SECURITY, store.graded(unit.id()));
        counted.put(Domain.SHARING, shared(names));
        counted.put(Domain.SERVICE, store.served(unit.id(), now.minusYears(1), now));
        counted.put(Domain.APPLICATION, store.used(unit.id()));
        return counted;
    }

    private GovernanceStore.Ratio shared(List<String> names) {
        ResourceCatalogue known = catalogue.getIfAvailable();
        if (known == null) {
            return new GovernanceStore.Ratio(0, 0);
        }
        long shared = names.stream()
                .flatMap(name -> known.ofDataset(name).stream())
                .map(Resource::sharing)
                .filter(sharing -> sharing != SharingType.NONE)
                .count();
        return new GovernanceStore.Ratio(shared, names.size());
    }

    /** Keeps the scores of this month; those of units without data are left out. */
    @Transactional
    public int keepMonth() {
        LocalDate month = LocalDate.now(clock).withDayOfMonth(1);
        Map<String, List<Dataset>> stored = stored();
        int kept = 0;
        for (Map.Entry<String, List<Dataset>> entry : stored.entrySet()) {
            Unit unit = units.byCode(entry.getKey()).orElse(null);
            if (unit != null) {
                Score score = of(unit, entry.getValue());
                Map<String, Object> domains = new TreeMap<>();
                score.parts().forEach(part -> domains.put(part.label(), part.rate() == null ? "—" : part.rate()));
                JsonMapper json = JsonMapper.shared();
                store.keep(
                        month,
                        unit.id(),
                        score.score(),
                        json.writeValueAsString(domains),
                        json.writeValueAsString(score),
                        score.weakest(),
                        clock.instant());
                kept++;
            }
        }
        return kept;
    }

    private Map<String, List<Dataset>> stored() {
        Map<String, List<Dataset>> stored = new TreeMap<>();
        List<Dataset> page;
        String after = null;
        do {
            page = datasets.list(after, PAGE);
            page.forEach(dataset -> stored.computeIfAbsent(dataset.unitCode(), unit -> new ArrayList<>())
                    .add(dataset));
            after = page.isEmpty() ? null : page.getLast().name();
        } while (page.size() == PAGE);
        return stored;
    }

    private Map<Domain, BigDecimal> weights() {
        Map<Domain, BigDecimal> weights = new EnumMap<>(Domain.class);
        for (String pair : rules.list("stewardship.score.weights", LocalDate.now(clock))) {
            String[] parts = pair.split(":", -1);
            weights.put(Domain.valueOf(parts[0]), new BigDecimal(parts[1]));
        }
        return weights;
    }
}
