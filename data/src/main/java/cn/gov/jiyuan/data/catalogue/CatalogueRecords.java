package cn.gov.jiyuan.data.catalogue;

import cn.gov.jiyuan.contracts.catalogue.OpenType;
import cn.gov.jiyuan.contracts.catalogue.SharingType;
import cn.gov.jiyuan.contracts.catalogue.UpdateCycle;
import cn.gov.jiyuan.platform.cases.CaseState;
import cn.gov.jiyuan.platform.cases.CaseType;
import cn.gov.jiyuan.platform.records.Column;
import cn.gov.jiyuan.platform.records.Dictionary;
import cn.gov.jiyuan.platform.records.Filter;
import cn.gov.jiyuan.platform.records.Order;
import cn.gov.jiyuan.platform.records.RecordType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** The descriptors of entries, items and units, for lists, filters, export and drill-down. */
final class CatalogueRecords {
    private CatalogueRecords() {}

    static RecordType resources() {
        return RecordType.of("catalogue.resource", "政务信息资源")
                .columns(
                        Column.text("code", "信息资源代码")
                                .filtered(Filter.EQUALS, Filter.PREFIX)
                                .sorted(),
                        Column.text("name", "信息资源名称").filtered(Filter.CONTAINS).findable(),
                        Column.reference("unit", "提供方", "parties.unit")
                                .from("unit_id")
                                .filtered(Filter.EQUALS),
                        Column.code(
                                        "classRoot",
                                        "类",
                                        Dictionary.of(
                                                "catalogue.class-root",
                                                "信息资源类",
                                                "1",
                                                "基础信息资源",
                                                "2",
                                                "主题信息资源",
                                                "3",
                                                "部门信息资源"))
                                .filtered(Filter.EQUALS, Filter.IN),
                        Column.code(
                                        "sharing",
                                        "共享类型",
                                        of("catalogue.sharing", "共享类型", SharingType.values(), SharingType::label))
                                .filtered(Filter.EQUALS, Filter.IN, Filter.EMPTY),
                        Column.code("open", "开放属性", of("catalogue.open", "开放属性", OpenType.values(), OpenType::label))
                                .filtered(Filter.EQUALS, Filter.IN),
                        Column.code(
                                        "cycle",
                                        "更新周期",
                                        of("catalogue.cycle", "更新周期", UpdateCycle.values(), UpdateCycle::label))
                                .filtered(Filter.EQUALS, Filter.IN),
                        Column.code("state", "状态", states()).filtered(Filter.EQUALS, Filter.IN),
                        Column.number("version", "发布版本").filtered(Filter.RANGE),
                        Column.code(
                                        "mounting",
                                        "挂接",
                                        of("catalogue.mounting", "挂接情况", Mounting.values(), Mounting::label))
                                .filtered(Filter.EQUALS, Filter.IN),
                        Column.code("light", "更新灯", of("catalogue.light", "更新灯", Light.values(), Light::label))
                                .filtered(Filter.EQUALS, Filter.IN),
                        Column.flag("complete", "元数据完整").filtered(Filter.EQUALS),
                        Column.flag("living", "在册").filtered(Filter.EQUALS).unlisted(),
                        Column.flag("dueMounting", "应挂接")
                                .filtered(Filter.EQUALS)
                                .unlisted(),
                        Column.number("filled", "核心元数据（满 13）").sorted(),
                        Column.text("missing", "缺少的元数据"),
                        Column.number("items", "信息项").totalled(),
                        Column.moment("lastBatch", "最近数据").from("last_batch_at").unlisted(),
                        Column.date("published", "发布日期")
                                .from("published_on")
                                .filtered(Filter.RANGE)
                                .sorted(),
                        Column.code("origin", "来源", of("catalogue.origin", "目录来源", Origin.values(), Origin::label))
                                .filtered(Filter.EQUALS, Filter.IN),
                        Column.text("originBatch", "来源批次").filtered(Filter.EQUALS),
                        Column.text("classCode", "分类代码")
                                .filtered(Filter.EQUALS, Filter.PREFIX)
                                .unlisted(),
                        Column.text("summary", "信息资源摘要").findable().unlisted(),
                        Column.code(
                                        "resourceFormat",
                                        "信息资源格式",
                                        of("catalogue.format", "信息资源格式", FormatKind.values(), FormatKind::label))
                                .from("format")
                                .unlisted(),
                        Column.text("sharingCondition", "共享条件").unlisted(),
                        Column.code(
                                        "basisKind",
                                        "不予共享依据类别",
                                        of("catalogue.basis-kind", "不予共享依据类别", BasisKind.values(), BasisKind::label))
                                .unlisted(),
                        Column.text("refusalBasis", "不予共享依据").unlisted(),
                        Column.code(
                                        "sharingMode",
                                        "共享方式",
                                        of("catalogue.sharing-mode", "共享方式", SharingMode.values(), SharingMode::label))
                                .unlisted(),
                        Column.text("openCondition", "开放条件").unlisted(),
                        Column.text("providerUscc", "提供方代码").unlisted(),
                        Column.text("related", "关联资源代码").unlisted(),
                        Column.text("dataset", "数据集").filtered(Filter.EQUALS).unlisted(),
                        Column.moment("changed", "最近变更")
                                .from("changed_at")
                                .sorted()
                                .unlisted())
                .scope("unit_id", "", "area_code")
                .order(Order.ascending("code"))
                .small()
                .link("打开目录", "/workbench/catalogue/{id}")
                .link("信息项", "/workbench/records/catalogue.item?code={code}")
                .build();
    }

    static RecordType items() {
        return RecordType.of("catalogue.item", "信息项")
                .label("title")
                .columns(
                        Column.text("title", "信息项名称")
                                .filtered(Filter.EQUALS, Filter.CONTAINS)
                                .findable()
                                .sorted(),
                        Column.text("name", "英文名").filtered(Filter.EQUALS),
                        Column.text("code", "信息资源代码").filtered(Filter.EQUALS).sorted(),
                        Column.text("resourceName", "信息资源名称"),
                        Column.reference("unit", "提供方", "parties.unit")
                                .from("unit_id")
                                .filtered(Filter.EQUALS),
                        Column.code(
                                        "type",
                                        "数据类型",
                                        of("catalogue.item-type", "信息项数据类型", ItemType.values(), ItemType::label))
                                .filtered(Filter.EQUALS, Filter.IN),
                        Column.number("length", "长度"),
                        Column.flag("key", "主键").from("is_key"),
                        Column.flag("optional", "可空").from("is_optional"),
                        Column.text("element", "标准数据元").filtered(Filter.EQUALS, Filter.EMPTY),
                        Column.number("level", "数据级别").filtered(Filter.RANGE),
                        Column.flag("personal", "个人信息").filtered(Filter.EQUALS),
                        Column.number("position", "序号").unlisted(),
                        Column.text("resource", "资源").from("resource_id").unlisted())
                .scope("unit_id", "", "")
                .order(Order.ascending("code"))
                .small()
                .link("打开目录", "/workbench/catalogue/{resource}")
                .build();
    }

    static RecordType units() {
        String list = "/workbench/records/catalogue.resource?living=true&unit={unit}";
        return RecordType.of("catalogue.unit", "部门目录情况")
                .source("catalogue.unit_tally")
                .label("unitName")
                .columns(
                        Column.text("unitName", "部门").sorted(),
                        Column.reference("unit", "部门（机构）", "parties.unit")
                                .from("unit_id")
                                .filtered(Filter.EQUALS)
                                .unlisted(),
                        Column.number("entries", "目录数").from("total").sorted().totalled(),
                        Column.number("published", "已发布").totalled(),
                        Column.number("complete", "元数据完整").totalled(),
                        Column.number("incomplete", "元数据不完整").totalled(),
                        Column.number("completeRate", "完整率（%）").sorted(),
                        Column.number("dueMounting", "应挂接").totalled(),
                        Column.number("mounted", "已挂接").totalled(),
                        Column.number("mountedRate", "挂接率（%）").sorted(),
                        Column.number("differing", "挂接不一致").totalled(),
                        Column.number("yellow", "黄灯").totalled(),
                        Column.number("red", "红灯").sorted().totalled(),
                        Column.number("overdueReturns", "普查逾期").sorted().totalled(),
                        Column.number("reminders", "普查催办").totalled())
                .scope("unit_id", "", "area_code")
                .order(Order.descending("entries"))
                .link("全部目录", list)
                .link("元数据不完整的目录", list + "&complete=false")
                .link("红灯的目录", list + "&light=RED")
                .build();
    }

    static RecordType orders(CaseType type) {
        return RecordType.of("catalogue.order", "目录工单")
                .source("catalogue.work_order")
                .label("title")
                .columns(
                        Column.text("title", "事由"),
                        Column.text("number", "工单编号").filtered(Filter.EQUALS),
                        Column.code(
                                        "kind",
                                        "类别",
                                        Dictionary.of(
                                                "catalogue.order-kind", "目录工单类别", "LAG", "数据逾期未更新", "CENSUS", "普查漏报"))
                                .filtered(Filter.EQUALS),
                        Column.reference("unit", "责任部门", "parties.unit")
                                .from("unit_id")
                                .filtered(Filter.EQUALS),
                        Column.code("state", "状态", states(type, "catalogue.order-state", "目录工单状态"))
                                .filtered(Filter.EQUALS, Filter.IN),
                        Column.moment("opened", "派发时间")
                                .from("opened_at")
                                .filtered(Filter.RANGE)
                                .sorted(),
                        Column.moment("due", "处理期限").from("due_at"),
                        Column.moment("closed", "办结时间").from("closed_at"),
                        Column.text("what", "内容").unlisted(),
                        Column.text("code", "资源或者批次").filtered(Filter.EQUALS))
                .scope("unit_id", "", "area_code")
                .order(Order.descending("opened"))
                .link("工单的办理", "/workbench/cases/{id}")
                .build();
    }

    static RecordType rounds() {
        return RecordType.of("catalogue.round", "普查批次")
                .source("catalogue.census_round")
                .label("title")
                .columns(
                        Column.text("number", "批次号").filtered(Filter.EQUALS).sorted(),
                        Column.text("title", "普查名称"),
                        Column.text("scope", "范围"),
                        Column.date("due", "填报期限").from("due_on").sorted(),
                        Column.text("openedBy", "发起人").from("opened_name"),
                        Column.moment("opened", "发起时间").from("opened_at"))
                .order(Order.descending("number"))
                .small()
                .link("各部门填报", "/workbench/records/catalogue.return?round={number}")
                .link("新增的目录", "/workbench/records/catalogue.resource?originBatch={number}")
                .build();
    }

    static RecordType returns(CaseType type) {
        return RecordType.of("catalogue.return", "普查填报")
                .source("catalogue.census_return")
                .label("unitName")
                .columns(
                        Column.text("round", "批次号").from("round_number").filtered(Filter.EQUALS),
                        Column.text("unitName", "填报单位"),
                        Column.reference("unit", "填报单位（机构）", "parties.unit")
                                .from("unit_id")
                                .filtered(Filter.EQUALS)
                                .unlisted(),
                        Column.code("state", "状态", states(type, "catalogue.return-state", "普查填报状态"))
                                .filtered(Filter.EQUALS, Filter.IN),
                        Column.date("due", "填报期限").from("due_on").sorted(),
                        Column.number("reported", "填报库表").totalled(),
                        Column.number("scanned", "扫描库表").totalled(),
                        Column.number("missed", "漏报").sorted().totalled(),
                        Column.number("proposed", "拟新增").totalled(),
                        Column.number("added", "获批新增").totalled(),
                        Column.flag("overdue", "逾期").filtered(Filter.EQUALS),
                        Column.number("reminders", "催办次数"),
                        Column.moment("submitted", "提交时间").from("submitted_at"),
                        Column.text("filledBy", "填报人").from("filled_name"),
                        Column.text("confirmedBy", "确认人").from("confirmed_name"),
                        Column.text("note", "填报说明").unlisted())
                .scope("unit_id", "", "area_code")
                .order(Order.descending("due"))
                .small()
                .link("填报和办理", "/workbench/catalogue/returns/{id}")
                .link("库表", "/workbench/records/catalogue.table?return={id}")
                .build();
    }

    static RecordType tables() {
        return RecordType.of("catalogue.table", "普查库表")
                .source("catalogue.census_table")
                .columns(
                        Column.text("name", "库表名"),
                        Column.text("title", "中文名"),
                        Column.text("system", "业务系统"),
                        Column.text("round", "批次号").from("round_number").filtered(Filter.EQUALS),
                        Column.reference("unit", "单位", "parties.unit")
                                .from("unit_id")
                                .filtered(Filter.EQUALS),
                        Column.number("rows", "数据量（行）"),
                        Column.flag("reported", "已填报").filtered(Filter.EQUALS),
                        Column.flag("scanned", "扫描到").filtered(Filter.EQUALS),
                        Column.flag("missed", "漏报").filtered(Filter.EQUALS),
                        Column.code(
                                        "disposition",
                                        "结论",
                                        of("catalogue.disposition", "普查结论", Disposition.values(), Disposition::label))
                                .filtered(Filter.EQUALS, Filter.IN),
                        Column.text("resourceCode", "信息资源代码").filtered(Filter.EQUALS),
                        Column.text("return", "填报")
                                .from("return_id")
                                .filtered(Filter.EQUALS)
                                .unlisted())
                .scope("unit_id", "", "")
                .order(Order.ascending("name"))
                .small()
                .link("填报", "/workbench/catalogue/returns/{return}")
                .build();
    }

    private static Dictionary states() {
        Map<String, String> labels = new LinkedHashMap<>();
        for (ResourceState state : ResourceState.values()) {
            labels.put(state.id(), state.label());
        }
        return new Dictionary("catalogue.state", "目录状态", labels);
    }

    private static Dictionary states(CaseType type, String id, String name) {
        Map<String, String> labels = new LinkedHashMap<>();
        for (CaseState state : type.states()) {
            labels.put(state.id(), state.label());
        }
        return new Dictionary(id, name, labels);
    }

    private static <T extends Enum<T>> Dictionary of(String id, String name, T[] values, Function<T, String> label) {
        Map<String, String> labels = new LinkedHashMap<>();
        for (T value : values) {
            labels.put(value.name(), label.apply(value));
        }
        return new Dictionary(id, name, labels);
    }
}
