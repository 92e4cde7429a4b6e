package cn.gov.jiyuan.support.identity;

import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.access.Permitted;
import cn.gov.jiyuan.platform.portal.Refusal;
import cn.gov.jiyuan.platform.portal.Texts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Registering, and getting a new password: first who and which telephone, then the code and the password. */
@Controller
class RegistrationPages {
    private final Registration registration;
    private final Challenges challenges;
    private final Sessions sessions;
    private final AccountStore accounts;
    private final SignInRules rules;
    private final Texts texts;
    private final Clock clock;

    RegistrationPages(
            Registration registration,
            Challenges challenges,
            Sessions sessions,
            JdbcClient jdbc,
            SignInRules rules,
            Texts texts,
            Clock clock) {
        this.registration = registration;
        this.challenges = challenges;
        this.sessions = sessions;
        this.accounts = new AccountStore(jdbc);
        this.rules = rules;
        this.texts = texts;
        this.clock = clock;
    }

    @GetMapping("/register")
    @Permitted(Permitted.PUBLIC)
    String who() {
        return "identity/register";
    }

    @PostMapping("/register")
    @Permitted(Permitted.PUBLIC)
    String ask(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String idNumber,
            @RequestParam(defaultValue = "") String phone,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            return "redirect:/register/" + registration.ask(name, idNumber, phone, request.getRemoteAddr());
        } catch (Fault fault) {
            Refusal.show(texts, fault, model, response);
            model.addAttribute("name", name);
            model.addAttribute("idNumber", idNumber);
            model.addAttribute("phone", phone);
            return who();
        }
    }

    @GetMapping("/register/{id:[0-9a-f-]{36}}")
    @Permitted(Permitted.PUBLIC)
    String code(@PathVariable UUID id, Model model) {
        return code(id, Challenge.Purpose.REGISTER, model);
    }

    @PostMapping("/register/{id:[0-9a-f-]{36}}")
    @Permitted(Permitted.PUBLIC)
    String complete(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String account,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String repeated,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            UUID person = registration.complete(id, code, account, password, repeated);
            sessions.begin(new SignedIn(person, Capacity.SELF, clock.instant()), Means.REGISTRATION, request, response);
            return "redirect:/my";
        } catch (Fault fault) {
            Refusal.show(texts, fault, model, response);
            model.addAttribute("account", account);
            model.addAttribute("code", code);
            return code(id, Challenge.Purpose.REGISTER, model);
        }
    }

    @GetMapping("/password")
    @Permitted(Permitted.PUBLIC)
    String forgotten() {
        return "identity/forgotten";
    }

    @PostMapping("/password")
    @Permitted(Permitted.PUBLIC)
    String askReset(
            @RequestParam(defaultValue = "") String account,
            @RequestParam(defaultValue = "") String phone,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            return "redirect:/password/" + registration.askReset(account, phone, request.getRemoteAddr());
        } catch (Fault fault) {
            Refusal.show(texts, fault, model, response);
            model.addAttribute("account", account);
            model.addAttribute("phone", phone);
            return forgotten();
        }
    }

    @GetMapping("/password/{id:[0-9a-f-]{36}}")
    @Permitted(Permitted.PUBLIC)
    String resetCode(@PathVariable UUID id, Model model) {
        return code(id, Challenge.Purpose.RESET, model);
    }

    @PostMapping("/password/{id:[0-9a-f-]{36}}")
    @Permitted(Permitted.PUBLIC)
    String completeReset(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String repeated,
            Model model,
            HttpServletResponse response) {
        try {
            registration.completeReset(id, code, password, repeated);
            return "identity/changed";
        } catch (Fault fault) {
            Refusal.show(texts, fault, model, response);
            model.addAttribute("code", code);
            return code(id, Challenge.Purpose.RESET, model);
        }
    }

    private String code(UUID id, Challenge.Purpose purpose, Model model) {
        model.addAttribute("id", id);
        model.addAttribute("purpose", purpose);
        model.addAttribute("minutes", rules.codeMinutes());
        model.addAttribute("length", rules.passwordLength());
        challenges.live(id, purpose).ifPresent(live -> {
            String phone = live.facts().phone();
            model.addAttribute("phone", phone.substring(0, 3) + "****" + phone.substring(7));
            boolean demonstration =
                    !challenges.isSent() && !accounts.demoAccounts().isEmpty();
            if (demonstration
                    && (purpose == Challenge.Purpose.REGISTER || live.facts().personId() != null)) {
                model.addAttribute("shown", live.facts().code());
            }
        });
        return "identity/code";
    }
}
