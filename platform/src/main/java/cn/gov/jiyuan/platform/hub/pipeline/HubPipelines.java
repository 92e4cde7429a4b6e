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
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Keeps runs of one pipeline apart, on this node by a set and between nodes by a lease, and lands what they make. */
@Component
final class HubPipelines implements Pipelines {
    private static final Duration LEASE = Duration.ofMinutes(2);
    private final Datasets datasets;
    private final Engines engines;
    private final Leases leases;
    private final Clock clock;
    private final Set<String> running = ConcurrentHashMap.newKeySet();

    HubPipelines(Datasets datasets, Engines engines, Leases leases, Clock clock) {
        this.datasets = datasets;
        this.engines = engines;
        this.leases = leases;
        this.clock = clock;
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
        try (Workshop workshop = Workshop.open(folder, engines.memory(), true)) {
            Map<String, String> relations = new HashMap<>();
            inputs.forEach((origin, input) -> relations.put(origin, relation(workshop, origin, input)));
            Run run = new Run(pipeline, workshop, progress);
            Outcome outcome = run.run(relations, clock.instant().getEpochSecond() / 60);
            progress.say("入库");
            run.tellMembers();
            Landing.Landed members = landed(actor, pipeline.members(), batch, folder.resolve("members"), workshop);
            return new Done(
                    outcome, landed(actor, pipeline.dataset(), batch, folder.resolve("merged"), workshop), members);
        }
    }

    private Landing.Landed landed(Actor actor, Dataset dataset, String batch, Path files, Workshop workshop) {
        datasets.declare(actor, dataset);
        try (Landing landing = datasets.land(actor, dataset.name(), batch, Landing.Mode.REPLACE)) {
            landing.files(files, workshop.key());
            return landing.commit();
        }
    }

    private String relation(Workshop workshop, String origin, Input input) {
        return switch (input) {
            case Input.OfSnapshot one -> {
                engines.show(workshop.connection(), "origin_" + origin, one.snapshot());
                yield "origin_" + origin;
            }
            case Input.OfCsv one -> csv(one.file());
        };
    }

    /** A table function over a CSV file. */
    static String csv(Path file) {
        return "read_csv('" + file.toString().replace("'", "''")
                + "', header = true, all_varchar = true, delim = ',', quote = '\"', escape = '\"')";
    }
}
