package cn.gov.jiyuan.platform.records;

import cn.gov.jiyuan.kernel.error.ErrorCode;
import cn.gov.jiyuan.kernel.error.ErrorKind;

/** Refusals of the records engine. */
public enum RecordsError implements ErrorCode {
    /** No record type of this id, or none that the actor may see. */
    UNKNOWN_TYPE("records.unknown-type", ErrorKind.MISSING),
    /** No record of this key, or none that the actor may see. */
    UNKNOWN_RECORD("records.unknown-record", ErrorKind.MISSING),
    /** A parameter names no column. */
    UNKNOWN_COLUMN("records.unknown-column", ErrorKind.INPUT),
    /** The column cannot be filtered in this way. */
    FILTER("records.filter", ErrorKind.INPUT),
    /** The value is not one that the column can hold. */
    VALUE("records.value", ErrorKind.INPUT),
    /** The column cannot be sorted by. */
    SORT("records.sort", ErrorKind.INPUT),
    /** The cursor was cut off or belongs to another order. */
    CURSOR("records.cursor", ErrorKind.INPUT),
    /** The limit is not a number from 1 to 200. */
    LIMIT("records.limit", ErrorKind.INPUT),
    /** A masked column is filtered or sorted in a way that would reveal it. */
    MASKED("records.masked", ErrorKind.PERMISSION),
    /** Data are to be unmasked without a purpose. */
    PURPOSE("records.purpose", ErrorKind.INPUT),
    /** Too many exports run on this node. */
    BUSY("records.busy", ErrorKind.CONFLICT),
    /** The export format is neither csv nor xlsx. */
    FORMAT("records.format", ErrorKind.INPUT),
    /** The column cannot be edited here. */
    NOT_EDITABLE("records.not-editable", ErrorKind.INPUT),
    /** A check of the column refused the new value. */
    REFUSED("records.refused", ErrorKind.INPUT),
    /** An edit does not say which version it saw. */
    VERSION("records.version", ErrorKind.INPUT),
    /** Somebody else changed the record meanwhile. */
    EDIT_CONFLICT("records.edit-conflict", ErrorKind.CONFLICT),
    /** A saved view has no name or too long a one. */
    VIEW_NAME("records.view-name", ErrorKind.INPUT),
    /** Somebody has saved as many views of a list as one may. */
    VIEW_MANY("records.view-many", ErrorKind.CONFLICT),
    /** Somebody without a unit wants to share a view with it. */
    VIEW_UNIT("records.view-unit", ErrorKind.INPUT),
    /** No saved view of this id, or not one's own. */
    VIEW_UNKNOWN("records.view-unknown", ErrorKind.MISSING),
    /** The descriptor does not fit its table. */
    DESCRIPTOR("records.descriptor", ErrorKind.INTERNAL);

    private final String code;
    private final ErrorKind kind;

    RecordsError(String code, ErrorKind kind) {
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
