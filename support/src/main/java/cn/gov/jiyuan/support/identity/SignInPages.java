package cn.gov.jiyuan.support.identity;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.access.Permitted;
import cn.gov.jiyuan.platform.portal.KeptForms;
import cn.gov.jiyuan.platform.portal.LocalPath;
import cn.gov.jiyuan.platform.portal.Refusal;
import cn.gov.jiyuan.platform.portal.Texts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Logging in and out, and choosing the capacity. */
@Controller
class SignInPages {
    private final SignIn signIn;
    private final Authenticators authenticators;
    private final Passkeys passkeys;
    private final Entry entry;
    private final ActorDirectory directory;
    private final Sessions sessions;
    private final AccountStore accounts;
    private final LapsedPowers lapsed;
    private final KeptForms keptForms;
    private final Texts texts;

    SignInPages(
            SignIn signIn,
            Authenticators authenticators,
            Passkeys passkeys,
            Entry entry,
            ActorDirectory directory,
            Sessions sessions,
            JdbcClient jdbc,
            LapsedPowers lapsed,
            KeptForms keptForms,
            Texts texts) {
        this.signIn = signIn;
        this.authenticators = authenticators;
        this.passkeys = passkeys;
        this.entry = entry;
        this.directory = directory;
        this.sessions = sessions;
        this.accounts = new AccountStore(jdbc);
        this.lapsed = lapsed;
        this.keptForms = keptForms;
        this.texts = texts;
    }

    @GetMapping("/login")
    @Permitted(Permitted.PUBLIC)
    String form(
            @RequestParam(defaultValue = "/my") String next,
            @RequestParam(defaultValue = "false") boolean over,
            @RequestParam(defaultValue = "false") boolean reactivated,
            Model model,
            HttpServletRequest request) {
        if (over) {
            model.addAttribute("problem", texts.of(IdentityError.STEP_OVER.code(), List.of()));
        }
        model.addAttribute("reactivated", reactivated);
        return form(next, model, request);
    }

    private String form(String next, Model model, HttpServletRequest request) {
        model.addAttribute("next", next);
        model.addAttribute("passkeys", passkeys.site(PasskeyApi.site(request)).isPresent());
        model.addAttribute("demoAccounts", accounts.demoAccounts());
        return "identity/login";
    }

    @PostMapping("/login")
    @Permitted(Permitted.PUBLIC)
    String signIn(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String next,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            UUID person = signIn.check(name, password, request.getRemoteAddr());
            return authenticators.isOn(person)
                    ? "redirect:" + entry.askForCode(person, next, request)
                    : "redirect:" + entry.enter(person, Means.PASSWORD, next, request, response);
        } catch (Fault fault) {
            Refusal.show(texts, fault, model, response);
            model.addAttribute("frozen", fault.code() == IdentityError.FROZEN);
            model.addAttribute("name", name);
            return form(next, model, request);
        }
    }

    @PostMapping("/logout")
    @Permitted(Permitted.PUBLIC)
    String signOut(HttpServletRequest request, HttpServletResponse response) {
        sessions.end(request, SessionEnd.Reason.SIGNED_OUT);
        sessions.forget(response);
        keptForms.release(request, response);
        return "redirect:/";
    }

    @GetMapping("/identity/capacity")
    @Permitted(Permitted.SIGNED_IN)
    String capacities(
            @RequestParam(defaultValue = "/my") String next,
            @RequestParam(required = false) @Nullable UUID want,
            Actor actor,
            Model model) {
        model.addAttribute("next", next);
        model.addAttribute("want", want);
        model.addAttribute("lapsed", lapsed.of(actor));
        model.addAttribute("options", directory.options(SessionActor.require()));
        return "identity/capacity";
    }

    @PostMapping("/identity/capacity")
    @Permitted(Permitted.SIGNED_IN)
    String choose(
            @RequestParam String capacity,
            @RequestParam(defaultValue = "/my") String next,
            HttpServletRequest request,
            HttpServletResponse response) {
        SignedIn signedIn = SessionActor.require();
        Capacity chosen = directory.options(signedIn).stream()
                .map(CapacityOption::capacity)
                .filter(option -> option.token().equals(capacity))
                .findFirst()
                .orElseThrow(() -> new Fault(IdentityError.CAPACITY));
        sessions.keep(signedIn.as(chosen), request, response);
        return "redirect:" + LocalPath.orHome(next);
    }
}
