package cn.gov.jiyuan.support.items;

import cn.gov.jiyuan.contracts.items.ItemSummary;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.access.Permitted;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The page of a situation (办事情景): what to do in which order, each step with its items. */
@Controller
class CollectionPages {
    private final CollectionLibrary collections;
    private final ItemStore store;

    CollectionPages(CollectionLibrary collections, ItemStore store) {
        this.collections = collections;
        this.store = store;
    }

    /** A step with those of its items that are in force; an item of every department appears once. */
    record ShownStep(String title, String text, List<ItemSummary> items) {}

    @GetMapping("/events/{id}")
    @Permitted(Permitted.PUBLIC)
    String show(@PathVariable String id, Model model) {
        CollectionLibrary.Entry entry = collections.byId(id).orElseThrow(() -> new Fault(ItemsError.COLLECTION, id));
        Map<String, List<ItemSummary>> found = store.byBasicCode(
                entry.steps().stream().flatMap(step -> step.items().stream()).toList());
        model.addAttribute("entry", entry);
        model.addAttribute(
                "steps",
                entry.steps().stream()
                        .map(step -> new ShownStep(
                                step.title(),
                                step.text(),
                                step.items().stream()
                                        .flatMap(code -> found.getOrDefault(code, List.of()).stream()
                                                .limit(1))
                                        .toList()))
                        .filter(step -> !step.items().isEmpty())
                        .toList());
        return "items/collection";
    }
}
