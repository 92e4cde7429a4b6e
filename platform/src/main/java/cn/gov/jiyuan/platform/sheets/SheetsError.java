package cn.gov.jiyuan.platform.sheets;

import cn.gov.jiyuan.kernel.error.ErrorCode;
import cn.gov.jiyuan.kernel.error.ErrorKind;

/** Refusals of uploaded tables. */
public enum SheetsError implements ErrorCode {
    /** Broken, too large, or no table at all. */
    UNREADABLE("unreadable", ErrorKind.INPUT),
    /** Neither CSV nor XLSX. */
    KIND("kind", ErrorKind.INPUT),
    /** A column that the import needs is missing. */
    HEADING("heading", ErrorKind.INPUT),
    /** No file was sent. */
    NO_FILE("no-file", ErrorKind.INPUT),
    /** Nothing is imported under this name. */
    UNKNOWN_KIND("unknown-kind", ErrorKind.MISSING),
    UNKNOWN("unknown", ErrorKind.MISSING);

    private final String code;
    private final ErrorKind kind;

    SheetsError(String code, ErrorKind kind) {
        this.code = "sheets." + code;
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
