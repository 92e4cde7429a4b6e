package cn.gov.jiyuan.support.identity;

import cn.gov.jiyuan.contracts.items.ItemCatalogue;
import cn.gov.jiyuan.contracts.items.ItemFilter;
import cn.gov.jiyuan.contracts.items.ItemGuide;
import cn.gov.jiyuan.contracts.items.ItemSummary;
import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.ErrorKind;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.kernel.id.Ids;
import cn.gov.jiyuan.platform.access.Permitted;
import cn.gov.jiyuan.platform.portal.Refusal;
import cn.gov.jiyuan.platform.portal.Texts;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 我的授权代办: what I have granted and what was granted to me, and everything that can be done with it. */
@Controller
@RequestMapping("/identity/delegations")
class DelegationPages {
    private static final String ONE = "/{id:[0-9a-f-]{36}}";
    private static final int FOUND_AT_MOST = 20;

    private final Delegations delegations;
    private final DelegationViews views;
    private final DelegationRules rules;
    private final ItemCatalogue items;
    private final Texts texts;
    private final Clock clock;

    DelegationPages(
            Delegations delegations,
            DelegationViews views,
            DelegationRules rules,
            ItemCatalogue items,
            Texts texts,
            Clock clock) {
        this.delegations = delegations;
        this.views = views;
        this.rules = rules;
        this.items = items;
        this.texts = texts;
        this.clock = clock;
    }

    @GetMapping
    @Permitted(Permitted.SIGNED_IN)
    String list(Actor actor, Model model) {
        model.addAttribute("given", views.given(actor, actor.personId()));
        model.addAttribute("received", views.received(actor));
        return "identity/delegations";
    }

    @GetMapping("/new")
    @Permitted(Permitted.SIGNED_IN)
    String blank(
            @RequestParam(required = false) @Nullable UUID entity,
            @RequestParam(required = false) @Nullable String item,
            Actor actor,
            Model model) {
        delegations.requirePrincipal(actor, entity);
        LocalDate today = LocalDate.now(clock);
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put("id", Ids.next().toString());
        typed.put("from", today.toString());
        typed.put("to", today.plusYears(1).toString());
        typed.put("level", String.valueOf(rules.level()));
        typed.put("scope", "chosen");
        return form(actor, entity, typed, item == null ? List.of() : List.of(item), "", model);
    }

    private String form(
            Actor actor,
            @Nullable UUID entity,
            Map<String, String> typed,
            List<String> chosen,
            String words,
            Model model) {
        model.addAttribute("entity", entity);
        if (entity != null) {
            model.addAttribute(
                    "entityName",
                    delegations.requireRepresentative(actor, entity).name());
        }
        model.addAttribute("typed", typed);
        model.addAttribute("chosen", chosen);
        model.addAttribute("words", words);
        model.addAttribute("offered", offered(chosen, words));
        model.addAttribute("levels", List.of(2, 3, 4));
        model.addAttribute("least", rules.level());
        model.addAttribute("longest", rules.longest());
        model.addAttribute("law", rules.law());
        return "identity/delegation-new";
    }

    /** What is chosen already, and what the words find; by code with its name. */
    private Map<String, String> offered(List<String> chosen, String words) {
        Map<String, String> offered = new LinkedHashMap<>();
        chosen.forEach(code -> items.inForce(code).map(ItemGuide::name).ifPresent(name -> offered.put(code, name)));
        if (!words.isBlank()) {
            ItemFilter filter = new ItemFilter(words.strip(), null, null, null, null, null, null);
            for (ItemSummary found : items.list(filter, null, FOUND_AT_MOST)) {
                offered.putIfAbsent(found.code(), found.name() + "（" + found.unitName() + "）");
            }
        }
        return offered;
    }

    @PostMapping("/new")
    @Permitted(Permitted.SIGNED_IN)
    String offer(
            @RequestParam MultiValueMap<String, String> sent, Actor actor, Model model, HttpServletResponse response) {
        Map<String, String> typed = new LinkedHashMap<>(sent.toSingleValueMap());
        UUID entity = uuid(typed.get("entity"));
        List<String> chosen = new ArrayList<>(sent.getOrDefault("items", List.of()));
        String words = typed.getOrDefault("words", "");
        delegations.requirePrincipal(actor, entity);
        if (typed.containsKey("find")) {
            typed.put("scope", "chosen");
            return form(actor, entity, typed, chosen, words, model);
        }
        try {
            return "redirect:/identity/delegations/" + delegations.offer(actor, wanted(typed, entity, chosen));
        } catch (Fault fault) {
            Refusal.show(texts, fault, model, response);
            return form(actor, entity, typed, chosen, words, model);
        }
    }

    private Delegations.Offer wanted(Map<String, String> typed, @Nullable UUID entity, List<String> chosen) {
        boolean all = "all".equals(typed.get("scope"));
        if (!all && chosen.isEmpty()) {
            throw Fault.at("/items", IdentityError.NO_ITEM);
        }
        UUID id = uuid(typed.get("id"));
        return new Delegations.Offer(
                id == null ? Ids.next() : id,
                entity,
                agent(typed),
                all ? List.of() : chosen,
                level(typed.getOrDefault("level", "")),
                day("/from", typed.get("from")),
                day("/to", typed.get("to")),
                null);
    }

    private static PeopleFinder.Wanted agent(Map<String, String> typed) {
        return new PeopleFinder.Wanted(
                typed.getOrDefault("name", ""), typed.getOrDefault("idNumber", ""), typed.getOrDefault("phone", ""));
    }

    private static int level(String typed) {
        return typed.matches("[1-4]") ? Integer.parseInt(typed) : 0;
    }

    static @Nullable UUID uuid(@Nullable String typed) {
        return typed != null && typed.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
                ? UUID.fromString(typed)
                : null;
    }

    static LocalDate day(String pointer, @Nullable String typed) {
        try {
            return LocalDate.parse(typed == null ? "" : typed.strip());
        } catch (DateTimeParseException e) {
            throw Fault.at(pointer, IdentityError.DATE);
        }
    }

    @GetMapping(ONE)
    @Permitted(Permitted.SIGNED_IN)
    String one(@PathVariable UUID id, Actor actor, Model model) {
        DelegationView view = views.one(actor, id);
        model.addAttribute("one", view);
        if (!model.containsAttribute("to")) {
            model.addAttribute("to", LocalDate.now(clock).plusYears(1).toString());
        }
        return "identity/delegation";
    }

    @PostMapping(ONE + "/accept")
    @Permitted(Permitted.SIGNED_IN)
    String accept(@PathVariable UUID id, Actor actor, Model model, HttpServletResponse response) {
        return then(id, actor, model, response, () -> delegations.accept(actor, id));
    }

    @PostMapping(ONE + "/decline")
    @Permitted(Permitted.SIGNED_IN)
    String decline(@PathVariable UUID id, Actor actor, Model model, HttpServletResponse response) {
        return then(id, actor, model, response, () -> delegations.decline(actor, id));
    }

    @PostMapping(ONE + "/end")
    @Permitted(Permitted.SIGNED_IN)
    String end(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            Actor actor,
            Model model,
            HttpServletResponse response) {
        return then(id, actor, model, response, () -> delegations.end(actor, id, reason));
    }

    @PostMapping(ONE + "/prolong")
    @Permitted(Permitted.SIGNED_IN)
    String prolong(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String to,
            Actor actor,
            Model model,
            HttpServletResponse response) {
        model.addAttribute("to", to);
        return then(id, actor, model, response, () -> delegations.prolong(actor, id, day("/to", to)));
    }

    @PostMapping(ONE + "/remind")
    @Permitted(Permitted.SIGNED_IN)
    String remind(@PathVariable UUID id, Actor actor, Model model, HttpServletResponse response) {
        return then(id, actor, model, response, () -> delegations.askRenewal(actor, id));
    }

    /** The work of one handler of a firm goes on to another, with the same scope and days. */
    @PostMapping(ONE + "/handover")
    @Permitted(Permitted.SIGNED_IN)
    String handOver(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> sent,
            Actor actor,
            Model model,
            HttpServletResponse response) {
        Map<String, String> typed = sent.toSingleValueMap();
        model.addAttribute("typed", typed);
        return then(id, actor, model, response, () -> delegations.handOver(actor, id, agent(typed)));
    }

    private String then(UUID id, Actor actor, Model model, HttpServletResponse response, Runnable work) {
        try {
            work.run();
            return "redirect:/identity/delegations/" + id;
        } catch (Fault fault) {
            if (fault.code().kind() == ErrorKind.MISSING) {
                throw fault;
            }
            Refusal.show(texts, fault, model, response);
            return one(id, actor, model);
        }
    }
}
