package cn.gov.jiyuan.support.identity;

import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.access.Permitted;
import cn.gov.jiyuan.platform.portal.Refusal;
import cn.gov.jiyuan.platform.portal.Texts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Bringing back an official's account that was frozen because nobody used it: a code to the registered telephone. */
@Controller
@RequestMapping("/reactivate")
class ReactivationPages {
    private final Registration registration;
    private final Challenges challenges;
    private final AccountStore accounts;
    private final SignInRules rules;
    private final Texts texts;

    ReactivationPages(
            Registration registration, Challenges challenges, JdbcClient jdbc, SignInRules rules, Texts texts) {
        this.registration = registration;
        this.challenges = challenges;
        this.accounts = new AccountStore(jdbc);
        this.rules = rules;
        this.texts = texts;
    }

    @GetMapping
    @Permitted(Permitted.PUBLIC)
    String who(@RequestParam(defaultValue = "") String account, Model model) {
        model.addAttribute("account", account);
        return "identity/reactivate";
    }

    @PostMapping
    @Permitted(Permitted.PUBLIC)
    String ask(
            @RequestParam(defaultValue = "") String account,
            @RequestParam(defaultValue = "") String phone,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            return "redirect:/reactivate/" + registration.askReactivation(account, phone, request.getRemoteAddr());
        } catch (Fault fault) {
            Refusal.show(texts, fault, model, response);
            model.addAttribute("phone", phone);
            return who(account, model);
        }
    }

    @GetMapping("/{id:[0-9a-f-]{36}}")
    @Permitted(Permitted.PUBLIC)
    String code(@PathVariable UUID id, Model model) {
        model.addAttribute("id", id);
        model.addAttribute("minutes", rules.codeMinutes());
        challenges.live(id, Challenge.Purpose.REACTIVATE).ifPresent(live -> {
            String phone = live.facts().phone();
            model.addAttribute("phone", phone.substring(0, 3) + "****" + phone.substring(7));
            boolean demonstration =
                    !challenges.isSent() && !accounts.demoAccounts().isEmpty();
            if (demonstration && live.facts().personId() != null) {
                model.addAttribute("shown", live.facts().code());
            }
        });
        return "identity/reactivate-code";
    }

    @PostMapping("/{id:[0-9a-f-]{36}}")
    @Permitted(Permitted.PUBLIC)
    String complete(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String code,
            Model model,
            HttpServletResponse response) {
        try {
            registration.reactivate(id, code);
            return "redirect:/login?reactivated=true";
        } catch (Fault fault) {
            Refusal.show(texts, fault, model, response);
            return code(id, model);
        }
    }
}
