package cn.gov.jiyuan.service.onestop;

import cn.gov.jiyuan.platform.cases.CaseState;
import cn.gov.jiyuan.platform.cases.CaseType;
import cn.gov.jiyuan.platform.cases.CaseView;
import cn.gov.jiyuan.platform.records.Column;
import cn.gov.jiyuan.platform.records.Dictionary;
import cn.gov.jiyuan.platform.records.Filter;
import cn.gov.jiyuan.platform.records.Order;
import cn.gov.jiyuan.platform.records.RecordType;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** The descriptor of matters, for the workbench's list, filters and export. */
final class MatterRecords {
    private static final Dictionary OUTCOMES = Dictionary.of(
            "onestop.outcome",
            "办理结果",
            "granted",
            "准予许可",
            "refused",
            "不予许可",
            "rejected",
            "不予受理",
            "withdrawn",
            "申请人撤回",
            "lapsed",
            "视为放弃",
            "terminated",
            "终止办理",
            "elsewhere",
            "不属本机关",
            "revoked",
            "许可撤销",
            "retracted",
            "许可撤回");

    private static final Dictionary RELATIONS = Dictionary.of(
            "onestop.relation",
            "代理关系",
            "LEGAL_REPRESENTATIVE",
            "法定代表人",
            "HANDLER",
            "企业经办人",
            "GUARDIAN",
            "监护人",
            "ENTRUSTED",
            "受托人");

    private MatterRecords() {}

    static RecordType matters(CaseType type) {
        return RecordType.of("onestop.matter", "政务服务办件")
                .label("number")
                .columns(
                        Column.text("number", "办件编号").filtered(Filter.EQUALS),
                        Column.text("title", "事项名称"),
                        Column.code("state", "状态", states(type)).filtered(Filter.EQUALS, Filter.IN),
                        Column.reference("unit", "承办单位", "parties.unit")
                                .from("unit_id")
                                .filtered(Filter.EQUALS),
                        Column.text("applicant", "申请人").from("applicant_masked"),
                        Column.text("agent", "代理人（经办人）").from("agent_masked"),
                        Column.code("relation", "代理关系", RELATIONS).unlisted(),
                        Column.moment("opened", "申请时间")
                                .from("opened_at")
                                .filtered(Filter.RANGE)
                                .sorted(),
                        Column.moment("accepted", "受理时间").from("accepted_at").unlisted(),
                        Column.moment("due", "最早到期时点").from("due_at"),
                        Column.code("clock", "计时", clocks()).from("clock_state"),
                        Column.moment("decided", "决定时间").from("decided_at").filtered(Filter.RANGE),
                        Column.moment("closed", "办结时间")
                                .from("closed_at")
                                .filtered(Filter.RANGE)
                                .unlisted(),
                        Column.code("outcome", "办理结果", OUTCOMES).filtered(Filter.EQUALS, Filter.IN),
                        Column.text("item", "事项实施编码")
                                .from("item_code")
                                .filtered(Filter.EQUALS)
                                .unlisted(),
                        Column.code("channel", "申请渠道", Channel.DICTIONARY).filtered(Filter.EQUALS, Filter.IN),
                        Column.code("offline", "线下渠道", Channel.DICTIONARY)
                                .filtered(Filter.EQUALS, Filter.IN, Filter.EMPTY)
                                .unlisted(),
                        Column.text("offlineStep", "线下环节").from("offline_step").unlisted(),
                        Column.flag("online", "可网办").filtered(Filter.EQUALS).unlisted(),
                        Column.flag("result", "有办理结果").filtered(Filter.EQUALS).unlisted(),
                        Column.flag("late", "超期决定").filtered(Filter.EQUALS).unlisted(),
                        Column.flag("archived", "已归档").filtered(Filter.EQUALS).unlisted(),
                        Column.text("area", "办理地区划").from("area_code").unlisted())
                .scope("unit_id", "applicant_id", "area_code")
                .order(Order.descending("opened"))
                .link("办件", "/workbench/cases/{id}")
                .build();
    }

    private static Dictionary states(CaseType type) {
        Map<String, String> labels = new LinkedHashMap<>();
        for (CaseState state : type.states()) {
            labels.put(state.id(), state.label());
        }
        return new Dictionary("onestop.state", "办件状态", labels);
    }

    private static Dictionary clocks() {
        Map<String, String> labels = new LinkedHashMap<>();
        Arrays.stream(CaseView.ClockState.values()).forEach(state -> labels.put(state.name(), state.label()));
        return new Dictionary("cases.clock-state", "计时状态", labels);
    }
}
