package cn.gov.jiyuan.data.registers;

import cn.gov.jiyuan.contracts.registers.SubjectsMerged;
import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.code.CitizenId;
import cn.gov.jiyuan.kernel.code.Uscc;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.kernel.id.Ids;
import cn.gov.jiyuan.platform.audit.Audit;
import cn.gov.jiyuan.platform.audit.AuditEvent;
import cn.gov.jiyuan.platform.feed.Feed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Merging and splitting of subjects (合并、拆分). Nothing that was said about either is rewritten: a mapping says which id
 * stands for which, and taking it back undoes it.
 */
@Component
@Transactional
class Mergers {
    private final SubjectStore subjects;
    private final Persons persons;
    private final PersonStore versions;
    private final LegalStore legals;
    private final RegisterColumns columns;
    private final Feed feed;
    private final Audit audit;
    private final Clock clock;

    Mergers(
            SubjectStore subjects,
            Persons persons,
            PersonStore versions,
            LegalStore legals,
            RegisterColumns columns,
            Feed feed,
            Audit audit,
            Clock clock) {
        this.subjects = subjects;
        this.persons = persons;
        this.versions = versions;
        this.legals = legals;
        this.columns = columns;
        this.feed = feed;
        this.audit = audit;
        this.clock = clock;
    }

    /** @return id of the mapping */
    UUID merge(Actor actor, UUID kept, UUID other, String reason) {
        demandReason(reason);
        SubjectStore.Subject first = locked(kept.compareTo(other) < 0 ? kept : other);
        SubjectStore.Subject second = locked(kept.compareTo(other) < 0 ? other : kept);
        if (kept.equals(other) || !first.kind().equals(second.kind())) {
            throw new Fault(RegistersError.CANNOT_MERGE);
        }
        if (first.mergedInto() != null || second.mergedInto() != null) {
            throw new Fault(RegistersError.ALREADY_MERGED);
        }
        subjects.merge(other, kept);
        return noted(actor, "MERGE", kept, other, reason, false);
    }

    /** A number that was wrongly given to a subject goes to a new one, with what is known of it. @return the new subject */
    UUID split(Actor actor, UUID from, String number, Map<String, String> fields, String reason) {
        demandReason(reason);
        SubjectStore.Subject whole = locked(from);
        if (whole.mergedInto() != null) {
            throw new Fault(RegistersError.CANNOT_MERGE);
        }
        byte[] blind = demandLaid(whole, number);
        LocalDate today = LocalDate.now(clock);
        String kind = numbers(whole);
        subjects.lay(kind, blind, from, today);
        UUID made = Ids.next();
        subjects.insert(made, whole.kind(), clock.instant(), false);
        if (kind.equals("ID")) {
            CitizenId id = CitizenId.parse(number, today);
            subjects.bear(kind, blind, made, id.masked(), today);
            PersonFacts facts = PersonFacts.NOTHING.with("idNumber", id.value(), today);
            for (Map.Entry<String, String> one : fields.entrySet()) {
                facts = facts.with(one.getKey(), one.getValue(), today);
            }
            versions.insertAll(List.of(new PersonVersion(
                    made,
                    1,
                    today,
                    null,
                    facts,
                    Map.of(),
                    List.of(),
                    1,
                    reason,
                    clock.instant(),
                    actor.name(),
                    false)));
        } else {
            String code = Uscc.parse(number).value();
            subjects.bear(kind, blind, made, code, today);
            LegalFacts facts = new LegalFacts(Map.of("status", "存续")).with("uscc", code);
            for (Map.Entry<String, String> one : fields.entrySet()) {
                facts = facts.with(one.getKey(), one.getValue());
            }
            legals.insertAll(List.of(new LegalVersion(
                    made,
                    1,
                    today,
                    null,
                    facts,
                    Map.of(),
                    List.of(),
                    1,
                    reason,
                    clock.instant(),
                    actor.name(),
                    false)));
        }
        noted(actor, "SPLIT", from, made, reason, false);
        return made;
    }

    private static String numbers(SubjectStore.Subject subject) {
        return subject.kind().equals("PERSON") ? "ID" : "USCC";
    }

    /**
     * The blind index of a number that a subject bore and bears no more: only such a one can be split off.
     *
     * @throws Fault {@code registers.bad-value}
     */
    byte[] demandLaid(SubjectStore.Subject subject, String number) {
        boolean person = subject.kind().equals("PERSON");
        String value = person
                ? CitizenId.parse(number, LocalDate.now(clock)).value()
                : Uscc.parse(number).value();
        byte[] blind = columns.blindIdentifier(numbers(subject), value);
        String now = person
                ? persons.current(subject.id()).facts().idNumber()
                : legals.current(subject.id())
                        .map(version -> version.facts().get("uscc"))
                        .orElse("");
        if (value.equals(now)
                || subjects.bearer(numbers(subject), blind)
                        .filter(subject.id()::equals)
                        .isEmpty()) {
            throw Fault.at("/number", RegistersError.BAD_VALUE, "号码", "应为此主体名下已停用的号码");
        }
        return blind;
    }

    /** Takes a merger back, or joins what was split. */
    void undo(Actor actor, UUID mapping, String reason) {
        demandReason(reason);
        SubjectStore.Mapping done =
                subjects.lockMapping(mapping).orElseThrow(() -> new Fault(RegistersError.UNKNOWN_MAPPING));
        SubjectStore.Subject other = locked(done.other());
        boolean merge = done.kind().equals("MERGE");
        boolean stands = merge ? done.kept().equals(other.mergedInto()) : other.mergedInto() == null;
        if (done.undoneAt() != null || !stands) {
            throw new Fault(RegistersError.NOT_UNDOABLE);
        }
        subjects.merge(done.other(), merge ? null : done.kept());
        subjects.undo(mapping, clock.instant(), actor.name(), reason);
        tell(actor, done.kind(), done.kept(), done.other(), reason, true);
    }

    private SubjectStore.Subject locked(UUID id) {
        return subjects.lock(id).orElseThrow(() -> new Fault(RegistersError.UNKNOWN_SUBJECT));
    }

    private UUID noted(Actor actor, String kind, UUID kept, UUID other, String reason, boolean undone) {
        UUID id = Ids.next();
        subjects.insert(
                new SubjectStore.Mapping(id, kind, kept, other, reason, clock.instant(), actor.name(), null, null));
        tell(actor, kind, kept, other, reason, undone);
        return id;
    }

    private void tell(Actor actor, String kind, UUID kept, UUID other, String reason, boolean undone) {
        boolean one = kind.equals("MERGE") != undone;
        feed.append(new Feed.Change(SubjectsMerged.TOPIC, kept.toString(), 1, new SubjectsMerged(kept, other, !one)));
        audit.record(
                actor,
                new AuditEvent(
                        "registers.subject." + (one ? "merge" : "split"),
                        "party",
                        kept.toString(),
                        (undone ? "撤销" : "") + (kind.equals("MERGE") ? "合并主体：" : "拆分主体：") + reason,
                        Map.of("kept", kept.toString(), "other", other.toString())));
    }

    static void demandReason(String reason) {
        if (reason.strip().length() < 4 || reason.length() > 200) {
            throw Fault.at("/reason", RegistersError.REASON);
        }
    }
}
