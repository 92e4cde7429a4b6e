package cn.gov.jiyuan.platform.audit;

import cn.gov.jiyuan.kernel.error.ErrorCode;
import cn.gov.jiyuan.kernel.error.ErrorKind;

/** What can go wrong with the audit trail. */
public enum AuditError implements ErrorCode {
    /** An event was recorded outside any transaction: it could outlive a change that was rolled back. */
    NO_TRANSACTION("audit.no-transaction", ErrorKind.INTERNAL),
    /** The place to continue a list from is none that we gave out. */
    BAD_CURSOR("audit.bad-cursor", ErrorKind.INPUT);

    private final String code;
    private final ErrorKind kind;

    AuditError(String code, ErrorKind kind) {
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
