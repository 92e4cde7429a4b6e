package cn.gov.jiyuan.data.themes.topic;

import cn.gov.jiyuan.contracts.catalogue.Resource;
import cn.gov.jiyuan.contracts.catalogue.ResourceCatalogue;
import cn.gov.jiyuan.platform.hub.Dataset;
import cn.gov.jiyuan.platform.hub.Datasets;
import cn.gov.jiyuan.platform.hub.Snapshot;
import cn.gov.jiyuan.platform.parties.Unit;
import cn.gov.jiyuan.platform.parties.Units;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Themes as their pages show them. */
@Component
final class TopicViews {
    private static final int PAGE = 500;
    private final Topics topics;
    private final TopicStore store;
    private final Datasets datasets;
    private final Freshness freshness;
    private final Units units;
    private final ObjectProvider<ResourceCatalogue> catalogue;

    TopicViews(
            Topics topics,
            TopicStore store,
            Datasets datasets,
            Freshness freshness,
            Units units,
            ObjectProvider<ResourceCatalogue> catalogue) {
        this.topics = topics;
        this.store = store;
        this.datasets = datasets;
        this.freshness = freshness;
        this.units = units;
        this.catalogue = catalogue;
    }

    /** @param quality share of checked rows that passed, in percent; null where nothing was checked */
    record Line(
            String id,
            String title,
            String purpose,
            String unit,
            List<String> consumers,
            boolean built,
            int indicators,
            int sources,
            int stale,
            @Nullable String quality,
            @Nullable Instant refreshedAt,
            boolean running,
            @Nullable String problem,
            List<Need> needs) {}

    /** A resource that the theme needs. @param registered whether the catalogue has one of this name with data behind it */
    record Need(String resource, String provider, String system, boolean registered) {}

    record Detail(Line summary, List<SourceLine> sources, List<LayerLine> layers, List<QualityLine> quality) {}

    record SourceLine(
            String id,
            String title,
            String origin,
            String dataset,
            String cycle,
            String state,
            String stateLabel,
            @Nullable Instant asOf,
            @Nullable String reason,
            @Nullable String changedBy,
            long rows) {}

    record LayerLine(
            String dataset,
            String title,
            String layer,
            long rows,
            long snapshot,
            @Nullable Instant madeAt,
            List<String> inputs,
            List<Field> fields) {}

    record Field(String name, String title, String type) {}

    List<Line> lines() {
        Set<String> registered = registered();
        return topics.all().stream().map(topic -> line(topic, registered)).toList();
    }

    Detail detail(String id) {
        TopicSchema topic = topics.get(id);
        return new Detail(
                line(topic, topic.built() ? Set.of() : registered()),
                topic.built() ? sources(topic) : List.of(),
                topic.built() ? layers(topic) : List.of(),
                store.quality(id));
    }

    private Line line(TopicSchema topic, Set<String> registered) {
        TopicState state = store.topic(topic.id());
        int stale = (int) topic.indicators().stream()
                .filter(spec -> freshness.of(topic, spec.fact()).stale())
                .count();
        return new Line(
                topic.id(),
                topic.title(),
                topic.purpose(),
                units.byCode(topic.unit()).map(Unit::shortName).orElse(topic.unit()),
                topic.consumers(),
                topic.built(),
                topic.indicators().size(),
                topic.sources().size(),
                stale,
                score(store.quality(topic.id())),
                state.refreshedAt(),
                state.runningSince() != null || state.wantedAt() != null,
                state.problem(),
                needs(topic, registered));
    }

    private static List<Need> needs(TopicSchema topic, Set<String> registered) {
        return topic.needs().stream()
                .map(need ->
                        new Need(need.resource(), need.provider(), need.system(), registered.contains(need.resource())))
                .toList();
    }

    /** Names of the resources that the catalogue knows with data behind them. */
    private Set<String> registered() {
        ResourceCatalogue known = catalogue.getIfAvailable();
        Set<String> names = new HashSet<>();
        List<Resource> page = known == null ? List.of() : known.list(null, PAGE);
        while (known != null && !page.isEmpty()) {
            page.stream().filter(resource -> resource.dataset() != null).forEach(one -> names.add(one.name()));
            page = page.size() < PAGE ? List.of() : known.list(page.getLast().code(), PAGE);
        }
        return names;
    }

    private static @Nullable String score(List<QualityLine> lines) {
        long total = lines.stream().mapToLong(QualityLine::total).sum();
        long passed = lines.stream().mapToLong(QualityLine::passed).sum();
        return total == 0
                ? null
                : BigDecimal.valueOf(passed * 100)
                        .divide(BigDecimal.valueOf(total), 2, RoundingMode.DOWN)
                        .toPlainString();
    }

    private List<SourceLine> sources(TopicSchema topic) {
        Map<String, SourceState> states =
                store.sources(topic.id()).stream().collect(Collectors.toMap(SourceState::id, Function.identity()));
        return topic.sources().stream()
                .filter(source -> states.containsKey(source.id()))
                .map(source -> source(source, java.util.Objects.requireNonNull(states.get(source.id()))))
                .toList();
    }

    private SourceLine source(SourceTask source, SourceState state) {
        return new SourceLine(
                source.id(),
                source.title(),
                source.origin(),
                source.dataset(),
                source.cycle().label(),
                state.state().name(),
                state.state().label(),
                state.asOf(),
                state.reason(),
                state.changedBy(),
                datasets.current(source.dataset()).map(Snapshot::rows).orElse(0L));
    }

    private List<LayerLine> layers(TopicSchema topic) {
        List<LayerLine> lines = new ArrayList<>();
        topic.sources().forEach(source -> lines.add(layer(source.dataset(), "ODS", List.of(source.origin()))));
        topic.steps()
                .forEach(step -> lines.add(layer(
                        step.dataset(),
                        step.layer().name(),
                        step.from().stream().map(Step.Join::dataset).distinct().toList())));
        List<String> facts =
                topic.indicators().stream().map(IndicatorSpec::fact).distinct().toList();
        lines.add(layer(topic.summary(), "DWS", facts));
        lines.add(layer(topic.figures(), "ADS", List.of(topic.summary())));
        return lines;
    }

    private LayerLine layer(String name, String layer, List<String> inputs) {
        Dataset dataset = datasets.find(name).orElse(null);
        Snapshot current = dataset == null ? null : datasets.current(name).orElse(null);
        List<Field> fields = dataset == null
                ? List.of()
                : dataset.columns().stream()
                        .map(column -> new Field(
                                column.name(), column.title(), column.type().label()))
                        .toList();
        return new LayerLine(
                name,
                dataset == null ? name : dataset.title(),
                layer,
                current == null ? 0 : current.rows(),
                current == null ? 0 : current.number(),
                current == null ? null : current.at(),
                inputs,
                fields);
    }
}
