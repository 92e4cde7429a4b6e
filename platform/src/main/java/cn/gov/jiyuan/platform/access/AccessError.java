package cn.gov.jiyuan.platform.access;

import cn.gov.jiyuan.kernel.error.ErrorCode;
import cn.gov.jiyuan.kernel.error.ErrorKind;

/** Refusals of the policy. */
public enum AccessError implements ErrorCode {
    /** Nobody is logged in. */
    SIGN_IN("access.sign-in", ErrorKind.PERMISSION),
    /** The actor lacks the permission. */
    FORBIDDEN("access.forbidden", ErrorKind.PERMISSION),
    /** A policy file names something unknown. */
    POLICY("access.policy", ErrorKind.INTERNAL);

    private final String code;
    private final ErrorKind kind;

    AccessError(String code, ErrorKind kind) {
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
