package cn.gov.jiyuan.data.catalogue;

import cn.gov.jiyuan.platform.cases.CaseTerms;
import cn.gov.jiyuan.platform.cases.CaseView;
import cn.gov.jiyuan.platform.cases.StatedTerm;
import cn.gov.jiyuan.platform.rules.Rules;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** How long a provider may take over a work order. */
@Component
final class OrderTerms implements CaseTerms {
    private final Rules rules;
    private final Clock clock;

    OrderTerms(Rules rules, Clock clock) {
        this.rules = rules;
        this.clock = clock;
    }

    @Override
    public String caseType() {
        return OrderType.ID;
    }

    @Override
    public Optional<StatedTerm> term(CaseView order, String clockId) {
        return Optional.of(ResourceTerms.stated(rules, clock, "catalogue.order.term"));
    }
}
