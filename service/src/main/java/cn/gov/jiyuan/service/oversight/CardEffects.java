package cn.gov.jiyuan.service.oversight;

import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.kernel.time.DateText;
import cn.gov.jiyuan.platform.cases.CaseEffects;
import cn.gov.jiyuan.platform.cases.Cases;
import cn.gov.jiyuan.platform.cases.Transition;
import cn.gov.jiyuan.platform.messages.Messages;
import cn.gov.jiyuan.platform.parties.Parties;
import cn.gov.jiyuan.platform.parties.Post;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What follows from each action on a card: its next version, the unit's score, a message, in the end a talk. */
@Component
final class CardEffects implements CaseEffects {
    private static final Set<String> TOLD = Set.of("issue", "warn", "order", "send-back", "dismiss", "uphold", "close");

    private final CardStore store;
    private final Cases cases;
    private final Scores scores;
    private final Talks talks;
    private final Messages messages;
    private final Parties parties;
    private final Clock clock;

    CardEffects(
            CardStore store, Cases cases, Scores scores, Talks talks, Messages messages, Parties parties, Clock clock) {
        this.store = store;
        this.cases = cases;
        this.scores = scores;
        this.talks = talks;
        this.messages = messages;
        this.parties = parties;
        this.clock = clock;
    }

    @Override
    public String caseType() {
        return CardType.ID;
    }

    @Override
    public Result after(Transition transition) {
        UUID id = transition.matter().id();
        String action = transition.action().id();
        if (action.equals("appeal") && isSecondAppeal(id)) {
            throw new Fault(OversightError.APPEALED);
        }
        Card before = store.find(id).orElseThrow(() -> new Fault(OversightError.UNKNOWN));
        Instant ended = transition.matter().closedAt();
        Card after = before.moved(
                action,
                transition.matter().state(),
                words(transition),
                transition.at(),
                transition.matter().dueAt(),
                ended != null);
        store.update(after, transition.actor().name(), transition.at());
        if (action.equals("issue") || before.counted() != after.counted()) {
            scores.refresh(after.unitId(), LocalDate.ofInstant(after.issuedAt(), clock.getZone()));
        }
        if (action.equals("issue") && after.level() == Level.RED) {
            talks.callIfDue(after);
        }
        if (TOLD.contains(action)) {
            tell(after, action, transition.matter().dueAt());
        }
        return Result.NONE;
    }

    private boolean isSecondAppeal(UUID id) {
        return cases.timeline(id).stream()
                        .filter(step -> step.action().equals("appeal"))
                        .count()
                > 1;
    }

    private static String words(Transition transition) {
        String reason = transition.input().reason();
        return reason.isBlank() ? transition.input().opinion() : reason;
    }

    /** Whoever handles the matter; without one the unit's clerks; of red cards also those who decide in the unit. */
    private void tell(Card card, String action, @Nullable Instant due) {
        String last =
                due == null ? "" : DateText.full(LocalDate.ofInstant(due.minusNanos(1), clock.getZone())) + " 24 时";
        List<String> arguments = List.of(
                card.level().label(),
                card.ruleTitle(),
                card.number(),
                card.matterNumber() == null ? card.matterTitle() : card.matterNumber(),
                card.what(),
                last);
        for (UUID person : readers(card)) {
            messages.send(person, "oversight." + action, arguments, "/workbench/cases/" + card.id());
        }
    }

    private Set<UUID> readers(Card card) {
        Set<UUID> readers = new LinkedHashSet<>();
        LocalDate today = LocalDate.now(clock);
        if (card.handlerId() == null || card.level().isCard()) {
            parties.holders(card.unitId(), "clerk", today).stream()
                    .map(Post::personId)
                    .forEach(readers::add);
        }
        if (card.handlerId() != null) {
            readers.add(card.handlerId());
        }
        if (card.level() == Level.RED) {
            parties.holders(card.unitId(), "approver", today).stream()
                    .map(Post::personId)
                    .forEach(readers::add);
        }
        return readers;
    }
}
