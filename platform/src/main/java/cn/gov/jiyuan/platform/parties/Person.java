package cn.gov.jiyuan.platform.parties;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A natural person (自然人) with the personal data in clear: only for code that acts for this person or may unmask.
 *
 * @param idNumber citizen id number
 * @param householdAreaCode where the household is registered; never derived from the id number (old prefix 410881)
 * @param realLevel real-name level 1–4
 */
public record Person(
        UUID id,
        String name,
        String idNumber,
        @Nullable String phone,
        @Nullable String address,
        LocalDate birthDate,
        String gender,
        String householdAreaCode,
        int realLevel,
        int version) {}
