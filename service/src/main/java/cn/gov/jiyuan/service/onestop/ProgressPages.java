package cn.gov.jiyuan.service.onestop;

import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.access.Permitted;
import cn.gov.jiyuan.platform.cases.CaseView;
import cn.gov.jiyuan.platform.cases.Cases;
import cn.gov.jiyuan.platform.portal.Texts;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Progress for whoever holds the receipt, without logging in (办件查询). Posted, so that the code stays out of addresses. */
@Controller
class ProgressPages {
    private final Cases cases;
    private final Texts texts;

    ProgressPages(Cases cases, Texts texts) {
        this.cases = cases;
        this.texts = texts;
    }

    @GetMapping("/progress")
    @Permitted(Permitted.PUBLIC)
    String form(@RequestParam(defaultValue = "") String number, Model model) {
        model.addAttribute("number", number);
        return "onestop/progress";
    }

    @PostMapping("/progress")
    @Permitted(Permitted.PUBLIC)
    String find(
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String code,
            Model model,
            HttpServletResponse response) {
        Optional<CaseView> found = cases.findByQueryCode(number.strip(), code.strip());
        if (found.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            Fault fault = new Fault(OnestopError.QUERY);
            model.addAttribute("problem", texts.of(fault.code().code(), List.of()));
            return form(number, model);
        }
        MatterProgress.fill(model, cases, found.get(), false);
        return form(number, model);
    }
}
