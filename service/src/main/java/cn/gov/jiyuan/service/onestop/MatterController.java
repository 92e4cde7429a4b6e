package cn.gov.jiyuan.service.onestop;

import cn.gov.jiyuan.contracts.items.ItemCatalogue;
import cn.gov.jiyuan.contracts.items.ItemVersionRef;
import cn.gov.jiyuan.contracts.licences.Licences;
import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.access.Access;
import cn.gov.jiyuan.platform.access.Permitted;
import cn.gov.jiyuan.platform.cases.CaseView;
import cn.gov.jiyuan.platform.cases.Cases;
import cn.gov.jiyuan.platform.cases.EvidenceView;
import cn.gov.jiyuan.platform.files.FileStore;
import cn.gov.jiyuan.platform.forms.SummaryRow;
import cn.gov.jiyuan.platform.portal.Download;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What an official sees of a matter beside the case itself: the form, the materials, the documents, the licence. */
@RestController
class MatterController {
    private static final String READ = "onestop.matter.read";

    private final Applications applications;
    private final OwnMatters matters;
    private final MatterSight sight;
    private final Cases cases;
    private final Licences licences;
    private final ItemCatalogue items;
    private final Access access;
    private final FileStore files;

    MatterController(
            Applications applications,
            OwnMatters matters,
            MatterSight sight,
            Cases cases,
            Licences licences,
            ItemCatalogue items,
            Access access,
            FileStore files) {
        this.applications = applications;
        this.matters = matters;
        this.sight = sight;
        this.cases = cases;
        this.licences = licences;
        this.items = items;
        this.access = access;
        this.files = files;
    }

    record Line(String label, String value, String masked) {}

    record Paper(
            String kind,
            String name,
            String source,
            @Nullable UUID fileId) {}

    record Issued(UUID id, String typeName, String number, String state) {}

    record View(
            String number,
            String itemCode,
            Object itemVersion,
            String itemName,
            List<Line> summary,
            List<Paper> materials,
            List<Paper> documents,
            @Nullable Issued licence,
            List<ArchiveList.Line> archive,
            boolean disclosable) {}

    record Purpose(@Nullable String purpose) {}

    @GetMapping("/api/onestop/matters/{caseId}")
    @Permitted(READ)
    View show(@PathVariable UUID caseId, Actor actor) {
        CaseView matter = visible(actor, caseId);
        return view(actor, matter, sight.inHand(actor, matter));
    }

    /** The same with personal data in full; the purpose goes into the audit trail. */
    @PostMapping("/api/onestop/matters/{caseId}/reveal")
    @Permitted(READ)
    View reveal(@PathVariable UUID caseId, @RequestBody Purpose body, Actor actor) {
        CaseView matter = visible(actor, caseId);
        sight.disclose(actor, matter, Objects.requireNonNullElse(body.purpose(), ""));
        return view(actor, matter, true);
    }

    private View view(Actor actor, CaseView matter, boolean clear) {
        List<EvidenceView> evidence = cases.evidence(matter.id());
        return new View(
                String.valueOf(matter.number()),
                String.valueOf(matter.data().get("itemCode")),
                matter.data().getOrDefault("itemVersion", 1),
                matter.title(),
                summary(matter, clear),
                papers(evidence, false),
                papers(evidence, true),
                licence(matter),
                archive(matter, evidence),
                !clear && hides(matter) && sight.mayAsk(actor, matter));
    }

    /** Whether more could be shown than is: nobody is asked for a purpose to see the same again. */
    private boolean hides(CaseView matter) {
        return summary(matter, true).stream().anyMatch(line -> !line.value().equals(line.masked()));
    }

    /** What belongs into the file of a matter that is over; nothing before. */
    private List<ArchiveList.Line> archive(CaseView matter, List<EvidenceView> evidence) {
        if (matter.closedAt() == null) {
            return List.of();
        }
        return ArchiveList.of(
                        matter,
                        items.version(new ItemVersionRef(
                                String.valueOf(matter.data().get("itemCode")),
                                ((Number) matter.data().getOrDefault("itemVersion", 1)).intValue())),
                        applications.ofCase(matter.id()).isPresent(),
                        cases.timeline(matter.id()),
                        evidence)
                .lines();
    }

    private List<Line> summary(CaseView matter, boolean clear) {
        Stream<Line> form = applications.ofCase(matter.id()).stream()
                .flatMap(draft ->
                        draft
                                .form()
                                .summary(
                                        draft.application().answers(),
                                        f -> draft.fileNames().getOrDefault(f, "附件"))
                                .stream())
                .map(row -> line(row, clear));
        return Stream.concat(parties(matter, clear), form).toList();
    }

    /** Applicant and agent, when somebody acted for the applicant (双主体). */
    private Stream<Line> parties(CaseView matter, boolean clear) {
        String agent = cases.agentName(matter.id()).orElse(null);
        if (agent == null) {
            return Stream.of();
        }
        String masked = String.valueOf(matter.agentMasked());
        String applicant = clear ? cases.applicantName(matter.id()) : matter.applicantMasked();
        return Stream.of(
                new Line("申请人", applicant, matter.applicantMasked()),
                new Line(Standing.agentLabel(matter.data().get("relation")), clear ? agent : masked, masked));
    }

    private static Line line(SummaryRow row, boolean clear) {
        return new Line(row.label(), clear ? row.value() : row.masked(), row.masked());
    }

    private static List<Paper> papers(List<EvidenceView> evidence, boolean issued) {
        return evidence.stream()
                .filter(piece -> (piece.kind().equals("notice") || piece.kind().equals("licence")) == issued)
                .map(piece ->
                        new Paper(piece.kind(), piece.name(), piece.source().label(), piece.fileId()))
                .toList();
    }

    private @Nullable Issued licence(CaseView matter) {
        return Optional.ofNullable(matter.data().get("licenceId"))
                .flatMap(id -> licences.find(UUID.fromString(String.valueOf(id))))
                .map(licence -> new Issued(
                        licence.id(),
                        licence.typeName(),
                        licence.number(),
                        licence.state().label()))
                .orElse(null);
    }

    @GetMapping("/api/onestop/matters/{caseId}/files/{fileId}")
    @Permitted(READ)
    ResponseEntity<InputStreamResource> file(@PathVariable UUID caseId, @PathVariable UUID fileId, Actor actor) {
        visible(actor, caseId);
        return paper(caseId, fileId);
    }

    @GetMapping("/my/matters/{caseId}/files/{fileId}")
    @Permitted("onestop.matter.apply")
    ResponseEntity<InputStreamResource> ownFile(@PathVariable UUID caseId, @PathVariable UUID fileId, Actor actor) {
        matters.require(actor, caseId);
        return paper(caseId, fileId);
    }

    private ResponseEntity<InputStreamResource> paper(UUID caseId, UUID fileId) {
        boolean belongs = cases.evidence(caseId).stream().anyMatch(piece -> fileId.equals(piece.fileId()));
        if (!belongs) {
            throw new Fault(OnestopError.UNKNOWN);
        }
        return Download.of(files, fileId, true);
    }

    private CaseView visible(Actor actor, UUID caseId) {
        return cases.find(caseId)
                .filter(matter -> matter.type().equals(MatterType.ID))
                .filter(matter ->
                        access.rows(actor, READ).covers(matter.unitId(), matter.applicantId(), matter.areaCode()))
                .orElseThrow(() -> new Fault(OnestopError.UNKNOWN));
    }
}
