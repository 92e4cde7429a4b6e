package cn.gov.jiyuan.support.identity;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.kernel.id.Ids;
import cn.gov.jiyuan.platform.access.Permitted;
import cn.gov.jiyuan.platform.portal.Refusal;
import cn.gov.jiyuan.platform.portal.Texts;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 企业账号: the firms for which somebody acts, registering for one more, and the handlers of his own. */
@Controller
@RequestMapping("/identity/enterprises")
class EnterprisePages {
    private final Enterprises enterprises;
    private final Delegations delegations;
    private final DelegationViews views;
    private final DelegationRules rules;
    private final Texts texts;
    private final Clock clock;

    EnterprisePages(
            Enterprises enterprises,
            Delegations delegations,
            DelegationViews views,
            DelegationRules rules,
            Texts texts,
            Clock clock) {
        this.enterprises = enterprises;
        this.delegations = delegations;
        this.views = views;
        this.rules = rules;
        this.texts = texts;
        this.clock = clock;
    }

    @GetMapping
    @Permitted(Permitted.SIGNED_IN)
    String list(Actor actor, Model model) {
        model.addAttribute("represented", enterprises.represented(actor));
        model.addAttribute(
                "handled",
                views.received(actor).stream()
                        .filter(DelegationView::enterprise)
                        .toList());
        return "identity/enterprises";
    }

    @GetMapping("/new")
    @Permitted(Permitted.SIGNED_IN)
    String blank(Model model) {
        if (!model.containsAttribute("id")) {
            model.addAttribute("id", Ids.next());
            model.addAttribute("to", LocalDate.now(clock).plusYears(1).toString());
        }
        model.addAttribute("longest", rules.longest());
        return "identity/enterprise-new";
    }

    @PostMapping("/new")
    @Permitted(Permitted.SIGNED_IN)
    String name(
            @RequestParam(defaultValue = "") String id,
            @RequestParam(defaultValue = "") String uscc,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String to,
            Actor actor,
            Model model,
            HttpServletResponse response) {
        UUID wanted = DelegationPages.uuid(id);
        UUID request = wanted == null ? Ids.next() : wanted;
        try {
            Enterprises.Named named = enterprises.name(actor, request, uscc, name, DelegationPages.day("/to", to));
            return "redirect:/identity/"
                    + (named.bound() ? "enterprises/" + named.entity().id() : "delegations/" + request);
        } catch (Fault fault) {
            Refusal.show(texts, fault, model, response);
            String pointer = fault.pointer();
            model.addAttribute("field", pointer == null ? "uscc" : pointer.substring(1));
            model.addAttribute("id", request);
            model.addAttribute("uscc", uscc);
            model.addAttribute("name", name);
            model.addAttribute("to", to);
            return blank(model);
        }
    }

    @GetMapping("/{entity:[0-9a-f-]{36}}")
    @Permitted(Permitted.SIGNED_IN)
    String one(@PathVariable UUID entity, Actor actor, Model model) {
        model.addAttribute("entity", delegations.requireRepresentative(actor, entity));
        model.addAttribute("handlers", views.given(actor, entity));
        return "identity/enterprise";
    }
}
