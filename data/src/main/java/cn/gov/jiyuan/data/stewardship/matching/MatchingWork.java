package cn.gov.jiyuan.data.stewardship.matching;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.platform.jobs.LongJobs;
import cn.gov.jiyuan.platform.jobs.LongWork;
import cn.gov.jiyuan.platform.jobs.Progress;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Matching of a dataset as a long job. */
@Component
final class MatchingWork implements LongWork {
    private static final String KIND = "stewardship.match";
    private final Matching matching;

    MatchingWork(Matching matching) {
        this.matching = matching;
    }

    /** @param columns field of the model to column of the dataset */
    record Wanted(String dataset, Map<String, String> columns) {}

    static UUID submit(LongJobs jobs, Actor actor, Wanted wanted) {
        return jobs.submit(
                KIND, "实体匹配：" + wanted.dataset(), actor, JsonMapper.shared().writeValueAsString(wanted));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(LongJobs.Job job, Progress progress) {
        Wanted wanted = JsonMapper.shared().readValue(job.argument(), Wanted.class);
        matching.run(wanted.dataset(), wanted.columns(), progress);
    }
}
