package cn.gov.jiyuan.platform.cases;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A case as it went, for judging it by rules.
 *
 * @param handlerId who holds its task now; null if nobody
 * @param papers evidence of any kind, by the step with which it came
 */
public record CaseFacts(
        UUID id,
        String type,
        @Nullable String number,
        String title,
        String state,
        UUID unitId,
        @Nullable String areaCode,
        @Nullable String subjectRef,
        @Nullable UUID handlerId,
        Instant openedAt,
        @Nullable Instant closedAt,
        Instant lastEventAt,
        @Nullable String outcome,
        boolean demo,
        List<TimelineEntry> steps,
        List<ClockFacts> clocks,
        List<Paper> papers) {

    /** A paper of a kind that came with a step. */
    public record Paper(int sequence, String kind) {}

    public CaseFacts {
        steps = List.copyOf(steps);
        clocks = List.copyOf(clocks);
        papers = List.copyOf(papers);
    }

    /** The state in which the case was just before a moment. */
    public String stateAt(Instant moment) {
        String found = steps.isEmpty() ? state : steps.getFirst().to();
        for (TimelineEntry step : steps) {
            if (!step.at().isBefore(moment)) {
                break;
            }
            found = step.to();
        }
        return found;
    }

    /** What was done at the moment at which a clock was moved. */
    public Optional<TimelineEntry> stepAt(Instant moment) {
        return steps.stream().filter(step -> step.at().equals(moment)).findFirst();
    }

    /** Whether a paper of the kind came with a step. */
    public boolean hasPaper(TimelineEntry step, String kind) {
        return papers.stream()
                .anyMatch(paper ->
                        paper.sequence() == step.sequence() && paper.kind().equals(kind));
    }
}
