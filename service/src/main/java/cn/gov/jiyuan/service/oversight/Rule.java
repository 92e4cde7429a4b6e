package cn.gov.jiyuan.service.oversight;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One version of a rule (监察规则). A violation is judged by the version in force on the day on which it happened.
 *
 * @param code number of the rule, the same in all versions
 * @param caseType type of the cases it judges; empty if it judges units
 * @param subjects clocks, actions or states that it looks at
 * @param threshold percent, times or workdays, as the detector says
 * @param score points that a card costs
 * @param remark what to know of it; why it is not enabled
 * @param from first day of force
 */
record Rule(
        UUID id,
        String code,
        int version,
        String title,
        Detector detector,
        String caseType,
        List<String> subjects,
        int threshold,
        Level level,
        BigDecimal score,
        String basis,
        boolean enabled,
        String remark,
        LocalDate from,
        boolean approved,
        UUID proposedBy,
        String proposedName,
        @Nullable String approvedName) {
    Rule {
        subjects = List.copyOf(subjects);
    }

    boolean looksAt(String subject) {
        return subjects.contains(subject);
    }
}
