package cn.gov.jiyuan.platform.conformance;

import cn.gov.jiyuan.platform.access.Permitted;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The public page of what holds and what does not (达标情况). */
@Controller
class ConformancePages {
    private final Conformance conformance;

    ConformancePages(Conformance conformance) {
        this.conformance = conformance;
    }

    @GetMapping("/conformance")
    @Permitted(Permitted.PUBLIC)
    String show(Model model) {
        model.addAttribute("report", conformance.report());
        return "conformance/conformance";
    }

    @GetMapping("/conformance/scenarios")
    @Permitted(Permitted.PUBLIC)
    String scenarios(Model model) {
        model.addAttribute("run", conformance.report().scenarios());
        return "conformance/scenarios";
    }
}
