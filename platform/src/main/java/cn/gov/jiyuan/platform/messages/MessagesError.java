package cn.gov.jiyuan.platform.messages;

import cn.gov.jiyuan.kernel.error.ErrorCode;
import cn.gov.jiyuan.kernel.error.ErrorKind;

/** Refusals of the message engine. */
public enum MessagesError implements ErrorCode {
    /** No bundle has this template. */
    UNKNOWN_TEMPLATE("messages.unknown-template", ErrorKind.INTERNAL),
    /** A link that leaves the site. */
    BAD_LINK("messages.bad-link", ErrorKind.INTERNAL),
    /** No such message, or not the actor's. */
    UNKNOWN_MESSAGE("messages.unknown-message", ErrorKind.MISSING);

    private final String code;
    private final ErrorKind kind;

    MessagesError(String code, ErrorKind kind) {
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
