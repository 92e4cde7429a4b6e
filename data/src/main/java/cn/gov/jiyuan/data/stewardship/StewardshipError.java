package cn.gov.jiyuan.data.stewardship;

import cn.gov.jiyuan.kernel.error.ErrorCode;
import cn.gov.jiyuan.kernel.error.ErrorKind;

/** Refusals of data stewardship. */
public enum StewardshipError implements ErrorCode {
    /** No such thing, or not within reach. */
    UNKNOWN("unknown", ErrorKind.MISSING),
    /** The author of a draft would approve it. */
    OWN_DRAFT("own-draft", ErrorKind.PERMISSION),
    /** Not a draft any more. */
    NOT_A_DRAFT("not-a-draft", ErrorKind.CONFLICT),
    /** Something that the form asks for is missing or makes no sense. */
    BAD_RULE("bad-rule", ErrorKind.INPUT),
    UNKNOWN_ELEMENT("unknown-element", ErrorKind.INPUT),
    UNKNOWN_CODE("unknown-code", ErrorKind.INPUT),
    /** The item has an owner in that time. */
    SECOND_OWNER("second-owner", ErrorKind.CONFLICT),
    /** The unit has a proposal for the item that waits for a decision. */
    PROPOSED("proposed", ErrorKind.CONFLICT),
    /** Somebody decided the proposal meanwhile. */
    DECIDED("decided", ErrorKind.CONFLICT),
    /** What is proposed is the source already. */
    OWN_ITEM("own-item", ErrorKind.CONFLICT),
    /** The source in force begins on that day or after it. */
    STARTS_LATER("starts-later", ErrorKind.CONFLICT),
    /** Nobody owns the item today. */
    NO_OWNER("no-owner", ErrorKind.CONFLICT),
    /** The owner would testify against itself. */
    OWN_WITNESS("own-witness", ErrorKind.INPUT),
    /** The rows of a dataset have no key that may be written down. */
    NO_PLAIN_KEY("no-plain-key", ErrorKind.INPUT),
    BAD_RANGE("bad-range", ErrorKind.INPUT),
    /** The pair was decided by somebody else meanwhile. */
    CHANGED("changed", ErrorKind.CONFLICT),
    NOT_MERGED("not-merged", ErrorKind.CONFLICT),
    NOT_HELD("not-held", ErrorKind.CONFLICT),
    /** A lower grade than the engine suggests without reasons. */
    LOWER_WITHOUT_REASON("lower-without-reason", ErrorKind.INPUT),
    REASON_MISSING("reason-missing", ErrorKind.INPUT),
    /** The asset is used downstream. */
    REFERENCED("referenced", ErrorKind.CONFLICT),
    /** The asset must be kept for some time to come. */
    STILL_KEPT("still-kept", ErrorKind.CONFLICT),
    DISPOSED("disposed", ErrorKind.CONFLICT),
    /** The resource has an asset number. */
    BOOKED("booked", ErrorKind.CONFLICT);

    private final String code;
    private final ErrorKind kind;

    StewardshipError(String code, ErrorKind kind) {
        this.code = "stewardship." + code;
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
