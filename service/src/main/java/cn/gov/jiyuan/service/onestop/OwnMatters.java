package cn.gov.jiyuan.service.onestop;

import cn.gov.jiyuan.contracts.identity.Authority;
import cn.gov.jiyuan.contracts.items.ItemCatalogue;
import cn.gov.jiyuan.contracts.items.ItemVersionRef;
import cn.gov.jiyuan.contracts.onestop.Matters;
import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.audit.Audit;
import cn.gov.jiyuan.platform.audit.AuditEvent;
import cn.gov.jiyuan.platform.cases.CaseView;
import cn.gov.jiyuan.platform.cases.Cases;
import cn.gov.jiyuan.platform.cases.NewCase;
import cn.gov.jiyuan.platform.cases.TimelineEntry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The matters of whoever acts, and of nobody else. */
@Service
class OwnMatters implements Matters {
    private final Cases cases;
    private final Audit audit;
    private final Standing standing;
    private final ItemCatalogue items;

    OwnMatters(Cases cases, Audit audit, Standing standing, ItemCatalogue items) {
        this.cases = cases;
        this.audit = audit;
        this.standing = standing;
        this.items = items;
    }

    /** Notes that somebody looked at the numbers of his own matter in full. */
    @Transactional
    public void noteDisclosure(Actor actor, CaseView matter) {
        audit.record(
                actor,
                new AuditEvent(
                        "onestop.matter.disclosed",
                        "case",
                        matter.id().toString(),
                        actor.name() + "查看了本人办件 " + matter.number() + " 中证件号码和电话的完整内容",
                        Map.of()));
    }

    CaseView require(Actor actor, UUID caseId) {
        return find(actor, caseId).orElseThrow(() -> refusal(actor, caseId));
    }

    /** Why it is not his to see: to whoever acted in it, with the way on; to strangers, that there is no such thing. */
    private Fault refusal(Actor actor, UUID caseId) {
        cases.find(caseId)
                .filter(matter -> matter.type().equals(MatterType.ID))
                .ifPresent(matter -> requirePower(actor, matter));
        return new Fault(OnestopError.UNKNOWN);
    }

    void requirePower(Actor actor, CaseView matter) {
        ItemVersionRef item = new ItemVersionRef(
                String.valueOf(matter.data().get("itemCode")),
                ((Number) matter.data().getOrDefault("itemVersion", 1)).intValue());
        boolean enterprise = matter.applicantKind() == NewCase.ApplicantKind.ORGANISATION;
        standing.requireOngoing(
                actor,
                new Standing.Subject(matter.applicantId(), enterprise, matter.agentId(), "/my/matters/" + matter.id()),
                items.version(item));
    }

    private Optional<CaseView> find(Actor actor, UUID caseId) {
        Authority.Scope scope = standing.scope(actor);
        return cases.find(caseId)
                .filter(matter -> matter.type().equals(MatterType.ID))
                .filter(matter -> matter.applicantId().equals(actor.principalId()))
                .filter(matter -> isCovered(scope, matter));
    }

    /** The newest hundred. */
    List<CaseView> recent(Actor actor) {
        Authority.Scope scope = standing.scope(actor);
        return cases.ofApplicant(actor.principalId(), MatterType.ID, 100).stream()
                .filter(matter -> isCovered(scope, matter))
                .toList();
    }

    /** Whether he sees everything of whom he acts for, as an agent for some items does not. */
    boolean seesAll(Actor actor) {
        return standing.scope(actor).all();
    }

    private static boolean isCovered(Authority.Scope scope, CaseView matter) {
        return scope.covers(String.valueOf(matter.data().get("itemCode")));
    }

    @Override
    public Optional<MatterView> own(Actor actor, UUID caseId) {
        return find(actor, caseId).map(this::view);
    }

    @Override
    public Optional<MatterView> ofReceipt(String number, String queryCode) {
        return cases.findByQueryCode(number, queryCode)
                .filter(matter -> matter.type().equals(MatterType.ID))
                .map(this::view);
    }

    private MatterView view(CaseView matter) {
        List<TimelineEntry> timeline = cases.timeline(matter.id());
        return new MatterView(
                matter.id(),
                String.valueOf(matter.number()),
                matter.title(),
                String.valueOf(matter.data().get("itemCode")),
                matter.unitId(),
                matter.applicantId(),
                matter.state(),
                timeline.stream()
                        .filter(entry ->
                                entry.action().equals("grant") || entry.action().equals("refuse"))
                        .map(TimelineEntry::personId)
                        .reduce((first, last) -> last)
                        .orElse(null),
                timeline.stream()
                        .filter(entry -> entry.to().equals("delivered"))
                        .map(TimelineEntry::at)
                        .findFirst()
                        .orElse(null));
    }
}
