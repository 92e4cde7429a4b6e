package cn.gov.jiyuan.data.stewardship.quality;

import cn.gov.jiyuan.contracts.catalogue.Resource;
import cn.gov.jiyuan.contracts.catalogue.ResourceCatalogue;
import cn.gov.jiyuan.contracts.catalogue.UpdateCycle;
import cn.gov.jiyuan.platform.hub.Dataset;
import cn.gov.jiyuan.platform.hub.Datasets;
import cn.gov.jiyuan.platform.hub.Snapshot;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Rules that look at how and when batches come, not at rows: one thing judged, passed or not. */
@Component
final class QualityBatchChecks {
    private final ObjectProvider<ResourceCatalogue> catalogue;
    private final Datasets datasets;
    private final Clock clock;

    QualityBatchChecks(ObjectProvider<ResourceCatalogue> catalogue, Datasets datasets, Clock clock) {
        this.catalogue = catalogue;
        this.datasets = datasets;
        this.clock = clock;
    }

    QualityRowChecks.Counted run(QualityRule rule, Dataset dataset, Snapshot snapshot) {
        return switch (rule.template()) {
            case TIMELINESS -> timely(rule, dataset, snapshot);
            case FLUCTUATION -> judged(datasets.held(dataset.name(), 1).isEmpty(), "没有被拦截而待处理的批次");
            case ACCESSIBLE -> judged(resource(dataset).isPresent(), "挂接在已发布的目录上，可以读取");
            default -> throw new IllegalArgumentException(rule.template() + " looks at rows");
        };
    }

    private QualityRowChecks.Counted timely(QualityRule rule, Dataset dataset, Snapshot snapshot) {
        Integer days = days(rule, dataset);
        if (days == null) {
            return new QualityRowChecks.Counted(1, 0, 0, "目录和规则都没有规定更新周期，不评价", List.of());
        }
        boolean timely = Duration.between(snapshot.at(), clock.instant()).compareTo(Duration.ofDays(days)) <= 0;
        return judged(timely, days + " 天内有新批次");
    }

    private static QualityRowChecks.Counted judged(boolean passed, String expected) {
        return new QualityRowChecks.Counted(1, 1, passed ? 1 : 0, expected, List.of());
    }

    private @Nullable Integer days(QualityRule rule, Dataset dataset) {
        Optional<Integer> cycle = resource(dataset).map(Resource::cycle).flatMap(QualityBatchChecks::days);
        return cycle.orElse(rule.settings().days());
    }

    private Optional<Resource> resource(Dataset dataset) {
        ResourceCatalogue known = catalogue.getIfAvailable();
        return known == null ? Optional.empty() : known.ofDataset(dataset.name());
    }

    /** Longest age by cycle (更新周期): the cycle itself, months and quarters at their longest. */
    private static Optional<Integer> days(UpdateCycle cycle) {
        return switch (cycle) {
            case REAL_TIME, DAILY -> Optional.of(1);
            case WEEKLY -> Optional.of(7);
            case MONTHLY -> Optional.of(31);
            case QUARTERLY -> Optional.of(92);
            case YEARLY -> Optional.of(366);
            case OTHER -> Optional.empty();
        };
    }
}
