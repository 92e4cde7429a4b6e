package cn.gov.jiyuan.platform.forms;

import cn.gov.jiyuan.kernel.error.ErrorCode;
import cn.gov.jiyuan.kernel.error.ErrorKind;

/** Refusals of the forms engine. */
public enum FormsError implements ErrorCode {
    /** A form file is wrong: file, place in it, what is wrong. */
    DEFINITION("forms.definition", ErrorKind.INTERNAL),
    /** No such form or version. */
    UNKNOWN("forms.unknown", ErrorKind.MISSING);

    private final String code;
    private final ErrorKind kind;

    FormsError(String code, ErrorKind kind) {
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
