package cn.gov.jiyuan.platform.hub.pipeline;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.hub.Dataset;
import cn.gov.jiyuan.platform.hub.Datasets;
import cn.gov.jiyuan.platform.hub.Engines;
import cn.gov.jiyuan.platform.hub.Landing;
import cn.gov.jiyuan.platform.jobs.Leases;
import cn.gov.jiyuan.platform.jobs.Progress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Keeps runs of one pipeline apart, on this node by a set and between nodes by a lease, and lands what they make; the same for
 * every engine.
 */
@Component
final class HubPipelines implements Pipelines {
    private static final Duration LEASE = Duration.ofMinutes(2);
    private final Datasets datasets;
    private final Engines engines;
    private final PipelineEngine engine;
    private final Leases leases;
    private final Clock clock;
    private final Set<String> running = ConcurrentHashMap.newKeySet();

    /** @throws Fault {@code hub.no-engine} if the setting names an engine that is not there */
    HubPipelines(Datasets datasets, Engines engines, List<PipelineEngine> known, Leases leases, Clock clock) {
        this.datasets = datasets;
        this.engines = engines;
        this.engine = chosen(engines.engine(), known);
        this.leases = leases;
        this.clock = clock;
    }

    static PipelineEngine chosen(String name, List<PipelineEngine> known) {
        return known.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Fault(
                        PipelineError.NO_ENGINE,
                        name,
                        known.stream().map(PipelineEngine::name).sorted().collect(Collectors.joining("、"))));
    }

    @Override
    public Done run(Actor actor, Pipeline pipeline, Map<String, Input> inputs, String batch, Progress progress) {
        if (!running.add(pipeline.name())) {
            throw new Fault(PipelineError.RUNNING, pipeline.title());
        }
        String role = "pipeline." + pipeline.name();
        try {
            if (!leases.hold(role, LEASE)) {
                throw new Fault(PipelineError.RUNNING, pipeline.title());
            }
            Thread heart = Thread.ofVirtual().name(role).start(() -> beat(role));
            try {
                return alone(actor, pipeline, inputs, batch, progress);
            } finally {
                heart.interrupt();
                leases.release(role);
            }
        } finally {
            running.remove(pipeline.name());
        }
    }

    private void beat(String role) {
        try {
            while (true) {
                Thread.sleep(LEASE.dividedBy(4));
                leases.hold(role, LEASE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Done alone(Actor actor, Pipeline pipeline, Map<String, Input> inputs, String batch, Progress progress) {
        Path folder = engines.workplace(pipeline.name());
        try (Workshop workshop = engine.open(folder, engines)) {
            Map<String, String> relations = new HashMap<>();
            inputs.forEach((origin, input) -> relations.put(origin, workshop.take(origin, input)));
            Run run = new Run(pipeline, workshop, progress);
            Outcome outcome = run.run(relations, clock.instant().getEpochSecond() / 60);
            progress.say("入库");
            run.tellMembers();
            Landing.Landed members = landed(actor, pipeline.members(), batch, Run.MEMBERS, workshop);
            return new Done(outcome, landed(actor, pipeline.dataset(), batch, Run.MERGED, workshop), members);
        }
    }

    private Landing.Landed landed(Actor actor, Dataset dataset, String batch, String files, Workshop workshop) {
        datasets.declare(actor, dataset);
        try (Landing landing = datasets.land(actor, dataset.name(), batch, Landing.Mode.REPLACE)) {
            landing.files(workshop.folder().resolve(files), workshop.key());
            return landing.commit();
        }
    }
}
