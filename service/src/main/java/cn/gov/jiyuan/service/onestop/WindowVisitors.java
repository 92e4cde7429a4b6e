package cn.gov.jiyuan.service.onestop;

import cn.gov.jiyuan.kernel.actor.ActingAs;
import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.code.CitizenId;
import cn.gov.jiyuan.kernel.code.Uscc;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.parties.LegalEntity;
import cn.gov.jiyuan.platform.parties.Parties;
import cn.gov.jiyuan.platform.parties.Person;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds out who stands at the window (身份核实): number and name on the paper must be those of the register. A person whom
 * the register does not know is registered from the paper that the clerk has seen; a firm must be known.
 */
@Component
final class WindowVisitors {
    /** Real-name level of somebody whose identity card an official has compared (人证核验). */
    private static final int COMPARED = 2;

    private final Parties parties;
    private final Clock clock;

    WindowVisitors(Parties parties, Clock clock) {
        this.parties = parties;
        this.clock = clock;
    }

    /**
     * Who came, as the papers say.
     *
     * @param firm whether he applies for a firm
     * @param code identity number, or the firm's unified social credit code
     * @param agentCode identity number of whoever came for the firm, or for somebody else; null if the applicant came
     */
    record Visitor(
            boolean firm,
            String code,
            String name,
            @Nullable String agentCode,
            @Nullable String agentName,
            @Nullable String phone) {}

    /** The applicant with whoever came for him, as the one who would act. */
    Actor identify(Actor clerk, Visitor visitor) {
        if (visitor.firm()) {
            LegalEntity firm = parties.legalEntityByUscc(Uscc.parse(visitor.code()))
                    .filter(found -> found.name().equals(visitor.name().strip()))
                    .orElseThrow(() -> Fault.at("/code", OnestopError.UNIDENTIFIED, visitor.name()));
            Person came =
                    agent(clerk, visitor).orElseThrow(() -> Fault.at("/agentCode", OnestopError.UNIDENTIFIED, "经办人"));
            return actor(came, ActingAs.ENTERPRISE, firm.id(), firm.name(), "enterprise");
        }
        Person party = person(clerk, visitor.code(), visitor.name(), visitor.phone(), "/code");
        Person came = agent(clerk, visitor).orElse(party);
        ActingAs as = came.id().equals(party.id()) ? ActingAs.SELF : ActingAs.OTHER;
        return actor(came, as, party.id(), party.name(), "citizen");
    }

    private java.util.Optional<Person> agent(Actor clerk, Visitor visitor) {
        String code = visitor.agentCode();
        String name = visitor.agentName();
        return code == null || code.isBlank() || name == null
                ? java.util.Optional.empty()
                : java.util.Optional.of(person(clerk, code, name, visitor.phone(), "/agentCode"));
    }

    private Person person(Actor clerk, String code, String name, @Nullable String phone, String pointer) {
        CitizenId number = CitizenId.parse(code, LocalDate.now(clock));
        UUID id = parties.personByIdNumber(number)
                .orElseGet(() -> parties.register(
                        clerk, new Parties.NewPerson(name.strip(), number, phone, "419001000", COMPARED)));
        return parties.person(id)
                .filter(found -> found.name().equals(name.strip()))
                .orElseThrow(() -> Fault.at(pointer, OnestopError.UNIDENTIFIED, name));
    }

    private static Actor actor(Person came, ActingAs as, UUID principal, String name, String role) {
        return new Actor(came.id(), came.name(), as, principal, name, null, null, Set.of(role), COMPARED);
    }

    /** Clear name of the applicant, for the matter. */
    String name(Application application) {
        return application.enterprise()
                ? parties.legalEntity(application.applicantId())
                        .map(LegalEntity::name)
                        .orElseThrow()
                : parties.person(application.applicantId()).map(Person::name).orElseThrow();
    }

    /** Clear name of whoever came for the applicant; null if the applicant came. */
    @Nullable
    String agentName(Application application) {
        UUID agent = application.agentId();
        return agent == null ? null : parties.person(agent).map(Person::name).orElse(null);
    }

    String masked(Application application) {
        String name = name(application);
        return application.enterprise() ? name : name.charAt(0) + "*".repeat(name.length() - 1);
    }
}
