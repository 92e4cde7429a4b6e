package cn.gov.jiyuan.data.themes.topic;

import cn.gov.jiyuan.data.themes.ThemesError;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.hub.Datasets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * From a figure back to the fields and batches of its sources (血缘): columns as the declarations name them, versions as the
 * runs kept them.
 */
@Component
final class Lineage {
    private static final List<String> PARTS = List.of("numerator", "denominator", "excluded");
    private static final int BATCHES = 20;
    private final Datasets datasets;
    private final TopicStore store;
    private final MeaningStore meanings;

    Lineage(Datasets datasets, TopicStore store, MeaningStore meanings) {
        this.datasets = datasets;
        this.store = store;
        this.meanings = meanings;
    }

    /** The whole drawing. */
    record Drawing(List<Node> nodes, List<Edge> edges, List<Version> versions) {}

    /** A column of a dataset, or a field of a source. @param how the expression that makes it, if it is not a copy */
    record Node(
            String id,
            String layer,
            String dataset,
            String column,
            String title,
            @Nullable String how) {}

    record Edge(String from, String to) {}

    /** The version of a dataset behind the figure, with the batches that made it, the newest first. */
    record Version(String dataset, String title, String layer, long snapshot, List<Batch> batches) {}

    record Batch(String kind, String id, long snapshot, long rows, Instant madeAt, Map<String, String> inputs) {}

    Drawing of(TopicSchema topic, String indicator) {
        IndicatorSpec spec = topic.indicator(indicator);
        Meaning meaning = meanings.of(topic.id()).stream()
                .filter(one -> one.approved() && one.indicator().equals(indicator))
                .reduce((one, other) -> other.from().isAfter(one.from()) ? other : one)
                .orElseThrow(() -> new Fault(ThemesError.UNKNOWN, spec.title()));
        Pen pen = new Pen(topic);
        Map<String, String> made = Map.of(
                "numerator", meaning.terms().numerator(),
                "denominator", meaning.terms().denominator(),
                "excluded", meaning.terms().excluded());
        for (String part : PARTS) {
            String figure = pen.node(topic.figures(), "ADS", part, spec.title() + "：" + title(part), null);
            String sum = pen.node(topic.summary(), "DWS", part, title(part), "sum(" + made.get(part) + ")");
            pen.edge(sum, figure);
            StepSql.references(spec.fact(), String.valueOf(made.get(part)), spec.day())
                    .forEach(reference -> pen.edge(pen.draw(reference), sum));
        }
        return new Drawing(List.copyOf(pen.nodes.values()), List.copyOf(pen.edges), versions(topic, pen.datasets()));
    }

    private static String title(String part) {
        return switch (part) {
            case "numerator" -> "分子";
            case "denominator" -> "分母";
            default -> "剔除";
        };
    }

    private static final class Pen {
        private final TopicSchema topic;
        private final Map<String, Node> nodes = new LinkedHashMap<>();
        private final Set<Edge> edges = new LinkedHashSet<>();

        Pen(TopicSchema topic) {
            this.topic = topic;
        }

        String node(String dataset, String layer, String column, String title, @Nullable String how) {
            String id = dataset + "." + column;
            nodes.putIfAbsent(id, new Node(id, layer, dataset, column, title, how));
            return id;
        }

        void edge(String from, String to) {
            edges.add(new Edge(from, to));
        }

        /** Draws a column and all that it comes from. */
        String draw(StepSql.Reference reference) {
            return topic.stepOf(reference.dataset())
                    .map(step -> drawStep(step, reference))
                    .orElseGet(() -> drawSource(reference));
        }

        private String drawStep(Step step, StepSql.Reference reference) {
            Step.StepColumn column = step.column(reference.column());
            String id = node(step.dataset(), step.layer().name(), column.name(), column.title(), column.expr());
            StepSql.references(step, column.expr()).forEach(source -> edge(draw(source), id));
            return id;
        }

        private String drawSource(StepSql.Reference reference) {
            SourceTask source = topic.sourceOf(reference.dataset()).orElseThrow();
            SourceTask.SourceColumn column = source.columns().stream()
                    .filter(one -> one.name().equals(reference.column()))
                    .findFirst()
                    .orElseThrow();
            String id = node(source.dataset(), "ODS", column.name(), column.title(), null);
            edge(node(source.origin(), "SOURCE", column.of(), source.title() + "：" + column.title(), null), id);
            return id;
        }

        Set<String> datasets() {
            Set<String> names = new LinkedHashSet<>();
            nodes.values().stream()
                    .filter(node -> !node.layer().equals("SOURCE"))
                    .forEach(node -> names.add(node.dataset()));
            return names;
        }
    }

    /** Versions as the runs used them, from the figures down; not simply the newest of each dataset. */
    private List<Version> versions(TopicSchema topic, Set<String> drawn) {
        Map<String, Long> used = new LinkedHashMap<>();
        datasets.current(topic.figures()).ifPresent(snapshot -> follow(topic.figures(), snapshot.number(), used));
        List<Version> versions = new ArrayList<>();
        used.forEach((dataset, snapshot) -> {
            if (drawn.contains(dataset)) {
                versions.add(version(topic, dataset, snapshot));
            }
        });
        return versions;
    }

    private void follow(String dataset, long snapshot, Map<String, Long> used) {
        used.merge(dataset, snapshot, Math::max);
        store.run(dataset, snapshot)
                .ifPresent(run -> run.inputs().forEach((input, number) -> {
                    if (Freshness.isDataset(input)) {
                        follow(input, Long.parseLong(number), used);
                    }
                }));
    }

    /** The last full reading and what was merged since, for a source; the one making, for a step. */
    private Version version(TopicSchema topic, String dataset, long snapshot) {
        List<Batch> batches = new ArrayList<>();
        boolean source = topic.sourceOf(dataset).isPresent();
        for (StepRun run : store.runs(dataset, BATCHES)) {
            boolean whole = !run.batchNo().equals("增量");
            if (run.snapshot() <= snapshot) {
                String kind = source ? run.batchNo() : "加工";
                batches.add(new Batch(
                        kind, run.batch().toString(), run.snapshot(), run.rows(), run.madeAt(), run.inputs()));
                if (whole) {
                    break;
                }
            }
        }
        String layer = topic.stepOf(dataset)
                .map(step -> step.layer().name())
                .orElse(source ? "ODS" : dataset.startsWith("dws") ? "DWS" : "ADS");
        return new Version(dataset, datasets.get(dataset).title(), layer, snapshot, batches);
    }
}
