package cn.gov.jiyuan.service.onestop;

import cn.gov.jiyuan.contracts.licences.Licences;
import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.access.Permitted;
import cn.gov.jiyuan.platform.cases.ActionInput;
import cn.gov.jiyuan.platform.cases.CaseView;
import cn.gov.jiyuan.platform.cases.Cases;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A person's or firm's own drafts, matters and licences. */
@Controller
class MyPages {
    private static final String APPLY = "onestop.matter.apply";

    private final Applications applications;
    private final OwnMatters matters;
    private final Cases cases;
    private final Licences licences;
    private final DraftExpiry draftExpiry;

    MyPages(Applications applications, OwnMatters matters, Cases cases, Licences licences, DraftExpiry draftExpiry) {
        this.applications = applications;
        this.matters = matters;
        this.cases = cases;
        this.licences = licences;
        this.draftExpiry = draftExpiry;
    }

    /** A choice with the number of matters that it takes. */
    record Tab(MatterChoice choice, long count) {}

    @GetMapping("/my")
    @Permitted(Permitted.SIGNED_IN)
    String overview(
            @RequestParam(defaultValue = "all") String show,
            @RequestParam(defaultValue = "") String q,
            Actor actor,
            Model model) {
        MatterChoice chosen = MatterChoice.of(show);
        List<CaseView> recent = matters.recent(actor);
        model.addAttribute("drafts", applications.drafts(actor));
        model.addAttribute("draftExpiry", draftExpiry);
        model.addAttribute("choice", chosen);
        model.addAttribute(
                "choices",
                Arrays.stream(MatterChoice.values())
                        .map(choice -> new Tab(
                                choice, recent.stream().filter(choice::takes).count()))
                        .toList());
        model.addAttribute("q", q);
        model.addAttribute("any", !recent.isEmpty());
        model.addAttribute(
                "matters",
                recent.stream()
                        .filter(chosen::takes)
                        .filter(matter -> matter.title().contains(q.strip())
                                || String.valueOf(matter.number()).contains(q.strip()))
                        .toList());
        model.addAttribute("licences", matters.seesAll(actor) ? licences.heldBy(actor.principalId()) : List.of());
        return "onestop/my";
    }

    @GetMapping("/my/matters/{caseId}")
    @Permitted(APPLY)
    String matter(@PathVariable UUID caseId, Actor actor, Model model) {
        CaseView matter = matters.require(actor, caseId);
        MatterProgress.fill(model, cases, matter, true);
        model.addAttribute("offers", cases.offers(actor, caseId));
        model.addAttribute("evidence", cases.evidence(caseId));
        model.addAttribute("queryCode", cases.queryCode(caseId));
        applications.ofCase(caseId).ifPresent(draft -> {
            model.addAttribute("application", draft.application());
            model.addAttribute("rows", draft.summary());
        });
        model.addAttribute(
                "licences",
                licences.heldBy(actor.principalId()).stream()
                        .filter(licence ->
                                licence.id().toString().equals(matter.data().get("licenceId")))
                        .toList());
        return "onestop/matter";
    }

    /** The same page with the numbers in full; each look is noted. */
    @PostMapping("/my/matters/{caseId}/reveal")
    @Permitted(APPLY)
    String reveal(@PathVariable UUID caseId, Actor actor, Model model) {
        matters.noteDisclosure(actor, matters.require(actor, caseId));
        model.addAttribute("reveal", true);
        return matter(caseId, actor, model);
    }

    @GetMapping("/my/matters/{caseId}/reveal")
    @Permitted(APPLY)
    String concealed(@PathVariable UUID caseId) {
        return "redirect:/my/matters/" + caseId;
    }

    @GetMapping("/my/matters/{caseId}/receipt")
    @Permitted(APPLY)
    String receipt(@PathVariable UUID caseId, Actor actor, Model model) {
        CaseView matter = matters.require(actor, caseId);
        MatterProgress.fill(model, cases, matter, true);
        model.addAttribute("queryCode", cases.queryCode(caseId));
        return "onestop/receipt";
    }

    @PostMapping("/my/matters/{caseId}/{action:withdraw|collect|urge}")
    @Permitted(APPLY)
    String act(
            @PathVariable UUID caseId,
            @PathVariable String action,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String reason,
            Actor actor) {
        matters.require(actor, caseId);
        cases.act(actor, caseId, version, action, ActionInput.NONE.withReason(reason));
        return "redirect:/my/matters/" + caseId;
    }

    @GetMapping("/my/matters/{caseId}/correct")
    @Permitted(APPLY)
    String correct(@PathVariable UUID caseId, Actor actor) {
        matters.require(actor, caseId);
        return applications
                .ofCase(caseId)
                .map(draft -> "redirect:/apply/" + draft.application().id() + "/check")
                .orElseThrow(() -> new Fault(OnestopError.UNKNOWN));
    }
}
