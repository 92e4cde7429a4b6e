package cn.gov.jiyuan.data.registers;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.code.CitizenId;
import cn.gov.jiyuan.kernel.code.Uscc;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.kernel.id.Ids;
import cn.gov.jiyuan.platform.audit.Audit;
import cn.gov.jiyuan.platform.audit.AuditEvent;
import cn.gov.jiyuan.platform.rules.Rules;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Proposals to merge or split subjects (合并、拆分申请): whoever finds it proposes it with his reason, somebody else decides,
 * as long as the rule {@code registers.subject.two-persons} says so.
 */
@Component
@Transactional
class Proposals {
    private final ProposalStore store;
    private final SubjectStore subjects;
    private final PersonStore persons;
    private final LegalStore legals;
    private final Mergers mergers;
    private final Rules rules;
    private final Audit audit;
    private final Clock clock;

    Proposals(
            ProposalStore store,
            SubjectStore subjects,
            PersonStore persons,
            LegalStore legals,
            Mergers mergers,
            Rules rules,
            Audit audit,
            Clock clock) {
        this.store = store;
        this.subjects = subjects;
        this.persons = persons;
        this.legals = legals;
        this.mergers = mergers;
        this.rules = rules;
        this.audit = audit;
        this.clock = clock;
    }

    /** @return id of the proposal */
    UUID merge(Actor actor, UUID kept, UUID other, String reason) {
        Mergers.demandReason(reason);
        SubjectStore.Subject first = standing(kept);
        SubjectStore.Subject second = standing(other);
        if (kept.equals(other) || !first.kind().equals(second.kind())) {
            throw new Fault(RegistersError.CANNOT_MERGE);
        }
        return propose(actor, "MERGE", first, other, label(second), null, reason);
    }

    /**
     * @param number the number that goes to a new subject, which the other bore wrongly
     * @param fields what is known of the new one
     * @return id of the proposal
     */
    UUID split(Actor actor, UUID from, String number, Map<String, String> fields, String reason) {
        Mergers.demandReason(reason);
        SubjectStore.Subject whole = standing(from);
        boolean person = whole.kind().equals("PERSON");
        String shown = person
                ? CitizenId.parse(number, LocalDate.now(clock)).masked()
                : Uscc.parse(number).value();
        mergers.demandLaid(whole, number);
        return propose(actor, "SPLIT", whole, null, "拆出 " + shown, new ProposalStore.Detail(number, fields), reason);
    }

    private UUID propose(
            Actor actor,
            String kind,
            SubjectStore.Subject kept,
            @Nullable UUID other,
            String otherLabel,
            ProposalStore.@Nullable Detail detail,
            String reason) {
        UUID id = Ids.next();
        store.insert(
                new ProposalStore.Proposal(
                        id,
                        kind,
                        kept.kind(),
                        kept.id(),
                        other,
                        label(kept),
                        otherLabel,
                        reason,
                        "OPEN",
                        clock.instant(),
                        actor.personId(),
                        actor.name(),
                        actor.unitId(),
                        null,
                        null,
                        null,
                        null),
                detail);
        audit.record(
                actor,
                new AuditEvent(
                        "registers.subject.propose",
                        "party",
                        kept.id().toString(),
                        (kind.equals("MERGE") ? "申请合并主体：" : "申请拆分主体：") + reason,
                        Map.of("proposal", id.toString())));
        return id;
    }

    ProposalStore.Proposal get(UUID id) {
        return store.find(id).orElseThrow(() -> new Fault(RegistersError.UNKNOWN_PROPOSAL));
    }

    List<ProposalStore.Proposal> about(UUID subject) {
        return store.about(subjects.family(subjects.root(subject)));
    }

    /** Whether this official may decide it, as far as who proposed it is concerned. */
    boolean mayDecide(Actor actor, ProposalStore.Proposal one) {
        boolean two = rules.text("registers.subject.two-persons", LocalDate.now(clock))
                .equals("YES");
        return !two || !one.proposedBy().equals(actor.personId());
    }

    /**
     * Decides.
     *
     * @param note needed for a refusal
     * @return what came of it: the mapping of a merger, the new subject of a split; null for a refusal
     */
    @Nullable
    UUID decide(Actor actor, UUID id, boolean approve, String note) {
        ProposalStore.Proposal one = store.lock(id).orElseThrow(() -> new Fault(RegistersError.UNKNOWN_PROPOSAL));
        if (!one.state().equals("OPEN")) {
            throw new Fault(RegistersError.PROPOSAL_DECIDED, one.state().equals("APPROVED") ? "同意" : "不同意");
        }
        if (!mayDecide(actor, one)) {
            throw new Fault(RegistersError.SAME_PERSON);
        }
        UUID outcome = null;
        if (approve) {
            outcome = carriedOut(actor, one);
        } else {
            Mergers.demandReason(note);
            audit.record(
                    actor,
                    new AuditEvent(
                            "registers.subject.refuse",
                            "party",
                            one.kept().toString(),
                            "不同意" + (one.kind().equals("MERGE") ? "合并：" : "拆分：") + note,
                            Map.of("proposal", id.toString())));
        }
        store.decide(id, approve ? "APPROVED" : "REFUSED", clock.instant(), actor.name(), note, outcome);
        return outcome;
    }

    private UUID carriedOut(Actor actor, ProposalStore.Proposal one) {
        String reason = one.reason();
        if (one.kind().equals("MERGE")) {
            return mergers.merge(actor, one.kept(), Objects.requireNonNull(one.other()), reason);
        }
        ProposalStore.Detail detail = store.detail(one.id());
        return mergers.split(actor, one.kept(), detail.number(), detail.fields(), reason);
    }

    private SubjectStore.Subject standing(UUID id) {
        SubjectStore.Subject found = subjects.find(id).orElseThrow(() -> new Fault(RegistersError.UNKNOWN_SUBJECT));
        if (found.mergedInto() != null) {
            throw new Fault(RegistersError.ALREADY_MERGED);
        }
        return found;
    }

    private String label(SubjectStore.Subject subject) {
        return subject.kind().equals("PERSON")
                ? persons.current(subject.id())
                        .map(version -> RegisterColumns.maskedName(
                                        version.facts().name()) + " "
                                + RegisterColumns.maskedNumber(version.facts().idNumber()))
                        .orElse("（没有内容）")
                : legals.current(subject.id())
                        .map(version -> version.facts().get("name"))
                        .orElse("（没有内容）");
    }
}
