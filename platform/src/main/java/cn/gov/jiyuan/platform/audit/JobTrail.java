package cn.gov.jiyuan.platform.audit;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.platform.jobs.JobNews;
import cn.gov.jiyuan.platform.jobs.LongJobs;
import java.util.Map;

/** Writes into the trail what people do with long jobs (长任务留痕). */
record JobTrail(Audit audit) implements JobNews {
    @Override
    public void retried(LongJobs.Job job, Actor actor) {
        audit.record(
                actor,
                new AuditEvent(
                        "jobs.job.retry",
                        "job",
                        job.id().toString(),
                        "重新执行任务“" + job.title() + "”",
                        Map.of("kind", job.kind(), "submittedBy", job.actor().name())));
    }
}
