package cn.gov.jiyuan.data.registers;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What held about a person for a time (版本).
 *
 * @param to first day on which it held no more; null while it holds
 * @param sources which department each field was taken from
 * @param conflicts fields on which departments disagree
 */
record PersonVersion(
        UUID subjectId,
        int version,
        LocalDate from,
        @Nullable LocalDate to,
        PersonFacts facts,
        Map<String, String> sources,
        List<String> conflicts,
        int records,
        String reason,
        Instant recordedAt,
        String recordedBy,
        boolean demo) {}
