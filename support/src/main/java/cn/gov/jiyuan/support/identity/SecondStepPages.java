package cn.gov.jiyuan.support.identity;

import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.access.Permitted;
import cn.gov.jiyuan.platform.portal.Refusal;
import cn.gov.jiyuan.platform.portal.Texts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The second step of signing in: the code of the authenticator. */
@Controller
class SecondStepPages {
    private final Authenticators authenticators;
    private final Entry entry;
    private final Texts texts;

    SecondStepPages(Authenticators authenticators, Entry entry, Texts texts) {
        this.authenticators = authenticators;
        this.entry = entry;
        this.texts = texts;
    }

    @GetMapping("/login/code")
    @Permitted(Permitted.PUBLIC)
    String ask(HttpServletRequest request) {
        try {
            entry.step(request);
            return "identity/second-step";
        } catch (Fault over) {
            return "redirect:/login";
        }
    }

    @PostMapping("/login/code")
    @Permitted(Permitted.PUBLIC)
    String answer(
            @RequestParam(defaultValue = "") String code,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            Entry.Step step = entry.step(request);
            Means means = authenticators.pass(step.personId(), code, request.getRemoteAddr());
            return "redirect:" + entry.enter(step.personId(), means, step.next(), request, response);
        } catch (Fault fault) {
            if (fault.code() == IdentityError.STEP_OVER) {
                return "redirect:/login?over=true";
            }
            Refusal.show(texts, fault, model, response);
            return "identity/second-step";
        }
    }
}
