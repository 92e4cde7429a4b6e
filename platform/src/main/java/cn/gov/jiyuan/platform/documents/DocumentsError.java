package cn.gov.jiyuan.platform.documents;

import cn.gov.jiyuan.kernel.error.ErrorCode;
import cn.gov.jiyuan.kernel.error.ErrorKind;

/** What can go wrong with documents, their packages and their seals. */
public enum DocumentsError implements ErrorCode {
    FONT_MISSING("font-missing", ErrorKind.INTERNAL),
    FONT_UNREADABLE("font-unreadable", ErrorKind.INTERNAL),
    /** No installed font can draw a character; a box instead of a name would be worse than a refusal. */
    GLYPH_MISSING("glyph-missing", ErrorKind.INTERNAL),
    NOT_A_DOCUMENT("not-a-document", ErrorKind.INPUT),
    TOO_LARGE("too-large", ErrorKind.INPUT),
    TOO_MANY_PARTS("too-many-parts", ErrorKind.INPUT),
    /** An entry unpacks to far more than it takes: a zip bomb. */
    SUSPICIOUS_RATIO("suspicious-ratio", ErrorKind.INPUT),
    UNSAFE_PATH("unsafe-path", ErrorKind.INPUT),
    DUPLICATE_PART("duplicate-part", ErrorKind.INPUT),
    DAMAGED_PACKAGE("damaged-package", ErrorKind.INPUT),
    MISSING_PART("missing-part", ErrorKind.INPUT),
    DAMAGED_XML("damaged-xml", ErrorKind.INPUT),
    /** A document type declaration, with which a reader can be made to fetch or to swell. */
    FORBIDDEN_XML("forbidden-xml", ErrorKind.INPUT),
    /** A PDF that cannot be unpacked within limits, or whose contents are hidden. */
    UNREADABLE_PDF("unreadable-pdf", ErrorKind.INPUT),
    DAMAGED_SEAL("damaged-seal", ErrorKind.INPUT),
    ALREADY_SEALED("already-sealed", ErrorKind.CONFLICT),
    SEAL_NOT_IN_FORCE("seal-not-in-force", ErrorKind.CONFLICT),
    UNKNOWN_SERIES("unknown-series", ErrorKind.MISSING);

    private final String code;
    private final ErrorKind kind;

    DocumentsError(String code, ErrorKind kind) {
        this.code = "documents." + code;
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
