package cn.gov.jiyuan.support.identity;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.access.Permitted;
import cn.gov.jiyuan.platform.parties.Post;
import cn.gov.jiyuan.platform.parties.Units;
import cn.gov.jiyuan.platform.portal.Refusal;
import cn.gov.jiyuan.platform.portal.Texts;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Entering, changing and leaving posts by hand; the list of posts in the workbench leads here. */
@Controller
@RequestMapping("/identity/posts")
class PostPages {
    private final Posting posting;
    private final AssignableRoles roles;
    private final Units units;
    private final Texts texts;
    private final Clock clock;

    PostPages(Posting posting, AssignableRoles roles, Units units, Texts texts, Clock clock) {
        this.posting = posting;
        this.roles = roles;
        this.units = units;
        this.texts = texts;
        this.clock = clock;
    }

    /** What a form holds; a date that is none counts as missing. */
    record Form(String account, String unit, String title, List<String> roles, String from) {
        Posting.Entry entry() {
            return new Posting.Entry(unit, title, Set.copyOf(roles), date(from));
        }
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new Fault(IdentityError.POST_INPUT, "生效日期");
        }
    }

    @GetMapping("/enter")
    @Permitted(Posting.CHANGE)
    String enter(Model model) {
        return form(model, "identity/post-enter");
    }

    @PostMapping("/enter")
    @Permitted(Posting.CHANGE)
    String enter(
            @RequestParam(defaultValue = "") String account,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") List<String> roles,
            @RequestParam(defaultValue = "") String from,
            Actor actor,
            Model model,
            HttpServletResponse response) {
        Form form = new Form(account, unit, title, roles, from);
        try {
            UUID id = posting.enter(actor, account, form.entry());
            return "redirect:/identity/posts/" + id + "?done=entered";
        } catch (Fault fault) {
            Refusal.show(texts, fault, model, response);
            model.addAttribute("form", form);
            return form(model, "identity/post-enter");
        }
    }

    @GetMapping("/{id:[0-9a-f-]{36}}")
    @Permitted(Posting.CHANGE)
    String show(@PathVariable UUID id, @RequestParam(defaultValue = "") String done, Actor actor, Model model) {
        Post post = posting.own(actor, id);
        model.addAttribute("post", post);
        model.addAttribute("unit", units.get(post.unitId()));
        model.addAttribute("done", done);
        model.addAttribute(
                "roleNames",
                post.roles().stream()
                        .map(role -> roles.names().getOrDefault(role, role))
                        .sorted()
                        .toList());
        return form(model, "identity/post");
    }

    @PostMapping("/{id:[0-9a-f-]{36}}/transfer")
    @Permitted(Posting.CHANGE)
    String transfer(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") List<String> roles,
            @RequestParam(defaultValue = "") String from,
            Actor actor,
            Model model,
            HttpServletResponse response) {
        Form form = new Form("", unit, title, roles, from);
        try {
            return "redirect:/identity/posts/" + posting.transfer(actor, id, form.entry()) + "?done=transferred";
        } catch (Fault fault) {
            Refusal.show(texts, fault, model, response);
            model.addAttribute("form", form);
            return show(id, "", actor, model);
        }
    }

    @PostMapping("/{id:[0-9a-f-]{36}}/leave")
    @Permitted(Posting.CHANGE)
    String leave(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String reason,
            Actor actor,
            Model model,
            HttpServletResponse response) {
        try {
            posting.leave(actor, id, date(from), reason);
            return "redirect:/identity/posts/" + id + "?done=left";
        } catch (Fault fault) {
            Refusal.show(texts, fault, model, response);
            return show(id, "", actor, model);
        }
    }

    private String form(Model model, String page) {
        model.addAttribute("units", units.offices());
        model.addAttribute("roles", roles.names());
        model.addAttribute("today", LocalDate.now(clock));
        if (!model.containsAttribute("form")) {
            model.addAttribute(
                    "form", new Form("", "", "", List.of(), LocalDate.now(clock).toString()));
        }
        return page;
    }
}
