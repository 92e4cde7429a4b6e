package cn.gov.jiyuan.data.themes.topic;

import cn.gov.jiyuan.contracts.stewardship.DataLineage;
import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.id.Ids;
import cn.gov.jiyuan.platform.hub.DataColumn;
import cn.gov.jiyuan.platform.hub.DataSession;
import cn.gov.jiyuan.platform.hub.DataType;
import cn.gov.jiyuan.platform.hub.Dataset;
import cn.gov.jiyuan.platform.hub.Datasets;
import cn.gov.jiyuan.platform.hub.Landing;
import cn.gov.jiyuan.platform.hub.Snapshot;
import cn.gov.jiyuan.platform.keys.Sm3;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Brings a theme up to date (刷新): extracts its active sources, then makes each dataset anew whose inputs have a new
 * version. A dataset whose inputs are the same as last time is left as it is.
 */
@Component
final class Refresh {
    private static final List<DataColumn> DIMENSIONS = List.of(
            DataColumn.of("indicator", "指标", DataType.TEXT),
            DataColumn.of("meaning", "口径版本", DataType.INTEGER),
            DataColumn.of("month", "月份", DataType.DATE),
            DataColumn.of("unit_id", "单位", DataType.TEXT),
            DataColumn.of("area_code", "区划", DataType.TEXT));
    private static final List<DataColumn> ITEM = List.of(
            DataColumn.of("item_code", "事项实施编码", DataType.TEXT), DataColumn.of("item_name", "事项名称", DataType.TEXT));
    private static final List<DataColumn> PARTS = List.of(
            DataColumn.of("numerator", "分子", DataType.INTEGER),
            DataColumn.of("denominator", "分母", DataType.INTEGER),
            DataColumn.of("excluded", "剔除", DataType.INTEGER));
    /** Under this name a run keeps what besides datasets decides its result. */
    private static final String SQL = "#sql";

    private final Topics topics;
    private final Datasets datasets;
    private final Extraction extraction;
    private final TopicStore store;
    private final MeaningStore meanings;
    private final Freshness freshness;
    private final DataLineage lineage;
    private final Clock clock;
    private final ReentrantLock one = new ReentrantLock();

    Refresh(
            Topics topics,
            Datasets datasets,
            Extraction extraction,
            TopicStore store,
            MeaningStore meanings,
            Freshness freshness,
            DataLineage lineage,
            Clock clock) {
        this.topics = topics;
        this.datasets = datasets;
        this.extraction = extraction;
        this.store = store;
        this.meanings = meanings;
        this.freshness = freshness;
        this.lineage = lineage;
        this.clock = clock;
    }

    /** Makes known what the declarations say; the same again changes nothing. */
    void adopt() {
        for (TopicSchema topic : topics.built()) {
            store.adopt(topic);
            topic.indicators().forEach(spec -> meanings.adopt(topic, spec, clock.instant()));
            topic.sources().forEach(source -> datasets.declare(Actor.SYSTEM, source.dataset(topic.unit())));
            topic.steps().forEach(step -> datasets.declare(Actor.SYSTEM, step.dataset(topic.unit())));
            datasets.declare(Actor.SYSTEM, figures(topic.summary(), topic.title() + "：月度汇总", topic, true));
            datasets.declare(Actor.SYSTEM, figures(topic.figures(), topic.title() + "：指标", topic, false));
        }
    }

    private static Dataset figures(String name, String title, TopicSchema topic, boolean byItem) {
        List<DataColumn> columns = new java.util.ArrayList<>(DIMENSIONS);
        if (byItem) {
            columns.addAll(ITEM);
        }
        columns.addAll(PARTS);
        return new Dataset(name, title, topic.unit(), columns, List.of(), 1);
    }

    void refresh(TopicSchema topic) {
        one.lock();
        try {
            store.begin(topic.id(), clock.instant());
            store.sources(topic.id()).stream()
                    .filter(state -> state.state() == SourceState.State.ACTIVE)
                    .forEach(state -> extraction.extract(topic, topic.source(state.id()), state));
            topic.steps().forEach(step -> make(topic, step.dataset(), StepSql.of(step), inputsOf(step)));
            makeFigures(topic);
            store.end(topic.id(), clock.instant(), null);
        } catch (RuntimeException e) {
            store.end(topic.id(), clock.instant(), String.valueOf(e.getMessage()));
            throw e;
        } finally {
            one.unlock();
        }
    }

    private static List<String> inputsOf(Step step) {
        return step.from().stream().map(Step.Join::dataset).distinct().toList();
    }

    private void makeFigures(TopicSchema topic) {
        List<Meaning> approved =
                meanings.of(topic.id()).stream().filter(Meaning::approved).toList();
        String summary = topic.indicators().stream()
                .flatMap(spec -> approved.stream()
                        .filter(meaning -> meaning.indicator().equals(spec.id()))
                        .map(meaning -> StepSql.summary(spec, meaning)))
                .collect(Collectors.joining("\nunion all by name\n"));
        List<String> facts =
                topic.indicators().stream().map(IndicatorSpec::fact).distinct().toList();
        make(topic, topic.summary(), summary, facts);
        make(topic, topic.figures(), StepSql.figures(topic, approved), List.of(topic.summary()));
    }

    /** A dataset without all its inputs waits for them. */
    private void make(TopicSchema topic, String dataset, String sql, List<String> inputs) {
        Map<String, Snapshot> present = new LinkedHashMap<>();
        for (String input : inputs) {
            datasets.current(input).ifPresent(snapshot -> present.put(input, snapshot));
        }
        if (present.size() < inputs.size()) {
            return;
        }
        Map<String, String> told = new TreeMap<>();
        present.forEach((input, snapshot) -> told.put(input, String.valueOf(snapshot.number())));
        told.put(SQL, Sm3.hex(sql.getBytes(StandardCharsets.UTF_8)));
        Optional<StepRun> last = store.lastRun(dataset);
        if (last.isPresent() && last.get().inputs().equals(told)) {
            return;
        }
        land(topic, dataset, sql, present, told);
    }

    private void land(
            TopicSchema topic, String dataset, String sql, Map<String, Snapshot> present, Map<String, String> told) {
        Instant now = clock.instant();
        String number = "加工-" + now + "-" + Ids.next();
        Map<String, Snapshot> views = new LinkedHashMap<>();
        present.forEach((input, snapshot) -> views.put(StepSql.view(input), snapshot));
        Landing.Landed landed;
        try (Landing landing = datasets.land(Actor.SYSTEM, dataset, number, Landing.Mode.REPLACE)) {
            landing.rows(sql, views);
            landed = landing.commit();
        }
        Snapshot made = landed.snapshot();
        if (made != null) {
            Instant asOf = freshness.asOf(topic, present.keySet()).orElse(now);
            store.made(new StepRun(
                    Ids.next(),
                    topic.id(),
                    dataset,
                    made.number(),
                    made.batch(),
                    number,
                    told,
                    asOf,
                    made.rows(),
                    now));
            trace(topic, dataset, present.keySet(), number);
            topic.stepOf(dataset).ifPresent(step -> check(topic, step, made));
        }
    }

    /** Column by column where a step says of what a column is made, else dataset by dataset. */
    private void trace(TopicSchema topic, String dataset, Set<String> inputs, String number) {
        String pipeline = "加工" + topic.title();
        Optional<Step> step = topic.stepOf(dataset);
        if (step.isEmpty()) {
            inputs.forEach(input -> lineage.derived(input, "", dataset, "", pipeline, number));
            return;
        }
        for (Step.StepColumn column : step.get().columns()) {
            StepSql.references(step.get(), column.expr())
                    .forEach(from ->
                            lineage.derived(from.dataset(), from.column(), dataset, column.name(), pipeline, number));
        }
    }

    /** The score of quality: each declared check over each row. */
    private void check(TopicSchema topic, Step step, Snapshot made) {
        if (step.checks().isEmpty()) {
            return;
        }
        String sql = step.checks().stream()
                .map(check -> "count(*) filter (where " + check.holds() + ")")
                .collect(Collectors.joining(", ", "select count(*), ", " from facts f"));
        try (DataSession session = datasets.open(Map.of("facts", made))) {
            List<Object> counts = session.all(sql).getFirst().values().stream()
                    .map(java.util.Objects::requireNonNull)
                    .toList();
            for (int i = 0; i < step.checks().size(); i++) {
                Step.Check check = step.checks().get(i);
                store.measured(
                        topic.id(),
                        new QualityLine(
                                step.dataset(),
                                check.title(),
                                check.dimension(),
                                ((Number) counts.get(i + 1)).longValue(),
                                ((Number) counts.getFirst()).longValue(),
                                made.number(),
                                clock.instant()));
            }
        }
    }
}
