package cn.gov.jiyuan.support.identity;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.code.CitizenId;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.kernel.time.DateText;
import cn.gov.jiyuan.platform.cases.CaseEffects;
import cn.gov.jiyuan.platform.cases.Transition;
import cn.gov.jiyuan.platform.keys.PersonalCipher;
import cn.gov.jiyuan.platform.messages.Messages;
import cn.gov.jiyuan.platform.parties.Parties;
import cn.gov.jiyuan.platform.parties.Representation.Relation;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A confirmed guardian may act for his ward until the day before the ward comes of age; a refused one is told why. */
@Component
final class GuardianshipEffects implements CaseEffects {
    /** A child is known by the register only; nobody has proved to be him. */
    private static final int UNPROVED = 1;

    private final GuardianshipStore store;
    private final DelegationStore delegations;
    private final Parties parties;
    private final Majority majority;
    private final Messages messages;
    private final Clock clock;

    GuardianshipEffects(
            JdbcClient jdbc,
            PersonalCipher cipher,
            Parties parties,
            Majority majority,
            Messages messages,
            Clock clock) {
        this.store = new GuardianshipStore(jdbc, cipher);
        this.delegations = new DelegationStore(jdbc);
        this.parties = parties;
        this.majority = majority;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public String caseType() {
        return GuardianshipType.ID;
    }

    @Override
    public Result after(Transition transition) {
        String action = transition.action().id();
        if (action.equals(GuardianshipType.CONFIRM)) {
            confirmed(transition.actor(), claim(transition));
        } else if (action.equals(GuardianshipType.REFUSE)) {
            GuardianshipStore.Claim claim = claim(transition);
            messages.send(
                    claim.guardianId(),
                    "identity.guardianship-refused",
                    List.of(claim.ward().name(), transition.input().reason()),
                    "/identity/guardianships");
        }
        return Result.NONE;
    }

    private GuardianshipStore.Claim claim(Transition transition) {
        return store.find(transition.matter().id()).orElseThrow(() -> new Fault(IdentityError.NO_DELEGATION));
    }

    private void confirmed(Actor official, GuardianshipStore.Claim claim) {
        LocalDate today = LocalDate.now(clock);
        CitizenId id = CitizenId.parse(claim.ward().idNumber(), today);
        if (!majority.isMinor(id.birth())) {
            throw new Fault(IdentityError.WARD_OF_AGE, majority.age());
        }
        UUID ward = ward(official, claim.ward(), id);
        Delegation right = new Delegation(
                claim.caseId(),
                ward,
                false,
                claim.guardianId(),
                Relation.GUARDIAN,
                List.of(),
                1,
                today,
                majority.reachedOn(id.birth()).minusDays(1),
                DelegationState.ACTIVE,
                null,
                clock.instant(),
                null,
                1);
        delegations.insert(right);
        delegations.note(
                right.id(),
                clock.instant(),
                official.personId(),
                "监护关系核验通过",
                claim.kinship().label());
        parties.grant(official, right.right(claim.ward().name()));
        store.verified(claim.caseId(), ward);
        messages.send(
                claim.guardianId(),
                "identity.guardianship-confirmed",
                List.of(claim.ward().name(), DateText.full(right.validTo())),
                "/identity/capacity?next=/my&want=" + ward);
    }

    private UUID ward(Actor official, GuardianshipStore.Ward ward, CitizenId id) {
        return parties.personByIdNumber(id)
                .orElseGet(() -> parties.register(
                        official, new Parties.NewPerson(ward.name(), id, null, id.areaPrefix(), UNPROVED)));
    }
}
