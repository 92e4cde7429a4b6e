package cn.gov.jiyuan.support.items;

import cn.gov.jiyuan.contracts.items.ItemVersionRef;
import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.access.Access;
import cn.gov.jiyuan.platform.access.Permitted;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The stewards' pages beside the editor: claim, suspend, resume, cancel with the province (事项管理). */
@Controller
@RequestMapping("/items-desk")
class StewardPages {
    private static final String READ = "items.item.read";
    private static final String SUSPEND = "items.item.suspend";
    private static final String HOME = "redirect:/items-desk";

    private final Claims claims;
    private final ItemStanding standing;
    private final StandingStore store;
    private final Access access;

    StewardPages(Claims claims, ItemStanding standing, StandingStore store, Access access) {
        this.claims = claims;
        this.standing = standing;
        this.store = store;
        this.access = access;
    }

    @GetMapping
    @Permitted(READ)
    String home(Actor actor, Model model) {
        model.addAttribute("mayClaim", access.may(actor, Stewardship.EDIT));
        model.addAttribute("mayKeep", access.may(actor, CatalogueApi.KEEP));
        model.addAttribute("maySuspend", access.may(actor, SUSPEND));
        return "items/desk";
    }

    @PostMapping("/claim")
    @Permitted(Stewardship.EDIT)
    String claim(@RequestParam(defaultValue = "") String basicCode, Actor actor) {
        ItemVersionRef ref = claims.claim(actor, basicCode.strip(), null);
        return "redirect:/workbench/items/" + ref.code() + "/versions/" + ref.version();
    }

    @GetMapping("/items/{code}")
    @Permitted(READ)
    String item(@PathVariable String code, Actor actor, Model model) {
        model.addAttribute("code", code);
        model.addAttribute("standing", store.standing(code).orElseThrow(() -> new Fault(ItemsError.UNKNOWN, code)));
        model.addAttribute("labels", ItemRecords.STATES.labels());
        model.addAttribute("underWay", standing.underWay(code));
        model.addAttribute("maySuspend", access.may(actor, SUSPEND));
        return "items/standing";
    }

    @GetMapping("/find")
    @Permitted(READ)
    String find(@RequestParam(defaultValue = "") String code) {
        String wanted = code.strip();
        if (!wanted.matches("[0-9A-Z]{31}")) {
            throw new Fault(ItemsError.UNKNOWN, wanted);
        }
        return HOME + "/items/" + wanted;
    }

    @PostMapping("/items/{code}/suspend")
    @Permitted(SUSPEND)
    String suspend(
            @PathVariable String code,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate to,
            @RequestParam(defaultValue = "") String reason,
            Actor actor) {
        if (from == null) {
            throw Fault.at("/from", ItemsError.ELEMENT_MISSING, "暂停日期");
        }
        standing.suspend(actor, code, from, to, reason);
        return HOME + "/items/" + code;
    }

    @PostMapping("/items/{code}/resume")
    @Permitted(SUSPEND)
    String resume(
            @PathVariable String code,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate on,
            Actor actor) {
        if (on == null) {
            throw Fault.at("/on", ItemsError.ELEMENT_MISSING, "恢复日期");
        }
        standing.resume(actor, code, on);
        return HOME + "/items/" + code;
    }

    @PostMapping("/province")
    @Permitted(CatalogueApi.KEEP)
    String province(
            @RequestParam(defaultValue = "") String basicCode,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate on,
            @RequestParam(defaultValue = "") String reason,
            Actor actor) {
        if (on == null) {
            throw Fault.at("/on", ItemsError.ELEMENT_MISSING, "取消日期");
        }
        standing.provinceCancels(actor, basicCode.strip(), on, reason);
        return HOME;
    }
}
