package cn.gov.jiyuan.data.themes;

import cn.gov.jiyuan.kernel.error.ErrorCode;
import cn.gov.jiyuan.kernel.error.ErrorKind;

/** Refusals of the theme databases and of the space for analysis. */
public enum ThemesError implements ErrorCode {
    /** No such theme, source, indicator, workspace, job or view, or not within reach. */
    UNKNOWN("themes.unknown", ErrorKind.MISSING),
    /** The theme has no sources yet. */
    NOT_BUILT("themes.not-built", ErrorKind.CONFLICT),
    /** The dataset has no version yet. */
    NOT_YET("themes.not-yet", ErrorKind.CONFLICT),
    /** What is asked does not follow from the present state. */
    STATE("themes.state", ErrorKind.CONFLICT),
    /** A reason is missing. */
    REASON("themes.reason", ErrorKind.INPUT),
    /** An expression of a meaning cannot be computed. */
    BAD_MEANING("themes.bad-meaning", ErrorKind.INPUT),
    /** A meaning would take effect on another day than the first of a month to come. */
    NOT_RETROACTIVE("themes.not-retroactive", ErrorKind.INPUT),
    /** There is a meaning for that month. */
    TAKEN("themes.taken", ErrorKind.CONFLICT),
    /** The author would approve what he wrote. */
    OWN_DRAFT("themes.own-draft", ErrorKind.PERMISSION),
    /** A query names what the dataset has not, or compares what cannot be compared. */
    BAD_QUERY("themes.bad-query", ErrorKind.INPUT),
    /** The dataset cannot be cut to the reader's reach. */
    NO_SCOPE("themes.no-scope", ErrorKind.PERMISSION),
    /** The workspace was not approved for this dataset. */
    OUTSIDE("themes.outside", ErrorKind.PERMISSION),
    /** The workspace is not open. */
    ENDED("themes.ended", ErrorKind.CONFLICT),
    /** The workspace is approved for totals only. */
    ONLY_TOTALS("themes.only-totals", ErrorKind.PERMISSION),
    /** A term beyond what is allowed. */
    BAD_TERM("themes.bad-term", ErrorKind.INPUT),
    /** The job has not ended well. */
    NOT_DONE("themes.not-done", ErrorKind.CONFLICT),
    /** Too few rows for the method. */
    TOO_LITTLE("themes.too-little", ErrorKind.INPUT);

    private final String code;
    private final ErrorKind kind;

    ThemesError(String code, ErrorKind kind) {
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
