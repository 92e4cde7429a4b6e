package cn.gov.jiyuan.support.identity;

import cn.gov.jiyuan.kernel.actor.ActingAs;
import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.code.CitizenId;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.cases.ActionInput;
import cn.gov.jiyuan.platform.cases.CaseView;
import cn.gov.jiyuan.platform.cases.Cases;
import cn.gov.jiyuan.platform.cases.NewCase;
import cn.gov.jiyuan.platform.cases.NewEvidence;
import cn.gov.jiyuan.platform.files.FileStore.StoredFile;
import cn.gov.jiyuan.platform.keys.PersonalCipher;
import cn.gov.jiyuan.platform.parties.Parties;
import cn.gov.jiyuan.platform.parties.Person;
import cn.gov.jiyuan.platform.parties.Units;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Claims to be guardian of a minor, each a case of the unit that keeps the household register (监护关系核验). */
@Service
class Guardianships {
    /** The unit that keeps the household register. */
    private static final String REGISTRAR = "police";

    private final GuardianshipStore store;
    private final Cases cases;
    private final Parties parties;
    private final Units units;
    private final PeopleFinder people;
    private final Majority majority;
    private final Clock clock;

    Guardianships(
            JdbcClient jdbc,
            PersonalCipher cipher,
            Cases cases,
            Parties parties,
            Units units,
            PeopleFinder people,
            Majority majority,
            Clock clock) {
        this.store = new GuardianshipStore(jdbc, cipher);
        this.cases = cases;
        this.parties = parties;
        this.units = units;
        this.people = people;
        this.majority = majority;
        this.clock = clock;
    }

    /** What must be right before files are looked at. */
    void check(Actor actor, GuardianshipStore.Ward ward, @Nullable Kinship kinship) {
        if (actor.actingAs() != ActingAs.SELF) {
            throw new Fault(IdentityError.PRIVATE_ONLY);
        }
        if (ward.name().strip().length() < 2) {
            throw Fault.at("/name", IdentityError.NAME);
        }
        CitizenId id = people.idNumber(ward.idNumber());
        if (kinship == null) {
            throw Fault.at("/kinship", IdentityError.KINSHIP);
        }
        if (!majority.isMinor(id.birth())) {
            throw Fault.at("/idNumber", IdentityError.WARD_OF_AGE, majority.age());
        }
        Person guardian = parties.person(actor.personId()).orElseThrow(() -> new Fault(IdentityError.NO_DELEGATION));
        if (majority.isMinor(guardian)) {
            throw Fault.at("/name", IdentityError.MINOR_AGENT, majority.age());
        }
        known(id).filter(person -> !person.name().equals(ward.name().strip())).ifPresent(person -> {
            throw Fault.at("/name", IdentityError.WARD_DIFFERS);
        });
        boolean claimed = store.casesFor(actor.personId(), id.value()).stream()
                .flatMap(caseId -> cases.find(caseId).stream())
                .anyMatch(found ->
                        found.state().equals("submitted") || found.state().equals("confirmed"));
        if (claimed) {
            throw new Fault(IdentityError.CLAIMED);
        }
    }

    @Transactional
    public UUID claim(Actor actor, GuardianshipStore.Ward ward, Kinship kinship, List<StoredFile> proof) {
        check(actor, ward, kinship);
        if (proof.isEmpty()) {
            throw Fault.at("/proof", IdentityError.NO_PROOF);
        }
        UUID caseId = cases.open(actor, opened(actor));
        CitizenId id = people.idNumber(ward.idNumber());
        store.insert(new GuardianshipStore.Claim(
                caseId,
                actor.personId(),
                new GuardianshipStore.Ward(ward.name().strip(), id.value()),
                kinship,
                clock.instant(),
                null));
        cases.attach(actor, caseId, proof.stream().map(Guardianships::evidence).toList());
        int version = cases.find(caseId).map(CaseView::version).orElseThrow();
        cases.act(actor, caseId, version, "submit", ActionInput.NONE);
        return caseId;
    }

    private NewCase opened(Actor actor) {
        String day = LocalDate.now(clock).format(DateTimeFormatter.BASIC_ISO_DATE);
        return new NewCase(
                GuardianshipType.ID,
                "监护关系核验",
                cases.nextNumber("JH" + day, 5),
                units.byCode(REGISTRAR).orElseThrow().id(),
                "419001000",
                actor.personId(),
                actor.name(),
                NewCase.ApplicantKind.PERSON,
                null,
                null,
                Map.of(),
                null,
                false);
    }

    private static NewEvidence evidence(StoredFile file) {
        return new NewEvidence(
                file.id(), "guardianship", "监护关系证明：" + file.name(), NewEvidence.Source.UPLOADED, file.sm3());
    }

    private Optional<Person> known(CitizenId id) {
        return parties.personByIdNumber(id).flatMap(parties::person);
    }

    /** A claim with its case, for its guardian. */
    record Standing(GuardianshipStore.Claim claim, CaseView matter) {}

    List<Standing> of(Actor actor) {
        return store.of(actor.personId()).stream()
                .flatMap(claim -> cases.find(claim.caseId()).map(found -> new Standing(claim, found)).stream())
                .toList();
    }

    Optional<GuardianshipStore.Claim> find(UUID caseId) {
        return store.find(caseId);
    }
}
