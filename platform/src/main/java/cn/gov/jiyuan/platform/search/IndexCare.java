package cn.gov.jiyuan.platform.search;

import cn.gov.jiyuan.platform.jobs.RecurringWork;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;

/** Builds the local index when it is missing, of another analysis version, or asked for anew, and commits it regularly. */
final class IndexCare implements RecurringWork {
    private final IndexStore index;
    private final List<SearchSource> sources;
    private final LongSupplier wantedGeneration;
    private final LongSupplier feedHead;

    IndexCare(IndexStore index, List<SearchSource> sources, LongSupplier wantedGeneration, LongSupplier feedHead) {
        this.index = index;
        this.sources = List.copyOf(sources);
        this.wantedGeneration = wantedGeneration;
        this.feedHead = feedHead;
    }

    @Override
    public String name() {
        return "search.index";
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(2);
    }

    @Override
    public boolean leased() {
        return false;
    }

    @Override
    public boolean run() {
        long wanted = wantedGeneration.getAsLong();
        if (index.mark().generation() < wanted) {
            index.rebuild(feedHead.getAsLong(), wanted, sink -> sources.forEach(source -> source.all(sink)));
        } else {
            index.commitIfChanged();
        }
        return false;
    }
}
