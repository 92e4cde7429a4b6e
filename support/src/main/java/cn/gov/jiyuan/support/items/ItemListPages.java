package cn.gov.jiyuan.support.items;

import cn.gov.jiyuan.contracts.items.Audience;
import cn.gov.jiyuan.contracts.items.ItemFilter;
import cn.gov.jiyuan.contracts.items.ItemSummary;
import cn.gov.jiyuan.contracts.items.ItemType;
import cn.gov.jiyuan.platform.access.Permitted;
import cn.gov.jiyuan.platform.parties.Unit;
import cn.gov.jiyuan.platform.parties.Units;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The portal's list of items. Its address holds every filter, the order and the page, so that it can be kept and sent. */
@Controller
class ItemListPages {
    private static final int PAGE = 30;

    private final ItemStore store;
    private final Units units;

    ItemListPages(ItemStore store, Units units) {
        this.store = store;
        this.units = units;
    }

    /** Something to choose in a filter. */
    record Choice(String value, String label, long count) {}

    /** A filter in force. @param without the same list without it */
    record Chip(String label, String without) {}

    @GetMapping("/items")
    @Permitted(Permitted.PUBLIC)
    String browse(@RequestParam Map<String, String> parameters, Model model) {
        ListAddress address = new ListAddress(parameters);
        ItemFilter filter = address.filter();
        List<ItemSummary> page = page(filter, address);
        boolean more = page.size() > PAGE;
        List<ItemSummary> shown = more ? page.subList(0, PAGE) : page;
        model.addAttribute("items", shown);
        model.addAttribute("total", store.count(filter));
        model.addAttribute("address", address);
        model.addAttribute("chips", chips(address));
        model.addAttribute("title", title(filter));
        model.addAttribute("departments", units(false));
        model.addAttribute("towns", units(true));
        model.addAttribute("topics", choices(store.countByTopic()));
        model.addAttribute("audiences", Audience.values());
        model.addAttribute("types", ItemType.values());
        model.addAttribute("next", more ? address.after(shown.getLast()) : null);
        return "items/browse";
    }

    private List<ItemSummary> page(ItemFilter filter, ListAddress address) {
        return address.byUse()
                ? store.listByUse(filter, address.place(), PAGE + 1)
                : store.list(filter, address.afterCode(), PAGE + 1);
    }

    private List<Chip> chips(ListAddress address) {
        return address.given().stream()
                .map(name -> new Chip(label(name, address.get(name)), address.without(name)))
                .toList();
    }

    private String label(String name, @Nullable String value) {
        return switch (name) {
            case ListAddress.UNIT -> unitName(String.valueOf(value));
            case ListAddress.TYPE -> ItemType.ofCode(value).map(ItemType::label).orElse("其他类型");
            case ListAddress.AUDIENCE -> Audience.of(value).map(Audience::label).orElse("其他对象");
            case ListAddress.APPLICABLE -> "可在本站申请";
            case ListAddress.ONLINE -> String.valueOf(value).equals("false") ? "不能网上办" : "网上可办";
            case ListAddress.WORDS -> "名称含“" + value + "”";
            default -> String.valueOf(value);
        };
    }

    private String unitName(String code) {
        return units.byCode(code).map(Unit::shortName).orElse(code);
    }

    private String title(ItemFilter filter) {
        String unit = filter.unitCode();
        if (unit != null) {
            return unitName(unit) + "的事项";
        }
        String topic = filter.topic();
        if (topic != null) {
            return topic;
        }
        Audience audience = filter.audience();
        return audience == null ? "全部事项" : audience.label() + "办事";
    }

    private List<Choice> units(boolean towns) {
        Map<String, Long> counts = store.countByUnit();
        return units.offices().stream()
                .filter(u -> (u.kind() == Unit.Kind.TOWN) == towns && counts.containsKey(u.code()))
                .map(u -> new Choice(u.code(), u.shortName(), counts.getOrDefault(u.code(), 0L)))
                .toList();
    }

    private static List<Choice> choices(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .map(e -> new Choice(e.getKey(), e.getKey(), e.getValue()))
                .toList();
    }
}
