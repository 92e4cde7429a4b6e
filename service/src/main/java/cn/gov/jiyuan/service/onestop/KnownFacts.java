package cn.gov.jiyuan.service.onestop;

import cn.gov.jiyuan.kernel.actor.ActingAs;
import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.platform.parties.LegalEntity;
import cn.gov.jiyuan.platform.parties.Parties;
import cn.gov.jiyuan.platform.parties.Person;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the government knows already and the applicant need not type (预填). */
final class KnownFacts {
    private final Map<String, String> facts = new HashMap<>();

    KnownFacts(Actor actor, Parties parties) {
        parties.person(actor.personId()).ifPresent(person -> addPerson("agent", person));
        if (actor.actingAs() == ActingAs.ENTERPRISE) {
            parties.legalEntity(actor.principalId()).ifPresent(this::addEntity);
            parties.legalEntity(actor.principalId())
                    .map(LegalEntity::legalRepresentativeId)
                    .flatMap(parties::person)
                    .ifPresent(representative -> {
                        put("enterprise.representativeId", representative.idNumber());
                        put("party.phone", representative.phone());
                    });
        } else {
            parties.person(actor.principalId()).ifPresent(person -> addPerson("party", person));
        }
    }

    private void addPerson(String prefix, Person person) {
        put(prefix + ".name", person.name());
        put(prefix + ".idNumber", person.idNumber());
        put(prefix + ".phone", person.phone());
        put(prefix + ".address", person.address());
        put(prefix + ".birthDate", person.birthDate().toString());
    }

    private void addEntity(LegalEntity entity) {
        put("enterprise.name", entity.name());
        put("enterprise.uscc", entity.uscc());
        put("enterprise.address", entity.address());
        put("enterprise.kind", entity.kind());
        put(
                "enterprise.town",
                entity.areaCode().length() < 9 ? null : entity.areaCode().substring(0, 9));
        put("enterprise.representative", entity.legalRepresentativeName());
        put("party.name", entity.name());
        put("party.address", entity.address());
    }

    private void put(String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            facts.put(name, value);
        }
    }

    @Nullable
    String get(String name) {
        return facts.get(name);
    }
}
