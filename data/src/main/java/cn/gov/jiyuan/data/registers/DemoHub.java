package cn.gov.jiyuan.data.registers;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.platform.jobs.LongJobs;
import cn.gov.jiyuan.platform.jobs.LongWork;
import cn.gov.jiyuan.platform.jobs.Progress;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The whole way of the data with invented sources of any size (全流程演示): land, clean, check, link, merge, register. */
@Component
final class DemoHub implements LongWork {
    static final String KIND = "registers.demo";
    private final DemoLanding landing;
    private final RegisterRuns runs;

    DemoHub(DemoLanding landing, RegisterRuns runs) {
        this.landing = landing;
        this.runs = runs;
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** The argument of the job is the number of rows. */
    @Override
    public void run(LongJobs.Job job, Progress progress) {
        make(job.id(), job.actor(), Long.parseLong(job.argument()), progress);
    }

    RegisterLoad.Loaded make(UUID run, Actor actor, long rows, Progress progress) {
        progress.say("生成并入库三个部门的记录");
        long landed = landing.land(rows, progress);
        progress.say("已入库 " + landed + " 行");
        RegisterLoad.Loaded loaded = runs.run(run, actor, PersonPipeline.declared(), true, progress);
        progress.say("完成：新增 " + loaded.added() + " 人，更新 " + loaded.changed() + " 人");
        return loaded;
    }
}
