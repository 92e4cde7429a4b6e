package cn.gov.jiyuan.support.items;

import cn.gov.jiyuan.contracts.items.ItemType;
import cn.gov.jiyuan.contracts.items.ProcessKind;
import cn.gov.jiyuan.contracts.items.VersionState;
import cn.gov.jiyuan.platform.records.Column;
import cn.gov.jiyuan.platform.records.Dictionary;
import cn.gov.jiyuan.platform.records.Filter;
import cn.gov.jiyuan.platform.records.Order;
import cn.gov.jiyuan.platform.records.RecordPermissions;
import cn.gov.jiyuan.platform.records.RecordType;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** The descriptor of the implementation list, for the workbench's list, filters and export. */
final class ItemRecords {
    static final Dictionary STATES = Dictionary.of(
            "items.state",
            "事项状态",
            "PREPARING",
            "编制中",
            "IN_FORCE",
            "在用",
            "SUSPENDED",
            "暂停",
            "PENDING_CANCEL",
            "待取消",
            "CANCELLED",
            "已取消");

    private ItemRecords() {}

    static RecordType items() {
        return RecordType.of("items.item", "政务服务事项")
                .permissions(new RecordPermissions("items.item.read", "items.item.export", "", ""))
                .columns(
                        Column.text("code", "实施编码")
                                .filtered(Filter.EQUALS)
                                .sorted()
                                .open(),
                        Column.text("name", "事项名称").sorted().findable().open(),
                        Column.code("type", "事项类型", types()).filtered(Filter.IN).open(),
                        Column.text("unitName", "实施主体").filtered(Filter.EQUALS).open(),
                        Column.code("processKind", "办件类型", kinds())
                                .filtered(Filter.IN)
                                .open(),
                        Column.code("standing", "状态", STATES)
                                .filtered(Filter.IN)
                                .open(),
                        Column.number("version", "在用版本").open(),
                        Column.flag("online", "网上可办").filtered(Filter.EQUALS).open(),
                        Column.flag("applicable", "可在本站申请")
                                .filtered(Filter.EQUALS)
                                .open(),
                        Column.number("uses", "近 12 个月办件")
                                .filtered(Filter.RANGE)
                                .open(),
                        Column.text("promise", "承诺时限").open(),
                        Column.number("visits", "到现场次数").filtered(Filter.RANGE).open(),
                        Column.number("materials", "材料份数")
                                .filtered(Filter.RANGE)
                                .open(),
                        Column.text("basicCode", "基本编码")
                                .filtered(Filter.EQUALS)
                                .unlisted()
                                .open(),
                        Column.date("cancelOn", "取消日期").unlisted().open(),
                        Column.date("suspendedFrom", "暂停起").unlisted().open(),
                        Column.date("suspendedTo", "恢复日").unlisted().open(),
                        Column.moment("changedAt", "变更时间").sorted().open())
                .scope("unit_id", "", "area_code")
                .order(Order.ascending("code"))
                .link("办事指南", "/items/{code}")
                .small()
                .build();
    }

    /** The basic catalogue, from which units claim. */
    static RecordType catalogue() {
        return RecordType.of("items.catalogue", "基本目录")
                .source("items.catalogue_list")
                .key("code")
                .label("name")
                .permissions(new RecordPermissions("items.catalogue.read", "items.catalogue.export", "", ""))
                .columns(
                        Column.text("code", "基本编码")
                                .filtered(Filter.EQUALS, Filter.PREFIX)
                                .sorted()
                                .open(),
                        Column.text("name", "事项名称").sorted().findable().open(),
                        Column.code("type", "事项类型", types()).filtered(Filter.IN).open(),
                        Column.code(
                                        "origin",
                                        "来源",
                                        Dictionary.of("items.origin", "目录来源", "NATION", "国家", "PROVINCE", "省"))
                                .filtered(Filter.IN)
                                .open(),
                        Column.number("claimed", "认领单位数").filtered(Filter.RANGE).open(),
                        Column.date("cancelledOn", "取消日期")
                                .filtered(Filter.EMPTY)
                                .open(),
                        Column.flag("demo", "演示数据").from("is_demo").unlisted().open())
                .scope("", "", "")
                .order(Order.ascending("code"))
                .small()
                .build();
    }

    /** Versions on their way to publication, each waiting for somebody. */
    static RecordType drafts() {
        Map<String, String> states = new LinkedHashMap<>();
        Arrays.stream(VersionState.values())
                .filter(VersionState::internal)
                .forEach(state -> states.put(state.name(), state.label()));
        return RecordType.of("items.draft", "在编和待审的事项")
                .label("name")
                .permissions(new RecordPermissions("items.draft.read", "items.draft.export", "", ""))
                .columns(
                        Column.text("name", "事项名称").findable().open(),
                        Column.code("state", "走到哪一步", new Dictionary("items.draft-state", "编制状态", states))
                                .filtered(Filter.IN)
                                .open(),
                        Column.text("unitName", "实施主体").filtered(Filter.EQUALS).open(),
                        Column.number("number", "版本").open(),
                        Column.text("editedBy", "编制人").from("edited_by_name").open(),
                        Column.moment("editedAt", "最后编辑")
                                .from("edited_at")
                                .filtered(Filter.RANGE)
                                .sorted()
                                .open(),
                        Column.text("note", "改了什么").open(),
                        Column.text("code", "实施编码")
                                .filtered(Filter.EQUALS)
                                .unlisted()
                                .open())
                .scope("unit_id", "", "area_code")
                .order(Order.ascending("editedAt"))
                .link("编制或审核", "/workbench/items/{code}/versions/{number}")
                .small()
                .build();
    }

    /** Tickets of differences with the province's system. */
    static RecordType differences() {
        return RecordType.of("items.difference", "与省系统的差异单")
                .label("name")
                .permissions(new RecordPermissions("items.difference.read", "items.difference.export", "", ""))
                .columns(
                        Column.code(
                                        "kind",
                                        "差异类型",
                                        Dictionary.of(
                                                "items.difference-kind",
                                                "差异类型",
                                                "MISSING",
                                                "本地缺",
                                                "EXTRA",
                                                "本地多",
                                                "DIFFERENT",
                                                "不一致"))
                                .filtered(Filter.IN)
                                .open(),
                        Column.text("code", "实施编码").filtered(Filter.EQUALS).open(),
                        Column.text("name", "事项名称").findable().open(),
                        Column.text("unitName", "实施主体").filtered(Filter.EQUALS).open(),
                        Column.text("detail", "差异内容").open(),
                        Column.code(
                                        "state",
                                        "状态",
                                        Dictionary.of(
                                                "items.difference-state", "差异单状态", "OPEN", "待处理", "SETTLED", "已处理"))
                                .filtered(Filter.IN)
                                .open(),
                        Column.moment("foundAt", "发现时间").sorted().open(),
                        Column.moment("settledAt", "处理时间").unlisted().open(),
                        Column.text("settledBy", "处理人").unlisted().open(),
                        Column.text("note", "处理说明").unlisted().open())
                .scope("unit_id", "", "")
                .order(Order.descending("foundAt"))
                .small()
                .build();
    }

    private static Dictionary types() {
        Map<String, String> labels = new LinkedHashMap<>();
        Arrays.stream(ItemType.values()).forEach(t -> labels.put(t.code(), t.label()));
        return new Dictionary("items.type", "事项类型", labels);
    }

    private static Dictionary kinds() {
        Map<String, String> labels = new LinkedHashMap<>();
        Arrays.stream(ProcessKind.values()).forEach(k -> labels.put(k.name(), k.label()));
        return new Dictionary("items.process-kind", "办件类型", labels);
    }
}
