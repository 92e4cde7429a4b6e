package cn.gov.jiyuan.data.registers;

import cn.gov.jiyuan.contracts.registers.PersonChanged;
import cn.gov.jiyuan.contracts.registers.PersonDied;
import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.code.CitizenId;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.kernel.id.Ids;
import cn.gov.jiyuan.platform.audit.Audit;
import cn.gov.jiyuan.platform.audit.AuditEvent;
import cn.gov.jiyuan.platform.feed.Feed;
import cn.gov.jiyuan.platform.parties.Parties;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The register of persons (人口基础库): ids that never change, versions in time, each item written by its source alone. */
@Component
@Transactional
class Persons {
    private final PersonStore store;
    private final SubjectStore subjects;
    private final RegisterColumns columns;
    private final FieldSources authority;
    private final StandardAddresses addresses;
    private final Parties parties;
    private final Feed feed;
    private final Audit audit;
    private final Clock clock;

    Persons(
            PersonStore store,
            SubjectStore subjects,
            RegisterColumns columns,
            FieldSources authority,
            StandardAddresses addresses,
            Parties parties,
            Feed feed,
            Audit audit,
            Clock clock) {
        this.store = store;
        this.subjects = subjects;
        this.columns = columns;
        this.authority = authority;
        this.addresses = addresses;
        this.parties = parties;
        this.feed = feed;
        this.audit = audit;
        this.clock = clock;
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    Optional<UUID> byNumber(CitizenId number) {
        return subjects.bearer("ID", columns.blindIdentifier("ID", number.value()))
                .map(subjects::root);
    }

    /** What held on a day, of whoever stands for this id. */
    PersonVersion asOf(UUID id, LocalDate on) {
        UUID root = subjects.root(id);
        return store.asOf(root, on).orElseThrow(() -> missing(root, on));
    }

    private Fault missing(UUID root, LocalDate on) {
        List<PersonVersion> versions = store.versions(root);
        return versions.isEmpty()
                ? new Fault(RegistersError.UNKNOWN_PERSON)
                : new Fault(RegistersError.NOT_YET, versions.getLast().from(), on);
    }

    PersonVersion current(UUID id) {
        return store.current(subjects.root(id)).orElseThrow(() -> new Fault(RegistersError.UNKNOWN_PERSON));
    }

    /** Registers somebody whom nobody knew; a citizen of the platform keeps his id. */
    UUID add(Actor actor, Map<String, String> fields, LocalDate from) {
        String source = authority.require(actor, "person", fields.keySet());
        PersonFacts facts = PersonFacts.NOTHING;
        for (String field : PersonFacts.FIELDS) {
            if (fields.containsKey(field)) {
                facts = facts.with(field, fields.get(field), today());
            }
        }
        if (facts.name() == null || facts.idNumber() == null) {
            throw Fault.at("/fields", RegistersError.BAD_VALUE, "姓名和公民身份号码", "新登记的人应当都有");
        }
        CitizenId number = new CitizenId(facts.idNumber());
        UUID id = parties.personByIdNumber(number).orElseGet(Ids::next);
        subjects.insert(id, "PERSON", clock.instant(), false);
        bear(id, number.value(), from);
        Map<String, String> sources = new HashMap<>();
        fields.keySet().forEach(field -> sources.put(field, source));
        write(actor, id, 1, from, placed(facts), sources, "新登记");
        return id;
    }

    /** A change of what its source knows better; the id stays, the old number still leads here. */
    PersonVersion change(Actor actor, UUID id, LocalDate from, Map<String, String> fields, String reason) {
        String source = authority.require(actor, "person", fields.keySet());
        UUID root = subjects.root(id);
        if (subjects.lock(root).isEmpty()) {
            throw new Fault(RegistersError.UNKNOWN_PERSON);
        }
        PersonVersion before = current(root);
        PersonFacts facts = before.facts();
        for (Map.Entry<String, String> one : fields.entrySet()) {
            facts = facts.with(one.getKey(), one.getValue(), today());
        }
        return follow(actor, before, from, facts, source, reason);
    }

    private PersonVersion follow(
            Actor actor, PersonVersion before, LocalDate from, PersonFacts told, String source, String reason) {
        List<String> changed = told.differences(before.facts());
        if (changed.isEmpty()) {
            throw new Fault(RegistersError.NOTHING);
        }
        if (from.isBefore(before.from())) {
            throw Fault.at("/from", RegistersError.TOO_EARLY, from, before.from());
        }
        UUID id = before.subjectId();
        if (changed.contains("idNumber")) {
            String old = before.facts().idNumber();
            if (old != null) {
                subjects.lay("ID", columns.blindIdentifier("ID", old), id, from);
            }
            bear(id, String.valueOf(told.idNumber()), from);
        }
        PersonFacts facts = changed.contains("address") ? placed(told) : told;
        Map<String, String> sources = new HashMap<>(before.sources());
        changed.forEach(field -> sources.put(field, source));
        store.close(id, before.version(), from);
        PersonVersion written = write(actor, id, before.version() + 1, from, facts, sources, reason);
        feed.append(new Feed.Change(
                PersonChanged.TOPIC, id.toString(), 1, new PersonChanged(id, written.version(), from, changed)));
        return written;
    }

    private PersonFacts placed(PersonFacts facts) {
        return facts.at(
                facts.address() == null
                        ? null
                        : addresses.standing(facts.address()).orElse(null));
    }

    private void bear(UUID id, String number, LocalDate from) {
        byte[] blind = columns.blindIdentifier("ID", number);
        Optional<UUID> other = subjects.bearer("ID", blind).map(subjects::root).filter(one -> !one.equals(id));
        if (other.isPresent() || !subjects.bear("ID", blind, id, RegisterColumns.maskedNumber(number), from)) {
            throw Fault.at("/fields/idNumber", RegistersError.NUMBER_TAKEN);
        }
    }

    private PersonVersion write(
            Actor actor,
            UUID id,
            int version,
            LocalDate from,
            PersonFacts facts,
            Map<String, String> sources,
            String reason) {
        PersonVersion made = new PersonVersion(
                id, version, from, null, facts, sources, List.of(), 1, reason, clock.instant(), actor.name(), false);
        store.insertAll(List.of(made));
        audit.record(
                actor,
                new AuditEvent(
                        "registers.person.write",
                        "party",
                        id.toString(),
                        RegisterColumns.maskedName(facts.name()) + "的人口信息第 " + version + " 版，" + from + " 起：" + reason,
                        Map.of("version", version, "from", from.toString(), "sources", sources)));
        return made;
    }

    /** Records a death; again the same changes nothing. @return false if it was known */
    boolean died(Actor actor, UUID id, LocalDate on, String reason) {
        String source = authority.require(actor, "person", List.of("diedOn"));
        UUID root = subjects.root(id);
        if (subjects.lock(root).isEmpty()) {
            throw new Fault(RegistersError.UNKNOWN_PERSON);
        }
        PersonVersion before = current(root);
        if (on.equals(before.facts().diedOn())) {
            return false;
        }
        LocalDate birth = before.facts().birth();
        if (on.isAfter(today()) || (birth != null && on.isBefore(birth))) {
            throw new Fault(RegistersError.DEATH_BEFORE_BIRTH, on);
        }
        LocalDate from = on.isBefore(before.from()) ? before.from() : on;
        follow(actor, before, from, before.facts().dead(on), source, reason);
        feed.append(new Feed.Change(PersonDied.TOPIC, root.toString(), 1, new PersonDied(root, on, source)));
        return true;
    }
}
