package cn.gov.jiyuan.platform.parties;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.code.CitizenId;
import cn.gov.jiyuan.kernel.code.Uscc;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.kernel.id.Ids;
import cn.gov.jiyuan.platform.audit.Audit;
import cn.gov.jiyuan.platform.audit.AuditEvent;
import cn.gov.jiyuan.platform.keys.PersonalCipher;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
final class PartyRegister implements Parties {
    private final PartyStore store;
    private final RepresentationStore rights;
    private final Audit audit;
    private final Clock clock;

    PartyRegister(JdbcClient jdbc, PersonalCipher cipher, Audit audit, Clock clock) {
        PersonColumns columns = new PersonColumns(cipher);
        this.store = new PartyStore(jdbc, columns);
        this.rights = new RepresentationStore(jdbc, columns);
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public Optional<Person> person(UUID id) {
        return store.person(id);
    }

    @Override
    public Optional<MaskedPerson> masked(UUID id) {
        return store.masked(id);
    }

    @Override
    public Map<CitizenId, UUID> personsByIdNumbers(Collection<CitizenId> idNumbers) {
        return store.byIdNumbers(idNumbers);
    }

    @Override
    public Optional<UUID> personByIdNumber(CitizenId idNumber) {
        return store.byIdNumber(idNumber.value());
    }

    @Override
    public UUID register(Actor actor, NewPerson person) {
        UUID id = Ids.next();
        if (!store.insert(id, person, clock.instant())) {
            throw Fault.at("/idNumber", PartiesError.KNOWN_ID);
        }
        audit.record(
                actor,
                new AuditEvent(
                        "parties.person.register",
                        "person",
                        id.toString(),
                        "登记自然人 " + PersonalNames.masked(person.name()),
                        Map.of("realLevel", person.realLevel())));
        return id;
    }

    @Override
    public Optional<LegalEntity> legalEntity(UUID id) {
        return store.legalEntity(id);
    }

    @Override
    public Optional<LegalEntity> legalEntityByUscc(Uscc uscc) {
        return store.byUscc(uscc.value());
    }

    @Override
    public Map<String, UUID> legalEntitiesByUsccs(Collection<Uscc> codes) {
        return store.byUsccs(codes);
    }

    @Override
    public List<Post> posts(UUID personId, LocalDate on) {
        return store.posts(personId, on);
    }

    @Override
    public List<Post> staff(UUID unitId, LocalDate on) {
        return store.staff(unitId, on);
    }

    @Override
    public List<Post> holders(UUID unitId, String role, LocalDate on) {
        return store.holders(unitId, role, on);
    }

    @Override
    public boolean isAlive(UUID personId) {
        return store.isAlive(personId);
    }

    @Override
    public Optional<Representation> representation(UUID id) {
        return rights.find(id);
    }

    @Override
    public List<LegalEntity> represented(UUID personId) {
        return store.represented(personId);
    }

    @Override
    public void grant(Actor actor, Representation granted) {
        rights.insert(granted);
        record(actor, "grant", granted.id(), granted.relation().label() + "代理关系生效");
    }

    @Override
    public void prolong(Actor actor, UUID id, LocalDate validTo) {
        rights.prolong(id, validTo);
        record(actor, "prolong", id, "代理期限改为至 " + validTo);
    }

    @Override
    public void revoke(Actor actor, UUID id) {
        rights.revoke(id, clock.instant());
        record(actor, "revoke", id, "代理关系终止");
    }

    @Override
    public void loadDemo(List<Representation> granted) {
        rights.replaceDemo(granted);
    }

    private void record(Actor actor, String what, UUID id, String summary) {
        audit.record(
                actor,
                new AuditEvent("parties.representation." + what, "representation", id.toString(), summary, Map.of()));
    }

    @Override
    public List<Representation> representations(UUID agentId, LocalDate on) {
        return rights.of(agentId, on);
    }
}
