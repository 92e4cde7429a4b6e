package cn.gov.jiyuan.data.registers;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.audit.Audit;
import cn.gov.jiyuan.platform.audit.AuditEvent;
import cn.gov.jiyuan.platform.hub.Datasets;
import cn.gov.jiyuan.platform.hub.Snapshot;
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
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Runs of the registers' pipelines as long jobs (加工运行): from the departments' datasets to the tables that serve. */
@Component
class RegisterRuns implements LongWork {
    static final String KIND = "registers.run";
    private final Pipelines pipelines;
    private final Datasets datasets;
    private final RegisterLoad load;
    private final RunStore runs;
    private final ObjectProvider<LongJobs> jobs;
    private final Audit audit;
    private final Clock clock;

    RegisterRuns(
            Pipelines pipelines,
            Datasets datasets,
            RegisterLoad load,
            RunStore runs,
            ObjectProvider<LongJobs> jobs,
            Audit audit,
            Clock clock) {
        this.pipelines = pipelines;
        this.datasets = datasets;
        this.load = load;
        this.runs = runs;
        this.jobs = jobs;
        this.audit = audit;
        this.clock = clock;
    }

    /** Dataset in which the records of an origin arrive. */
    static String landing(String pipeline, String origin) {
        return "landing." + pipeline + "_" + origin;
    }

    static Pipeline declared(String name) {
        if (!name.equals(PersonPipeline.NAME)) {
            throw new Fault(RegistersError.UNKNOWN_PIPELINE, name);
        }
        return PersonPipeline.declared();
    }

    @Transactional
    public UUID start(Actor actor, String name) {
        Pipeline pipeline = declared(name);
        inputs(pipeline);
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
        Pipeline pipeline = declared(job.argument());
        run(job.id(), job.actor(), pipeline, false, progress);
    }

    RegisterLoad.Loaded run(UUID id, Actor actor, Pipeline pipeline, boolean demo, Progress progress) {
        runs.begin(id, pipeline.name(), actor.name(), clock.instant());
        try {
            Pipelines.Done done = pipelines.run(actor, pipeline, inputs(pipeline), id.toString(), progress);
            Snapshot made = Objects.requireNonNull(done.landed().snapshot(), "held back");
            progress.say("装载" + pipeline.title());
            RegisterLoad.Loaded loaded = load.load(pipeline, made, demo, progress);
            Outcome outcome = done.outcome();
            runs.done(
                    id,
                    clock.instant(),
                    outcome.rows(),
                    outcome.things(),
                    outcome.linked(),
                    outcome.alone(),
                    JsonMapper.shared().writeValueAsString(outcome),
                    made.number());
            return loaded;
        } catch (RuntimeException e) {
            runs.failed(id, clock.instant(), String.valueOf(e.getMessage()));
            throw e;
        }
    }

    private Map<String, Input> inputs(Pipeline pipeline) {
        Map<String, Input> inputs = new HashMap<>();
        for (Origin origin : pipeline.origins()) {
            Snapshot snapshot = datasets.current(landing(pipeline.name(), origin.code()))
                    .orElseThrow(() -> new Fault(RegistersError.NO_SOURCE, origin.title()));
            inputs.put(origin.code(), new Input.OfSnapshot(snapshot));
        }
        return inputs;
    }
}
