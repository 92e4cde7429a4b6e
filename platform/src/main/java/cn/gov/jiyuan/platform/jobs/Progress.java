package cn.gov.jiyuan.platform.jobs;

/** How far a long job is; shown to people, kept in the database. */
public interface Progress {
    void total(long units);

    void advance(long units);

    /** What is being done now, in Chinese. */
    void say(String message);

    /** True if somebody asked to stop; the job ends at the next safe point. */
    boolean cancelled();
}
