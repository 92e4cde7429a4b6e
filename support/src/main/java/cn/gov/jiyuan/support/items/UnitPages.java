package cn.gov.jiyuan.support.items;

import cn.gov.jiyuan.contracts.items.ItemFilter;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.access.Permitted;
import cn.gov.jiyuan.platform.parties.Unit;
import cn.gov.jiyuan.platform.parties.Units;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The page of a department or town (部门、镇街): what it does for people, what is used most, how long it takes. */
@Controller
class UnitPages {
    private static final int MOST_USED = 10;

    private final ItemStore store;
    private final UsageStore usage;
    private final Units units;

    UnitPages(ItemStore store, UsageStore usage, Units units) {
        this.store = store;
        this.usage = usage;
        this.units = units;
    }

    @GetMapping("/departments/{code}")
    @Permitted(Permitted.PUBLIC)
    String show(@PathVariable String code, Model model) {
        Unit unit = units.byCode(code)
                .filter(found -> found.kind() != Unit.Kind.VILLAGE)
                .orElseThrow(() -> new Fault(ItemsError.NO_UNIT, code));
        boolean town = unit.kind() == Unit.Kind.TOWN;
        model.addAttribute("unit", unit);
        model.addAttribute("town", town);
        model.addAttribute("total", store.count(ItemFilter.ofUnit(code)));
        model.addAttribute("applicable", store.count(new ItemFilter(null, code, null, null, null, null, true)));
        model.addAttribute("uses", usage.ofUnit(code));
        model.addAttribute("topics", store.countByTopic(code));
        model.addAttribute("items", store.listByUse(ItemFilter.ofUnit(code), null, MOST_USED));
        model.addAttribute("actuals", usage.actualsOfUnit(code, MOST_USED));
        model.addAttribute("villages", town ? units.children(unit.id()) : List.of());
        return "items/unit";
    }
}
