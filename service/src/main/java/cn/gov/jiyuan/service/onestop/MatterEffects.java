package cn.gov.jiyuan.service.onestop;

import cn.gov.jiyuan.contracts.items.ItemCatalogue;
import cn.gov.jiyuan.contracts.items.ItemGuide;
import cn.gov.jiyuan.contracts.items.ItemVersionRef;
import cn.gov.jiyuan.contracts.licences.Licences;
import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.kernel.time.LegalTerm;
import cn.gov.jiyuan.platform.cases.CaseAction;
import cn.gov.jiyuan.platform.cases.CaseEffects;
import cn.gov.jiyuan.platform.cases.CaseView;
import cn.gov.jiyuan.platform.cases.Cases;
import cn.gov.jiyuan.platform.cases.NewCase;
import cn.gov.jiyuan.platform.cases.NewEvidence;
import cn.gov.jiyuan.platform.cases.Transition;
import cn.gov.jiyuan.platform.messages.Messages;
import cn.gov.jiyuan.platform.parties.LegalEntity;
import cn.gov.jiyuan.platform.parties.Parties;
import cn.gov.jiyuan.platform.parties.Person;
import cn.gov.jiyuan.platform.rules.RuleTexts;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What follows from each action of a matter: letters, the licence. */
@Component
final class MatterEffects implements CaseEffects {
    private static final Set<String> TOLD = Set.of(
            "receive",
            "correct-at-window",
            "accept",
            "deem-accepted",
            "request-correction",
            "reject",
            "turn-away",
            "start-special",
            "extend",
            "grant",
            "refuse",
            "issue",
            "mail",
            "lapse",
            "terminate",
            "revoke",
            "retract");

    private final ItemCatalogue items;
    private final Applications applications;
    private final StepFacts stepFacts;
    private final OwnMatters matters;
    private final MatterNotices notices;
    private final Cases cases;
    private final LicenceFaces faces;
    private final Licences licences;
    private final Parties parties;
    private final Messages messages;
    private final RuleTexts texts;
    private final Clock clock;

    MatterEffects(
            ItemCatalogue items,
            Applications applications,
            StepFacts stepFacts,
            OwnMatters matters,
            MatterNotices notices,
            Cases cases,
            LicenceFaces faces,
            Licences licences,
            Parties parties,
            Messages messages,
            RuleTexts texts,
            Clock clock) {
        this.items = items;
        this.applications = applications;
        this.stepFacts = stepFacts;
        this.matters = matters;
        this.notices = notices;
        this.cases = cases;
        this.faces = faces;
        this.licences = licences;
        this.parties = parties;
        this.messages = messages;
        this.texts = texts;
        this.clock = clock;
    }

    @Override
    public String caseType() {
        return MatterType.ID;
    }

    @Override
    public Result after(Transition transition) {
        CaseView matter = transition.matter();
        String action = transition.action().id();
        requirePower(transition, matter);
        Map<String, Object> facts = stepFacts.ofForm(transition);
        ItemGuide guide = guide(matter);
        stepFacts.checkLaw(transition, guide, facts);
        Map<String, Object> kept = new LinkedHashMap<>(
                Channel.noted(matter, action, transition.action().label(), transition.input(), transition.at()));
        List<NewEvidence> evidence = new ArrayList<>();
        switch (action) {
            case "issue" -> issue(transition, guide, kept, evidence);
            case "revoke", "retract" -> end(transition, kept);
            case "archive" -> archive(matter, guide, kept);
            case "urge" -> urge(matter);
            default -> {}
        }
        evidence.addAll(notices.write(transition, guide, facts));
        tell(matter, action);
        return new Result(kept, evidence, null);
    }

    private void issue(Transition transition, ItemGuide guide, Map<String, Object> kept, List<NewEvidence> evidence) {
        if (guide.content().handling().licenceType() == null) {
            return;
        }
        Licences.Licence licence = licences.issue(transition.actor(), wanted(transition.matter(), guide));
        evidence.add(new NewEvidence(
                licence.ofdFileId(),
                "licence",
                licence.typeName() + " " + licence.number(),
                NewEvidence.Source.ISSUED,
                null));
        kept.put("licenceId", licence.id().toString());
    }

    /** The licence follows the decision on which it rests; what was archived before is so no longer. */
    private void end(Transition transition, Map<String, Object> kept) {
        Object licence = transition.matter().data().get("licenceId");
        boolean revoked = transition.action().id().equals("revoke");
        if (licence != null) {
            licences.end(
                    transition.actor(),
                    UUID.fromString(String.valueOf(licence)),
                    revoked ? Licences.State.ANNULLED : Licences.State.RETRACTED,
                    transition.input().reason());
        }
        kept.put("archived", "");
    }

    private void archive(CaseView matter, ItemGuide guide, Map<String, Object> kept) {
        Object before = matter.data().get("archived");
        if (before != null && !before.equals("")) {
            throw new Fault(OnestopError.ARCHIVED, before);
        }
        ArchiveList list = ArchiveList.of(
                matter,
                guide,
                applications.ofCase(matter.id()).isPresent(),
                cases.timeline(matter.id()),
                cases.evidence(matter.id()));
        if (!list.isComplete()) {
            throw new Fault(OnestopError.ARCHIVE_INCOMPLETE, String.join("、", list.missing()));
        }
        kept.put("archived", LocalDate.now(clock).toString());
    }

    /** To whoever has it in hand; who has not taken it sees it in the timeline. */
    private void urge(CaseView matter) {
        cases.read(Actor.SYSTEM, matter.id()).tasks().stream()
                .filter(task -> task.assignee() != null && task.doneAt() == null)
                .map(task -> Objects.requireNonNull(task.assignee()).id())
                .distinct()
                .forEach(person -> messages.send(
                        person,
                        "onestop.urge",
                        List.of(matter.title(), String.valueOf(matter.number())),
                        "/workbench/cases/" + matter.id()));
    }

    /** Whatever is done for the applicant, by a page or by a call, needs the power to do it on that very day. */
    private void requirePower(Transition transition, CaseView matter) {
        if (transition.action().performer() == CaseAction.Performer.APPLICANT
                && !transition.actor().isOfficial()) {
            matters.requirePower(transition.actor(), matter);
        }
    }

    /** Tells the applicant what concerns him, in the same transaction. */
    private void tell(CaseView matter, String action) {
        if (TOLD.contains(action)) {
            tell(matter, matter.applicantId(), action);
            UUID agent = matter.agentId();
            // The agent of a person reads his own messages, not hers.
            if (agent != null && matter.applicantKind() == NewCase.ApplicantKind.PERSON) {
                tell(matter, agent, action);
            }
        }
    }

    private void tell(CaseView matter, UUID reader, String action) {
        messages.send(
                reader,
                "onestop." + action,
                List.of(matter.title(), String.valueOf(matter.number()), texts.of("onestop.acceptance.notice")),
                "/my/matters/" + matter.id());
    }

    private ItemGuide guide(CaseView matter) {
        return items.version(new ItemVersionRef(
                String.valueOf(matter.data().get("itemCode")),
                ((Number) matter.data().getOrDefault("itemVersion", 1)).intValue()));
    }

    private Licences.NewLicence wanted(CaseView matter, ItemGuide guide) {
        Applications.Draft draft = applications.ofCase(matter.id()).orElseThrow(() -> new Fault(OnestopError.UNKNOWN));
        String type = String.valueOf(guide.content().handling().licenceType());
        LocalDate today = LocalDate.now(clock);
        LegalTerm validity = guide.content().handling().licenceValidity();
        LocalDate validTo = validity == null
                ? LocalDate.of(9999, 12, 31)
                : validity.after(today).minusDays(1);
        Holder holder = holder(draft.application());
        return new Licences.NewLicence(
                type,
                matter.id(),
                matter.unitId(),
                draft.application().applicantId(),
                holder.name(),
                holder.code(),
                holder.codeType(),
                today,
                validTo,
                faces.face(type, draft.form(), draft.application()),
                matter.demo());
    }

    private record Holder(String name, String code, String codeType) {}

    private Holder holder(Application application) {
        if (application.enterprise()) {
            LegalEntity entity =
                    parties.legalEntity(application.applicantId()).orElseThrow(() -> new Fault(OnestopError.UNKNOWN));
            return new Holder(entity.name(), entity.uscc(), "001");
        }
        Person person = parties.person(application.applicantId()).orElseThrow(() -> new Fault(OnestopError.UNKNOWN));
        return new Holder(person.name(), person.idNumber(), "111");
    }
}
