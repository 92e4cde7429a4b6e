package cn.gov.jiyuan.platform.hub;

import cn.gov.jiyuan.kernel.error.ErrorCode;
import cn.gov.jiyuan.kernel.error.ErrorKind;

/** What can go wrong in the hub. */
public enum HubError implements ErrorCode {
    BAD_NAME("bad-name", ErrorKind.INPUT),
    BAD_COLUMNS("bad-columns", ErrorKind.INPUT),
    UNKNOWN_COLUMN("unknown-column", ErrorKind.INPUT),
    UNKNOWN("unknown", ErrorKind.MISSING),
    UNKNOWN_SNAPSHOT("unknown-snapshot", ErrorKind.MISSING),
    /** No batch was landed yet. */
    EMPTY("empty", ErrorKind.MISSING),
    /** A value is not of its column's type. */
    BAD_VALUE("bad-value", ErrorKind.INPUT),
    NO_KEY("no-key", ErrorKind.INPUT),
    /** Another batch of the dataset was committed while this one was landed. */
    OVERTAKEN("overtaken", ErrorKind.CONFLICT),
    /** A batch of the same number with other rows is there. */
    BATCH_DIFFERS("batch-differs", ErrorKind.CONFLICT),
    NOT_HELD("not-held", ErrorKind.CONFLICT),
    NOT_A_QUERY("not-a-query", ErrorKind.INPUT),
    QUERY_FAILED("query-failed", ErrorKind.INPUT),
    QUERY_TOO_LONG("query-too-long", ErrorKind.INPUT),
    /** The disk is full, a file was lost or changed. */
    STORAGE("storage", ErrorKind.INTERNAL);

    private final String code;
    private final ErrorKind kind;

    HubError(String code, ErrorKind kind) {
        this.code = "hub." + code;
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
