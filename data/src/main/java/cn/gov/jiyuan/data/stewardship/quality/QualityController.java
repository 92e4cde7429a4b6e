package cn.gov.jiyuan.data.stewardship.quality;

import cn.gov.jiyuan.data.stewardship.DatasetReach;
import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.platform.access.Permitted;
import cn.gov.jiyuan.platform.hub.DataColumn;
import cn.gov.jiyuan.platform.hub.Dataset;
import cn.gov.jiyuan.platform.jobs.LongJobs;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The desk of quality: rules in a form, results of a dataset with their trend, inspection at once. */
@RestController
@RequestMapping("/api/stewardship")
class QualityController {
    private static final String READ = "stewardship.quality.read";
    private static final int TREND = 30;

    private final QualityRules rules;
    private final QualityRuleStore store;
    private final QualityRunStore inspections;
    private final QualityHeldBatches held;
    private final QualityTrends trends;
    private final DatasetReach reach;
    private final LongJobs jobs;

    QualityController(
            QualityRules rules,
            QualityRuleStore store,
            QualityRunStore inspections,
            QualityHeldBatches held,
            QualityTrends trends,
            DatasetReach reach,
            LongJobs jobs) {
        this.rules = rules;
        this.store = store;
        this.inspections = inspections;
        this.held = held;
        this.trends = trends;
        this.reach = reach;
        this.jobs = jobs;
    }

    record Choice(String id, String label, @Nullable Dimension dimension) {}

    /** What the form of a rule offers. */
    record Form(List<Choice> templates, List<Choice> dimensions, List<Choice> severities) {}

    record ReasonGiven(@Nullable String reason) {
        String words() {
            return reason == null ? "" : reason;
        }
    }

    record Submitted(UUID job) {}

    /** A dataset with its last inspection, the rules in force, and the runs before. */
    record Standing(
            String dataset,
            String title,
            List<DataColumn> columns,
            @Nullable RunView latest,
            List<Result> results,
            List<QualityRule> rules,
            List<RunView> trend,
            List<QualityTrends.OfRule> ruleTrends) {}

    record RunView(
            UUID id,
            long snapshot,
            String batchNo,
            long rows,
            int rules,
            int failedRules,
            @Nullable BigDecimal score,
            JsonNode dimensions,
            Instant at) {
        static RunView of(QualityRunStore.Run run) {
            return new RunView(
                    run.id(),
                    run.snapshot(),
                    run.batchNo(),
                    run.rows(),
                    run.rules(),
                    run.failedRules(),
                    run.score(),
                    JsonMapper.shared().readTree(run.dimensions()),
                    run.at());
        }
    }

    @GetMapping("/rules/form")
    @Permitted("stewardship.quality.read")
    Form form() {
        return new Form(
                Arrays.stream(Template.values())
                        .map(one -> new Choice(one.name(), one.label(), one.dimension()))
                        .toList(),
                Arrays.stream(Dimension.values())
                        .map(one -> new Choice(one.name(), one.label(), null))
                        .toList(),
                Arrays.stream(QualityRule.Severity.values())
                        .map(one -> new Choice(one.name(), one.label(), null))
                        .toList());
    }

    @PostMapping("/rules")
    @Permitted("stewardship.quality.propose")
    QualityRule propose(Actor actor, @RequestBody QualityRules.Draft draft) {
        return rules.propose(actor, draft);
    }

    @PostMapping("/rules/{id}/approve")
    @Permitted("stewardship.quality.approve")
    QualityRule approve(Actor actor, @PathVariable UUID id) {
        return rules.approve(actor, id);
    }

    @PostMapping("/rules/{id}/stop")
    @Permitted("stewardship.quality.approve")
    QualityRule stop(Actor actor, @PathVariable UUID id, @RequestBody ReasonGiven given) {
        return rules.stop(actor, id, given.words());
    }

    @GetMapping("/quality/{dataset}")
    @Permitted("stewardship.quality.read")
    Standing standing(Actor actor, @PathVariable String dataset) {
        Dataset known = reach.get(actor, READ, dataset);
        List<QualityRunStore.Run> runs = inspections.newest(dataset, TREND);
        QualityRunStore.Run latest = runs.isEmpty() ? null : runs.getFirst();
        return new Standing(
                dataset,
                known.title(),
                known.columns(),
                latest == null ? null : RunView.of(latest),
                latest == null ? List.of() : inspections.results(latest.id()),
                store.inForce(dataset),
                runs.reversed().stream().map(RunView::of).toList(),
                trends.rules(dataset));
    }

    /** Month by month, unit by unit. */
    @GetMapping("/trends")
    @Permitted(READ)
    List<QualityTrends.OfUnit> trends(Actor actor) {
        return trends.units(actor);
    }

    @PostMapping("/quality/{dataset}/runs")
    @Permitted("stewardship.quality.run")
    Submitted run(Actor actor, @PathVariable String dataset) {
        reach.get(actor, "stewardship.quality.run", dataset);
        return new Submitted(QualityInspectionWork.submit(jobs, actor, dataset, ""));
    }

    @PostMapping("/batches/{id}/discard")
    @Permitted("stewardship.quality.release")
    void discard(Actor actor, @PathVariable UUID id, @RequestBody ReasonGiven given) {
        held.discard(actor, id, given.words());
    }

    @PostMapping("/batches/{id}/release")
    @Permitted("stewardship.quality.release")
    void release(Actor actor, @PathVariable UUID id, @RequestBody ReasonGiven given) {
        held.release(actor, id, given.words());
    }
}
