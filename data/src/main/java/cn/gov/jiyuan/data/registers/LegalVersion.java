package cn.gov.jiyuan.data.registers;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What held about a legal entity for a time (版本). @param to first day on which it held no more; null while it holds */
record LegalVersion(
        UUID subjectId,
        int version,
        LocalDate from,
        @Nullable LocalDate to,
        LegalFacts facts,
        Map<String, String> sources,
        List<String> conflicts,
        int records,
        String reason,
        Instant recordedAt,
        String recordedBy,
        boolean demo) {}
