package cn.gov.jiyuan.data.exchange.collecting;

import cn.gov.jiyuan.platform.hub.Landing;
import cn.gov.jiyuan.platform.records.Column;
import cn.gov.jiyuan.platform.records.Dictionary;
import cn.gov.jiyuan.platform.records.Filter;
import cn.gov.jiyuan.platform.records.Order;
import cn.gov.jiyuan.platform.records.RecordType;
import cn.gov.jiyuan.platform.records.VersionRows;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** The descriptors of tasks, batches and rejected rows, for lists, filters and export. */
final class CollectingRecords {
    private static final Dictionary STATES =
            of("exchange.task-state", "归集任务状态", TaskState.values(), TaskState::label);
    private static final Dictionary KINDS =
            of("exchange.source-kind", "来源类别", SourceKind.values(), SourceKind::label);
    private static final Dictionary MODES =
            of("exchange.mode", "入库方式", Landing.Mode.values(), CollectingRecords::label);
    private static final Dictionary BATCH_STATES =
            of("exchange.batch-state", "归集批次状态", Batch.State.values(), Batch.State::label);
    private static final Dictionary ORIGINS =
            of("exchange.origin", "数据来源地", Batch.Origin.values(), Batch.Origin::label);
    private static final Dictionary REASONS =
            of("exchange.reject-reason", "拒收原因", Rejected.Reason.values(), Rejected.Reason::label);
    private static final Dictionary REJECT_STATES =
            of("exchange.reject-state", "拒收行状态", Rejected.State.values(), Rejected.State::label);

    private CollectingRecords() {}

    static RecordType tasks() {
        return RecordType.of("exchange.task", "归集任务")
                .columns(
                        Column.text("code", "任务编号").filtered(Filter.EQUALS).sorted(),
                        Column.text("name", "任务名称").findable(),
                        Column.reference("unit", "提供部门", "parties.unit")
                                .from("unit_id")
                                .filtered(Filter.EQUALS),
                        Column.code("kind", "来源类别", KINDS).filtered(Filter.EQUALS, Filter.IN),
                        Column.text("dataset", "目标数据集").filtered(Filter.EQUALS),
                        Column.code("mode", "入库方式", MODES),
                        Column.text("schedule", "计划"),
                        Column.code("state", "状态", STATES).filtered(Filter.EQUALS, Filter.IN),
                        Column.text("reason", "状态原因").from("state_reason").unlisted(),
                        Column.code("lastState", "最近批次", BATCH_STATES).filtered(Filter.EQUALS),
                        Column.moment("lastBatch", "最近归集").from("last_batch_at"),
                        Column.moment("nextRun", "下次归集").from("next_run_at"),
                        Column.number("failures", "连续失败").unlisted(),
                        Column.text("createdBy", "建立人").from("created_name").unlisted(),
                        Column.moment("created", "建立时间").from("created_at").unlisted())
                .scope("unit_id", "", "")
                .order(Order.ascending("code"))
                .small()
                .versions(new VersionRows("exchange.task_version", "task_id", "version", "at", "by_name"))
                .link("任务的办理", "/workbench/exchange/tasks/{id}")
                .link("任务的批次", "/workbench/records/exchange.batch?task={id}")
                .build();
    }

    static RecordType batches() {
        return RecordType.of("exchange.batch", "归集批次")
                .label("number")
                .columns(
                        Column.text("number", "批次号").filtered(Filter.EQUALS),
                        Column.reference("task", "归集任务", "exchange.task")
                                .from("task_id")
                                .filtered(Filter.EQUALS),
                        Column.reference("unit", "提供部门", "parties.unit")
                                .from("unit_id")
                                .filtered(Filter.EQUALS),
                        Column.code("state", "状态", BATCH_STATES).filtered(Filter.EQUALS, Filter.IN),
                        Column.number("rowIn", "收到").totalled(),
                        Column.number("rowOk", "合格").totalled(),
                        Column.number("rowReject", "拒收").totalled(),
                        Column.number("rowRemoved", "删除").unlisted(),
                        Column.number("okRate", "合格率 %"),
                        Column.flag("onTime", "及时").filtered(Filter.EQUALS),
                        Column.flag("scheduled", "计划批次").filtered(Filter.EQUALS).unlisted(),
                        Column.flag("hasRejects", "有拒收").filtered(Filter.EQUALS).unlisted(),
                        Column.code("origin", "来源地", ORIGINS).filtered(Filter.EQUALS),
                        Column.date("asOf", "数据截止").unlisted(),
                        Column.moment("started", "开始时间")
                                .from("started_at")
                                .filtered(Filter.RANGE)
                                .sorted(),
                        Column.moment("ended", "结束时间").from("ended_at"),
                        Column.moment("due", "应完成").from("due_at").unlisted(),
                        Column.text("dataset", "数据集").filtered(Filter.EQUALS).unlisted(),
                        Column.number("snapshot", "数据集版本").unlisted(),
                        Column.number("bytes", "字节数").unlisted(),
                        Column.text("checksum", "校验值").unlisted(),
                        Column.text("sourceDigest", "来源 SM3").unlisted(),
                        Column.number("declaredRows", "声明行数").unlisted(),
                        Column.text("file", "文件").from("file_name").unlisted(),
                        Column.text("message", "结果").unlisted(),
                        Column.text("startedBy", "发起人").from("started_name").unlisted())
                .scope("unit_id", "", "")
                .order(Order.descending("started"))
                .link("批次的拒收行", "/workbench/records/exchange.reject?batch={id}")
                .link("归集任务", "/workbench/exchange/tasks/{task}")
                .build();
    }

    static RecordType rejects() {
        return RecordType.of("exchange.reject", "拒收行")
                .label("line")
                .columns(
                        Column.number("line", "行号"),
                        Column.code("reason", "原因", REASONS).filtered(Filter.EQUALS, Filter.IN),
                        Column.text("problems", "逐格原因"),
                        Column.text("shown", "原行内容"),
                        Column.code("state", "状态", REJECT_STATES).filtered(Filter.EQUALS, Filter.IN),
                        Column.reference("batch", "批次", "exchange.batch")
                                .from("batch_id")
                                .filtered(Filter.EQUALS),
                        Column.reference("task", "归集任务", "exchange.task")
                                .from("task_id")
                                .filtered(Filter.EQUALS)
                                .unlisted(),
                        Column.reference("unit", "提供部门", "parties.unit")
                                .from("unit_id")
                                .filtered(Filter.EQUALS)
                                .unlisted(),
                        Column.moment("at", "拒收时间").filtered(Filter.RANGE).sorted(),
                        Column.text("settledBy", "处理人").from("settled_name").unlisted(),
                        Column.moment("settled", "处理时间").from("settled_at").unlisted())
                .scope("unit_id", "", "")
                .order(Order.descending("at"))
                .link("更正这一行", "/workbench/exchange/rejects/{id}")
                .build();
    }

    static String label(Landing.Mode mode) {
        return switch (mode) {
            case APPEND -> "追加";
            case REPLACE -> "全量替换";
            case MERGE -> "按主键合并";
        };
    }

    private static <T extends Enum<T>> Dictionary of(String id, String name, T[] values, Function<T, String> label) {
        Map<String, String> labels = new LinkedHashMap<>();
        for (T value : values) {
            labels.put(value.name(), label.apply(value));
        }
        return new Dictionary(id, name, labels);
    }
}
