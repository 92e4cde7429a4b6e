package cn.gov.jiyuan.data.stewardship.matching;

import cn.gov.jiyuan.data.stewardship.Codes;
import cn.gov.jiyuan.data.stewardship.DatasetReach;
import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.matching.MatchModel;
import cn.gov.jiyuan.kernel.matching.Merges;
import cn.gov.jiyuan.platform.access.Permitted;
import cn.gov.jiyuan.platform.hub.DataColumn;
import cn.gov.jiyuan.platform.hub.Dataset;
import cn.gov.jiyuan.platform.jobs.LongJobs;
import cn.gov.jiyuan.platform.records.Column;
import cn.gov.jiyuan.platform.records.Filter;
import cn.gov.jiyuan.platform.records.Order;
import cn.gov.jiyuan.platform.records.RecordPermissions;
import cn.gov.jiyuan.platform.records.RecordType;
import cn.gov.jiyuan.platform.records.VersionRows;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The desk of matching beside the list of pairs. */
@RestController
@RequestMapping("/api/stewardship/matching")
class MatchingController {
    private static final int MOST_GROUPS = 500;
    private final Matching matching;
    private final MatchPairStore store;
    private final DatasetReach reach;
    private final LongJobs jobs;

    MatchingController(Matching matching, MatchPairStore store, DatasetReach reach, LongJobs jobs) {
        this.matching = matching;
        this.store = store;
        this.reach = reach;
        this.jobs = jobs;
    }

    record Wanted(@Nullable Map<String, String> columns) {}

    record Decided(@Nullable Integer version, @Nullable String reason) {}

    record Submitted(UUID job) {}

    /** Records that are one. */
    record Group(String key, List<String> members) {}

    /** A field of the model and the column that looks as if it held it; null if none does. */
    record Field(String name, String label, @Nullable String column) {}

    /**
     * What is known of matching a dataset.
     *
     * @param usable its rows have a key that may be written down @param counts pairs by state
     */
    record Standing(
            String dataset,
            String title,
            boolean usable,
            List<DataColumn> columns,
            List<Field> fields,
            double upper,
            double lower,
            Map<MatchPair.State, Long> counts) {}

    @GetMapping("/{dataset}")
    @Permitted("stewardship.matching.read")
    Standing standing(Actor actor, @PathVariable String dataset) {
        Dataset known = reach.get(actor, "stewardship.matching.read", dataset);
        MatchModel model = matching.model();
        return new Standing(
                dataset,
                known.title(),
                Matching.hasPlainKey(known),
                known.columns(),
                model.fields().stream()
                        .map(field -> new Field(
                                field.name(),
                                LikelyColumn.label(field.name()),
                                LikelyColumn.of(field.name(), known).orElse(null)))
                        .toList(),
                model.upper(),
                model.lower(),
                store.counts(dataset));
    }

    @GetMapping("/pairs/{id}")
    @Permitted("stewardship.matching.read")
    Matching.Compared compared(Actor actor, @PathVariable UUID id) {
        return matching.compared(actor, id);
    }

    @PostMapping("/{dataset}/runs")
    @Permitted("stewardship.matching.run")
    Submitted run(Actor actor, @PathVariable String dataset, @RequestBody Wanted wanted) {
        Dataset known = reach.get(actor, "stewardship.matching.run", dataset);
        Map<String, String> columns = Objects.requireNonNullElse(wanted.columns(), Map.of());
        matching.requireSound(known, columns);
        return new Submitted(MatchingWork.submit(jobs, actor, new MatchingWork.Wanted(dataset, columns)));
    }

    @GetMapping("/{dataset}/groups")
    @Permitted("stewardship.matching.read")
    List<Group> groups(Actor actor, @PathVariable String dataset) {
        reach.get(actor, "stewardship.matching.read", dataset);
        return new Merges<>(store.merged(dataset))
                .groups().entrySet().stream()
                        .limit(MOST_GROUPS)
                        .map(entry -> new Group(entry.getKey(), entry.getValue()))
                        .toList();
    }

    @PostMapping("/pairs/{id}/merge")
    @Permitted("stewardship.matching.decide")
    void merge(Actor actor, @PathVariable UUID id, @RequestBody Decided decided) {
        decide(actor, id, MatchPair.State.MERGED, decided);
    }

    @PostMapping("/pairs/{id}/separate")
    @Permitted("stewardship.matching.decide")
    void separate(Actor actor, @PathVariable UUID id, @RequestBody Decided decided) {
        decide(actor, id, MatchPair.State.SEPARATE, decided);
    }

    @PostMapping("/pairs/{id}/undo")
    @Permitted("stewardship.matching.decide")
    void undo(Actor actor, @PathVariable UUID id, @RequestBody Decided decided) {
        decide(actor, id, MatchPair.State.UNDONE, decided);
    }

    private void decide(Actor actor, UUID id, MatchPair.State state, Decided decided) {
        matching.decide(
                actor,
                id,
                state,
                Objects.requireNonNullElse(decided.version(), 0),
                Objects.requireNonNullElse(decided.reason(), ""));
    }

    /** The list of pairs. */
    @Configuration(proxyBeanMethods = false)
    static class MatchingConfiguration {
        @Bean
        RecordType matchPairRecords() {
            return RecordType.of("stewardship.pair", "实体匹配")
                    .source("stewardship.match_pair")
                    .label("dataset")
                    .permissions(
                            new RecordPermissions("stewardship.matching.read", "stewardship.matching.export", "", ""))
                    .columns(
                            Column.text("dataset", "数据集").filtered(Filter.EQUALS),
                            Column.text("leftKey", "记录一"),
                            Column.text("rightKey", "记录二"),
                            Column.number("score", "匹配分"),
                            Column.number("upper", "自动合并阈值")
                                    .from("upper_threshold")
                                    .unlisted(),
                            Column.number("lower", "人工判断阈值")
                                    .from("lower_threshold")
                                    .unlisted(),
                            Column.code(
                                            "state",
                                            "状态",
                                            Codes.of(
                                                    "pair-state",
                                                    "匹配状态",
                                                    MatchPair.State.values(),
                                                    MatchPair.State::label))
                                    .filtered(Filter.EQUALS, Filter.IN),
                            Column.flag("automatic", "自动判定"),
                            Column.text("decidedBy", "判定人").from("decided_name"),
                            Column.text("reason", "理由"),
                            Column.number("version", "版本").unlisted(),
                            Column.moment("decided", "判定时间")
                                    .from("decided_at")
                                    .filtered(Filter.RANGE)
                                    .sorted())
                    .scope("unit_id", "", "")
                    .order(Order.descending("decided"))
                    .versions(new VersionRows("stewardship.match_pair_version", "pair_id", "version", "at", "by_name"))
                    .build();
        }
    }
}
