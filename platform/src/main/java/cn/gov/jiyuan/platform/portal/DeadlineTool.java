package cn.gov.jiyuan.platform.portal;

import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.kernel.time.DeadlineUnit;
import cn.gov.jiyuan.platform.access.Permitted;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** The deadline calculator, as page and as API on the legal clock itself. */
@Controller
class DeadlineTool {
    private final Clock clock;
    private final Texts texts;

    DeadlineTool(Clock clock, Texts texts) {
        this.clock = clock;
        this.texts = texts;
    }

    @GetMapping("/tools/deadline")
    @Permitted(Permitted.PUBLIC)
    String page(
            @RequestParam(defaultValue = "") String start,
            @RequestParam(defaultValue = "") String time,
            @RequestParam(required = false) Integer amount,
            @RequestParam(defaultValue = "WORKDAY") DeadlineUnit unit,
            @RequestParam(defaultValue = "") List<String> pauseFrom,
            @RequestParam(defaultValue = "") List<String> pauseTo,
            @RequestParam(defaultValue = "0") int extend,
            Model model) {
        List<String> pauses = java.util.stream.IntStream.range(0, Math.min(pauseFrom.size(), pauseTo.size()))
                .mapToObj(i -> pauseFrom.get(i) + ".." + pauseTo.get(i))
                .toList();
        DeadlineQuestion question =
                new DeadlineQuestion(start, time, amount == null ? 20 : amount, unit, pauses, extend);
        model.addAttribute("question", question);
        model.addAttribute("today", LocalDate.now(clock));
        model.addAttribute("units", DeadlineUnit.values());
        model.addAttribute("pauseFrom", pauseFrom.isEmpty() ? "" : pauseFrom.getFirst());
        model.addAttribute("pauseTo", pauseTo.isEmpty() ? "" : pauseTo.getFirst());
        if (amount != null) {
            try {
                model.addAttribute("answer", DeadlineAnswer.to(question, clock));
            } catch (Fault fault) {
                model.addAttribute("problem", texts.of(fault.code().code(), fault.arguments()));
            }
        }
        return "portal/deadline";
    }

    @GetMapping("/api/tools/deadline")
    @Permitted(Permitted.PUBLIC)
    @ResponseBody
    DeadlineAnswer answer(
            @RequestParam(defaultValue = "") String start,
            @RequestParam(defaultValue = "") String time,
            @RequestParam int amount,
            @RequestParam(defaultValue = "WORKDAY") DeadlineUnit unit,
            @RequestParam(defaultValue = "") List<String> pause,
            @RequestParam(defaultValue = "0") int extend) {
        return DeadlineAnswer.to(new DeadlineQuestion(start, time, amount, unit, pause, extend), clock);
    }
}
