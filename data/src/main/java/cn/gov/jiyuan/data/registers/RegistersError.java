package cn.gov.jiyuan.data.registers;

import cn.gov.jiyuan.kernel.error.ErrorCode;
import cn.gov.jiyuan.kernel.error.ErrorKind;

/** What can go wrong in the registers. */
enum RegistersError implements ErrorCode {
    UNKNOWN_PERSON("unknown-person", ErrorKind.MISSING),
    UNKNOWN_LEGAL("unknown-legal", ErrorKind.MISSING),
    UNKNOWN_RUN("unknown-run", ErrorKind.MISSING),
    UNKNOWN_LICENCE("unknown-licence", ErrorKind.MISSING),
    UNKNOWN_AREA("unknown-area", ErrorKind.MISSING),
    UNKNOWN_ADDRESS("unknown-address", ErrorKind.MISSING),
    UNKNOWN_PROPOSAL("unknown-proposal", ErrorKind.MISSING),
    PROPOSAL_DECIDED("proposal-decided", ErrorKind.CONFLICT),
    /** Who proposed it may not decide it. */
    SAME_PERSON("same-person", ErrorKind.PERMISSION),
    UNKNOWN_SUBJECT("unknown-subject", ErrorKind.MISSING),
    /** The register knows nothing of that day. */
    NOT_YET("not-yet", ErrorKind.MISSING),
    UNKNOWN_FIELD("unknown-field", ErrorKind.INPUT),
    BAD_VALUE("bad-value", ErrorKind.INPUT),
    /** Nothing to change. */
    NOTHING("nothing", ErrorKind.INPUT),
    /** Earlier than the version in force. */
    TOO_EARLY("too-early", ErrorKind.INPUT),
    REASON("reason", ErrorKind.INPUT),
    /** The unit is not the source of this item. */
    NOT_THE_SOURCE("not-the-source", ErrorKind.PERMISSION),
    /** Another subject bears this number. */
    NUMBER_TAKEN("number-taken", ErrorKind.CONFLICT),
    ALREADY_MERGED("already-merged", ErrorKind.CONFLICT),
    /** Different kinds, or one and the same. */
    CANNOT_MERGE("cannot-merge", ErrorKind.INPUT),
    UNKNOWN_MAPPING("unknown-mapping", ErrorKind.MISSING),
    NOT_UNDOABLE("not-undoable", ErrorKind.CONFLICT),
    DEATH_BEFORE_BIRTH("death-before-birth", ErrorKind.INPUT),
    UNKNOWN_STOP("unknown-stop", ErrorKind.MISSING),
    STOP_DECIDED("stop-decided", ErrorKind.CONFLICT),
    NO_ADDRESS("no-address", ErrorKind.INPUT),
    UNKNOWN_TOPIC("unknown-topic", ErrorKind.INPUT),
    NO_UNIT("no-unit", ErrorKind.PERMISSION),
    UNKNOWN_SUBSCRIPTION("unknown-subscription", ErrorKind.MISSING),
    UNKNOWN_PIPELINE("unknown-pipeline", ErrorKind.MISSING),
    /** A source has no data yet. */
    NO_SOURCE("no-source", ErrorKind.CONFLICT),
    TOO_MANY("too-many", ErrorKind.INPUT);

    private final String code;
    private final ErrorKind kind;

    RegistersError(String code, ErrorKind kind) {
        this.code = "registers." + code;
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
