package cn.gov.jiyuan.kernel.error;

/** What went wrong, seen from the caller: decides the HTTP status and whether a retry makes sense. */
public enum ErrorKind {
    /** The input is wrong; the same call fails again. */
    INPUT,
    /** Nobody is logged in, or the actor may not do this. */
    PERMISSION,
    /** The thing is not there, or not visible to the actor. */
    MISSING,
    /** Somebody else was faster, or the state forbids it. */
    CONFLICT,
    /** Too much at once; the same call succeeds later. */
    BUSY,
    /** A party outside did not answer or answered badly. */
    EXTERNAL,
    /** Our own defect. */
    INTERNAL
}
