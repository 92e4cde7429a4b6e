package cn.gov.jiyuan.support.identity;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.access.Access;
import cn.gov.jiyuan.platform.access.Permitted;
import cn.gov.jiyuan.platform.documents.QrCode;
import cn.gov.jiyuan.platform.portal.Refusal;
import cn.gov.jiyuan.platform.portal.Texts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 账号与安全: everyone's own account, whatever the capacity in which he acts. */
@Controller
@RequestMapping("/identity/account")
class AccountPages {
    private final OwnAccount account;
    private final Authenticators authenticators;
    private final Passkeys passkeys;
    private final RealLevels levels;
    private final Access access;
    private final SignInRules rules;
    private final Texts texts;

    AccountPages(
            OwnAccount account,
            Authenticators authenticators,
            Passkeys passkeys,
            RealLevels levels,
            Access access,
            SignInRules rules,
            Texts texts) {
        this.account = account;
        this.authenticators = authenticators;
        this.passkeys = passkeys;
        this.levels = levels;
        this.access = access;
        this.rules = rules;
        this.texts = texts;
    }

    @GetMapping
    @Permitted(Permitted.SIGNED_IN)
    String show(@RequestParam(defaultValue = "") String done, Actor actor, Model model, HttpServletRequest request) {
        UUID person = actor.personId();
        String session = request.getSession().getId();
        model.addAttribute("done", done);
        model.addAttribute("loginName", account.loginName(person));
        model.addAttribute("standing", levels.standing(person));
        model.addAttribute("sessions", account.sessions(person, session));
        model.addAttribute("signIns", account.signIns(person, session));
        model.addAttribute("failures", account.failures(person));
        model.addAttribute("authenticator", authenticators.isOn(person));
        model.addAttribute("recoveryLeft", authenticators.recoveryLeft(person));
        model.addAttribute("passkeys", passkeys.of(person));
        model.addAttribute(
                "passkeysOffered", passkeys.site(PasskeyApi.site(request)).isPresent());
        model.addAttribute("personnel", access.may(actor, Posting.CHANGE));
        return "identity/account";
    }

    @GetMapping("/password")
    @Permitted(Permitted.SIGNED_IN)
    String password(Model model) {
        model.addAttribute("length", rules.passwordLength());
        return "identity/password";
    }

    @PostMapping("/password")
    @Permitted(Permitted.SIGNED_IN)
    String changePassword(
            @RequestParam(defaultValue = "") String present,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String repeated,
            Actor actor,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            String session = request.getSession().getId();
            account.changePassword(actor, present, password, repeated, session, request.getRemoteAddr());
            return "redirect:/identity/account?done=password";
        } catch (Fault fault) {
            Refusal.show(texts, fault, model, response);
            return password(model);
        }
    }

    @PostMapping("/sessions/{id:[0-9a-f-]{36}}/end")
    @Permitted(Permitted.SIGNED_IN)
    String endSession(@PathVariable UUID id, Actor actor) {
        account.endSession(actor, id);
        return "redirect:/identity/account?done=session#sessions";
    }

    @PostMapping("/sessions/end-others")
    @Permitted(Permitted.SIGNED_IN)
    String endOthers(Actor actor, HttpServletRequest request) {
        account.endOtherSessions(actor, request.getSession().getId());
        return "redirect:/identity/account?done=sessions#sessions";
    }

    @GetMapping("/authenticator")
    @Permitted(Permitted.SIGNED_IN)
    String authenticator(Actor actor, Model model) {
        if (authenticators.isOn(actor.personId())) {
            return "identity/authenticator-end";
        }
        Totp totp = authenticators.prepare(actor.personId());
        model.addAttribute("picture", picture(totp.address(account.loginName(actor.personId()))));
        model.addAttribute("secret", totp.text().replaceAll("(.{4})(?=.)", "$1 "));
        return "identity/authenticator";
    }

    private static String picture(String content) {
        byte[] code = QrCode.svg(content, "动态验证码的密钥").getBytes(StandardCharsets.UTF_8);
        return "data:image/svg+xml;base64," + Base64.getEncoder().encodeToString(code);
    }

    @PostMapping("/authenticator")
    @Permitted(Permitted.SIGNED_IN)
    String confirmAuthenticator(
            @RequestParam(defaultValue = "") String code, Actor actor, Model model, HttpServletResponse response) {
        try {
            model.addAttribute("codes", authenticators.confirm(actor, code));
            return "identity/recovery-codes";
        } catch (Fault fault) {
            Refusal.show(texts, fault, model, response);
            return authenticator(actor, model);
        }
    }

    @PostMapping("/authenticator/end")
    @Permitted(Permitted.SIGNED_IN)
    String endAuthenticator(
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String code,
            Actor actor,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            authenticators.end(actor, password, code, request.getRemoteAddr());
            return "redirect:/identity/account?done=authenticator";
        } catch (Fault fault) {
            Refusal.show(texts, fault, model, response);
            return "identity/authenticator-end";
        }
    }

    @PostMapping("/passkeys/{id:[0-9a-f-]{36}}/name")
    @Permitted(Permitted.SIGNED_IN)
    String renamePasskey(@PathVariable UUID id, @RequestParam(defaultValue = "") String name, Actor actor) {
        passkeys.rename(actor, id, name);
        return "redirect:/identity/account?done=renamed#passkeys";
    }

    @PostMapping("/passkeys/{id:[0-9a-f-]{36}}/remove")
    @Permitted(Permitted.SIGNED_IN)
    String removePasskey(@PathVariable UUID id, Actor actor) {
        passkeys.remove(actor, id);
        return "redirect:/identity/account?done=removed#passkeys";
    }
}
