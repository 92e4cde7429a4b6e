package cn.gov.jiyuan.service.reviews;

import cn.gov.jiyuan.platform.cases.CaseTerms;
import cn.gov.jiyuan.platform.cases.CaseView;
import cn.gov.jiyuan.platform.cases.StatedTerm;
import cn.gov.jiyuan.platform.rules.Rules;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Terms of the clocks of a bad review, by the rules in force. */
@Component
final class RectificationTerms implements CaseTerms {
    private final Rules rules;
    private final Clock clock;

    RectificationTerms(Rules rules, Clock clock) {
        this.rules = rules;
        this.clock = clock;
    }

    @Override
    public String caseType() {
        return RectificationType.ID;
    }

    @Override
    public Optional<StatedTerm> term(CaseView matter, String clockId) {
        String key = clockId.equals(RectificationType.CONTACT) ? "reviews.contact.term" : "reviews.rectify.term";
        return Optional.of(StatedTerm.ruled(rules, key, LocalDate.now(clock)));
    }
}
