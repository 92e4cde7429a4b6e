package cn.gov.jiyuan.data.registers;

import cn.gov.jiyuan.contracts.stewardship.DataLineage;
import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.audit.Audit;
import cn.gov.jiyuan.platform.audit.AuditEvent;
import cn.gov.jiyuan.platform.hub.DataColumn;
import cn.gov.jiyuan.platform.hub.Datasets;
import cn.gov.jiyuan.platform.hub.Snapshot;
import cn.gov.jiyuan.platform.hub.pipeline.Field;
import cn.gov.jiyuan.platform.hub.pipeline.Input;
import cn.gov.jiyuan.platform.hub.pipeline.Origin;
import cn.gov.jiyuan.platform.hub.pipeline.Outcome;
import cn.gov.jiyuan.platform.hub.pipeline.Pipeline;
import cn.gov.jiyuan.platform.hub.pipeline.Pipelines;
import cn.gov.jiyuan.platform.jobs.LongJobs;
import cn.gov.jiyuan.platform.jobs.LongWork;
import cn.gov.jiyuan.platform.jobs.Progress;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Runs of the registers' pipelines as long jobs (加工运行): from the departments' datasets to the tables that serve. */
@Component
class RegisterRuns implements LongWork {
    static final String KIND = "registers.run";
    private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9_]*");
    private final Pipelines pipelines;
    private final Datasets datasets;
    private final List<GoldenLoad> loads;
    private final RunStore runs;
    private final DataLineage lineage;
    private final ObjectProvider<LongJobs> jobs;
    private final Audit audit;
    private final TransactionTemplate transactions;
    private final Clock clock;

    RegisterRuns(
            Pipelines pipelines,
            Datasets datasets,
            List<GoldenLoad> loads,
            RunStore runs,
            DataLineage lineage,
            ObjectProvider<LongJobs> jobs,
            Audit audit,
            PlatformTransactionManager manager,
            Clock clock) {
        this.pipelines = pipelines;
        this.datasets = datasets;
        this.loads = loads;
        this.runs = runs;
        this.lineage = lineage;
        this.jobs = jobs;
        this.audit = audit;
        this.transactions = new TransactionTemplate(manager);
        this.clock = clock;
    }

    /** Dataset in which the records of an origin arrive. */
    static String landing(String pipeline, String origin) {
        return "landing." + pipeline + "_" + origin;
    }

    Pipeline declared(String name) {
        return load(name).pipeline();
    }

    private GoldenLoad load(String name) {
        return loads.stream()
                .filter(load -> load.pipeline().name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Fault(RegistersError.UNKNOWN_PIPELINE, name));
    }

    @Transactional
    public UUID start(Actor actor, String name) {
        Pipeline pipeline = declared(name);
        sources(pipeline);
        UUID job = jobs.getObject().submit(KIND, "加工" + pipeline.title(), actor, name);
        audit.record(
                actor,
                new AuditEvent(
                        "registers.run.start",
                        "registers.run",
                        job.toString(),
                        "运行加工流程“" + pipeline.title() + "”",
                        Map.of()));
        return job;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(LongJobs.Job job, Progress progress) {
        run(job.id(), job.actor(), job.argument(), false, progress);
    }

    GoldenLoad.Loaded run(UUID id, Actor actor, String name, boolean demo, Progress progress) {
        GoldenLoad load = load(name);
        Pipeline pipeline = load.pipeline();
        runs.begin(id, pipeline.name(), actor.name(), clock.instant());
        try {
            Map<String, Snapshot> sources = sources(pipeline);
            Pipelines.Done done = pipelines.run(actor, pipeline, inputs(sources), id.toString(), progress);
            Snapshot made = Objects.requireNonNull(done.landed().snapshot(), "held back");
            progress.say("装载" + pipeline.title());
            GoldenLoad.Loaded loaded = load.load(made, demo, progress);
            Snapshot members = Objects.requireNonNull(done.members().snapshot(), "held back");
            finish(id, pipeline, done.outcome(), loaded, sources, made, members);
            return loaded;
        } catch (RuntimeException e) {
            runs.failed(id, clock.instant(), String.valueOf(e.getMessage()));
            throw e;
        }
    }

    private void finish(
            UUID id,
            Pipeline pipeline,
            Outcome outcome,
            GoldenLoad.Loaded loaded,
            Map<String, Snapshot> sources,
            Snapshot made,
            Snapshot members) {
        Map<String, Long> read = new TreeMap<>();
        sources.forEach((origin, snapshot) -> read.put(origin, snapshot.number()));
        transactions.executeWithoutResult(status -> {
            runs.done(id, clock.instant(), outcome, loaded, read, made.number(), members.number());
            sources.forEach((origin, snapshot) -> edges(pipeline, origin, snapshot, id.toString()));
        });
    }

    /** Which columns of a source a field is made of: those that its expression names. */
    private void edges(Pipeline pipeline, String code, Snapshot source, String batch) {
        Origin origin = pipeline.origins().stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow();
        Set<String> columns = datasets.get(source.dataset()).columns().stream()
                .map(DataColumn::name)
                .collect(Collectors.toSet());
        for (Field field : pipeline.fields()) {
            WORD.matcher(Objects.requireNonNull(origin.cleaning().get(field.name())))
                    .results()
                    .map(MatchResult::group)
                    .filter(columns::contains)
                    .distinct()
                    .forEach(column -> lineage.derived(
                            source.dataset(),
                            column,
                            pipeline.target().dataset(),
                            field.name(),
                            "加工" + pipeline.title(),
                            batch));
        }
    }

    private static Map<String, Input> inputs(Map<String, Snapshot> sources) {
        Map<String, Input> inputs = new HashMap<>();
        sources.forEach((origin, snapshot) -> inputs.put(origin, new Input.OfSnapshot(snapshot)));
        return inputs;
    }

    private Map<String, Snapshot> sources(Pipeline pipeline) {
        Map<String, Snapshot> sources = new HashMap<>();
        for (Origin origin : pipeline.origins()) {
            Snapshot snapshot = datasets.find(landing(pipeline.name(), origin.code()))
                    .flatMap(dataset -> datasets.current(dataset.name()))
                    .orElseThrow(() -> new Fault(RegistersError.NO_SOURCE, origin.title()));
            sources.put(origin.code(), snapshot);
        }
        return sources;
    }
}
