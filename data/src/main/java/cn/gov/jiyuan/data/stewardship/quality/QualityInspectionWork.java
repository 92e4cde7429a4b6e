package cn.gov.jiyuan.data.stewardship.quality;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.platform.feed.FeedConsumer;
import cn.gov.jiyuan.platform.hub.BatchDone;
import cn.gov.jiyuan.platform.jobs.LongJobs;
import cn.gov.jiyuan.platform.jobs.LongWork;
import cn.gov.jiyuan.platform.jobs.Progress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Inspections as long jobs, queued for each batch that has landed and on demand. */
@Component
final class QualityInspectionWork implements LongWork {
    static final String KIND = "stewardship.inspect";
    private final QualityInspection inspection;

    QualityInspectionWork(QualityInspection inspection) {
        this.inspection = inspection;
    }

    static UUID submit(LongJobs jobs, Actor actor, String dataset, String batchNo) {
        String argument = JsonMapper.shared().writeValueAsString(Map.of("dataset", dataset, "batch", batchNo));
        return jobs.submit(KIND, "数据质量检查：" + dataset, actor, argument);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(LongJobs.Job job, Progress progress) {
        JsonNode wanted = JsonMapper.shared().readTree(job.argument());
        inspection.run(wanted.path("dataset").asString(), wanted.path("batch").asString(""), progress);
    }

    /** Queues an inspection of each dataset that has a new version and rules. */
    @Component
    static final class LandedBatches implements FeedConsumer {
        private final LongJobs jobs;
        private final QualityRuleStore rules;

        LandedBatches(LongJobs jobs, QualityRuleStore rules) {
            this.jobs = jobs;
            this.rules = rules;
        }

        @Override
        public String name() {
            return "stewardship.batches";
        }

        @Override
        public boolean wants(String topic) {
            return topic.equals(BatchDone.TOPIC);
        }

        @Override
        public void accept(List<Entry> entries) {
            Map<String, String> last = new LinkedHashMap<>();
            entries.forEach(entry -> last.put(
                    entry.payload().path("dataset").asString(),
                    entry.payload().path("batchNo").asString("")));
            last.forEach((dataset, batch) -> {
                if (!rules.inForce(dataset).isEmpty()) {
                    submit(jobs, Actor.SYSTEM, dataset, batch);
                }
            });
        }
    }
}
