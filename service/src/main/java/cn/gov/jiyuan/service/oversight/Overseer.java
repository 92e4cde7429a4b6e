package cn.gov.jiyuan.service.oversight;

import cn.gov.jiyuan.kernel.time.LegalCalendar;
import cn.gov.jiyuan.platform.cases.CaseFacts;
import cn.gov.jiyuan.platform.cases.CaseWatch;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Looks at cases and brings their cards up to date: gives out what is missing, ends warnings that no longer hold. */
@Component
final class Overseer {
    /** The type of case whose terms and terminations are scored. */
    static final String MATTERS = "onestop.matter";

    /** Cards given out in one transaction. */
    private static final int TOGETHER = 50;

    private final CaseWatch watch;
    private final RuleStore rules;
    private final CardStore cards;
    private final CardDesk desk;
    private final TransactionTemplate transactions;
    private final ObjectProvider<LegalCalendar> calendar;
    private final Clock clock;

    Overseer(
            CaseWatch watch,
            RuleStore rules,
            CardStore cards,
            CardDesk desk,
            PlatformTransactionManager transactions,
            ObjectProvider<LegalCalendar> calendar,
            Clock clock) {
        this.watch = watch;
        this.rules = rules;
        this.cards = cards;
        this.desk = desk;
        this.transactions = new TransactionTemplate(transactions);
        this.calendar = calendar;
        this.clock = clock;
    }

    /** What a look at some cases led to. */
    record Outcome(int looked, int issued, int lifted) {
        static final Outcome NOTHING = new Outcome(0, 0, 0);

        Outcome plus(Outcome other) {
            return new Outcome(looked + other.looked, issued + other.issued, lifted + other.lifted);
        }
    }

    Detection detection() {
        return new Detection(
                book(), calendar.getIfAvailable(LegalCalendar::official), clock.getZone(), clock.instant());
    }

    RuleBook book() {
        return new RuleBook(rules.all());
    }

    /**
     * Looks at cases. Most need nothing, so they are read without a lock, and only those that do are looked at again in
     * the transaction that gives out cards.
     */
    Outcome look(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Outcome.NOTHING;
        }
        Detection detection = detection();
        List<UUID> due = changes(detection, ids).stream()
                .map(change -> change.facts().id())
                .toList();
        Outcome outcome = new Outcome(ids.size(), 0, 0);
        for (int i = 0; i < due.size(); i += TOGETHER) {
            List<UUID> portion = due.subList(i, Math.min(due.size(), i + TOGETHER));
            Outcome done = transactions.execute(status -> settle(detection, portion));
            outcome = outcome.plus(java.util.Objects.requireNonNull(done));
        }
        return outcome;
    }

    /** A case whose cards do not say what there is to find. */
    private record Change(CaseFacts facts, List<Finding> missing, List<Card> over) {}

    private List<Change> changes(Detection detection, Collection<UUID> ids) {
        List<CaseFacts> all = watch.facts(ids);
        Map<UUID, List<Card>> existing = new HashMap<>();
        cards.of(ids)
                .forEach(card -> existing.computeIfAbsent(card.subjectId(), k -> new java.util.ArrayList<>())
                        .add(card));
        return all.stream()
                .map(facts -> change(detection, facts, existing.getOrDefault(facts.id(), List.of())))
                .filter(change -> !change.missing().isEmpty() || !change.over().isEmpty())
                .toList();
    }

    private static Change change(Detection detection, CaseFacts facts, List<Card> existing) {
        List<Finding> found = detection.in(facts);
        Set<Card.Key> known = existing.stream().map(Card::key).collect(Collectors.toSet());
        Set<Card.Key> holding = found.stream().map(f -> key(facts.id(), f)).collect(Collectors.toSet());
        return new Change(
                facts,
                found.stream().filter(f -> !known.contains(key(facts.id(), f))).toList(),
                existing.stream()
                        .filter(card -> card.state().equals("warned") && !holding.contains(card.key()))
                        .toList());
    }

    static Card.Key key(UUID subject, Finding finding) {
        return new Card.Key(subject, finding.rule().code(), finding.stage());
    }

    private Outcome settle(Detection detection, List<UUID> ids) {
        cards.lock();
        int issued = 0;
        int lifted = 0;
        for (Change change : changes(detection, ids)) {
            change.over().forEach(desk::lift);
            change.missing().forEach(finding -> desk.issue(CardDesk.Subject.of(change.facts()), finding));
            lifted += change.over().size();
            issued += change.missing().size();
        }
        return new Outcome(0, issued, lifted);
    }

    /** Gives out cards to a unit, unless it has them. */
    int giveOut(CardDesk.Subject unit, List<Finding> findings) {
        Integer issued = transactions.execute(status -> {
            cards.lock();
            Set<Card.Key> known =
                    cards.of(List.of(unit.id())).stream().map(Card::key).collect(Collectors.toSet());
            List<Finding> missing = findings.stream()
                    .filter(finding -> !known.contains(key(unit.id(), finding)))
                    .toList();
            missing.forEach(finding -> desk.issue(unit, finding));
            return missing.size();
        });
        return issued == null ? 0 : issued;
    }
}
