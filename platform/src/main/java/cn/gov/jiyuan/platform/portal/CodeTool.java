package cn.gov.jiyuan.platform.portal;

import cn.gov.jiyuan.kernel.code.CodeCheck;
import cn.gov.jiyuan.kernel.code.CodeKind;
import cn.gov.jiyuan.platform.access.Permitted;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** The code checker, as page and as API. The page posts, so that no id number ends up in an address or a log. */
@Controller
class CodeTool {
    private static final int LONGEST = 200;
    private final Clock clock;

    CodeTool(Clock clock) {
        this.clock = clock;
    }

    @GetMapping("/tools/codes")
    @Permitted(Permitted.PUBLIC)
    String form(Model model) {
        return show(CodeKind.USCC, "", model);
    }

    @PostMapping("/tools/codes")
    @Permitted(Permitted.PUBLIC)
    String check(@RequestParam CodeKind kind, @RequestParam(defaultValue = "") String code, Model model) {
        model.addAttribute("result", checked(kind, code));
        return show(kind, code, model);
    }

    @PostMapping("/api/tools/codes")
    @Permitted(Permitted.PUBLIC)
    @ResponseBody
    CodeCheck answer(@RequestParam CodeKind kind, @RequestParam String code) {
        return checked(kind, code);
    }

    private CodeCheck checked(CodeKind kind, String code) {
        String bounded = code.length() > LONGEST ? code.substring(0, LONGEST) : code;
        return kind.check(bounded.strip(), LocalDate.now(clock));
    }

    private static String show(CodeKind kind, String code, Model model) {
        model.addAttribute("kinds", CodeKind.values());
        model.addAttribute("kind", kind);
        model.addAttribute("code", code);
        return "portal/codes";
    }
}
