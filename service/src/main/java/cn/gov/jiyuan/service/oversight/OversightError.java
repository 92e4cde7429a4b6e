package cn.gov.jiyuan.service.oversight;

import cn.gov.jiyuan.kernel.error.ErrorCode;
import cn.gov.jiyuan.kernel.error.ErrorKind;

/** Refusals of the overseers' desk. */
public enum OversightError implements ErrorCode {
    /** No such card, rule or score, or not within reach. */
    UNKNOWN("oversight.unknown", ErrorKind.MISSING),
    /** The unit has appealed already. */
    APPEALED("oversight.appealed", ErrorKind.CONFLICT),
    /** A version would take effect on another day than the first of a month to come. */
    NOT_RETROACTIVE("oversight.not-retroactive", ErrorKind.INPUT),
    /** The author of a version would approve it. */
    OWN_DRAFT("oversight.own-draft", ErrorKind.PERMISSION),
    /** The draft was approved already. */
    APPROVED("oversight.approved", ErrorKind.CONFLICT),
    /** A rule that cannot be judged yet would be enabled. */
    NOT_AVAILABLE("oversight.not-available", ErrorKind.CONFLICT),
    /** A threshold or score out of bounds. */
    BOUNDS("oversight.bounds", ErrorKind.INPUT),
    /** There is a version for that day. */
    TAKEN("oversight.taken", ErrorKind.CONFLICT);

    private final String code;
    private final ErrorKind kind;

    OversightError(String code, ErrorKind kind) {
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
