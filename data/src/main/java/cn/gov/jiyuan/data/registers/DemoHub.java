package cn.gov.jiyuan.data.registers;

import cn.gov.jiyuan.data.registers.demo.DirtyFirms;
import cn.gov.jiyuan.data.registers.demo.DirtyPersons;
import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.id.Ids;
import cn.gov.jiyuan.platform.hub.DataSession;
import cn.gov.jiyuan.platform.hub.Datasets;
import cn.gov.jiyuan.platform.jobs.LongJobs;
import cn.gov.jiyuan.platform.jobs.LongWork;
import cn.gov.jiyuan.platform.jobs.Progress;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The whole way of the data with invented sources of any size (全流程演示): land, clean, check, link, merge, register persons
 * and then firms, and tell how well records were put together.
 */
@Component
final class DemoHub implements LongWork {
    static final String KIND = "registers.demo";
    /** Of a hundred rows so many are of persons, the others of firms. */
    private static final int PERSONS = 80;

    private final DemoLanding landing;
    private final RegisterRuns runs;
    private final Datasets datasets;

    DemoHub(DemoLanding landing, RegisterRuns runs, Datasets datasets) {
        this.landing = landing;
        this.runs = runs;
        this.datasets = datasets;
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** The argument of the job is the number of rows. */
    @Override
    public void run(LongJobs.Job job, Progress progress) {
        long rows = Long.parseLong(job.argument());
        long persons = Math.max(1, rows * PERSONS / 100);
        make(job.id(), job.actor(), persons, Math.max(1, rows - persons), progress);
    }

    /** @param run id of the run of persons; that of firms gets its own */
    void make(UUID run, Actor actor, long persons, long firms, Progress progress) {
        progress.say("生成并入库公安、人社、卫健的人口记录");
        progress.say("人口：已入库 " + landing.persons(persons, progress) + " 行");
        String people = made(run, actor, PersonPipeline.NAME, "人口", DirtyPersons.truthSql("record"), progress);
        progress.say("生成并入库市场监管、税务、社保的法人记录");
        progress.say("法人：已入库 " + landing.firms(firms, progress) + " 行");
        String legals = made(Ids.next(), actor, FirmPipeline.NAME, "法人", DirtyFirms.truthSql("record"), progress);
        progress.say("归并质量　" + people + "；" + legals);
    }

    /** @return how well it went */
    private String made(UUID run, Actor actor, String pipeline, String what, String truth, Progress progress) {
        GoldenLoad.Loaded loaded = runs.run(run, actor, pipeline, true, progress);
        progress.say(what + "完成：" + loaded.told());
        return what + "：" + judged(pipeline, truth).told();
    }

    /** Against what no pipeline is told. */
    private Resolution judged(String pipeline, String truth) {
        try (DataSession session =
                datasets.open(runs.declared(pipeline).members().name())) {
            DataSession.Row row = session.one(Resolution.sql("data", "key", truth));
            Map<String, @Nullable Object> pairs = new HashMap<>();
            for (String column : Resolution.COLUMNS) {
                pairs.put(column, row.get(column));
            }
            return Resolution.of(pairs);
        }
    }
}
