package cn.gov.jiyuan.service.onestop;

import cn.gov.jiyuan.platform.cases.CaseView;
import cn.gov.jiyuan.platform.cases.Cases;
import cn.gov.jiyuan.platform.cases.ClockView;
import cn.gov.jiyuan.platform.cases.TimelineEntry;
import java.util.ArrayList;
import java.util.List;
import org.springframework.ui.Model;

/** How far a matter is, as a line of states with the clock in words. */
final class MatterProgress {
    private MatterProgress() {}

    /** @param own whether reasons and opinions meant for the applicant may be shown */
    static void fill(Model model, Cases cases, CaseView matter, boolean own) {
        List<ClockView> clocks = cases.explain(matter.id());
        List<TimelineEntry> timeline = cases.timeline(matter.id()).stream()
                .filter(entry -> !entry.action().startsWith("task."))
                .toList();
        model.addAttribute("matter", matter);
        model.addAttribute("timeline", timeline);
        model.addAttribute("clocks", clocks);
        model.addAttribute("stages", Stage.of(matter));
        model.addAttribute("own", own);
        model.addAttribute("agentLabel", Standing.agentLabel(matter.data().get("relation")));
    }

    /** One of the stages that every matter passes. */
    record Stage(String label, String mark, String note) {
        private static final List<String> LABELS = List.of("提交", "受理", "审查", "决定", "送达");

        static List<Stage> of(CaseView matter) {
            int reached = reached(matter);
            boolean brokenOff = matter.closedAt() != null && !matter.state().equals("delivered");
            List<Stage> stages = new ArrayList<>();
            for (int i = 0; i < (brokenOff ? reached : LABELS.size()); i++) {
                stages.add(new Stage(
                        LABELS.get(i), i < reached ? "done" : i == reached ? "now" : "ahead", note(i, matter)));
            }
            if (brokenOff && matter.closedAt() != null) {
                stages.add(new Stage(matter.stateLabel(), "now", Moments.day(matter.closedAt())));
            }
            return stages;
        }

        private static int reached(CaseView matter) {
            return switch (matter.state()) {
                case "submitted", "correction" -> 1;
                case "review", "special" -> 2;
                case "decision" -> 3;
                case "granted", "ready" -> 4;
                case "delivered" -> 5;
                default -> matter.decidedAt() != null ? 4 : matter.acceptedAt() != null ? 2 : 1;
            };
        }

        private static String note(int stage, CaseView matter) {
            java.time.Instant at = switch (stage) {
                case 0 -> matter.submittedAt() == null ? matter.openedAt() : matter.submittedAt();
                case 1 -> matter.acceptedAt();
                case 3 -> matter.decidedAt();
                case 4 -> matter.state().equals("delivered") ? matter.closedAt() : null;
                default -> null;
            };
            return at == null ? "" : Moments.day(at);
        }
    }
}
