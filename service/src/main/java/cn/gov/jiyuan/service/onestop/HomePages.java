package cn.gov.jiyuan.service.onestop;

import cn.gov.jiyuan.contracts.items.Audience;
import cn.gov.jiyuan.contracts.items.ItemCollections;
import cn.gov.jiyuan.platform.access.Permitted;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page, which asks “您要办什么事？”. */
@Controller
class HomePages {
    private final HomeContent content;
    private final ItemCollections collections;

    HomePages(HomeContent content, ItemCollections collections) {
        this.content = content;
        this.collections = collections;
    }

    @GetMapping("/")
    @Permitted(Permitted.PUBLIC)
    String home(Model model) {
        model.addAttribute("content", content.now());
        model.addAttribute("people", of(Audience.PERSON));
        model.addAttribute("firms", of(Audience.FIRM));
        return "onestop/home";
    }

    private List<ItemCollections.Sentence> of(Audience audience) {
        return collections.all().stream()
                .filter(sentence -> sentence.audience() == audience)
                .toList();
    }

    @GetMapping("/people")
    @Permitted(Permitted.PUBLIC)
    String people(Model model) {
        return audience(Audience.PERSON, model);
    }

    @GetMapping("/firms")
    @Permitted(Permitted.PUBLIC)
    String firms(Model model) {
        return audience(Audience.FIRM, model);
    }

    private String audience(Audience audience, Model model) {
        model.addAttribute("audience", audience);
        model.addAttribute("sentences", of(audience));
        model.addAttribute("content", content.now());
        return "onestop/audience";
    }
}
