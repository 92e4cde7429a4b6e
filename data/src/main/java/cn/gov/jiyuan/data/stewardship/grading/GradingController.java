package cn.gov.jiyuan.data.stewardship.grading;

import cn.gov.jiyuan.data.stewardship.DatasetReach;
import cn.gov.jiyuan.data.stewardship.StewardshipError;
import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.access.Permitted;
import cn.gov.jiyuan.platform.feed.FeedConsumer;
import cn.gov.jiyuan.platform.hub.BatchDone;
import cn.gov.jiyuan.platform.hub.Datasets;
import cn.gov.jiyuan.platform.records.Column;
import cn.gov.jiyuan.platform.records.Dictionary;
import cn.gov.jiyuan.platform.records.Filter;
import cn.gov.jiyuan.platform.records.Order;
import cn.gov.jiyuan.platform.records.RecordPermissions;
import cn.gov.jiyuan.platform.records.RecordType;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The desk of grading. */
@RestController
@RequestMapping("/api/stewardship/grading")
class GradingController {
    private static final String READ = "stewardship.grading.read";
    private final Grading grading;
    private final GradeStore store;
    private final DatasetReach reach;

    GradingController(Grading grading, GradeStore store, DatasetReach reach) {
        this.grading = grading;
        this.store = store;
        this.reach = reach;
    }

    record Graded(GradeStore.DatasetRow dataset, List<GradeStore.ColumnRow> columns) {}

    record Argued(@Nullable Integer level, @Nullable String justification) {}

    @GetMapping("/{dataset}")
    @Permitted("stewardship.grading.read")
    Graded graded(Actor actor, @PathVariable String dataset) {
        reach.get(actor, READ, dataset);
        GradeStore.DatasetRow row =
                store.dataset(dataset).orElseThrow(() -> new Fault(StewardshipError.UNKNOWN, dataset));
        return new Graded(row, store.columns(dataset));
    }

    @PostMapping("/{dataset}/detection")
    @Permitted("stewardship.grading.confirm")
    Graded detect(Actor actor, @PathVariable String dataset) {
        reach.get(actor, "stewardship.grading.confirm", dataset);
        grading.detect(dataset);
        return graded(actor, dataset);
    }

    @PutMapping("/{dataset}/columns/{column}")
    @Permitted("stewardship.grading.confirm")
    Graded confirm(
            Actor actor,
            @PathVariable String dataset,
            @PathVariable String column,
            @RequestBody Grading.Confirmation confirmed) {
        grading.confirm(actor, dataset, column, confirmed);
        return graded(actor, dataset);
    }

    @PostMapping("/{dataset}/argument")
    @Permitted("stewardship.grading.argue")
    void argue(Actor actor, @PathVariable String dataset, @RequestBody Argued argued) {
        grading.argue(
                actor,
                dataset,
                Objects.requireNonNullElse(argued.level(), 0),
                Objects.requireNonNullElse(argued.justification(), ""));
    }

    /** Suggests grades for a dataset whose rows are new, or more by a tenth than when it was graded. */
    @Component
    static final class NewRows implements FeedConsumer {
        private static final double GROWN = 1.1;
        private final Grading grading;
        private final GradeStore store;
        private final Datasets datasets;

        NewRows(Grading grading, GradeStore store, Datasets datasets) {
            this.grading = grading;
            this.store = store;
            this.datasets = datasets;
        }

        @Override
        public String name() {
            return "stewardship.grading";
        }

        @Override
        public boolean wants(String topic) {
            return topic.equals(BatchDone.TOPIC);
        }

        @Override
        public void accept(List<Entry> entries) {
            Set<String> landed = entries.stream()
                    .map(entry -> entry.payload().path("dataset").asString())
                    .collect(Collectors.toSet());
            landed.stream()
                    .filter(name -> datasets.current(name)
                            .filter(now -> store.dataset(name)
                                    .filter(before -> now.rows() <= before.rows() * GROWN)
                                    .isEmpty())
                            .isPresent())
                    .forEach(grading::detect);
        }
    }

    /** The lists of grades. */
    @Configuration(proxyBeanMethods = false)
    static class GradingConfiguration {
        private static final RecordPermissions PERMISSIONS =
                new RecordPermissions("stewardship.grading.read", "stewardship.grading.export", "", "");
        private static final Dictionary LEVELS = Dictionary.of(
                "stewardship.level",
                "数据级别",
                "1",
                "一般数据 1 级",
                "2",
                "一般数据 2 级",
                "3",
                "一般数据 3 级",
                "4",
                "一般数据 4 级",
                "5",
                "重要数据",
                "6",
                "核心数据");

        @Bean
        RecordType columnGradeRecords() {
            return RecordType.of("stewardship.grade", "列的分类分级")
                    .source("stewardship.column_grade")
                    .label("title")
                    .permissions(PERMISSIONS)
                    .columns(
                            Column.text("dataset", "数据集")
                                    .filtered(Filter.EQUALS)
                                    .sorted(),
                            Column.text("title", "数据项"),
                            Column.text("column", "列").from("column_name"),
                            Column.text("category", "分类"),
                            Column.code("level", "级别", LEVELS).filtered(Filter.EQUALS, Filter.IN),
                            Column.flag("personal", "个人信息"),
                            Column.flag("sensitive", "敏感个人信息"),
                            Column.code(
                                            "state",
                                            "状态",
                                            Dictionary.of(
                                                    "stewardship.grade-state",
                                                    "定级状态",
                                                    "SUGGESTED",
                                                    "待确认",
                                                    "CONFIRMED",
                                                    "已确认"))
                                    .filtered(Filter.EQUALS),
                            Column.text("why", "依据"),
                            Column.reference("unit", "责任单位", "parties.unit")
                                    .from("unit_id")
                                    .filtered(Filter.EQUALS),
                            Column.date("review", "复核日期").from("review_on").filtered(Filter.RANGE))
                    .scope("unit_id", "", "")
                    .order(Order.ascending("dataset"))
                    .small()
                    .link("定级", "/workbench/stewardship/grading/{dataset}")
                    .build();
        }

        @Bean
        RecordType datasetGradeRecords() {
            return RecordType.of("stewardship.dataset", "数据集的分类分级")
                    .source("stewardship.dataset_grade")
                    .label("title")
                    .permissions(PERMISSIONS)
                    .columns(
                            Column.text("title", "数据集名称"),
                            Column.text("dataset", "数据集")
                                    .filtered(Filter.EQUALS)
                                    .sorted(),
                            Column.text("grade", "定级").from("label"),
                            Column.code("level", "级别", LEVELS).filtered(Filter.EQUALS, Filter.IN),
                            Column.number("rows", "行数"),
                            Column.code(
                                            "state",
                                            "状态",
                                            Dictionary.of(
                                                    "stewardship.dataset-state",
                                                    "数据集定级状态",
                                                    "SUGGESTED",
                                                    "待确认",
                                                    "CONFIRMED",
                                                    "已确认",
                                                    "ARGUE",
                                                    "待人工论证"))
                                    .filtered(Filter.EQUALS),
                            Column.text("warning", "提示"),
                            Column.reference("unit", "责任单位", "parties.unit")
                                    .from("unit_id")
                                    .filtered(Filter.EQUALS),
                            Column.text("justification", "论证意见").unlisted())
                    .scope("unit_id", "", "")
                    .order(Order.ascending("dataset"))
                    .small()
                    .link("定级", "/workbench/stewardship/grading/{dataset}")
                    .link("质量", "/workbench/stewardship/quality/{dataset}")
                    .link("血缘", "/workbench/stewardship/lineage/{dataset}")
                    .build();
        }
    }
}
