package cn.gov.jiyuan.platform.cases;

import cn.gov.jiyuan.kernel.time.ClockTerms;
import cn.gov.jiyuan.kernel.time.Pause;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One run of a clock, for judging it by rules.
 *
 * @param terms term, start, pauses and prolongations
 * @param dueAt first moment that is too late
 * @param warnAt first moment at which no more than {@link CaseWatch#NEAR_PERCENT} is left
 * @param changes pauses and prolongations as they were made
 */
public record ClockFacts(
        String clock,
        int round,
        String label,
        ClockSpec.Kind kind,
        CaseView.ClockState state,
        ClockTerms terms,
        Instant dueAt,
        Instant warnAt,
        @Nullable Instant stoppedAt,
        List<Change> changes) {

    /**
     * A pause or a prolongation.
     *
     * @param notice document by which the party was told; null if none was named
     */
    public record Change(
            boolean prolongation,
            Instant at,
            String reason,
            @Nullable UUID notice) {}

    public ClockFacts {
        changes = List.copyOf(changes);
    }

    /** When it was missed, if it was by then; a clock that stood on its last day was not. */
    public Optional<Instant> missedBy(Instant now) {
        LocalDate lastDay = dueAt.minusNanos(1).atZone(CaseClock.ZONE).toLocalDate();
        boolean stood = terms.pauses().stream().filter(p -> p.to() == null).anyMatch(p -> startedBy(p, lastDay));
        Instant end = stoppedAt == null ? now : stoppedAt;
        return stood || end.isBefore(dueAt) ? Optional.empty() : Optional.of(dueAt);
    }

    /** Whether it stood at a moment. */
    public boolean stoodAt(Instant moment) {
        LocalDate day = moment.atZone(CaseClock.ZONE).toLocalDate();
        return terms.pauses().stream().anyMatch(p -> startedBy(p, day) && (p.to() == null || !p.to().isBefore(day)));
    }

    private static boolean startedBy(Pause pause, LocalDate day) {
        return !pause.from().isAfter(day);
    }
}
