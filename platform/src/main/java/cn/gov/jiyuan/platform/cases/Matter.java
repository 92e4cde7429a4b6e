package cn.gov.jiyuan.platform.cases;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The row of a case while it is being worked on. */
final class Matter {
    final UUID id;
    final String type;
    final int typeVersion;
    final String title;
    final UUID unitId;
    final @Nullable String areaCode;
    final UUID applicantId;
    final NewCase.ApplicantKind applicantKind;
    final String applicantMasked;
    final @Nullable UUID agentId;
    final @Nullable String subjectRef;
    final Instant openedAt;
    final boolean demo;

    /** Name of the agent as shown; null if nobody acts for the applicant. */
    @Nullable
    String agentMasked;

    @Nullable
    String number;

    String state;
    int version;
    int sequence;

    @Nullable
    Instant dueAt;

    CaseView.ClockState clockState = CaseView.ClockState.NONE;

    @Nullable
    Instant submittedAt;

    @Nullable
    Instant acceptedAt;

    @Nullable
    Instant decidedAt;

    @Nullable
    Instant closedAt;

    Instant lastEventAt;

    @Nullable
    String outcome;

    Map<String, Object> data;
    /** State and person to which work goes straight back after a return (直送); null if none. */
    @Nullable
    String returnState;

    @Nullable
    Colleague returnTo;

    Matter(UUID id, int typeVersion, String state, NewCase opened, Instant at) {
        this(
                id,
                opened.type(),
                typeVersion,
                opened.title(),
                opened.unitId(),
                opened.areaCode(),
                opened.applicantId(),
                opened.applicantKind(),
                masked(opened.applicantKind(), opened.applicantName()),
                opened.agentId(),
                opened.subjectRef(),
                at,
                opened.demo(),
                state,
                new LinkedHashMap<>(opened.data()));
        this.number = opened.number();
        String agent = opened.agentName();
        this.agentMasked = agent == null ? null : masked(agent);
    }

    Matter(
            UUID id,
            String type,
            int typeVersion,
            String title,
            UUID unitId,
            @Nullable String areaCode,
            UUID applicantId,
            NewCase.ApplicantKind applicantKind,
            String applicantMasked,
            @Nullable UUID agentId,
            @Nullable String subjectRef,
            Instant openedAt,
            boolean demo,
            String state,
            Map<String, Object> data) {
        this.id = id;
        this.type = type;
        this.typeVersion = typeVersion;
        this.title = title;
        this.unitId = unitId;
        this.areaCode = areaCode;
        this.applicantId = applicantId;
        this.applicantKind = applicantKind;
        this.applicantMasked = applicantMasked;
        this.agentId = agentId;
        this.subjectRef = subjectRef;
        this.openedAt = openedAt;
        this.lastEventAt = openedAt;
        this.demo = demo;
        this.state = state;
        this.data = data;
    }

    /** Names of people: the first character and stars. Names of organisations are public. */
    static String masked(NewCase.ApplicantKind kind, String name) {
        return kind == NewCase.ApplicantKind.ORGANISATION ? name : masked(name);
    }

    static String masked(String name) {
        if (name.isEmpty()) {
            return "";
        }
        int first = name.offsetByCodePoints(0, 1);
        int hidden = Math.max(1, name.codePointCount(first, name.length()));
        return name.substring(0, first) + "*".repeat(hidden);
    }

    void mark(CaseAction.Milestone milestone, Instant at) {
        switch (milestone) {
            case SUBMITTED -> submittedAt = at;
            case ACCEPTED -> acceptedAt = at;
            case DECIDED -> decidedAt = at;
        }
    }

    void merge(Map<String, ?> facts) {
        if (!facts.isEmpty()) {
            Map<String, Object> merged = new LinkedHashMap<>(data);
            merged.putAll(facts);
            data = merged;
        }
    }

    CaseView view(CaseType of) {
        return new CaseView(
                id,
                type,
                typeVersion,
                number,
                title,
                state,
                of.state(state).label(),
                version,
                unitId,
                areaCode,
                applicantId,
                applicantKind,
                applicantMasked,
                agentId,
                agentMasked,
                subjectRef,
                dueAt,
                clockState,
                openedAt,
                submittedAt,
                acceptedAt,
                decidedAt,
                closedAt,
                lastEventAt,
                outcome,
                data,
                demo);
    }
}
