package cn.gov.jiyuan.support.items;

import cn.gov.jiyuan.kernel.error.ErrorCode;
import cn.gov.jiyuan.kernel.error.ErrorKind;

/** Refusals of S20; those of the completeness check are its {@link Shortfall shortfalls} as well. */
enum ItemsError implements ErrorCode {
    UNKNOWN("unknown", ErrorKind.MISSING),
    /** 没有空白表. */
    NO_SHEET("no-sheet", ErrorKind.MISSING),
    /** 没有这个部门或者镇（街道）的页面. */
    NO_UNIT("no-unit", ErrorKind.MISSING),
    /** 没有这个办事情景. */
    COLLECTION("collection", ErrorKind.MISSING),
    ACTION_NOT_ALLOWED("action-not-allowed", ErrorKind.CONFLICT),
    DRAFT_EXISTS("draft-exists", ErrorKind.CONFLICT),
    REVISION("revision", ErrorKind.CONFLICT),
    NOT_IN_FORCE("not-in-force", ErrorKind.CONFLICT),
    NOT_YOUR_UNIT("not-your-unit", ErrorKind.PERMISSION),
    SAME_PERSON("same-person", ErrorKind.CONFLICT),
    EFFECTIVE_IN_PAST("effective-in-past", ErrorKind.INPUT),
    INCOMPLETE("incomplete", ErrorKind.INPUT),
    CONTENT("content", ErrorKind.INPUT),
    REFERENCE_DATA("reference-data", ErrorKind.INTERNAL),
    CODE_INVALID("code-invalid", ErrorKind.INPUT),
    BASIC_CODE_CANCELLED("basic-code-cancelled", ErrorKind.INPUT),
    PROMISE_OVER_LEGAL("promise-over-legal", ErrorKind.INPUT),
    ON_THE_SPOT_PROMISE("on-the-spot-promise", ErrorKind.INPUT),
    LICENCE_VALIDITY("licence-validity", ErrorKind.INPUT),
    ON_THE_SPOT_PROCEDURE("on-the-spot-procedure", ErrorKind.INPUT),
    ELEMENT_MISSING("missing", ErrorKind.INPUT),
    MATERIAL_CODE_TWICE("material-code-twice", ErrorKind.INPUT),
    MATERIAL_LICENCE_TYPE("material-licence-type", ErrorKind.INPUT),
    ZERO_VISITS_DEPTH("zero-visits-depth", ErrorKind.INPUT),
    ONLINE_WITHOUT_FORM("online-without-form", ErrorKind.INPUT),
    OPTIONS_FEW("options-few", ErrorKind.INPUT),
    IDENTIFIER_TWICE("identifier-twice", ErrorKind.INPUT),
    ELIGIBILITY_NOBODY("eligibility-nobody", ErrorKind.INPUT),
    SITUATION_UNKNOWN("situation-unknown", ErrorKind.INPUT),
    SITUATION_NEVER("situation-never", ErrorKind.INPUT),
    SITUATION_GAP("situation-gap", ErrorKind.INPUT),
    SITUATION_OVERLAP("situation-overlap", ErrorKind.INPUT),
    SUSPENSION_ORDER("suspension-order", ErrorKind.INPUT),
    NOT_SUSPENDED("not-suspended", ErrorKind.CONFLICT),
    CLAIMED("claimed", ErrorKind.CONFLICT),
    UNIT_UNKNOWN("unit-unknown", ErrorKind.INPUT),
    DIFFERENCE_UNKNOWN("difference-unknown", ErrorKind.MISSING),
    DIFFERENCE_SETTLED("difference-settled", ErrorKind.CONFLICT),
    BASELINE_MISSING("baseline-missing", ErrorKind.MISSING),
    FEE_WITHOUT_BASIS("fee-without-basis", ErrorKind.INPUT);

    private final String code;
    private final ErrorKind kind;

    ItemsError(String name, ErrorKind kind) {
        this.code = "items." + name;
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
