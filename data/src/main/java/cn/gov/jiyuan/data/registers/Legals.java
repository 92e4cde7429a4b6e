package cn.gov.jiyuan.data.registers;

import cn.gov.jiyuan.contracts.registers.LegalChanged;
import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.code.CitizenId;
import cn.gov.jiyuan.kernel.code.Uscc;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.kernel.id.Ids;
import cn.gov.jiyuan.platform.audit.Audit;
import cn.gov.jiyuan.platform.audit.AuditEvent;
import cn.gov.jiyuan.platform.feed.Feed;
import cn.gov.jiyuan.platform.parties.LegalEntity;
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

/** The register of legal entities (法人基础库). */
@Component
@Transactional
class Legals {
    private final LegalStore store;
    private final SubjectStore subjects;
    private final RegisterColumns columns;
    private final Persons persons;
    private final FieldSources authority;
    private final StandardAddresses addresses;
    private final Parties parties;
    private final Feed feed;
    private final Audit audit;
    private final Clock clock;

    Legals(
            LegalStore store,
            SubjectStore subjects,
            RegisterColumns columns,
            Persons persons,
            FieldSources authority,
            StandardAddresses addresses,
            Parties parties,
            Feed feed,
            Audit audit,
            Clock clock) {
        this.store = store;
        this.subjects = subjects;
        this.columns = columns;
        this.persons = persons;
        this.authority = authority;
        this.addresses = addresses;
        this.parties = parties;
        this.feed = feed;
        this.audit = audit;
        this.clock = clock;
    }

    Optional<UUID> byCode(Uscc code) {
        return subjects.bearer("USCC", columns.blindIdentifier("USCC", code.value()))
                .map(subjects::root);
    }

    LegalVersion current(UUID id) {
        return store.current(subjects.root(id)).orElseThrow(() -> new Fault(RegistersError.UNKNOWN_LEGAL));
    }

    LegalVersion asOf(UUID id, LocalDate on) {
        UUID root = subjects.root(id);
        return store.asOf(root, on).orElseThrow(() -> {
            List<LegalVersion> versions = store.versions(root);
            return versions.isEmpty()
                    ? new Fault(RegistersError.UNKNOWN_LEGAL)
                    : new Fault(RegistersError.NOT_YET, versions.getLast().from(), on);
        });
    }

    /** Registers a legal entity; one that the platform knows keeps its id. */
    UUID add(Actor actor, Map<String, String> fields, LocalDate from) {
        String source = authority.require(actor, "legal", fields.keySet());
        LegalFacts facts = filled(new LegalFacts(Map.of("status", "存续")), fields);
        if (facts.get("uscc").isEmpty() || facts.get("name").isEmpty()) {
            throw Fault.at("/fields", RegistersError.BAD_VALUE, "统一社会信用代码和名称", "新登记的法人应当都有");
        }
        Uscc code = new Uscc(facts.get("uscc"));
        UUID id = parties.legalEntityByUscc(code).map(LegalEntity::id).orElseGet(Ids::next);
        subjects.insert(id, "LEGAL", clock.instant(), false);
        bear(id, code.value(), from);
        Map<String, String> sources = new HashMap<>();
        fields.keySet().forEach(field -> sources.put(field, source));
        LegalVersion written = write(actor, id, 1, from, facts, sources, "新登记");
        tell(written, facts.differences(new LegalFacts(Map.of())));
        return id;
    }

    LegalVersion change(Actor actor, UUID id, LocalDate from, Map<String, String> fields, String reason) {
        String source = authority.require(actor, "legal", fields.keySet());
        UUID root = subjects.root(id);
        if (subjects.lock(root).isEmpty()) {
            throw new Fault(RegistersError.UNKNOWN_LEGAL);
        }
        LegalVersion before = current(root);
        LegalFacts facts = filled(before.facts(), fields);
        List<String> changed = facts.differences(before.facts());
        if (changed.isEmpty()) {
            throw new Fault(RegistersError.NOTHING);
        }
        if (from.isBefore(before.from())) {
            throw Fault.at("/from", RegistersError.TOO_EARLY, from, before.from());
        }
        if (changed.contains("uscc")) {
            subjects.lay("USCC", columns.blindIdentifier("USCC", before.facts().get("uscc")), root, from);
            bear(root, facts.get("uscc"), from);
        }
        Map<String, String> sources = new HashMap<>(before.sources());
        changed.forEach(field -> sources.put(field, source));
        store.close(root, before.version(), from);
        LegalVersion written = write(actor, root, before.version() + 1, from, facts, sources, reason);
        tell(written, changed);
        return written;
    }

    private void tell(LegalVersion written, List<String> changed) {
        UUID id = written.subjectId();
        feed.append(new Feed.Change(
                LegalChanged.TOPIC,
                id.toString(),
                1,
                new LegalChanged(id, written.version(), written.from(), changed)));
    }

    /** A representative named by number becomes the person of the register; an address the standard one. */
    private LegalFacts filled(LegalFacts before, Map<String, String> fields) {
        LegalFacts facts = before;
        for (Map.Entry<String, String> one : fields.entrySet()) {
            facts = one.getKey().equals("representativeNumber")
                    ? facts.with(
                            "representativeId",
                            persons.byNumber(CitizenId.parse(one.getValue(), LocalDate.now(clock)))
                                    .map(UUID::toString)
                                    .orElseThrow(() ->
                                            Fault.at("/fields/representativeNumber", RegistersError.UNKNOWN_PERSON)))
                    : facts.with(one.getKey(), one.getValue());
        }
        if (fields.containsKey("address")) {
            facts = facts.with(
                    "addrId",
                    addresses.standing(facts.get("address")).map(UUID::toString).orElse(""));
        }
        return facts;
    }

    private void bear(UUID id, String code, LocalDate from) {
        byte[] blind = columns.blindIdentifier("USCC", code);
        Optional<UUID> other =
                subjects.bearer("USCC", blind).map(subjects::root).filter(one -> !one.equals(id));
        if (other.isPresent() || !subjects.bear("USCC", blind, id, code, from)) {
            throw Fault.at("/fields/uscc", RegistersError.NUMBER_TAKEN);
        }
    }

    private LegalVersion write(
            Actor actor,
            UUID id,
            int version,
            LocalDate from,
            LegalFacts facts,
            Map<String, String> sources,
            String reason) {
        LegalVersion made = new LegalVersion(
                id, version, from, null, facts, sources, List.of(), 1, reason, clock.instant(), actor.name(), false);
        store.insertAll(List.of(made));
        audit.record(
                actor,
                new AuditEvent(
                        "registers.legal.write",
                        "party",
                        id.toString(),
                        facts.get("name") + "的法人信息第 " + version + " 版，" + from + " 起：" + reason,
                        Map.of("version", version, "from", from.toString(), "sources", sources)));
        return made;
    }
}
