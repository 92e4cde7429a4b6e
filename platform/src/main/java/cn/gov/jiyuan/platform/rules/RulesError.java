package cn.gov.jiyuan.platform.rules;

import cn.gov.jiyuan.kernel.error.ErrorCode;
import cn.gov.jiyuan.kernel.error.ErrorKind;

/** Refusals of the rules. */
public enum RulesError implements ErrorCode {
    UNKNOWN("rules.unknown", ErrorKind.MISSING),
    GAP("rules.gap", ErrorKind.CONFLICT),
    TYPE("rules.type", ErrorKind.INTERNAL),
    VALUE("rules.value", ErrorKind.INPUT),
    PERIOD("rules.period", ErrorKind.INPUT),
    PAST("rules.past", ErrorKind.INPUT),
    OVERLAP("rules.overlap", ErrorKind.CONFLICT),
    SAME_PERSON("rules.same-person", ErrorKind.CONFLICT),
    REASON("rules.reason", ErrorKind.INPUT),
    DECIDED("rules.decided", ErrorKind.CONFLICT),
    DECISION_UNKNOWN("rules.decision-unknown", ErrorKind.MISSING),
    DECISION_FILE("rules.decision-file", ErrorKind.INTERNAL),
    DECISION_FAILED("rules.decision-failed", ErrorKind.INPUT),
    DECISION_SLOW("rules.decision-slow", ErrorKind.INTERNAL);

    private final String code;
    private final ErrorKind kind;

    RulesError(String code, ErrorKind kind) {
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
