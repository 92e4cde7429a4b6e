package cn.gov.jiyuan.platform.jobs;

/** The doing of one kind of long job; a bean of this type is found by its kind. */
public interface LongWork {
    /** {@code <module>.<thing>}, unique. */
    String kind();

    /**
     * Does the whole job. It must be repeatable: after a crash another node begins it anew. It ends early, at a safe point,
     * when {@link Progress#cancelled()} says so.
     */
    void run(LongJobs.Job job, Progress progress);
}
