package cn.gov.jiyuan.platform.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A clock of a case, explained (时限说明).
 *
 * @param term “20 个工作日”
 * @param dueAt first moment that is too late
 * @param dueDate last day in time
 * @param provisional counted on a calendar not yet published (暂按)
 * @param remaining “还剩 7 个工作日…”
 * @param late whether it is missed: now if it runs, when it ended if it is over
 * @param steps the reckoning in sentences
 * @param events start, pauses, resumptions, prolongations, end
 */
public record ClockView(
        String clock,
        int round,
        String label,
        ClockSpec.Kind kind,
        String term,
        String ruleKey,
        int ruleVersion,
        String basis,
        CaseView.ClockState state,
        Instant dueAt,
        LocalDate dueDate,
        boolean provisional,
        String remaining,
        boolean late,
        @Nullable Instant stoppedAt,
        List<String> steps,
        List<Event> events) {
    /** One event of the clock, as told. */
    public record Event(
            Instant at,
            String what,
            String reason,
            @Nullable String amount) {}
}
