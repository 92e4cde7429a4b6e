package cn.gov.jiyuan.platform.jobs;

import cn.gov.jiyuan.kernel.actor.Actor;

/** Is told what people do with long jobs; a bean of this type hears it in the same transaction. */
public interface JobNews {
    /** Somebody had a job that failed or was cancelled done once more. */
    void retried(LongJobs.Job job, Actor actor);
}
