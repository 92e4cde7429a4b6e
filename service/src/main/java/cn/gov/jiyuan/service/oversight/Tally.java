package cn.gov.jiyuan.service.oversight;

import java.time.LocalDate;
import java.util.UUID;

/**
 * What a unit did in a month, or in several together.
 *
 * @param month first day
 * @param late of the decided, those that missed a promised or statutory clock
 * @param terminated of the ended
 * @param usedDays days that the decided took, those of special procedures included
 * @param promisedDays days that had been promised for them
 */
record Tally(
        UUID unitId,
        LocalDate month,
        long decided,
        long late,
        long ended,
        long terminated,
        long usedDays,
        long promisedDays) {
    static Tally none(UUID unit, LocalDate month) {
        return new Tally(unit, month, 0, 0, 0, 0, 0, 0);
    }

    Tally plus(Tally other) {
        return new Tally(
                unitId,
                month,
                decided + other.decided,
                late + other.late,
                ended + other.ended,
                terminated + other.terminated,
                usedDays + other.usedDays,
                promisedDays + other.promisedDays);
    }
}
