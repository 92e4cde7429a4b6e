package cn.gov.jiyuan.data.exchange.collecting;

import cn.gov.jiyuan.kernel.error.ErrorCode;
import cn.gov.jiyuan.kernel.error.ErrorKind;

/** What can go wrong while data are collected. */
public enum CollectingError implements ErrorCode {
    /** No such task, batch or rejected row, or not within reach. */
    UNKNOWN("unknown", ErrorKind.MISSING),
    /** The task is not in a state for this. */
    STATE("state", ErrorKind.CONFLICT),
    /** Somebody else has changed the task meanwhile. */
    STALE("stale", ErrorKind.CONFLICT),
    /** Something that every task needs is missing. */
    MISSING("missing", ErrorKind.INPUT),
    /** The dataset answers to another unit. */
    FOREIGN_DATASET("foreign-dataset", ErrorKind.PERMISSION),
    /** Backflow would go into a dataset of the city, or the other way round. */
    BACKFLOW_APART("backflow-apart", ErrorKind.INPUT),
    /** A merge into a dataset without key, or a key column that is not filled. */
    NO_KEY("no-key", ErrorKind.INPUT),
    BAD_SCHEDULE("bad-schedule", ErrorKind.INPUT),
    BAD_MAPPING("bad-mapping", ErrorKind.INPUT),
    BAD_SOURCE("bad-source", ErrorKind.INPUT),
    /** A host that the operator has not allowed. */
    HOST("host", ErrorKind.PERMISSION),
    FILE_KIND("file-kind", ErrorKind.INPUT),
    FILE_SIZE("file-size", ErrorKind.INPUT),
    /** Nothing more can be read from here on. */
    UNREADABLE("unreadable", ErrorKind.INPUT),
    /** The source does not answer. */
    SOURCE_DOWN("source-down", ErrorKind.EXTERNAL),
    /** Columns or types of the source are not what they were. */
    STRUCTURE("structure", ErrorKind.CONFLICT),
    TOO_MANY_REJECTS("too-many-rejects", ErrorKind.INPUT),
    /** What arrived is not what the sender had declared. */
    RECONCILE("reconcile", ErrorKind.INPUT),
    /** The same number with other rows was landed before. */
    NUMBER_TAKEN("number-taken", ErrorKind.CONFLICT),
    /** The log is not set up for reading. */
    PUBLICATION("publication", ErrorKind.EXTERNAL),
    /** The hub holds a part back, and what comes after it must wait. */
    HELD("held", ErrorKind.CONFLICT),
    /** A corrected row is still wrong. */
    STILL_WRONG("still-wrong", ErrorKind.INPUT),
    SETTLED("settled", ErrorKind.CONFLICT),
    /** A defect or the hub failed. */
    FAILED("failed", ErrorKind.INTERNAL);

    private final String code;
    private final ErrorKind kind;

    CollectingError(String code, ErrorKind kind) {
        this.code = "exchange.collecting-" + code;
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
