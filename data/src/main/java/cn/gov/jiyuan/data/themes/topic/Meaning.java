package cn.gov.jiyuan.data.themes.topic;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A version of what an indicator means (口径): from which month on, what counts above the line and below. Versions are never
 * changed, so history can be computed again under each of them.
 */
public record Meaning(
        UUID id,
        String topic,
        String indicator,
        int version,
        LocalDate from,
        Terms terms,
        boolean approved,
        UUID draftedBy,
        String draftedName,
        @Nullable String approvedName) {

    /**
     * @param numerator what a row adds above the line, a whole number; over the alias {@code f}
     * @param denominator what it adds below @param excluded what it adds to those left out
     */
    public record Terms(
            String numerator,
            String denominator,
            String excluded,
            String numeratorText,
            String denominatorText,
            String exclusionsText,
            String basis) {}
}
