package cn.gov.jiyuan.platform.demo;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.platform.jobs.LongJobs;
import cn.gov.jiyuan.platform.jobs.LongWork;
import cn.gov.jiyuan.platform.jobs.Progress;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionOperations;

/** Loads the sources one after the other, as one long job; what was loaded is not loaded again. */
final class DemoLoad implements LongWork {
    static final String KIND = "demo.load";
    private final Supplier<List<DemoSource>> sources;
    private final LoadedStore store;
    private final TransactionOperations transactions;
    private final Clock clock;

    DemoLoad(Supplier<List<DemoSource>> sources, LoadedStore store, TransactionOperations transactions, Clock clock) {
        this.sources = () -> sources.get().stream()
                .sorted(Comparator.comparingInt(DemoSource::order).thenComparing(DemoSource::name))
                .toList();
        this.store = store;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Queues the job unless all is loaded or a job is under way; nodes that start together queue one. */
    void submitIfNeeded(LongJobs jobs) {
        transactions.executeWithoutResult(status -> {
            store.lock();
            Set<String> loaded = store.loaded();
            boolean needed = sources.get().stream().anyMatch(source -> !loaded.contains(source.name()));
            boolean underWay =
                    jobs.newestOf(KIND).filter(job -> !job.state().ended()).isPresent();
            if (needed && !underWay) {
                jobs.submit(KIND, "载入演示数据", Actor.SYSTEM, "");
            }
        });
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(LongJobs.Job job, Progress progress) {
        List<DemoSource> all = sources.get();
        progress.total(all.size() * StepProgress.STEP);
        for (int i = 0; i < all.size() && !progress.cancelled(); i++) {
            DemoSource source = all.get(i);
            String title = source.title() + "（" + (i + 1) + "/" + all.size() + "）";
            StepProgress step = new StepProgress(progress, title);
            if (!store.loaded().contains(source.name())) {
                progress.say(title);
                source.load(step);
                if (progress.cancelled()) {
                    return;
                }
                store.loaded(source, clock.instant());
            }
            step.finish();
        }
        progress.say("演示数据已就绪");
    }
}
