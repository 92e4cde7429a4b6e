package cn.gov.jiyuan.support.identity;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.time.DateText;
import cn.gov.jiyuan.platform.parties.Representation.Relation;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Shows delegations to their two sides. */
@Component
final class DelegationViews {
    private final Delegations delegations;
    private final Clock clock;

    DelegationViews(Delegations delegations, Clock clock) {
        this.delegations = delegations;
        this.clock = clock;
    }

    List<DelegationView> given(Actor actor, UUID principal) {
        return delegations.given(principal).stream()
                .map(found -> view(actor, found, List.of()))
                .toList();
    }

    List<DelegationView> received(Actor actor) {
        return delegations.received(actor.personId()).stream()
                .map(found -> view(actor, found, List.of()))
                .toList();
    }

    DelegationView one(Actor actor, UUID id) {
        Delegation found = delegations.require(actor, id);
        return view(
                actor,
                found,
                delegations.history(id).stream()
                        .map(event -> step(found, event))
                        .toList());
    }

    private DelegationView.Step step(Delegation d, Delegation.Event event) {
        String who = event.personId().equals(d.agentId())
                ? delegations.agentName(d)
                : d.enterprise() ? "法定代表人" : d.relation() == Relation.GUARDIAN ? "核验机关" : delegations.nameOf(d);
        return new DelegationView.Step(
                DateText.full(event.at().atZone(clock.getZone())), who, event.what(), event.note());
    }

    private DelegationView view(Actor actor, Delegation d, List<DelegationView.Step> history) {
        LocalDate today = LocalDate.now(clock);
        boolean given = !d.agentId().equals(actor.personId());
        String mark = d.inForce(today) ? "on" : d.state().isOpen() || d.isOver(today) ? "wait" : "";
        return new DelegationView(
                d.id(),
                given,
                d.enterprise(),
                d.principalId(),
                delegations.nameOf(d),
                delegations.agentName(d),
                d.relation().label(),
                d.scope(),
                Delegations.period(d),
                d.level(),
                d.status(today),
                mark,
                may(d, given, today),
                history);
    }

    private static DelegationView.May may(Delegation d, boolean given, LocalDate today) {
        boolean guardian = d.relation() == Relation.GUARDIAN;
        boolean active = d.state() == DelegationState.ACTIVE;
        boolean answers =
                d.state() == DelegationState.OFFERED && !given || d.state() == DelegationState.REQUESTED && given;
        return new DelegationView.May(
                answers,
                !guardian && (active && !d.isOver(today) || d.state().isOpen() && !answers),
                given && active && !guardian,
                !given && active && !guardian && d.isOver(today),
                given && active && d.enterprise() && !d.isOver(today),
                !given && d.inForce(today));
    }
}
