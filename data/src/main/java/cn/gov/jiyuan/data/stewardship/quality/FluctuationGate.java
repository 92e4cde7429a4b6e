package cn.gov.jiyuan.data.stewardship.quality;

import cn.gov.jiyuan.platform.hub.Dataset;
import cn.gov.jiyuan.platform.hub.LandingGate;
import cn.gov.jiyuan.platform.rules.Rules;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Holds a batch back whose size is far from that of the last ones (波动规则), where a rule of that kind is in force for the
 * dataset. Readers keep the version they had until a person has looked at the batch.
 */
@Component
final class FluctuationGate implements LandingGate {
    private final QualityRuleStore rules;
    private final Rules parameters;
    private final Clock clock;

    FluctuationGate(QualityRuleStore rules, Rules parameters, Clock clock) {
        this.rules = rules;
        this.parameters = parameters;
        this.clock = clock;
    }

    @Override
    public Optional<String> check(Dataset dataset, Facts facts) {
        LocalDate today = LocalDate.now(clock);
        int batches = Math.toIntExact(parameters.integer("stewardship.fluctuation.batches", today));
        List<Long> earlier = facts.earlier();
        if (earlier.size() < batches
                || rules.inForce(dataset.name(), Template.FLUCTUATION).isEmpty()) {
            return Optional.empty();
        }
        double floor =
                parameters.decimal("stewardship.fluctuation.floor", today).doubleValue();
        return Fluctuation.of(earlier.subList(0, batches), floor)
                .why(facts.rows(), parameters.integer("stewardship.fluctuation.deviations", today));
    }
}
