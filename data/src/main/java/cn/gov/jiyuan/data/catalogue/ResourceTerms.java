package cn.gov.jiyuan.data.catalogue;

import cn.gov.jiyuan.platform.cases.CaseTerms;
import cn.gov.jiyuan.platform.cases.CaseView;
import cn.gov.jiyuan.platform.cases.StatedTerm;
import cn.gov.jiyuan.platform.rules.Rules;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** How long a change of the catalogue may take: less if the law or the duties of the unit have changed. */
@Component
final class ResourceTerms implements CaseTerms {
    private final Rules rules;
    private final Clock clock;

    ResourceTerms(Rules rules, Clock clock) {
        this.rules = rules;
        this.clock = clock;
    }

    @Override
    public String caseType() {
        return ResourceType.ID;
    }

    @Override
    public Optional<StatedTerm> term(CaseView matter, String clockId) {
        boolean law = clockId.equals(ResourceType.UPDATE_BY_LAW);
        return Optional.of(stated(rules, clock, law ? "catalogue.update.law" : "catalogue.update.other"));
    }

    static StatedTerm stated(Rules rules, Clock clock, String key) {
        return StatedTerm.ruled(rules, key, LocalDate.now(clock));
    }
}
