package cn.gov.jiyuan.platform.cases;

import cn.gov.jiyuan.kernel.error.ErrorCode;
import cn.gov.jiyuan.kernel.error.ErrorKind;

/** Refusals of the engine of cases. */
public enum CasesError implements ErrorCode {
    NOT_FOUND("cases.not-found", ErrorKind.MISSING),
    UNKNOWN_TYPE("cases.unknown-type", ErrorKind.INTERNAL),
    UNKNOWN_ACTION("cases.unknown-action", ErrorKind.INPUT),
    /** The case has moved since it was read: who did what, when. */
    CHANGED("cases.changed", ErrorKind.CONFLICT),
    WRONG_STATE("cases.wrong-state", ErrorKind.CONFLICT),
    SAME_PERSON("cases.same-person", ErrorKind.PERMISSION),
    NOT_APPLICANT("cases.not-applicant", ErrorKind.PERMISSION),
    /** An official is or was applicant or agent in the very matter (回避). */
    OWN_MATTER("cases.own-matter", ErrorKind.PERMISSION),
    NOT_OFFICIAL("cases.not-official", ErrorKind.PERMISSION),
    SYSTEM_ONLY("cases.system-only", ErrorKind.PERMISSION),
    OUT_OF_SCOPE("cases.out-of-scope", ErrorKind.PERMISSION),
    OPINION_MISSING("cases.opinion-missing", ErrorKind.INPUT),
    REASON_MISSING("cases.reason-missing", ErrorKind.INPUT),
    EVIDENCE_MISSING("cases.evidence-missing", ErrorKind.INPUT),
    /** A file that somebody else stored; nobody gets to read it by putting it into a case of his own. */
    FOREIGN_FILE("cases.foreign-file", ErrorKind.INPUT),
    TASK_NOT_FOUND("cases.task-not-found", ErrorKind.MISSING),
    /** Another clerk was faster. */
    TASK_TAKEN("cases.task-taken", ErrorKind.CONFLICT),
    TASK_OVER("cases.task-over", ErrorKind.CONFLICT),
    TASK_NOT_YOURS("cases.task-not-yours", ErrorKind.PERMISSION),
    TASK_NOT_ELIGIBLE("cases.task-not-eligible", ErrorKind.PERMISSION),
    TASK_WAITS("cases.task-waits", ErrorKind.CONFLICT),
    TASK_DELEGATED("cases.task-delegated", ErrorKind.CONFLICT),
    TASK_KIND("cases.task-kind", ErrorKind.CONFLICT),
    NO_TASK("cases.no-task", ErrorKind.CONFLICT),
    PEOPLE("cases.people", ErrorKind.INPUT),
    RETURN_TARGET("cases.return-target", ErrorKind.INPUT),
    NOT_RECALLABLE("cases.not-recallable", ErrorKind.CONFLICT),
    REMINDED("cases.reminded", ErrorKind.CONFLICT),
    CLOCK_NOT_RUNNING("cases.clock-not-running", ErrorKind.CONFLICT),
    CLOCK_NOT_PAUSED("cases.clock-not-paused", ErrorKind.CONFLICT),
    CLOCK_PROLONGED("cases.clock-prolonged", ErrorKind.CONFLICT),
    NUMBER_TAKEN("cases.number-taken", ErrorKind.CONFLICT),
    UNKNOWN_VIEW("cases.unknown-view", ErrorKind.INPUT),
    TOO_MANY("cases.too-many", ErrorKind.INPUT),
    BAD_PAGE("cases.bad-page", ErrorKind.INPUT),
    PROCESS("cases.process", ErrorKind.INPUT),
    PROCESS_STUCK("cases.process-stuck", ErrorKind.INTERNAL);

    private final String code;
    private final ErrorKind kind;

    CasesError(String code, ErrorKind kind) {
        this.code = code;
        this.kind = kind;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public ErrorKind kind() {
        return kind;
    }
}
