package cn.gov.jiyuan.service.oversight;

import cn.gov.jiyuan.platform.cases.CaseTerms;
import cn.gov.jiyuan.platform.cases.CaseView;
import cn.gov.jiyuan.platform.cases.StatedTerm;
import cn.gov.jiyuan.platform.rules.Rules;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** How long a unit may take to explain and to put right, by the rules in force. */
@Component
final class CardTerms implements CaseTerms {
    private final Rules rules;
    private final Clock clock;

    CardTerms(Rules rules, Clock clock) {
        this.rules = rules;
        this.clock = clock;
    }

    @Override
    public String caseType() {
        return CardType.ID;
    }

    @Override
    public Optional<StatedTerm> term(CaseView card, String clockId) {
        boolean red = Level.RED.name().equals(card.data().get("level"));
        return switch (clockId) {
            case CardType.EXPLAIN -> Optional.of(ruled(red ? "oversight.explain.red" : "oversight.explain.yellow"));
            case CardType.RECTIFY -> Optional.of(ruled("oversight.rectify.term"));
            default -> Optional.empty();
        };
    }

    private StatedTerm ruled(String key) {
        return StatedTerm.ruled(rules, key, LocalDate.now(clock));
    }
}
