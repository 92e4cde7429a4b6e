package cn.gov.jiyuan.platform.parties;

import cn.gov.jiyuan.kernel.error.ErrorCode;
import cn.gov.jiyuan.kernel.error.ErrorKind;

/** Refusals of the register of parties. */
public enum PartiesError implements ErrorCode {
    /** No such person, entity or unit. */
    UNKNOWN("parties.unknown", ErrorKind.MISSING),
    /** The id number is registered already. */
    KNOWN_ID("parties.known-id", ErrorKind.CONFLICT),
    /** One person would hold two of the three duties that are kept apart. */
    ROLES_APART("parties.roles-apart", ErrorKind.INPUT),
    /** The post ended already. */
    POST_OVER("parties.post-over", ErrorKind.CONFLICT),
    /** Reference data is damaged. */
    REFERENCE_DATA("parties.reference-data", ErrorKind.INTERNAL);

    private final String code;
    private final ErrorKind kind;

    PartiesError(String code, ErrorKind kind) {
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
