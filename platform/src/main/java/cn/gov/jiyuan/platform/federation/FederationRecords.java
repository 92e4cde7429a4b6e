package cn.gov.jiyuan.platform.federation;

import cn.gov.jiyuan.platform.instance.Instance.Level;
import cn.gov.jiyuan.platform.records.Column;
import cn.gov.jiyuan.platform.records.Dictionary;
import cn.gov.jiyuan.platform.records.Filter;
import cn.gov.jiyuan.platform.records.Order;
import cn.gov.jiyuan.platform.records.RecordPermissions;
import cn.gov.jiyuan.platform.records.RecordType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** What people list of peers, batches and rows. */
final class FederationRecords {
    private static final Dictionary TYPES = Dictionary.of(
            "federation.type",
            "记录类型",
            "catalogue.resource",
            "目录",
            "exchange.request",
            "共享申请",
            "exchange.decision",
            "申请决定",
            "exchange.data",
            "数据",
            ReturnTaker.TYPE,
            "事后异常");
    private static final RecordPermissions BATCHES =
            new RecordPermissions("federation.batch.read", "federation.batch.export", "", "");

    private FederationRecords() {}

    static RecordType peers() {
        return RecordType.of("federation.peer", "级联节点")
                .key("code")
                .permissions(new RecordPermissions("federation.peer.read", "federation.peer.export", "", ""))
                .columns(
                        Column.text("code", "节点代码"),
                        Column.text("name", "节点名称"),
                        Column.code("level", "层级", of("federation.level", "平台层级", Level.values(), Level::label)),
                        Column.text("address", "访问地址"),
                        Column.code(
                                "state",
                                "状态",
                                of("federation.peer-state", "节点状态", Peer.State.values(), Peer.State::label)),
                        Column.moment("heardAt", "最近一次往来"),
                        Column.text("refusal", "最近一次拒收的原因"),
                        Column.text("fingerprint", "证书指纹").unlisted(),
                        Column.text("registeredBy", "登记人").unlisted(),
                        Column.moment("registeredAt", "登记时间").unlisted())
                .order(Order.ascending("code"))
                .link("与它往来的批次", "/workbench/records/federation.batch?peer={code}")
                .link("各通道的情况", "/workbench/records/federation.lane?peer={code}")
                .small()
                .build();
    }

    static RecordType lanes() {
        return RecordType.of("federation.lane", "级联通道")
                .label("recordType")
                .permissions(BATCHES)
                .columns(
                        Column.reference("peer", "对方节点", "federation.peer").filtered(Filter.EQUALS),
                        Column.code("recordType", "记录类型", TYPES),
                        Column.number("closed", "已封批"),
                        Column.number("settled", "对方已收下"),
                        Column.number("received", "从对方收下"),
                        Column.number("attempts", "已试送次数"),
                        Column.moment("nextAt", "下次试送"),
                        Column.text("error", "未送达的原因"))
                .order(Order.ascending("recordType"))
                .small()
                .build();
    }

    static RecordType batches() {
        return RecordType.of("federation.batch", "级联批次")
                .label("number")
                .permissions(BATCHES)
                .columns(
                        Column.text("number", "批次号").from("cd_batch"),
                        Column.reference("peer", "对方节点", "federation.peer").filtered(Filter.EQUALS),
                        Column.flag("outgoing", "本平台发出"),
                        Column.code("recordType", "记录类型", TYPES),
                        Column.code(
                                "direction",
                                "方向",
                                of("federation.direction", "批次方向", Batch.Direction.values(), Batch.Direction::label)),
                        Column.number("rowCount", "行数"),
                        Column.number("abnormal", "退回行数"),
                        Column.code(
                                "state",
                                "状态",
                                Dictionary.of("federation.batch-state", "批次状态", "WAITING", "待对方收下", "SETTLED", "已收下")),
                        Column.moment("closedAt", "封批时间").filtered(Filter.RANGE).sorted(),
                        Column.moment("settledAt", "收下时间"),
                        Column.text("digest", "SM3 摘要").unlisted())
                .order(Order.descending("closedAt"))
                .link("批次中的行", "/workbench/records/federation.row?batchId={id}")
                .build();
    }

    static RecordType rows() {
        return RecordType.of("federation.row", "级联交换行")
                .source("federation.exchange")
                .label("title")
                .permissions(new RecordPermissions("federation.row.read", "federation.row.export", "", ""))
                .scope("unit_id", "", "")
                .columns(
                        Column.text("title", "名称").from("label"),
                        Column.text("rowGuid", "行标识").unlisted(),
                        Column.text("recordId", "记录标识").unlisted(),
                        Column.code("recordType", "记录类型", TYPES),
                        Column.code(
                                        "operation",
                                        "操作",
                                        of(
                                                "federation.operation",
                                                "操作",
                                                ExchangeRow.Operation.values(),
                                                ExchangeRow.Operation::label))
                                .from("cd_operation"),
                        Column.moment("at", "操作时间")
                                .from("cd_time")
                                .filtered(Filter.RANGE)
                                .sorted(),
                        Column.text("batch", "批次号").from("cd_batch"),
                        Column.reference("batchId", "批次", "federation.batch")
                                .filtered(Filter.EQUALS)
                                .unlisted(),
                        Column.flag("outgoing", "本平台发出"),
                        Column.code(
                                "state",
                                "状态",
                                of("federation.row-state", "交换行状态", KeptRow.State.values(), KeptRow.State::label)),
                        Column.number("size", "字节数"))
                .order(Order.descending("at"))
                .build();
    }

    static RecordType abnormals() {
        return RecordType.of("federation.abnormal", "级联异常回写")
                .source("federation.exchange_abnormal")
                .key("row_guid")
                .label("message")
                .permissions(new RecordPermissions("federation.abnormal.read", "federation.abnormal.export", "", ""))
                .scope("unit_id", "", "")
                .columns(
                        Column.text("name", "记录").from("label"),
                        Column.text("message", "错误说明").from("err_message"),
                        Column.text("errorType", "错误类型").from("err_type"),
                        Column.code(
                                "state",
                                "状态",
                                Dictionary.of("federation.abnormal-state", "异常状态", "OPEN", "待改正", "CLOSED", "已办结")),
                        Column.code("recordType", "记录类型", TYPES),
                        Column.reference("peer", "对方节点", "federation.peer"),
                        Column.flag("outgoing", "本平台发出的行"),
                        Column.reference("unit", "责任单位", "parties.unit").from("unit_id"),
                        Column.text("batch", "批次号").from("cd_batch"),
                        Column.moment("at", "回写时间")
                                .from("cd_time")
                                .filtered(Filter.RANGE)
                                .sorted(),
                        Column.moment("closedAt", "办结时间"),
                        Column.text("tableRowGuid", "被退回的行").unlisted())
                .order(Order.descending("at"))
                .build();
    }

    private static <E extends Enum<E>> Dictionary of(String id, String name, E[] values, Function<E, String> label) {
        Map<String, String> labels = new LinkedHashMap<>();
        for (E value : values) {
            labels.put(value.name(), label.apply(value));
        }
        return new Dictionary(id, name, labels);
    }
}
