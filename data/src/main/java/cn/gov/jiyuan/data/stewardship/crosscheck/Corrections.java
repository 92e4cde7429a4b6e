package cn.gov.jiyuan.data.stewardship.crosscheck;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.platform.cases.ActionInput;
import cn.gov.jiyuan.platform.cases.CaseView;
import cn.gov.jiyuan.platform.cases.Cases;
import cn.gov.jiyuan.platform.cases.NewCase;
import cn.gov.jiyuan.platform.parties.Unit;
import cn.gov.jiyuan.platform.parties.Units;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Opens a ticket for each new conflict, to the unit that owns the item and to nobody else; closes it when it is gone. */
@Component
final class Corrections {
    private static final UUID AUTHORITY = Unit.idOf("data");
    private final FindingStore store;
    private final Cases cases;
    private final Units units;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Corrections(FindingStore store, Cases cases, Units units, PlatformTransactionManager transactions, Clock clock) {
        this.store = store;
        this.cases = cases;
        this.units = units;
        this.transactions = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * In the caller's transaction.
     *
     * @return false if a ticket is open already, also one that somebody else has just opened: then the caller rolls back
     */
    boolean open(Authority authority, String subject, Golden golden, String words) {
        if (store.open(authority.item(), subject).isPresent()) {
            return false;
        }
        UUID owner = authority.source().unitId();
        String number = cases.nextNumber("JHGD" + LocalDate.now(clock).format(DateTimeFormatter.BASIC_ISO_DATE), 5);
        Unit asking = units.get(AUTHORITY);
        UUID id = cases.open(
                Actor.SYSTEM,
                new NewCase(
                        CorrectionType.ID,
                        "校核：" + authority.title(),
                        number,
                        owner,
                        null,
                        asking.id(),
                        asking.name(),
                        NewCase.ApplicantKind.ORGANISATION,
                        null,
                        "stewardship:" + authority.item(),
                        Map.of(
                                "item",
                                authority.item(),
                                "sources",
                                golden.evidence().size()),
                        null,
                        false));
        String sourceValue = golden.evidence().stream()
                .filter(one -> one.dataset().equals(authority.source().dataset()))
                .map(Golden.Evidence::value)
                .findFirst()
                .orElse("");
        boolean first = store.insert(
                new Finding(
                        id,
                        number,
                        authority.item(),
                        authority.title(),
                        owner,
                        subject,
                        sourceValue,
                        golden.value(),
                        golden.evidence(),
                        golden.confidence(),
                        golden.basis() == Golden.Basis.TIE ? Finding.Kind.TIE : Finding.Kind.CONFLICT,
                        "found"),
                words,
                clock.instant());
        if (first) {
            act(id, "issue", golden.basis().label());
        }
        return first;
    }

    /**
     * Looks again at open tickets: those whose subject is in doubt no more are closed; those of which the source corrected
     * its value are, too, even if others still differ.
     */
    void lookAgain(String item, Set<String> doubtful, Function<String, Optional<Golden>> now) {
        for (Finding finding : store.open(item)) {
            Optional<Golden> golden = now.apply(finding.subject());
            if (golden.isEmpty()) {
                continue;
            }
            boolean agreed = !doubtful.contains(finding.subject());
            transactions.executeWithoutResult(status -> settle(finding, golden.get(), agreed));
        }
    }

    private void settle(Finding finding, Golden golden, boolean agreed) {
        String state = finding.state();
        if (agreed && state.equals("verifying")) {
            act(finding.id(), "agree", "新批次中各来源一致");
            return;
        }
        boolean corrected =
                golden.basis() == Golden.Basis.SOURCE && !golden.value().equals(finding.sourceValue());
        if ((corrected || agreed) && !state.equals("verifying")) {
            act(finding.id(), "correct", "数源的新批次已经更正");
        } else if (state.equals("recheck") && landedSince(finding, golden)) {
            act(finding.id(), "reopen", "数源的新批次没有变化");
        }
    }

    /** Whether the source has sent a version since the finding. */
    private static boolean landedSince(Finding finding, Golden golden) {
        if (finding.evidence().isEmpty() || golden.evidence().isEmpty()) {
            return false;
        }
        Golden.Evidence then = finding.evidence().getFirst();
        Golden.Evidence now = golden.evidence().getFirst();
        return then.dataset().equals(now.dataset()) && now.snapshot() > then.snapshot();
    }

    private void act(UUID id, String action, String reason) {
        CaseView ticket = cases.find(id).orElseThrow();
        cases.act(Actor.SYSTEM, id, ticket.version(), action, ActionInput.NONE.withReason(reason));
    }
}
