package cn.gov.jiyuan.service.reviews;

import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.access.Permitted;
import cn.gov.jiyuan.platform.portal.Refusal;
import cn.gov.jiyuan.platform.portal.Texts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Rating with the receipt in hand, for who came to the window and has no account. Posted: the code stays out of addresses. */
@Controller
@RequestMapping("/rate")
class ReceiptRatePages {
    private final Evaluations evaluations;
    private final ShownForm shownForm;
    private final Texts texts;

    ReceiptRatePages(Evaluations evaluations, ShownForm shownForm, Texts texts) {
        this.evaluations = evaluations;
        this.shownForm = shownForm;
        this.texts = texts;
    }

    @GetMapping
    @Permitted(Permitted.PUBLIC)
    String form(@RequestParam(defaultValue = "") String number, Model model) {
        model.addAttribute("number", number);
        if (!model.containsAttribute("shown")) {
            model.addAttribute("shown", shownForm.now());
        }
        model.addAttribute("degrees", Satisfaction.values());
        model.addAttribute("tags", Satisfaction.allTags());
        return "reviews/receipt";
    }

    @PostMapping
    @Permitted(Permitted.PUBLIC)
    String rate(
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "0") int satisfaction,
            @RequestParam(defaultValue = "") List<String> tags,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String shown,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Sender sender = Sender.of(request);
        Evaluations.Rating rating = new Evaluations.Rating(
                satisfaction, tags, words, true, sender.channel(), sender.source(), shownForm.isHasty(shown));
        try {
            model.addAttribute(
                    "bad",
                    evaluations.rate(number.strip(), code.strip(), rating).isPresent());
            model.addAttribute("anonymous", true);
            return "reviews/thanks";
        } catch (Fault fault) {
            Refusal.show(texts, fault, model, response);
            model.addAttribute("code", code);
            model.addAttribute("words", words);
            model.addAttribute("shown", shown);
            return form(number, model);
        }
    }
}
