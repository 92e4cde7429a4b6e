package cn.gov.jiyuan.support.items;

import cn.gov.jiyuan.contracts.items.ItemCatalogue;
import cn.gov.jiyuan.contracts.items.ItemContent;
import cn.gov.jiyuan.contracts.items.ItemGuide;
import cn.gov.jiyuan.contracts.items.ItemUsage;
import cn.gov.jiyuan.contracts.items.ItemVersionRef;
import cn.gov.jiyuan.contracts.items.Material;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.access.Permitted;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The guide of an item (办事指南), read from top to bottom in a minute. */
@Controller
class ItemPages {
    private final ItemCatalogue items;
    private final ItemStore store;
    private final StandingStore standings;
    private final MaterialSheets sheets;
    private final ItemUsage usage;
    private final Clock clock;

    ItemPages(
            ItemCatalogue items,
            ItemStore store,
            StandingStore standings,
            MaterialSheets sheets,
            ItemUsage usage,
            Clock clock) {
        this.items = items;
        this.store = store;
        this.standings = standings;
        this.sheets = sheets;
        this.usage = usage;
        this.clock = clock;
    }

    @GetMapping("/items/{code}")
    @Permitted(Permitted.PUBLIC)
    String guide(@PathVariable String code, Model model) {
        ItemGuide guide = store.held(code, LocalDate.now(clock))
                .map(StoredVersion::guide)
                .orElseThrow(() -> store.exists(code)
                        ? new Fault(ItemsError.NOT_IN_FORCE, code)
                        : new Fault(ItemsError.UNKNOWN, code));
        return show(guide, false, model);
    }

    /** What citizens would see of a version that is still being made. */
    @GetMapping("/items/{code}/versions/{number}/preview")
    @Permitted("items.item.read")
    String preview(@PathVariable String code, @PathVariable int number, Model model) {
        return show(items.version(new ItemVersionRef(code, number)), true, model);
    }

    @GetMapping("/items/{code}/versions/{number}")
    @Permitted(Permitted.PUBLIC)
    String version(@PathVariable String code, @PathVariable int number, Model model) {
        ItemGuide guide = items.version(new ItemVersionRef(code, number));
        if (guide.state().internal() || guide.effectiveFrom() == null) {
            throw new Fault(ItemsError.UNKNOWN, guide.ref().toString());
        }
        return show(guide, false, model);
    }

    private String show(ItemGuide guide, boolean preview, Model model) {
        ItemContent content = guide.content();
        LocalDate today = LocalDate.now(clock);
        model.addAttribute("guide", guide);
        model.addAttribute("content", content);
        model.addAttribute("promise", TermLength.text(content.terms().promise()));
        model.addAttribute("legal", TermLength.text(content.terms().legal()));
        model.addAttribute("needed", materials(content, false));
        model.addAttribute("spared", materials(content, true));
        model.addAttribute(
                "sheets",
                content.materials().stream()
                        .filter(material -> sheets.has(content, material))
                        .map(Material::code)
                        .toList());
        model.addAttribute("actual", preview ? null : usage.actual(guide.code()).orElse(null));
        model.addAttribute("selfCheck", SelfCheck.wanted(content));
        model.addAttribute("preview", preview);
        StandingStore.Standing standing = standings.standing(guide.code()).orElse(null);
        boolean accepted = items.inForce(guide.code()).isPresent();
        model.addAttribute("standing", standing);
        model.addAttribute("suspended", !accepted && holds(guide, today));
        model.addAttribute("flow", FlowPicture.of(content.steps()));
        model.addAttribute("inForce", holds(guide, today));
        model.addAttribute(
                "versions",
                store.versions(guide.code()).stream()
                        .filter(v -> v.publishedAt() != null)
                        .toList());
        model.addAttribute(
                "applicable",
                content.handling().online()
                        && content.handling().formId() != null
                        && (preview || accepted && holds(guide, today)));
        return "items/guide";
    }

    private static boolean holds(ItemGuide guide, LocalDate day) {
        LocalDate from = guide.effectiveFrom();
        LocalDate to = guide.effectiveTo();
        return from != null && !from.isAfter(day) && (to == null || to.isAfter(day));
    }

    private static List<Material> materials(ItemContent content, boolean spared) {
        return content.materials().stream()
                .filter(m -> m.licenceTypes().isEmpty() != spared)
                .toList();
    }
}
