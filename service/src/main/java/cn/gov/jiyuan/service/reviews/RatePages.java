package cn.gov.jiyuan.service.reviews;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.access.Permitted;
import cn.gov.jiyuan.platform.portal.Refusal;
import cn.gov.jiyuan.platform.portal.Texts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Rating a finished matter of one's own, and the one remark after it. */
@Controller
@RequestMapping("/my/matters/{caseId}/rate")
class RatePages {
    private static final String RATE = "reviews.evaluation.give";

    private final Evaluations evaluations;
    private final ShownForm shownForm;
    private final Texts texts;

    RatePages(Evaluations evaluations, ShownForm shownForm, Texts texts) {
        this.evaluations = evaluations;
        this.shownForm = shownForm;
        this.texts = texts;
    }

    @GetMapping
    @Permitted(RATE)
    String form(@PathVariable UUID caseId, Actor actor, Model model) {
        Evaluations.Said said = evaluations.said(actor, caseId).orElse(null);
        if (said != null) {
            model.addAttribute("said", said);
            model.addAttribute("caseId", caseId);
            return "reviews/said";
        }
        model.addAttribute("matter", evaluations.open(actor, caseId));
        if (!model.containsAttribute("shown")) {
            model.addAttribute("shown", shownForm.now());
        }
        model.addAttribute("degrees", Satisfaction.values());
        model.addAttribute("tags", Satisfaction.allTags());
        return "reviews/rate";
    }

    @PostMapping
    @Permitted(RATE)
    String rate(
            @PathVariable UUID caseId,
            @RequestParam(defaultValue = "0") int satisfaction,
            @RequestParam(defaultValue = "") List<String> tags,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "false") boolean anonymous,
            @RequestParam(defaultValue = "") String shown,
            Actor actor,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Sender sender = Sender.of(request);
        try {
            boolean bad = evaluations
                    .rate(
                            actor,
                            caseId,
                            new Evaluations.Rating(
                                    satisfaction,
                                    tags,
                                    words,
                                    anonymous,
                                    sender.channel(),
                                    sender.source(),
                                    shownForm.isHasty(shown)))
                    .isPresent();
            model.addAttribute("bad", bad);
            model.addAttribute("anonymous", anonymous);
            return "reviews/thanks";
        } catch (Fault fault) {
            if (fault.code() != ReviewsError.NO_DEGREE) {
                throw fault;
            }
            Refusal.show(texts, fault, model, response);
            model.addAttribute("words", words);
            model.addAttribute("shown", shown);
            return form(caseId, actor, model);
        }
    }

    @PostMapping("/remark")
    @Permitted(RATE)
    String remark(
            @PathVariable UUID caseId,
            @RequestParam(defaultValue = "") String words,
            Actor actor,
            Model model,
            HttpServletResponse response) {
        try {
            evaluations.followUp(actor, caseId, words);
            return "redirect:/my/matters/" + caseId + "/rate";
        } catch (Fault fault) {
            if (fault.code() != ReviewsError.NO_WORDS) {
                throw fault;
            }
            Refusal.show(texts, fault, model, response);
            return form(caseId, actor, model);
        }
    }
}
