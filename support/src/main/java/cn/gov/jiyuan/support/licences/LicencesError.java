package cn.gov.jiyuan.support.licences;

import cn.gov.jiyuan.kernel.error.ErrorCode;
import cn.gov.jiyuan.kernel.error.ErrorKind;

/** Refusals of the licence system. */
public enum LicencesError implements ErrorCode {
    /** No such type. */
    TYPE("licences.type", ErrorKind.INPUT),
    /** No such licence, or not the actor's. */
    UNKNOWN("licences.unknown", ErrorKind.MISSING),
    /** The licence has no document, because it was recorded from earlier times. */
    NO_DOCUMENT("licences.no-document", ErrorKind.MISSING),
    /** Nothing to verify was given. */
    NOTHING("licences.nothing", ErrorKind.INPUT),
    /** No licence is registered under this identifier or number. */
    NOT_REGISTERED("licences.not-registered", ErrorKind.MISSING);

    private final String code;
    private final ErrorKind kind;

    LicencesError(String code, ErrorKind kind) {
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
