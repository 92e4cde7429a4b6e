package cn.gov.jiyuan.service.onestop;

import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.access.Permitted;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Says of each public figure what it counts, what it leaves out, as of when, and how it went (指标口径). */
@Controller
class TransparencyPages {
    private final PublicFigures figures;

    TransparencyPages(PublicFigures figures) {
        this.figures = figures;
    }

    @GetMapping("/transparency/{id}")
    @Permitted(Permitted.PUBLIC)
    String show(@PathVariable String id, Model model) {
        model.addAttribute("account", figures.account(id).orElseThrow(() -> new Fault(OnestopError.FIGURE, id)));
        return "onestop/transparency";
    }
}
