package cn.gov.jiyuan.platform.cases;

import cn.gov.jiyuan.kernel.time.LegalTerm;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What those who watch over the work need to know of it (监察口径): which clocks crossed a line, which cases stand still,
 * the facts of a case, how many were decided in time. Reads only, and asks nobody: the caller decides who may see what it
 * makes of it. Every list walks one index in the order of its moments, so that a portion costs the same at 30 million
 * rows.
 */
public interface CaseWatch {
    /** A clock is near its end when no more than this share of its term is left. */
    int NEAR_PERCENT = 20;

    /** A moment in the life of a running clock. */
    enum Line {
        /** No more than {@link #NEAR_PERCENT} of the term is left. */
        NEAR,
        /** The first moment that is too late. */
        DUE
    }

    /** A clock that crossed a line; also the place from which a list goes on. */
    record Crossing(UUID caseId, String clock, int round, Instant at) {}

    /**
     * Running clocks of all types that crossed the line in ({@code from}, {@code to}], by moment. Clocks that stand or
     * are over are none of them.
     *
     * @param after last one of the portion before; null for the first
     */
    List<Crossing> crossed(Line line, Instant from, Instant to, @Nullable Crossing after, int limit);

    /** An open case and when something was last done in it. */
    record Standing(UUID caseId, Instant since) {}

    /** Open cases of a type, in one of the states and not paused, that last moved in [{@code from}, {@code to}). */
    List<Standing> standing(
            String type, Collection<String> states, Instant from, Instant to, @Nullable Standing after, int limit);

    /** Ids of all cases of a type, open or not, in the order of their ids. */
    List<UUID> ids(String type, @Nullable UUID after, int limit);

    /** The facts of cases, in no particular order; unknown ids are left out. */
    List<CaseFacts> facts(Collection<UUID> ids);

    /**
     * Cases of one unit decided after as many days.
     *
     * @param promised term promised; null if none
     * @param late how many of them missed a statutory or promised clock
     */
    record Decided(
            UUID unitId,
            LocalDate accepted,
            LocalDate decided,
            @Nullable LegalTerm promised,
            long count,
            long late) {}

    /** Cases of a type decided in [{@code from}, {@code to}). */
    List<Decided> decided(String type, Instant from, Instant to);

    /** How many cases of a unit ended with an outcome; the outcome is empty if it has none. */
    record Ended(UUID unitId, String outcome, long count) {}

    /** Cases of a type closed in [{@code from}, {@code to}). */
    List<Ended> ended(String type, Instant from, Instant to);
}
