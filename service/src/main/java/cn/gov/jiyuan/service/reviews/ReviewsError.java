package cn.gov.jiyuan.service.reviews;

import cn.gov.jiyuan.kernel.error.ErrorCode;
import cn.gov.jiyuan.kernel.error.ErrorKind;

/** Refusals when rating. */
public enum ReviewsError implements ErrorCode {
    /** No such matter, or not the actor's. */
    UNKNOWN("reviews.unknown", ErrorKind.MISSING),
    /** The matter is not finished. */
    NOT_FINISHED("reviews.not-finished", ErrorKind.CONFLICT),
    /** The matter was rated already. */
    RATED("reviews.rated", ErrorKind.CONFLICT),
    /** No degree of satisfaction was chosen. */
    NO_DEGREE("reviews.no-degree", ErrorKind.INPUT),
    /** A remark without words. */
    NO_WORDS("reviews.no-words", ErrorKind.INPUT),
    /** A second remark. */
    FOLLOWED("reviews.followed", ErrorKind.CONFLICT),
    /** The matter was finished too long ago: the term. */
    TOO_LATE("reviews.too-late", ErrorKind.CONFLICT),
    /** Number and query code do not fit. */
    RECEIPT("reviews.receipt", ErrorKind.INPUT),
    /** A review with a name may not be closed without asking the reviewer. */
    REVISIT_DUE("reviews.revisit-due", ErrorKind.CONFLICT),
    /** An anonymous review has nobody to ask. */
    NOBODY_TO_REVISIT("reviews.nobody-to-revisit", ErrorKind.CONFLICT),
    /** Malice was claimed before. */
    CLAIMED_ALREADY("reviews.claimed-already", ErrorKind.CONFLICT),
    /** A line of ratings from the hall is wrong: number of the line, what. */
    VISIT("reviews.visit", ErrorKind.INPUT);

    private final String code;
    private final ErrorKind kind;

    ReviewsError(String code, ErrorKind kind) {
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
