package cn.gov.jiyuan.data.catalogue;

import cn.gov.jiyuan.kernel.error.ErrorCode;
import cn.gov.jiyuan.kernel.error.ErrorKind;

/** Refusals of the catalogue. */
public enum CatalogueError implements ErrorCode {
    /** No such resource, or not within reach. */
    UNKNOWN("unknown", ErrorKind.MISSING),
    UNKNOWN_VERSION("unknown-version", ErrorKind.MISSING),
    BAD_CODE("bad-code", ErrorKind.INPUT),
    UNIT_UNKNOWN("unit-unknown", ErrorKind.INPUT),
    /** Somebody would compile for a unit that is not his. */
    UNIT_FOREIGN("unit-foreign", ErrorKind.PERMISSION),
    CLASS_UNKNOWN("class-unknown", ErrorKind.INPUT),
    CLASS_FORM("class-form", ErrorKind.INPUT),
    /** Not in the state of compiling. */
    NOT_EDITABLE("not-editable", ErrorKind.CONFLICT),
    /** Somebody else saved meanwhile. */
    CHANGED("changed", ErrorKind.CONFLICT),
    /** Of several things wrong, the first is named, all are listed. */
    INCOMPLETE("incomplete", ErrorKind.INPUT),
    NAME_MISSING("name-missing", ErrorKind.INPUT),
    NAME_TAKEN("name-taken", ErrorKind.CONFLICT),
    SUMMARY_SHORT("summary-short", ErrorKind.INPUT),
    FORMAT_MISSING("format-missing", ErrorKind.INPUT),
    ITEMS_MISSING("items-missing", ErrorKind.INPUT),
    ITEM_NAME("item-name", ErrorKind.INPUT),
    ITEM_TITLE("item-title", ErrorKind.INPUT),
    ITEM_TYPE("item-type", ErrorKind.INPUT),
    ITEM_LENGTH("item-length", ErrorKind.INPUT),
    ITEM_LEVEL("item-level", ErrorKind.INPUT),
    ITEM_TWICE("item-twice", ErrorKind.INPUT),
    SHARING_MISSING("sharing-missing", ErrorKind.INPUT),
    CONDITION_MISSING("condition-missing", ErrorKind.INPUT),
    /** 不予共享 without a basis. */
    BASIS_MISSING("basis-missing", ErrorKind.INPUT),
    /** 不予共享 on a basis that does not suffice. */
    BASIS_KIND("basis-kind", ErrorKind.INPUT),
    BASIC_SHARED("basic-shared", ErrorKind.INPUT),
    MODE_MISSING("mode-missing", ErrorKind.INPUT),
    OPEN_MISSING("open-missing", ErrorKind.INPUT),
    OPEN_CONDITION("open-condition", ErrorKind.INPUT),
    CYCLE_MISSING("cycle-missing", ErrorKind.INPUT),
    RELATED_UNKNOWN("related-unknown", ErrorKind.INPUT),
    NEVER_PUBLISHED("never-published", ErrorKind.CONFLICT),
    WAS_PUBLISHED("was-published", ErrorKind.CONFLICT),
    DATASET_UNKNOWN("dataset-unknown", ErrorKind.INPUT),
    DATASET_FOREIGN("dataset-foreign", ErrorKind.PERMISSION),
    DATASET_TAKEN("dataset-taken", ErrorKind.CONFLICT),
    NOT_MOUNTED("not-mounted", ErrorKind.CONFLICT),
    /** Dataset and items differ, so the version cannot be published. */
    MOUNT_DIFFERS("mount-differs", ErrorKind.CONFLICT),
    SOURCE_PLACE("source-place", ErrorKind.INPUT),
    SOURCE_UNREACHABLE("source-unreachable", ErrorKind.EXTERNAL),
    SOURCE_EMPTY("source-empty", ErrorKind.INPUT),
    TABLE_UNKNOWN("table-unknown", ErrorKind.INPUT),
    ROUND_UNKNOWN("round-unknown", ErrorKind.MISSING),
    ROUND_DUE("round-due", ErrorKind.INPUT),
    ROUND_TITLE("round-title", ErrorKind.INPUT),
    RETURN_UNKNOWN("return-unknown", ErrorKind.MISSING),
    RETURN_CLOSED("return-closed", ErrorKind.CONFLICT),
    RETURN_TABLE("return-table", ErrorKind.INPUT),
    RETURN_CLASS("return-class", ErrorKind.INPUT),
    RETURN_ZERO("return-zero", ErrorKind.INPUT);

    private final String code;
    private final ErrorKind kind;

    CatalogueError(String code, ErrorKind kind) {
        this.code = "catalogue." + code;
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
