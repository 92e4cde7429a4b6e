package cn.gov.jiyuan.service.onestop;

import cn.gov.jiyuan.kernel.error.ErrorCode;
import cn.gov.jiyuan.kernel.error.ErrorKind;

/** Refusals when applying and handling. */
public enum OnestopError implements ErrorCode {
    /** The item is unknown or not in force. */
    ITEM("onestop.item", ErrorKind.MISSING),
    /** No such public figure. */
    FIGURE("onestop.figure", ErrorKind.MISSING),
    /** The item cannot be applied for online. */
    OFFLINE("onestop.offline", ErrorKind.CONFLICT),
    /** No such draft or matter, or not the actor's. */
    UNKNOWN("onestop.unknown", ErrorKind.MISSING),
    /** Officials must choose their private capacity first. */
    PRIVATE_CAPACITY("onestop.private-capacity", ErrorKind.PERMISSION),
    /** The service is not for this kind of applicant. */
    NOT_FOR_YOU("onestop.not-for-you", ErrorKind.INPUT),
    /** The item asks for a higher real-name level. */
    REAL_LEVEL("onestop.real-level", ErrorKind.PERMISSION),
    /** The draft was submitted already. */
    SUBMITTED("onestop.submitted", ErrorKind.CONFLICT),
    /** The draft was changed in another window. */
    CHANGED("onestop.changed", ErrorKind.CONFLICT),
    /** Something is still missing. */
    INCOMPLETE("onestop.incomplete", ErrorKind.INPUT),
    /** The application was begun in another capacity of the same person. */
    OTHER_CAPACITY("onestop.other-capacity", ErrorKind.PERMISSION),
    /** A licence chosen as material does not hold. */
    LICENCE_VOID("onestop.licence-void", ErrorKind.CONFLICT),
    /** Number and query code do not match. */
    QUERY("onestop.query", ErrorKind.INPUT),
    /** The day's numbers are used up. */
    NUMBERS("onestop.numbers", ErrorKind.CONFLICT),
    /** A fact that comes with a step is missing or wrong. */
    FACT("onestop.fact", ErrorKind.INPUT),
    /** The procedure belongs to the term of this item and does not stop its clock. */
    COUNTED("onestop.counted", ErrorKind.INPUT),
    /** Service by post without its receipt. */
    NO_RECEIPT("onestop.no-receipt", ErrorKind.INPUT),
    /** The receipt states a day that has not come. */
    SIGNED_LATER("onestop.signed-later", ErrorKind.INPUT),
    /** Corrections are asked for again without saying why. */
    CORRECTION_AGAIN("onestop.correction-again", ErrorKind.INPUT),
    /** Urged within the last day. */
    URGED("onestop.urged", ErrorKind.CONFLICT),
    /** Archived already. */
    ARCHIVED("onestop.archived", ErrorKind.CONFLICT),
    /** The file lacks documents. */
    ARCHIVE_INCOMPLETE("onestop.archive-incomplete", ErrorKind.CONFLICT),
    /** Nobody of that number and name is known. */
    UNIDENTIFIED("onestop.unidentified", ErrorKind.INPUT),
    /** A purpose must be told. */
    PURPOSE("onestop.purpose", ErrorKind.INPUT),
    /** A licence handed in as material has expired, belongs to somebody else or holds no longer. */
    BAD_LICENCE("onestop.bad-licence", ErrorKind.INPUT),
    /** A birth that has not come yet. */
    BORN_LATER("onestop.born-later", ErrorKind.INPUT),
    /** A matter that arose at the window is not for this unit's clerks. */
    NOT_RECEIVED_HERE("onestop.not-received-here", ErrorKind.PERMISSION);

    private final String code;
    private final ErrorKind kind;

    OnestopError(String code, ErrorKind kind) {
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
