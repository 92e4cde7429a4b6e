package cn.gov.jiyuan.data.exchange.sharing;

import cn.gov.jiyuan.platform.cases.CaseTerms;
import cn.gov.jiyuan.platform.cases.CaseView;
import cn.gov.jiyuan.platform.cases.StatedTerm;
import cn.gov.jiyuan.platform.rules.Rules;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;

/** The statutory clocks of sharing, as the versions of the rules of the day say (DATA_SHARE_SLA). */
final class ShareTerms implements CaseTerms {
    private final String type;
    private final Rules rules;
    private final Clock clock;

    ShareTerms(String type, Rules rules, Clock clock) {
        this.type = type;
        this.rules = rules;
        this.clock = clock;
    }

    @Override
    public String caseType() {
        return type;
    }

    @Override
    public Optional<StatedTerm> term(CaseView request, String clockId) {
        boolean direct = "UNCONDITIONAL".equals(request.data().get("sharing"));
        return switch (clockId) {
            case ShareType.REVIEW -> Optional.of(ruled("exchange.sharing.review"));
            case ShareType.REPLY -> Optional.of(ruled("exchange.sharing.reply"));
            case ShareType.SUPPLY -> Optional.of(ruled(direct ? "exchange.sharing.direct" : "exchange.sharing.supply"));
            case SupervisionType.RECTIFY -> Optional.of(ruled("exchange.sharing.rectify"));
            default -> Optional.empty();
        };
    }

    private StatedTerm ruled(String key) {
        return StatedTerm.ruled(rules, key, LocalDate.now(clock));
    }
}
