package cn.gov.jiyuan.platform.portal;

import cn.gov.jiyuan.kernel.error.ErrorCode;
import cn.gov.jiyuan.kernel.error.ErrorKind;

/** Refusals of the portal itself. */
public enum PortalError implements ErrorCode {
    /** The form was sent without or with an outdated token. */
    FORGERY("portal.forgery", ErrorKind.PERMISSION),
    /** Not a date. */
    DATE("portal.date", ErrorKind.INPUT),
    /** Not a time of day. */
    TIME("portal.time", ErrorKind.INPUT),
    /** The file is not there. */
    FILE("portal.file", ErrorKind.MISSING);

    private final String code;
    private final ErrorKind kind;

    PortalError(String code, ErrorKind kind) {
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
