package cn.gov.jiyuan.data.stewardship.crosscheck;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.platform.feed.FeedConsumer;
import cn.gov.jiyuan.platform.hub.BatchDone;
import cn.gov.jiyuan.platform.jobs.LongJobs;
import cn.gov.jiyuan.platform.jobs.LongWork;
import cn.gov.jiyuan.platform.jobs.Progress;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Checks of items as long jobs, queued on demand and when a source of the item has a new version. */
@Component
final class CrossCheckWork implements LongWork {
    private static final String KIND = "stewardship.crosscheck";
    private final CrossCheck check;

    CrossCheckWork(CrossCheck check) {
        this.check = check;
    }

    static UUID submit(LongJobs jobs, Actor actor, String item) {
        return jobs.submit(KIND, "多元校核：" + item, actor, item);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(LongJobs.Job job, Progress progress) {
        check.run(job.argument(), progress);
    }

    /** Queues the items that a new version says something about. */
    @Component
    static final class NewVersions implements FeedConsumer {
        private final LongJobs jobs;
        private final AuthorityStore sources;
        private final Authorities authorities;

        NewVersions(LongJobs jobs, AuthorityStore sources, Authorities authorities) {
            this.jobs = jobs;
            this.sources = sources;
            this.authorities = authorities;
        }

        @Override
        public String name() {
            return "stewardship.crosscheck";
        }

        @Override
        public boolean wants(String topic) {
            return topic.equals(BatchDone.TOPIC);
        }

        @Override
        public void accept(List<Entry> entries) {
            Set<String> items = new TreeSet<>();
            entries.forEach(entry ->
                    items.addAll(sources.items(entry.payload().path("dataset").asString())));
            items.stream()
                    .filter(item -> authorities.inForce(item).isPresent())
                    .filter(item -> !sources.witnesses(item).isEmpty())
                    .forEach(item -> submit(jobs, Actor.SYSTEM, item));
        }
    }
}
