package cn.gov.jiyuan.data.themes.topic;

import cn.gov.jiyuan.platform.hub.Datasets;
import cn.gov.jiyuan.platform.hub.Snapshot;
import cn.gov.jiyuan.platform.rules.Rules;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Until when a dataset counts, and whether that is too long ago (数据时效). A figure is only as fresh as the oldest source
 * behind it; a source whose task was stopped or removed makes it stale at once.
 */
@Component
final class Freshness {
    private final TopicStore store;
    private final Datasets datasets;
    private final Rules rules;
    private final Clock clock;

    Freshness(TopicStore store, Datasets datasets, Rules rules, Clock clock) {
        this.store = store;
        this.datasets = datasets;
        this.rules = rules;
        this.clock = clock;
    }

    /** @param asOf null if there are no data yet @param reasons why it is stale, in Chinese; empty if it is not */
    record Standing(@Nullable Instant asOf, List<String> reasons) {
        boolean stale() {
            return !reasons.isEmpty();
        }
    }

    /** Of the figures that are made from some facts. */
    Standing of(TopicSchema topic, String fact) {
        Map<String, SourceState> states = states(topic);
        List<SourceTask> sources = topic.upstream(fact);
        List<String> reasons = new ArrayList<>();
        sources.forEach(source -> why(source, states.get(source.id())).ifPresent(reasons::add));
        Instant asOf = asOf(topic, List.of(fact)).orElse(null);
        if (reasons.isEmpty() && asOf != null && behind(sources, asOf)) {
            reasons.add("来源已更新，加工没有完成");
        }
        return new Standing(asOf, reasons);
    }

    private Optional<String> why(SourceTask source, @Nullable SourceState state) {
        if (state == null || state.asOf() == null) {
            return Optional.of("来源“" + source.title() + "”尚未读取");
        }
        if (state.state() != SourceState.State.ACTIVE) {
            return Optional.of("来源“" + source.title() + "”的任务" + state.state().label());
        }
        Duration age = Duration.between(state.asOf(), clock.instant());
        return age.toHours() >= limit(source)
                ? Optional.of("来源“" + source.title() + "”已有 " + age.toHours() + " 小时没有更新")
                : Optional.empty();
    }

    private boolean behind(List<SourceTask> sources, Instant asOf) {
        long shortest = sources.stream().mapToLong(this::limit).min().orElse(Long.MAX_VALUE);
        return Duration.between(asOf, clock.instant()).toHours() >= shortest;
    }

    private long limit(SourceTask source) {
        return rules.integer(source.cycle().rule(), LocalDate.now(clock));
    }

    /** The earliest of the moments until which these datasets count; empty if one of them has no data. */
    Optional<Instant> asOf(TopicSchema topic, Collection<String> names) {
        Map<String, SourceState> states = states(topic);
        Instant earliest = null;
        for (String name : names) {
            Optional<Instant> one = asOf(topic, name, states);
            if (one.isEmpty()) {
                return one;
            }
            earliest = earliest == null || one.get().isBefore(earliest) ? one.get() : earliest;
        }
        return Optional.ofNullable(earliest);
    }

    private Optional<Instant> asOf(TopicSchema topic, String dataset, Map<String, SourceState> states) {
        Optional<SourceTask> source = topic.sourceOf(dataset);
        if (source.isPresent()) {
            return Optional.ofNullable(states.get(source.get().id())).map(SourceState::asOf);
        }
        return store.lastRun(dataset).map(run -> current(run) ? ofInputs(topic, run) : run.asOf());
    }

    private Instant ofInputs(TopicSchema topic, StepRun run) {
        return asOf(
                        topic,
                        run.inputs().keySet().stream()
                                .filter(Freshness::isDataset)
                                .toList())
                .orElse(run.asOf());
    }

    /** Made from what its inputs still are. */
    private boolean current(StepRun run) {
        return run.inputs().entrySet().stream()
                .filter(input -> isDataset(input.getKey()))
                .allMatch(input -> datasets.current(input.getKey())
                        .map(Snapshot::number)
                        .map(String::valueOf)
                        .equals(Optional.of(input.getValue())));
    }

    static boolean isDataset(String input) {
        return !input.startsWith("#");
    }

    private Map<String, SourceState> states(TopicSchema topic) {
        return store.sources(topic.id()).stream().collect(Collectors.toMap(SourceState::id, Function.identity()));
    }
}
