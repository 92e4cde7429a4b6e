package cn.gov.jiyuan.data.stewardship.crosscheck;

import cn.gov.jiyuan.data.stewardship.Codes;
import cn.gov.jiyuan.platform.cases.CaseState;
import cn.gov.jiyuan.platform.cases.CaseType;
import cn.gov.jiyuan.platform.records.Column;
import cn.gov.jiyuan.platform.records.Dictionary;
import cn.gov.jiyuan.platform.records.Filter;
import cn.gov.jiyuan.platform.records.Mask;
import cn.gov.jiyuan.platform.records.Order;
import cn.gov.jiyuan.platform.records.RecordPermissions;
import cn.gov.jiyuan.platform.records.RecordType;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A type of case and the lists. */
@Configuration(proxyBeanMethods = false)
class CrossCheckConfiguration {
    private static final RecordPermissions PERMISSIONS = new RecordPermissions(
            "stewardship.crosscheck.read", "stewardship.crosscheck.export", "stewardship.crosscheck.unmask", "");

    @Bean
    CaseType correctionTicketType() {
        return CorrectionType.build();
    }

    @Bean
    RecordType authorityRecords() {
        return RecordType.of("stewardship.authority", "一数一源")
                .label("title")
                .permissions(PERMISSIONS)
                .columns(
                        Column.text("title", "数据项"),
                        Column.text("item", "标识").filtered(Filter.EQUALS).sorted(),
                        Column.reference("unit", "数源部门", "parties.unit")
                                .from("unit_id")
                                .filtered(Filter.EQUALS),
                        Column.text("dataset", "数源数据集").filtered(Filter.EQUALS),
                        Column.text("valueColumn", "列"),
                        Column.text("codeTable", "代码表"),
                        Column.text("basis", "依据"),
                        Column.date("from", "生效日期").from("valid_from"),
                        Column.date("to", "失效日期").from("valid_to"))
                .order(Order.ascending("item"))
                .small()
                .link("数源的登记和校核", "/workbench/stewardship/items/{item}")
                .build();
    }

    @Bean
    RecordType authorityProposalRecords() {
        return RecordType.of("stewardship.proposal", "数源提请")
                .source("stewardship.authority_proposal")
                .label("title")
                .permissions(PERMISSIONS)
                .columns(
                        Column.text("title", "数据项"),
                        Column.text("item", "标识").filtered(Filter.EQUALS),
                        Column.reference("unit", "提请部门", "parties.unit")
                                .from("unit_id")
                                .filtered(Filter.EQUALS),
                        Column.text("dataset", "数据集").filtered(Filter.EQUALS),
                        Column.text("basis", "依据"),
                        Column.date("from", "拟生效日期").from("valid_from"),
                        Column.code(
                                        "state",
                                        "状态",
                                        Codes.of(
                                                "proposal-state",
                                                "数源提请状态",
                                                Proposal.State.values(),
                                                Proposal.State::label))
                                .filtered(Filter.EQUALS, Filter.IN),
                        Column.text("reason", "理由").unlisted(),
                        Column.text("decision", "裁定理由").unlisted(),
                        Column.text("by", "提请人").from("by_name"),
                        Column.text("decidedBy", "裁定人").from("decided_name"),
                        Column.moment("at", "提请时间").filtered(Filter.RANGE).sorted())
                .scope("unit_id", "", "")
                .order(Order.descending("at"))
                .small()
                .link("裁定和现行数源", "/workbench/stewardship/items/{item}")
                .build();
    }

    @Bean
    RecordType witnessRecords() {
        return RecordType.of("stewardship.witness", "校核来源")
                .label("item")
                .permissions(PERMISSIONS)
                .columns(
                        Column.text("item", "数据项标识").filtered(Filter.EQUALS).sorted(),
                        Column.reference("unit", "来源部门", "parties.unit")
                                .from("unit_id")
                                .filtered(Filter.EQUALS),
                        Column.text("dataset", "数据集").filtered(Filter.EQUALS),
                        Column.text("keyColumn", "主体标识列"),
                        Column.text("valueColumn", "列"))
                .order(Order.ascending("item"))
                .small()
                .build();
    }

    @Bean
    RecordType crossCheckRecords() {
        return RecordType.of("stewardship.check", "多元校核")
                .source("stewardship.crosscheck_run")
                .label("title")
                .permissions(PERMISSIONS)
                .columns(
                        Column.text("title", "数据项"),
                        Column.text("item", "标识").filtered(Filter.EQUALS),
                        Column.reference("unit", "数源部门", "parties.unit").from("unit_id"),
                        Column.number("subjects", "主体数"),
                        Column.number("comparable", "可比主体数"),
                        Column.number("agreeing", "一致"),
                        Column.number("conflicting", "不一致"),
                        Column.number("filled", "按可信度补值"),
                        Column.number("tied", "并列转人工"),
                        Column.moment("at", "校核时间").filtered(Filter.RANGE).sorted())
                .scope("unit_id", "", "")
                .order(Order.descending("at"))
                .link("发现的不一致", "/workbench/records/stewardship.finding?item={item}")
                .build();
    }

    @Bean
    RecordType findingRecords(CaseType correctionTicketType) {
        Map<String, String> states = new LinkedHashMap<>();
        for (CaseState state : correctionTicketType.states()) {
            states.put(state.id(), state.label());
        }
        return RecordType.of("stewardship.finding", "校核工单")
                .label("number")
                .permissions(PERMISSIONS)
                .columns(
                        Column.text("number", "工单编号").filtered(Filter.EQUALS),
                        Column.text("title", "数据项"),
                        Column.text("item", "标识").filtered(Filter.EQUALS).unlisted(),
                        Column.reference("unit", "数源部门", "parties.unit")
                                .from("unit_id")
                                .filtered(Filter.EQUALS),
                        Column.personal("subject", "主体", Mask.ID_NUMBER).blind("subject_blind", FindingStore.BLIND),
                        Column.personal("otherValues", "各来源的值", Mask.ALL),
                        Column.personal("golden", "暂取的可信值", Mask.ALL),
                        Column.number("confidence", "可信度"),
                        Column.code(
                                "kind",
                                "类别",
                                Codes.of("finding-kind", "校核发现", Finding.Kind.values(), Finding.Kind::label)),
                        Column.code(
                                "conclusion",
                                "结论",
                                Codes.of("conclusion", "校核结论", Finding.Conclusion.values(), Finding.Conclusion::label)),
                        Column.code("state", "状态", new Dictionary("stewardship.ticket-state", "校核工单状态", states))
                                .filtered(Filter.EQUALS, Filter.IN),
                        Column.moment("opened", "发现时间")
                                .from("opened_at")
                                .filtered(Filter.RANGE)
                                .sorted(),
                        Column.moment("closed", "办结时间").from("closed_at"))
                .scope("unit_id", "", "")
                .order(Order.descending("opened"))
                .link("工单的办理", "/workbench/cases/{id}")
                .build();
    }
}
