package cn.gov.jiyuan.data.stewardship.quality;

import cn.gov.jiyuan.data.stewardship.StewardshipError;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.kernel.time.DateText;
import cn.gov.jiyuan.platform.cases.CaseEffects;
import cn.gov.jiyuan.platform.cases.CaseTerms;
import cn.gov.jiyuan.platform.cases.CaseView;
import cn.gov.jiyuan.platform.cases.StatedTerm;
import cn.gov.jiyuan.platform.cases.Transition;
import cn.gov.jiyuan.platform.messages.Messages;
import cn.gov.jiyuan.platform.parties.Parties;
import cn.gov.jiyuan.platform.parties.Post;
import cn.gov.jiyuan.platform.rules.Rules;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Keeps the list of orders in step with their cases, states their term and tells the stewards of the source. */
@Component
final class QualityOrderEffects implements CaseEffects, CaseTerms {
    private static final String TERM = "stewardship.order.term";
    private final QualityOrderStore store;
    private final Messages messages;
    private final Parties parties;
    private final Rules rules;
    private final Clock clock;

    QualityOrderEffects(QualityOrderStore store, Messages messages, Parties parties, Rules rules, Clock clock) {
        this.store = store;
        this.messages = messages;
        this.parties = parties;
        this.rules = rules;
        this.clock = clock;
    }

    @Override
    public String caseType() {
        return QualityOrderType.ID;
    }

    @Override
    public Optional<StatedTerm> term(CaseView order, String clockId) {
        return Optional.of(StatedTerm.ruled(rules, TERM, LocalDate.now(clock)));
    }

    @Override
    public Result after(Transition transition) {
        CaseView matter = transition.matter();
        store.moved(matter.id(), matter.state(), matter.dueAt(), matter.closedAt());
        if (matter.state().equals("rectifying")) {
            tell(store.find(matter.id()).orElseThrow(() -> new Fault(StewardshipError.UNKNOWN, matter.id())), matter);
        }
        return Result.NONE;
    }

    private void tell(QualityOrderStore.Order order, CaseView matter) {
        Instant due = matter.dueAt();
        String last =
                due == null ? "时限内" : DateText.full(LocalDate.ofInstant(due.minusNanos(1), clock.getZone())) + " 24 时";
        List<Object> arguments =
                List.of(order.title(), order.dataset(), order.snapshot(), order.failed(), order.total(), last);
        for (Post post : parties.holders(order.unitId(), "datasteward", LocalDate.now(clock))) {
            messages.send(post.personId(), "stewardship.order", arguments, "/workbench/cases/" + order.id());
        }
    }
}
