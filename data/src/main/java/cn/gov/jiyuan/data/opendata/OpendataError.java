package cn.gov.jiyuan.data.opendata;

import cn.gov.jiyuan.kernel.error.ErrorCode;
import cn.gov.jiyuan.kernel.error.ErrorKind;

/** Refusals of the open data platform. */
public enum OpendataError implements ErrorCode {
    /** No such dataset, version, application …, or not open to whoever asks. */
    UNKNOWN("unknown", ErrorKind.MISSING),
    /** The catalogue knows no such published resource. */
    UNKNOWN_RESOURCE("unknown-resource", ErrorKind.INPUT),
    /** The resource may not be opened at all, or not without conditions. */
    NOT_OPEN("not-open", ErrorKind.INPUT),
    /** No data are mounted behind the resource. */
    NO_DATA("no-data", ErrorKind.INPUT),
    /** There is an open dataset of the resource already. */
    REGISTERED("registered", ErrorKind.CONFLICT),
    /** Columns that tell who somebody is. */
    IDENTIFIERS("identifiers", ErrorKind.INPUT),
    /** k-anonymity cannot be reached. */
    NOT_ANONYMOUS("not-anonymous", ErrorKind.INPUT),
    NO_COLUMNS("no-columns", ErrorKind.INPUT),
    BAD_CHOICE("bad-choice", ErrorKind.INPUT),
    EMPTY("empty", ErrorKind.INPUT),
    TOO_LONG("too-long", ErrorKind.INPUT),
    /** The dataset was withdrawn. */
    GONE("gone", ErrorKind.MISSING),
    /** Conditional data without an approved application. */
    NOT_GRANTED("not-granted", ErrorKind.PERMISSION),
    /** The real-name level is too low. */
    LEVEL("level", ErrorKind.PERMISSION),
    NOT_CONDITIONAL("not-conditional", ErrorKind.INPUT),
    ASKED_ALREADY("asked-already", ErrorKind.CONFLICT),
    TOO_MANY_KEYS("too-many-keys", ErrorKind.CONFLICT),
    /** Nothing to do in this state. */
    WRONG_STATE("wrong-state", ErrorKind.CONFLICT),
    NOT_AN_ENTERPRISE("not-an-enterprise", ErrorKind.INPUT),
    DATES("dates", ErrorKind.INPUT),
    GRANT_NOT_SIGNED("grant-not-signed", ErrorKind.CONFLICT),
    BEYOND_GRANT("beyond-grant", ErrorKind.INPUT),
    PUBLICITY("publicity", ErrorKind.CONFLICT),
    /** A product with columns that tell who somebody is. */
    PERSONAL_PRODUCT("personal-product", ErrorKind.INPUT),
    STOPPED("stopped", ErrorKind.CONFLICT),
    NO_SOURCE("no-source", ErrorKind.INPUT);

    private final String code;
    private final ErrorKind kind;

    OpendataError(String code, ErrorKind kind) {
        this.code = "opendata." + code;
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
