package cn.gov.jiyuan.support.items;

import cn.gov.jiyuan.contracts.items.ItemUsage;
import cn.gov.jiyuan.platform.access.Permitted;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** How long items really take (实际办理时间), beside what is promised, and how that is computed. */
@Controller
class ActualPages {
    private static final int SHOWN = 100;

    private final ItemUsage usage;

    ActualPages(ItemUsage usage) {
        this.usage = usage;
    }

    @GetMapping("/items/actual")
    @Permitted(Permitted.PUBLIC)
    String show(Model model) {
        model.addAttribute("actuals", usage.actuals(SHOWN));
        model.addAttribute("until", usage.countedUntil());
        model.addAttribute("least", ItemUsage.LEAST);
        return "items/actual";
    }
}
