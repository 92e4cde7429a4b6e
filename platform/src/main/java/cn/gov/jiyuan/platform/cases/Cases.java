package cn.gov.jiyuan.platform.cases;

import cn.gov.jiyuan.kernel.actor.Actor;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The engine of cases (办件、工单、公文、督办、检查 …): opens them, moves them along their transition table and reads them.
 * Write methods join the caller's transaction or open one.
 */
public interface Cases {
    /** Opens a case in the initial state of its type; the number is unique, a repeated key returns the first case. */
    UUID open(Actor actor, NewCase opened);

    /**
     * Does one action of the case's transition table.
     *
     * @param expectedVersion version of the case that the actor saw
     * @throws cn.gov.jiyuan.kernel.error.Fault {@code cases.changed} if somebody else was faster, {@code
     *     cases.task-taken}, {@code cases.same-person}, {@code cases.wrong-state} and the others of {@link CasesError}
     */
    ActOutcome act(Actor actor, UUID caseId, int expectedVersion, String action, ActionInput input);

    /** The case, without asking who wants to know: for systems, in their own rules. */
    Optional<CaseView> find(UUID caseId);

    Optional<CaseView> findByNumber(String number);

    /** Cases of a type that were opened for a party, newest first; the caller has checked that it is his to see. */
    List<CaseView> ofApplicant(UUID applicantId, String type, int limit);

    /**
     * The case with all that the actor may see of it.
     *
     * @throws cn.gov.jiyuan.kernel.error.Fault {@code cases.not-found} also if it is not his to see
     */
    CaseFile read(Actor actor, UUID caseId);

    /** What the actor may do now with the case, each with its consequence and what it needs. */
    List<ActionOffer> offers(Actor actor, UUID caseId);

    List<TimelineEntry> timeline(UUID caseId);

    /** All clocks of the case, explained step by step. */
    List<ClockView> explain(UUID caseId);

    List<EvidenceView> evidence(UUID caseId);

    /** Puts evidence into an open case. */
    void attach(Actor actor, UUID caseId, List<NewEvidence> pieces);

    /** Clear name of the applicant, for documents; the caller answers for showing it. */
    String applicantName(UUID caseId);

    /** Clear name of who acts for the applicant, under the same condition; empty if nobody does or was not named. */
    Optional<String> agentName(UUID caseId);

    /** The next number of a series without gaps: the prefix and {@code digits} digits. Holds the series until commit. */
    String nextNumber(String prefix, int digits);

    /** The code with which the applicant asks for progress without logging in; 8 digits and letters. */
    String queryCode(UUID caseId);

    /** The case by number and query code; empty unless both fit. */
    Optional<CaseView> findByQueryCode(String number, String queryCode);

    /**
     * Recomputes clocks that ran on a provisional calendar, after the official one has come; writes an audit event for
     * each that moved.
     *
     * @return how many moved
     */
    int recomputeProvisional(Actor actor);
}
