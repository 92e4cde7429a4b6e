package cn.gov.jiyuan.data.exchange.collecting;

import cn.gov.jiyuan.platform.jobs.LongJobs;
import cn.gov.jiyuan.platform.jobs.LongWork;
import cn.gov.jiyuan.platform.jobs.Progress;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Runs one batch as a long job. */
@Component
final class CollectWork implements LongWork {
    static final String KIND = "exchange.collect";
    private final Collector collector;

    CollectWork(Collector collector) {
        this.collector = collector;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(LongJobs.Job job, Progress progress) {
        collector.run(UUID.fromString(job.argument()), job.actor(), progress);
    }
}
