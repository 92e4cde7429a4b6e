package cn.gov.jiyuan.service.onestop;

import cn.gov.jiyuan.kernel.actor.ActingAs;
import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.platform.cases.NewCase;
import cn.gov.jiyuan.platform.parties.DemoPopulation;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who applies in the demonstration: a firm by its legal representative, or a citizen for himself. */
record DemoApplicant(Actor actor, DemoPopulation.Citizen person, DemoPopulation.@Nullable Firm firm) {

    static DemoApplicant of(DemoPopulation.Firm firm) {
        return new DemoApplicant(DemoOffice.representative(firm), firm.representative(), firm);
    }

    static DemoApplicant of(DemoPopulation.Citizen citizen) {
        Actor self = new Actor(
                citizen.id(),
                citizen.name(),
                ActingAs.SELF,
                citizen.id(),
                citizen.name(),
                null,
                null,
                Set.of("citizen"),
                3);
        return new DemoApplicant(self, citizen, null);
    }

    UUID id() {
        return actor.principalId();
    }

    String name() {
        return actor.principalName();
    }

    boolean enterprise() {
        return firm != null;
    }

    @Nullable
    UUID agentId() {
        return firm == null ? null : person.id();
    }

    @Nullable
    String agentName() {
        return firm == null ? null : person.name();
    }

    String code() {
        return firm == null ? person.idNumber().value() : firm.uscc().value();
    }

    String codeType() {
        return firm == null ? "111" : "001";
    }

    NewCase.ApplicantKind kind() {
        return firm == null ? NewCase.ApplicantKind.PERSON : NewCase.ApplicantKind.ORGANISATION;
    }

    /** What {@link KnownFacts} would know of him. */
    Map<String, String> known() {
        Map<String, String> known = new java.util.HashMap<>(Map.of(
                "agent.name", person.name(),
                "agent.idNumber", person.idNumber().value(),
                "agent.phone", person.phone(),
                "party.name", name(),
                "party.phone", person.phone(),
                "party.address", person.address(),
                "party.idNumber", person.idNumber().value(),
                "party.birthDate", person.idNumber().birth().toString()));
        if (firm != null) {
            known.put("party.address", firm.address());
            known.put("enterprise.name", firm.name());
            known.put("enterprise.uscc", firm.uscc().value());
            known.put("enterprise.address", firm.address());
            known.put("enterprise.kind", firm.kind());
            known.put("enterprise.town", firm.areaCode().substring(0, 9));
            known.put("enterprise.representative", person.name());
            known.put("enterprise.representativeId", person.idNumber().value());
        }
        return known;
    }
}
