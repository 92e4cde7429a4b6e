package cn.gov.jiyuan.support.identity;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.time.DateText;
import cn.gov.jiyuan.platform.parties.Representation;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Powers whose last day has passed and which their principals could renew (已到期的授权). */
@Component
final class LapsedPowers {
    private final Delegations delegations;
    private final Clock clock;

    LapsedPowers(Delegations delegations, Clock clock) {
        this.delegations = delegations;
        this.clock = clock;
    }

    record Lapsed(UUID id, String name, String scope, String until) {}

    List<Lapsed> of(Actor actor) {
        LocalDate today = LocalDate.now(clock);
        return delegations.received(actor.personId()).stream()
                .filter(found -> found.state() == DelegationState.ACTIVE && found.isOver(today))
                .filter(found -> found.relation() != Representation.Relation.GUARDIAN)
                .limit(5)
                .map(found -> new Lapsed(
                        found.id(), delegations.nameOf(found), found.scope(), DateText.full(found.validTo())))
                .toList();
    }
}
