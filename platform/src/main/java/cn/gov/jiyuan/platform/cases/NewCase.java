package cn.gov.jiyuan.platform.cases;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A case to be opened.
 *
 * @param type id of its {@link CaseType}
 * @param title what it is about, without personal data: the name of the service item
 * @param number official number; null if it is given later by an effect
 * @param unitId unit that handles it
 * @param areaCode 9-digit area of the handling; null if none
 * @param applicantId party on whose behalf it is opened
 * @param applicantName clear name: stored encrypted, shown masked if it is a person's
 * @param applicantKind person or organisation
 * @param agentId person who acts for the applicant; null if none
 * @param subjectRef what it is about in another system: implementation code and version of the item
 * @param data facts, never personal ones
 * @param idempotencyKey a second call with the same key returns the first case; null if not needed
 * @param demo demonstration data
 * @param agentName clear name of the agent, stored and shown like the applicant's; null if there is none
 */
public record NewCase(
        String type,
        String title,
        @Nullable String number,
        UUID unitId,
        @Nullable String areaCode,
        UUID applicantId,
        String applicantName,
        ApplicantKind applicantKind,
        @Nullable UUID agentId,
        @Nullable String subjectRef,
        Map<String, ?> data,
        @Nullable String idempotencyKey,
        boolean demo,
        @Nullable String agentName) {

    /** What the applicant is. Names of organisations are public, those of people are not. */
    public enum ApplicantKind {
        PERSON,
        ORGANISATION
    }

    /** Nobody acts for the applicant, or his name does not matter. */
    public NewCase(
            String type,
            String title,
            @Nullable String number,
            UUID unitId,
            @Nullable String areaCode,
            UUID applicantId,
            String applicantName,
            ApplicantKind applicantKind,
            @Nullable UUID agentId,
            @Nullable String subjectRef,
            Map<String, ?> data,
            @Nullable String idempotencyKey,
            boolean demo) {
        this(
                type,
                title,
                number,
                unitId,
                areaCode,
                applicantId,
                applicantName,
                applicantKind,
                agentId,
                subjectRef,
                data,
                idempotencyKey,
                demo,
                null);
    }

    public NewCase {
        data = Map.copyOf(data);
    }
}
