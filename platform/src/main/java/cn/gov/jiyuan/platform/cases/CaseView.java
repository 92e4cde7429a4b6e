package cn.gov.jiyuan.platform.cases;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A case as seen by those who may see it.
 *
 * @param applicantMasked name with all but the first character hidden if a person's
 * @param agentMasked the same for who acts for the applicant; null if nobody does, or was not named
 * @param dueAt first moment that is too late by the earliest running clock; null if none runs
 * @param data facts, never personal ones
 */
public record CaseView(
        UUID id,
        String type,
        int typeVersion,
        @Nullable String number,
        String title,
        String state,
        String stateLabel,
        int version,
        UUID unitId,
        @Nullable String areaCode,
        UUID applicantId,
        NewCase.ApplicantKind applicantKind,
        String applicantMasked,
        @Nullable UUID agentId,
        @Nullable String agentMasked,
        @Nullable String subjectRef,
        @Nullable Instant dueAt,
        ClockState clockState,
        Instant openedAt,
        @Nullable Instant submittedAt,
        @Nullable Instant acceptedAt,
        @Nullable Instant decidedAt,
        @Nullable Instant closedAt,
        Instant lastEventAt,
        @Nullable String outcome,
        Map<String, Object> data,
        boolean demo) {

    /** Whether any clock of the case runs. */
    public enum ClockState {
        NONE("未计时"),
        RUNNING("计时中"),
        PAUSED("已停表"),
        STOPPED("计时结束");

        private final String label;

        ClockState(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
