package cn.gov.jiyuan.data.stewardship.crosscheck;

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
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What follows from a ticket: its finding moves along, the owner is told, a conclusion changes the trust in each source. */
@Component
final class CorrectionEffects implements CaseEffects, CaseTerms {
    private static final String TERM = "stewardship.ticket.term";
    private final FindingStore store;
    private final AuthorityStore sources;
    private final Messages messages;
    private final Parties parties;
    private final Rules rules;
    private final Clock clock;

    CorrectionEffects(
            FindingStore store, AuthorityStore sources, Messages messages, Parties parties, Rules rules, Clock clock) {
        this.store = store;
        this.sources = sources;
        this.messages = messages;
        this.parties = parties;
        this.rules = rules;
        this.clock = clock;
    }

    @Override
    public String caseType() {
        return CorrectionType.ID;
    }

    @Override
    public Optional<StatedTerm> term(CaseView ticket, String clockId) {
        return Optional.of(StatedTerm.ruled(rules, TERM, LocalDate.now(clock)));
    }

    @Override
    public Result after(Transition transition) {
        CaseView ticket = transition.matter();
        Finding finding = store.find(ticket.id()).orElseThrow(() -> new Fault(StewardshipError.UNKNOWN, ticket.id()));
        store.moved(ticket.id(), ticket.state(), ticket.closedAt());
        switch (transition.action().id()) {
            case "issue" -> tell(finding, ticket);
            case "uphold" -> conclude(finding, Finding.Conclusion.SOURCE, transition.at());
            case "accept" -> conclude(finding, Finding.Conclusion.OTHER, transition.at());
            case "reject-both" -> conclude(finding, Finding.Conclusion.BOTH, transition.at());
            default -> {}
        }
        return Result.NONE;
    }

    /** Who was right: the source, the others' best value, or nobody. Those who said the same share the verdict. */
    private void conclude(Finding finding, Finding.Conclusion conclusion, Instant at) {
        store.conclude(finding.id(), conclusion);
        String right = switch (conclusion) {
            case SOURCE -> finding.sourceValue();
            case OTHER -> best(finding);
            case BOTH -> "";
        };
        for (Golden.Evidence one : finding.evidence()) {
            sources.testify(
                    finding.item(),
                    one.unitCode(),
                    !right.isEmpty() && one.value().equals(right),
                    finding.id(),
                    at);
        }
    }

    private static String best(Finding finding) {
        return finding.evidence().stream()
                .filter(one -> !one.value().equals(finding.sourceValue()))
                .max(Comparator.comparingDouble(Golden.Evidence::weight))
                .map(Golden.Evidence::value)
                .orElse("");
    }

    private void tell(Finding finding, CaseView ticket) {
        Instant due = ticket.dueAt();
        String last =
                due == null ? "时限内" : DateText.full(LocalDate.ofInstant(due.minusNanos(1), clock.getZone())) + " 24 时";
        for (Post post : parties.holders(finding.unitId(), "datasteward", LocalDate.now(clock))) {
            messages.send(
                    post.personId(),
                    "stewardship.ticket",
                    List.of(finding.title(), finding.number(), last),
                    "/workbench/cases/" + finding.id());
        }
    }
}
