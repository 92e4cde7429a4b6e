package cn.gov.jiyuan.data.opendata.access;

import cn.gov.jiyuan.platform.cases.CaseTerms;
import cn.gov.jiyuan.platform.cases.CaseView;
import cn.gov.jiyuan.platform.cases.StatedTerm;
import cn.gov.jiyuan.platform.rules.Rules;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;

/** The one term of a type of case, by the rule in force. */
public final class ServiceTerms implements CaseTerms {
    private final String type;
    private final String rule;
    private final Rules rules;
    private final Clock clock;

    public ServiceTerms(String type, String rule, Rules rules, Clock clock) {
        this.type = type;
        this.rule = rule;
        this.rules = rules;
        this.clock = clock;
    }

    @Override
    public String caseType() {
        return type;
    }

    @Override
    public Optional<StatedTerm> term(CaseView matter, String clockId) {
        return Optional.of(StatedTerm.ruled(rules, rule, LocalDate.now(clock)));
    }
}
