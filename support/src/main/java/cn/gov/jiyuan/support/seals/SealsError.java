package cn.gov.jiyuan.support.seals;

import cn.gov.jiyuan.kernel.error.ErrorCode;
import cn.gov.jiyuan.kernel.error.ErrorKind;

/** Refusals of the seal system. */
public enum SealsError implements ErrorCode {
    /** The unit has no active seal of the kind. */
    NONE("seals.none", ErrorKind.CONFLICT),
    /** The actor does not hold the seal. */
    NOT_HOLDER("seals.not-holder", ErrorKind.PERMISSION),
    /** No such seal. */
    UNKNOWN("seals.unknown", ErrorKind.MISSING),
    /** The change of state is not allowed. */
    STATE("seals.state", ErrorKind.CONFLICT);

    private final String code;
    private final ErrorKind kind;

    SealsError(String code, ErrorKind kind) {
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
