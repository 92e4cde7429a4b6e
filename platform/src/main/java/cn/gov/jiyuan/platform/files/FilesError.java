package cn.gov.jiyuan.platform.files;

import cn.gov.jiyuan.kernel.error.ErrorCode;
import cn.gov.jiyuan.kernel.error.ErrorKind;

/** Why a file is refused or cannot be had. */
public enum FilesError implements ErrorCode {
    /** Zero bytes. */
    EMPTY("files.empty", ErrorKind.INPUT),
    /** Larger than the limit. */
    TOO_LARGE("files.too-large", ErrorKind.INPUT),
    /** Of no accepted type. */
    FORBIDDEN_TYPE("files.forbidden-type", ErrorKind.INPUT),
    /** Its content is of another type than its name or sender says. */
    NOT_WHAT_IT_SAYS("files.not-what-it-says", ErrorKind.INPUT),
    /** It begins like its type but cannot be read. */
    DAMAGED("files.damaged", ErrorKind.INPUT),
    /** An office document with macros. */
    MACRO("files.macro", ErrorKind.INPUT),
    /** An image of absurd size. */
    TOO_MANY_PIXELS("files.too-many-pixels", ErrorKind.INPUT),
    /** A name that hides something. */
    HOSTILE_NAME("files.hostile-name", ErrorKind.INPUT),
    /** No such file. */
    UNKNOWN("files.unknown", ErrorKind.MISSING),
    /** The content behind a known file is missing or was changed on disk. */
    CONTENT_LOST("files.content-lost", ErrorKind.INTERNAL);

    private final String code;
    private final ErrorKind kind;

    FilesError(String code, ErrorKind kind) {
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
