package cn.gov.jiyuan.platform.portal;

import cn.gov.jiyuan.platform.access.Permitted;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** How to use the portal, and whom to ask (帮助). */
@Controller
class HelpPages {
    @GetMapping("/help")
    @Permitted(Permitted.PUBLIC)
    String help() {
        return "portal/help";
    }
}
