package cn.gov.jiyuan.support.items;

import cn.gov.jiyuan.contracts.items.Audience;
import cn.gov.jiyuan.contracts.items.ItemCatalogue;
import cn.gov.jiyuan.contracts.items.ItemFilter;
import cn.gov.jiyuan.contracts.items.ItemGuide;
import cn.gov.jiyuan.contracts.items.ItemSummary;
import cn.gov.jiyuan.contracts.items.ItemType;
import cn.gov.jiyuan.contracts.items.ItemVersionRef;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.access.Permitted;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The catalogue for programs, open to anyone. */
@RestController
@RequestMapping("/api/items")
class ItemApi {
    private static final int LIMIT = 200;
    private final ItemCatalogue items;

    ItemApi(ItemCatalogue items) {
        this.items = items;
    }

    /** @param next the value of {@code after} for the next page, null on the last */
    record ItemList(
            long total, List<ItemSummary> items, @Nullable String next) {}

    @GetMapping
    @Permitted(Permitted.PUBLIC)
    ItemList list(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String topic,
            @RequestParam(required = false) @Nullable String type,
            @RequestParam(required = false) @Nullable String serves,
            @RequestParam(required = false) @Nullable Boolean online,
            @RequestParam(required = false) @Nullable Boolean applicable,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int limit) {
        ItemFilter filter = new ItemFilter(
                q,
                unit,
                topic,
                type == null ? null : ItemType.ofCode(type).orElse(null),
                Audience.of(serves).orElse(null),
                online,
                applicable);
        int size = Math.clamp(limit, 1, LIMIT);
        List<ItemSummary> page = items.list(filter, after, size);
        String next = page.size() < size ? null : page.getLast().code();
        return new ItemList(items.count(filter), page, next);
    }

    @GetMapping("/{code}")
    @Permitted(Permitted.PUBLIC)
    ItemGuide guide(@PathVariable String code) {
        return items.inForce(code).orElseThrow(() -> new Fault(ItemsError.UNKNOWN, code));
    }

    /** A version that was published once; drafts are the stewards' own. */
    @GetMapping("/{code}/versions/{number}")
    @Permitted(Permitted.PUBLIC)
    ItemGuide version(@PathVariable String code, @PathVariable int number) {
        ItemGuide guide = items.version(new ItemVersionRef(code, number));
        if (guide.state().internal() || guide.effectiveFrom() == null) {
            throw new Fault(ItemsError.UNKNOWN, guide.ref().toString());
        }
        return guide;
    }
}
