package cn.gov.jiyuan.support.identity;

import cn.gov.jiyuan.platform.cases.CaseTerms;
import cn.gov.jiyuan.platform.cases.CaseView;
import cn.gov.jiyuan.platform.cases.StatedTerm;
import cn.gov.jiyuan.platform.rules.Rules;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The term of verifying a guardianship, by the rules in force. */
@Component
final class GuardianshipTerms implements CaseTerms {
    private static final String TERM = "identity.guardianship.term";

    private final Rules rules;
    private final Clock clock;

    GuardianshipTerms(Rules rules, Clock clock) {
        this.rules = rules;
        this.clock = clock;
    }

    @Override
    public String caseType() {
        return GuardianshipType.ID;
    }

    @Override
    public Optional<StatedTerm> term(CaseView matter, String clockId) {
        return Optional.of(StatedTerm.ruled(rules, TERM, LocalDate.now(clock)));
    }
}
