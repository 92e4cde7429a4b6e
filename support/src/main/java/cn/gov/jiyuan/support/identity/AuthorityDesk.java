package cn.gov.jiyuan.support.identity;

import cn.gov.jiyuan.contracts.identity.Authority;
import cn.gov.jiyuan.kernel.actor.ActingAs;
import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.kernel.error.RemediableFault;
import cn.gov.jiyuan.kernel.time.DateText;
import cn.gov.jiyuan.platform.parties.LegalEntity;
import cn.gov.jiyuan.platform.parties.Parties;
import cn.gov.jiyuan.platform.parties.Person;
import cn.gov.jiyuan.platform.parties.Representation;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Judges the power to act for another from the register of that very moment, and explains a refusal. */
@Component
final class AuthorityDesk implements Authority {
    private final Parties parties;
    private final DelegationStore delegations;
    private final Majority majority;
    private final Clock clock;

    AuthorityDesk(Parties parties, JdbcClient jdbc, Majority majority, Clock clock) {
        this.parties = parties;
        this.delegations = new DelegationStore(jdbc);
        this.majority = majority;
        this.clock = clock;
    }

    @Override
    public Power require(Actor actor, Errand errand) {
        if (errand.principalId().equals(actor.personId())) {
            return himself(actor);
        }
        requireStanding(errand);
        List<Representation> rights = rights(actor.personId(), errand.principalId());
        int level = parties.person(actor.personId()).map(Person::realLevel).orElse(0);
        return rights.stream()
                .filter(right -> right.covers(errand.itemCode()))
                .filter(right -> right.level() <= level)
                .findFirst()
                .map(right -> new Power(
                        right.relation() == Representation.Relation.LEGAL_REPRESENTATIVE ? null : right.id(),
                        right.relation().name(),
                        right.relation().label(),
                        right.validTo()))
                .orElseThrow(() -> refusal(actor, errand, rights, level));
    }

    private Power himself(Actor actor) {
        if (parties.person(actor.personId()).filter(majority::isMinor).isPresent()) {
            throw new RemediableFault(
                    "/identity/guardianships", "看监护人怎样代办", IdentityError.MINOR, majority.age(), majority.basis());
        }
        return Power.SELF;
    }

    /** Whether the principal is there to be acted for. */
    private void requireStanding(Errand errand) {
        if (!errand.enterprise()) {
            if (!parties.isAlive(errand.principalId())) {
                throw new Fault(IdentityError.PRINCIPAL_DEAD, principalName(errand));
            }
            return;
        }
        LegalEntity entity =
                parties.legalEntity(errand.principalId()).orElseThrow(() -> new Fault(IdentityError.NO_POWER, "该企业"));
        if (entity.state() == LegalEntity.State.CANCELLED) {
            throw new Fault(IdentityError.ENTITY_CANCELLED, entity.name());
        }
        if (entity.state() == LegalEntity.State.REVOKED && errand.licence()) {
            throw new Fault(IdentityError.ENTITY_REVOKED, entity.name(), errand.itemName());
        }
    }

    private List<Representation> rights(UUID person, UUID principal) {
        return parties.representations(person, LocalDate.now(clock)).stream()
                .filter(right -> right.principalId().equals(principal))
                .toList();
    }

    private Fault refusal(Actor actor, Errand errand, List<Representation> rights, int level) {
        String name = principalName(errand);
        Optional<Representation> covering =
                rights.stream().filter(right -> right.covers(errand.itemCode())).findFirst();
        if (covering.isPresent()) {
            return new Fault(IdentityError.POWER_LEVEL, name, covering.get().level(), level);
        }
        return delegations.between(actor.personId(), errand.principalId()).stream()
                .filter(found -> rights.isEmpty() || found.codes().contains(errand.itemCode()))
                .findFirst()
                .map(found -> over(found, name, errand))
                .orElseGet(() -> rights.isEmpty()
                        ? new Fault(IdentityError.NO_POWER, name)
                        : new RemediableFault(
                                "/identity/delegations/" + rights.getFirst().id(),
                                "查看授权范围",
                                IdentityError.OUT_OF_SCOPE,
                                name,
                                errand.itemName()));
    }

    private Fault over(Delegation found, String name, Errand errand) {
        String path = "/identity/delegations/" + found.id();
        return switch (found.state()) {
            case ACTIVE ->
                found.relation() == Representation.Relation.GUARDIAN
                        ? new Fault(IdentityError.OF_AGE, name, majority.age(), DateText.full(found.validTo()))
                        : found.isOver(LocalDate.now(clock))
                                ? new RemediableFault(
                                        path,
                                        "请" + name + "续授权",
                                        IdentityError.POWER_OVER,
                                        name,
                                        errand.itemName(),
                                        DateText.full(found.validTo()))
                                : new RemediableFault(
                                        path,
                                        "查看授权",
                                        IdentityError.POWER_AHEAD,
                                        name,
                                        DateText.full(found.validFrom()));
            case REVOKED, RESIGNED ->
                new RemediableFault(
                        path,
                        "查看授权经过",
                        IdentityError.POWER_REVOKED,
                        name,
                        found.state().label());
            default ->
                new RemediableFault(
                        path,
                        "查看授权",
                        IdentityError.POWER_OPEN,
                        name,
                        found.state().label());
        };
    }

    private String principalName(Errand errand) {
        return errand.enterprise()
                ? parties.legalEntity(errand.principalId())
                        .map(LegalEntity::name)
                        .orElse("该企业")
                : parties.person(errand.principalId()).map(Person::name).orElse("委托人");
    }

    @Override
    public Scope scope(Actor actor) {
        if (actor.actingAs() != ActingAs.OTHER && actor.actingAs() != ActingAs.ENTERPRISE) {
            return new Scope(true, Set.of());
        }
        List<Representation> rights = rights(actor.personId(), actor.principalId());
        Set<String> codes = new HashSet<>();
        rights.forEach(right -> codes.addAll(right.items()));
        return new Scope(rights.stream().anyMatch(right -> !right.isLimited()), Set.copyOf(codes));
    }
}
