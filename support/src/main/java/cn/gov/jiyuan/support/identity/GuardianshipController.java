package cn.gov.jiyuan.support.identity;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.access.Permitted;
import cn.gov.jiyuan.platform.cases.CaseView;
import cn.gov.jiyuan.platform.cases.Cases;
import cn.gov.jiyuan.platform.cases.EvidenceView;
import cn.gov.jiyuan.platform.files.FileStore;
import cn.gov.jiyuan.platform.parties.Parties;
import cn.gov.jiyuan.platform.parties.Person;
import cn.gov.jiyuan.platform.portal.Download;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What the official who verifies a guardianship sees beside the case: who, of whom, and the proof. */
@RestController
class GuardianshipController {
    private static final String READ = "identity.guardianship.read";

    private final Guardianships guardianships;
    private final Cases cases;
    private final Parties parties;
    private final FileStore files;

    GuardianshipController(Guardianships guardianships, Cases cases, Parties parties, FileStore files) {
        this.guardianships = guardianships;
        this.cases = cases;
        this.parties = parties;
        this.files = files;
    }

    record Line(String label, String value, String masked) {}

    record Paper(
            String kind,
            String name,
            String source,
            @Nullable UUID fileId) {}

    /** In the shape in which the workbench shows a matter. */
    record View(
            String number,
            String itemName,
            List<Line> summary,
            List<Paper> materials,
            List<Paper> documents,
            @Nullable Object licence) {}

    @GetMapping("/api/identity/guardianships/{caseId}")
    @Permitted(READ)
    View show(@PathVariable UUID caseId, Actor actor) {
        CaseView matter = cases.read(actor, caseId).matter();
        GuardianshipStore.Claim claim = claim(caseId);
        Person guardian = parties.person(claim.guardianId()).orElseThrow(GuardianshipController::missing);
        return new View(
                String.valueOf(matter.number()),
                matter.title(),
                List.of(
                        new Line("监护人（申请人）", guardian.name(), matter.applicantMasked()),
                        new Line("监护人公民身份号码", guardian.idNumber(), hidden(guardian.idNumber())),
                        new Line(
                                "与被监护人的关系",
                                claim.kinship().label(),
                                claim.kinship().label()),
                        new Line(
                                "被监护人", claim.ward().name(), claim.ward().name().charAt(0) + "*"),
                        new Line(
                                "被监护人公民身份号码",
                                claim.ward().idNumber(),
                                hidden(claim.ward().idNumber()))),
                cases.evidence(caseId).stream()
                        .map(GuardianshipController::paper)
                        .toList(),
                List.of(),
                null);
    }

    private static String hidden(String idNumber) {
        return idNumber.substring(0, 6) + "********" + idNumber.substring(14);
    }

    private static Paper paper(EvidenceView piece) {
        return new Paper(piece.kind(), piece.name(), piece.source().label(), piece.fileId());
    }

    private GuardianshipStore.Claim claim(UUID caseId) {
        return guardianships.find(caseId).orElseThrow(GuardianshipController::missing);
    }

    private static Fault missing() {
        return new Fault(IdentityError.NO_DELEGATION);
    }

    @GetMapping("/api/identity/guardianships/{caseId}/files/{fileId}")
    @Permitted(READ)
    ResponseEntity<InputStreamResource> file(@PathVariable UUID caseId, @PathVariable UUID fileId, Actor actor) {
        cases.read(actor, caseId);
        claim(caseId);
        if (cases.evidence(caseId).stream().noneMatch(piece -> fileId.equals(piece.fileId()))) {
            throw missing();
        }
        return Download.of(files, fileId, true);
    }
}
