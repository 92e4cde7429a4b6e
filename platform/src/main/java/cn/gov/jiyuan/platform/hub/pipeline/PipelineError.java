package cn.gov.jiyuan.platform.hub.pipeline;

import cn.gov.jiyuan.kernel.error.ErrorCode;
import cn.gov.jiyuan.kernel.error.ErrorKind;

/** What can go wrong with a pipeline. */
public enum PipelineError implements ErrorCode {
    BAD_DECLARATION("bad-pipeline", ErrorKind.INPUT),
    /** No declaration has this name. */
    UNKNOWN("unknown-pipeline", ErrorKind.MISSING),
    /** A run of the same pipeline is under way, here or on another node. */
    RUNNING("pipeline-running", ErrorKind.CONFLICT),
    /** The setting {@code jiyuan.hub.engine} names an engine that is not there. */
    NO_ENGINE("no-engine", ErrorKind.INTERNAL),
    /** The engine does not answer, or lacks what it needs to start. */
    ENGINE_DOWN("engine-down", ErrorKind.EXTERNAL),
    /** The engine refused a step. */
    STEP_FAILED("step-failed", ErrorKind.INTERNAL);

    private final String code;
    private final ErrorKind kind;

    PipelineError(String code, ErrorKind kind) {
        this.code = "hub." + code;
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
