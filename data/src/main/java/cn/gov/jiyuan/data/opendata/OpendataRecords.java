package cn.gov.jiyuan.data.opendata;

import static cn.gov.jiyuan.platform.records.Filter.EQUALS;
import static cn.gov.jiyuan.platform.records.Filter.IN;
import static cn.gov.jiyuan.platform.records.Filter.RANGE;

import cn.gov.jiyuan.contracts.catalogue.OpenType;
import cn.gov.jiyuan.contracts.catalogue.UpdateCycle;
import cn.gov.jiyuan.data.opendata.access.ServiceTypes;
import cn.gov.jiyuan.data.opendata.operation.OperationTypes;
import cn.gov.jiyuan.data.opendata.release.DatasetType;
import cn.gov.jiyuan.data.opendata.release.Theme;
import cn.gov.jiyuan.platform.cases.CaseState;
import cn.gov.jiyuan.platform.cases.CaseType;
import cn.gov.jiyuan.platform.records.Column;
import cn.gov.jiyuan.platform.records.Dictionary;
import cn.gov.jiyuan.platform.records.Order;
import cn.gov.jiyuan.platform.records.RecordPermissions;
import cn.gov.jiyuan.platform.records.RecordType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** Descriptors of what the desk lists. */
final class OpendataRecords {
    private static final RecordPermissions SERVICE =
            new RecordPermissions("opendata.service.read", "opendata.service.export", "", "");
    private static final RecordPermissions OPERATION =
            new RecordPermissions("opendata.operation.read", "opendata.operation.export", "", "");

    private OpendataRecords() {}

    static RecordType datasets() {
        return RecordType.of("opendata.dataset", "开放数据集")
                .label("title")
                .columns(
                        Column.text("number", "登记编号").filtered(EQUALS),
                        Column.text("title", "标题").findable(),
                        Column.reference("unit", "提供单位", "parties.unit")
                                .from("unit_id")
                                .filtered(EQUALS),
                        Column.code("theme", "主题", of("opendata.theme", "主题", Theme.values(), Theme::label))
                                .filtered(EQUALS, IN),
                        Column.code(
                                        "openType",
                                        "开放属性",
                                        of("opendata.open-type", "开放属性", OpenType.values(), OpenType::label))
                                .from("open_type")
                                .filtered(EQUALS),
                        Column.code("state", "状态", states(DatasetType.build())).filtered(EQUALS, IN),
                        Column.number("version", "版本").from("version_number"),
                        Column.code(
                                        "cycle",
                                        "更新周期",
                                        of("opendata.cycle", "更新周期", UpdateCycle.values(), UpdateCycle::label))
                                .filtered(EQUALS),
                        Column.moment("modified", "更新时间")
                                .from("modified_at")
                                .filtered(RANGE)
                                .sorted(),
                        Column.date("nextDue", "应更新日期").from("next_due").filtered(RANGE),
                        Column.moment("sourceChanged", "来源有新数据")
                                .from("source_changed_at")
                                .unlisted(),
                        Column.moment("created", "登记时间")
                                .from("created_at")
                                .filtered(RANGE)
                                .sorted(),
                        Column.text("identifier", "标识").filtered(EQUALS).unlisted(),
                        Column.text("resource", "信息资源代码")
                                .from("resource_code")
                                .filtered(EQUALS)
                                .unlisted(),
                        Column.text("stopReason", "停止理由").from("stop_reason").unlisted())
                .scope("unit_id", "", "")
                .order(Order.descending("created"))
                .link("办理", "/workbench/cases/{id}")
                .link("公开页面", "/open/datasets/{identifier}")
                .small()
                .build();
    }

    static RecordType applications() {
        return RecordType.of("opendata.application", "有条件开放申请")
                .label("number")
                .permissions(SERVICE)
                .columns(
                        Column.text("number", "申请编号").filtered(EQUALS),
                        Column.text("intent", "用途").from("purpose"),
                        Column.code("state", "状态", states(ServiceTypes.application()))
                                .filtered(EQUALS, IN),
                        Column.moment("applied", "提交时间")
                                .from("applied_at")
                                .filtered(RANGE)
                                .sorted(),
                        Column.moment("due", "审核期限").from("due_at"),
                        Column.date("expires", "到期日").from("expires_on").filtered(RANGE),
                        Column.text("results", "成果"))
                .scope("unit_id", "", "")
                .order(Order.descending("applied"))
                .link("办理", "/workbench/cases/{id}")
                .small()
                .build();
    }

    static RecordType corrections() {
        return RecordType.of("opendata.correction", "开放数据纠错")
                .label("number")
                .permissions(SERVICE)
                .columns(
                        Column.text("number", "编号").filtered(EQUALS),
                        Column.text("what", "问题"),
                        Column.code("state", "状态", states(ServiceTypes.correction()))
                                .filtered(EQUALS, IN),
                        Column.moment("sent", "提出时间")
                                .from("sent_at")
                                .filtered(RANGE)
                                .sorted(),
                        Column.moment("due", "答复期限").from("due_at"),
                        Column.moment("answered", "答复时间").from("answered_at"),
                        Column.text("answer", "答复"))
                .scope("unit_id", "", "")
                .order(Order.descending("sent"))
                .link("办理", "/workbench/cases/{id}")
                .small()
                .build();
    }

    static RecordType wishes() {
        return RecordType.of("opendata.wish", "开放数据需求")
                .label("title")
                .permissions(SERVICE)
                .columns(
                        Column.text("number", "编号").filtered(EQUALS),
                        Column.text("title", "想要的数据"),
                        Column.number("votes", "点赞").sorted(),
                        Column.code("state", "状态", states(ServiceTypes.wish())).filtered(EQUALS, IN),
                        Column.moment("sent", "提出时间")
                                .from("sent_at")
                                .filtered(RANGE)
                                .sorted(),
                        Column.text("answer", "答复"))
                .order(Order.descending("sent"))
                .link("办理", "/workbench/cases/{id}")
                .small()
                .build();
    }

    static RecordType reuses() {
        return RecordType.of("opendata.reuse", "开放数据利用成果")
                .label("title")
                .permissions(SERVICE)
                .columns(
                        Column.text("number", "编号").filtered(EQUALS),
                        Column.text("title", "名称"),
                        Column.text("kind", "类型"),
                        Column.code("state", "状态", states(ServiceTypes.reuse())).filtered(EQUALS, IN),
                        Column.moment("sent", "提交时间")
                                .from("sent_at")
                                .filtered(RANGE)
                                .sorted(),
                        Column.text("link", "网址"))
                .order(Order.descending("sent"))
                .link("办理", "/workbench/cases/{id}")
                .small()
                .build();
    }

    static RecordType grants() {
        return RecordType.of("opendata.grant", "公共数据授权运营")
                .source("opendata.operation_grant")
                .label("operator")
                .permissions(OPERATION)
                .columns(
                        Column.text("number", "授权编号").filtered(EQUALS),
                        Column.text("operator", "运营机构").from("operator_name"),
                        Column.text("scope", "授权范围"),
                        Column.code("state", "状态", states(OperationTypes.grant()))
                                .filtered(EQUALS, IN),
                        Column.date("publicity", "公示截止").from("publicity_to"),
                        Column.date("starts", "起始日").from("starts_on"),
                        Column.date("ends", "终止日").from("ends_on").filtered(RANGE),
                        Column.moment("created", "登记时间").from("created_at").sorted())
                .order(Order.descending("created"))
                .link("办理", "/workbench/cases/{id}")
                .link("授权和产品", "/workbench/opendata/grants/{id}")
                .small()
                .build();
    }

    static RecordType products() {
        return RecordType.of("opendata.product", "数据产品")
                .label("title")
                .permissions(OPERATION)
                .columns(
                        Column.text("registration", "登记号").filtered(EQUALS),
                        Column.text("title", "产品名称"),
                        Column.text("scene", "应用场景"),
                        Column.flag("publicInterest", "公益")
                                .from("public_interest")
                                .filtered(EQUALS),
                        Column.code(
                                        "state",
                                        "状态",
                                        Dictionary.of(
                                                "opendata.product-state", "产品状态", "SUPPLIED", "供给中", "STOPPED", "停供"))
                                .filtered(EQUALS),
                        Column.moment("registered", "登记时间")
                                .from("registered_at")
                                .filtered(RANGE)
                                .sorted(),
                        Column.text("stopReason", "停供理由").from("stop_reason").unlisted())
                .order(Order.descending("registered"))
                .small()
                .build();
    }

    static RecordType uses() {
        return RecordType.of("opendata.use", "数据产品调用")
                .source("opendata.product_call")
                .label("title")
                .permissions(OPERATION)
                .columns(
                        Column.text("title", "产品名称"),
                        Column.text("product", "产品")
                                .from("product_id")
                                .filtered(EQUALS)
                                .unlisted(),
                        Column.text("userName", "使用方"),
                        Column.text("user", "使用方标识")
                                .from("user_id")
                                .filtered(EQUALS)
                                .unlisted(),
                        Column.text("use", "用途").from("purpose"),
                        Column.money("price", "单价（元）").totalled(),
                        Column.moment("at", "调用时间").filtered(RANGE).sorted())
                .order(Order.descending("at"))
                .link("产品和账单", "/workbench/opendata/products/{product}")
                .build();
    }

    private static <T extends Enum<T>> Dictionary of(String id, String name, T[] values, Function<T, String> label) {
        Map<String, String> labels = new LinkedHashMap<>();
        for (T value : values) {
            labels.put(value.name(), label.apply(value));
        }
        return new Dictionary(id, name, labels);
    }

    private static Dictionary states(CaseType type) {
        Map<String, String> labels = new LinkedHashMap<>();
        for (CaseState state : type.states()) {
            labels.put(state.id(), state.label());
        }
        return new Dictionary(type.id() + "-state", type.name() + "状态", labels);
    }
}
