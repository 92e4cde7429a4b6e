package cn.gov.jiyuan.support.items;

import cn.gov.jiyuan.contracts.items.ItemCatalogue;
import cn.gov.jiyuan.contracts.items.ItemContent;
import cn.gov.jiyuan.contracts.items.ItemGuide;
import cn.gov.jiyuan.contracts.items.Situations;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.access.Permitted;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** The portal's questions before applying, one per page, and what comes out of them: materials, terms, the way on. */
@Controller
class SelfCheckPages {
    private final ItemCatalogue items;

    SelfCheckPages(ItemCatalogue items) {
        this.items = items;
    }

    /** An answer that may be changed. @param change address of its question, with the answers before it */
    record Line(String parameter, String option, String question, String answer, String change) {}

    @GetMapping("/items/{code}/check")
    @Permitted(Permitted.PUBLIC)
    String check(@PathVariable String code, @RequestParam Map<String, String> parameters, Model model) {
        ItemGuide guide = items.inForce(code).orElseThrow(() -> new Fault(ItemsError.NOT_IN_FORCE, code));
        ItemContent content = guide.content();
        SelfCheck check = new SelfCheck(content, parameters);
        SelfCheck.Asked asked = check.asked().orElse(null);
        Situations.Case decided = check.decided().orElse(null);
        ItemContent.Terms terms = content.terms(decided);
        model.addAttribute("guide", guide);
        model.addAttribute("content", content);
        model.addAttribute("lines", lines(code, check.given()));
        model.addAttribute("asked", asked);
        model.addAttribute("missed", asked != null && asked.parameter().equals(parameters.get("asked")));
        model.addAttribute("stop", check.stop().orElse(null));
        model.addAttribute("situation", decided);
        model.addAttribute("materials", content.materials(decided));
        model.addAttribute("promise", TermLength.text(terms.promise()));
        model.addAttribute("legal", TermLength.text(terms.legal()));
        model.addAttribute(
                "applicable", content.handling().online() && content.handling().formId() != null);
        model.addAttribute("apply", apply(code, decided));
        return "items/check";
    }

    private static List<Line> lines(String code, List<SelfCheck.Given> given) {
        return given.stream()
                .map(one -> new Line(
                        one.parameter(),
                        one.option(),
                        one.question(),
                        one.answer(),
                        address(code, given.subList(0, given.indexOf(one)))))
                .toList();
    }

    private static String address(String code, List<SelfCheck.Given> given) {
        UriComponentsBuilder address =
                UriComponentsBuilder.fromPath("/items/{code}/check").uriVariables(Map.of("code", code));
        given.forEach(one -> address.queryParam(one.parameter(), one.option()));
        return address.encode().build().toUriString();
    }

    private static String apply(String code, Situations.@Nullable Case decided) {
        UriComponentsBuilder address =
                UriComponentsBuilder.fromPath("/apply/{code}/start").uriVariables(Map.of("code", code));
        if (decided != null) {
            address.queryParam("situation", decided.code());
        }
        return address.encode().build().toUriString();
    }
}
