package cn.gov.jiyuan.platform.jobs;

import cn.gov.jiyuan.kernel.error.ErrorCode;
import cn.gov.jiyuan.kernel.error.ErrorKind;

/** Refusals of the job engine. */
public enum JobsError implements ErrorCode {
    /** Nothing can do jobs of this kind. */
    UNKNOWN_KIND("jobs.unknown-kind", ErrorKind.INTERNAL),
    /** No such job, or not the actor's. */
    UNKNOWN_JOB("jobs.unknown-job", ErrorKind.MISSING),
    /** Only what failed or was cancelled can be done once more. */
    NOT_ENDED("jobs.not-ended", ErrorKind.CONFLICT);

    private final String code;
    private final ErrorKind kind;

    JobsError(String code, ErrorKind kind) {
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
