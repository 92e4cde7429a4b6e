package cn.gov.jiyuan.data.registers;

import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.hub.pipeline.Check;
import cn.gov.jiyuan.platform.hub.pipeline.Origin;
import cn.gov.jiyuan.platform.hub.pipeline.Pipeline;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** What a run did, source by source and rule by rule (运行结果). */
@Component
final class RunReport {
    private final RunStore store;
    private final RegisterRuns runs;

    RunReport(RunStore store, RegisterRuns runs) {
        this.store = store;
        this.runs = runs;
    }

    /** @param keyed rows that bear a valid number */
    record Source(String title, String dataset, long rows, long keyed, List<Rule> rules) {}

    /** @param failed rows that fail it */
    record Rule(String title, long failed) {}

    record Shown(RunStore.Report run, String title, String dataset, String members, List<Source> sources) {}

    /** @throws Fault {@code registers.unknown-run} */
    Shown of(UUID id) {
        RunStore.Report run = store.report(id).orElseThrow(() -> new Fault(RegistersError.UNKNOWN_RUN));
        Pipeline pipeline = runs.declared(run.pipeline());
        JsonNode outcome = run.outcome() == null ? MissingNode.getInstance() : run.outcome();
        List<Source> sources = new ArrayList<>();
        for (JsonNode one : outcome.path("origins")) {
            String code = one.path("code").asString();
            Origin origin = pipeline.origins().stream()
                    .filter(known -> known.code().equals(code))
                    .findFirst()
                    .orElseThrow();
            List<Rule> rules = new ArrayList<>();
            for (Check check : pipeline.checks()) {
                rules.add(new Rule(
                        check.title(), one.path("failed").path(check.name()).asLong()));
            }
            sources.add(new Source(
                    origin.title(),
                    RegisterRuns.landing(pipeline.name(), code),
                    one.path("rows").asLong(),
                    one.path("keyed").asLong(),
                    rules));
        }
        return new Shown(
                run,
                pipeline.title(),
                pipeline.target().dataset(),
                pipeline.members().name(),
                sources);
    }
}
