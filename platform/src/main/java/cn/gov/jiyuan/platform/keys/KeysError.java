package cn.gov.jiyuan.platform.keys;

import cn.gov.jiyuan.kernel.error.ErrorCode;
import cn.gov.jiyuan.kernel.error.ErrorKind;

/** What can go wrong with keys. */
public enum KeysError implements ErrorCode {
    /** The database holds secrets, the master key that opens them is not there. */
    MASTER_MISSING("master-missing", ErrorKind.INTERNAL),
    MASTER_UNREADABLE("master-unreadable", ErrorKind.INTERNAL),
    MASTER_MISMATCH("master-mismatch", ErrorKind.INTERNAL),
    UNKNOWN_KEY("unknown-key", ErrorKind.MISSING),
    /** A sealed value was changed or moved to another row or column. */
    ALTERED_VALUE("altered-value", ErrorKind.CONFLICT),
    UNKNOWN_VERSION("unknown-version", ErrorKind.CONFLICT),
    /** A key was asked to do what it was not made for. */
    WRONG_USE("wrong-use", ErrorKind.INTERNAL),
    UNKNOWN_CERTIFICATE("unknown-certificate", ErrorKind.MISSING);

    private final String code;
    private final ErrorKind kind;

    KeysError(String code, ErrorKind kind) {
        this.code = "keys." + code;
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
