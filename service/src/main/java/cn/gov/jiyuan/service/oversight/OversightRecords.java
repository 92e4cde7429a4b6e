package cn.gov.jiyuan.service.oversight;

import cn.gov.jiyuan.platform.cases.CaseState;
import cn.gov.jiyuan.platform.cases.CaseType;
import cn.gov.jiyuan.platform.parties.Unit;
import cn.gov.jiyuan.platform.records.Column;
import cn.gov.jiyuan.platform.records.Dictionary;
import cn.gov.jiyuan.platform.records.Filter;
import cn.gov.jiyuan.platform.records.Order;
import cn.gov.jiyuan.platform.records.RecordPermissions;
import cn.gov.jiyuan.platform.records.RecordType;
import cn.gov.jiyuan.platform.records.VersionRows;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** The descriptors of cards, rules and scores, for lists, filters and export. */
final class OversightRecords {
    private static final Dictionary LEVELS = of("oversight.level", "预警类型", Level.values(), Level::label);

    private OversightRecords() {}

    static RecordType cards(CaseType type) {
        return RecordType.of("oversight.card", "监察记录")
                .label("number")
                .columns(
                        Column.text("number", "监察编号").filtered(Filter.EQUALS),
                        Column.code("level", "预警类型", LEVELS).filtered(Filter.EQUALS, Filter.IN),
                        Column.text("ruleCode", "规则编号")
                                .filtered(Filter.EQUALS, Filter.IN)
                                .unlisted(),
                        Column.text("ruleTitle", "规则"),
                        Column.number("ruleVersion", "规则版本").unlisted(),
                        Column.text("matterNumber", "办件编号").filtered(Filter.EQUALS),
                        Column.text("matterTitle", "事项"),
                        Column.reference("unit", "责任部门", "parties.unit")
                                .from("unit_id")
                                .filtered(Filter.EQUALS),
                        Column.code("state", "状态", states(type, "oversight.state", "监察记录状态"))
                                .filtered(Filter.EQUALS, Filter.IN),
                        Column.number("score", "扣分"),
                        Column.flag("counted", "计分").filtered(Filter.EQUALS),
                        Column.moment("issued", "发出时间")
                                .from("issued_at")
                                .filtered(Filter.RANGE)
                                .sorted(),
                        Column.moment("violated", "违规时点").from("violated_at").unlisted(),
                        Column.text("what", "督办内容").unlisted(),
                        Column.moment("explainDue", "说明期限").unlisted(),
                        Column.moment("explained", "说明时间").from("explained_at").unlisted(),
                        Column.flag("explainedInTime", "按时说明")
                                .filtered(Filter.EQUALS)
                                .unlisted(),
                        Column.text("explanation", "说明").unlisted(),
                        Column.text("result", "结果描述").unlisted(),
                        Column.moment("ended", "结束时间").from("ended_at").unlisted(),
                        Column.text("subject", "所监察的办件").from("subject_id").unlisted(),
                        Column.text("stage", "环节").unlisted())
                .scope("unit_id", "", "area_code")
                .order(Order.descending("issued"))
                .versions(new VersionRows("oversight.card_version", "card_id", "version", "at", "by_name"))
                .link("监察记录的办理", "/workbench/cases/{id}")
                .link("所监察的办件", "/workbench/cases/{subject}")
                .build();
    }

    /** Units called in, each a case of its own. */
    static RecordType talks(CaseType type) {
        return RecordType.of("oversight.talk", "监察约谈")
                .label("title")
                .permissions(new RecordPermissions("oversight.card.read", "oversight.card.export", "", ""))
                .columns(
                        Column.text("title", "事由"),
                        Column.reference("unit", "被约谈单位", "parties.unit")
                                .from("unit_id")
                                .filtered(Filter.EQUALS),
                        Column.code("state", "状态", states(type, "oversight.talk-state", "监察约谈状态"))
                                .filtered(Filter.EQUALS, Filter.IN),
                        Column.moment("opened", "建立时间")
                                .from("opened_at")
                                .filtered(Filter.RANGE)
                                .sorted(),
                        Column.moment("closed", "办结时间").from("closed_at"),
                        Column.text("number", "编号").filtered(Filter.EQUALS).unlisted())
                .scope("unit_id", "", "area_code")
                .order(Order.descending("opened"))
                .link("约谈的办理", "/workbench/cases/{id}")
                .build();
    }

    static RecordType rules() {
        return RecordType.of("oversight.rule", "监察规则")
                .label("title")
                .columns(
                        Column.text("code", "规则编号").filtered(Filter.EQUALS).sorted(),
                        Column.number("version", "版本"),
                        Column.text("title", "规则名称"),
                        Column.code("level", "预警类型", LEVELS).filtered(Filter.EQUALS, Filter.IN),
                        Column.number("score", "扣分"),
                        Column.code(
                                "detector",
                                "判定方法",
                                of("oversight.detector", "判定方法", Detector.values(), Detector::label)),
                        Column.number("threshold", "阈值"),
                        Column.flag("enabled", "启用").filtered(Filter.EQUALS),
                        Column.date("from", "施行日期").from("effective_from"),
                        Column.code(
                                        "state",
                                        "状态",
                                        Dictionary.of("oversight.rule-state", "规则状态", "DRAFT", "草稿", "APPROVED", "已批准"))
                                .filtered(Filter.EQUALS),
                        Column.text("basis", "依据").unlisted(),
                        Column.text("remark", "说明"),
                        Column.text("proposed", "起草人").from("proposed_name").unlisted(),
                        Column.text("approved", "批准人").from("approved_name").unlisted())
                .order(Order.ascending("code"))
                .small()
                .build();
    }

    static RecordType scores() {
        return RecordType.of("oversight.score", "效能分")
                .source("oversight.score_list")
                .label("period")
                .columns(
                        Column.text("period", "期间").filtered(Filter.EQUALS).sorted(),
                        Column.code(
                                        "periodKind",
                                        "期间类别",
                                        of("oversight.period", "期间类别", Period.Kind.values(), Period.Kind::label))
                                .filtered(Filter.EQUALS),
                        Column.reference("unit", "单位", "parties.unit")
                                .from("unit_id")
                                .filtered(Filter.EQUALS),
                        Column.code(
                                        "unitKind",
                                        "单位类别",
                                        of("parties.unit-kind", "单位类别", Unit.Kind.values(), Unit.Kind::label))
                                .filtered(Filter.EQUALS),
                        Column.number("score", "效能分").sorted(),
                        Column.number("place", "名次"),
                        Column.number("peers", "同类单位数"),
                        Column.number("yellow", "黄牌"),
                        Column.number("red", "红牌"),
                        Column.number("deduction", "牌扣分"),
                        Column.number("decided", "办件数"),
                        Column.number("late", "超期数"),
                        Column.number("overdueCost", "超期扣分"),
                        Column.number("bonus", "提速奖励"),
                        Column.text("formula", "计算过程").unlisted(),
                        Column.date("starts", "首日").unlisted(),
                        Column.date("ends", "末日").unlisted(),
                        Column.moment("computed", "计算时间").from("computed_at").unlisted())
                .scope("unit_id", "", "")
                .order(Order.descending("period"))
                .link("计分的牌", "/workbench/records/oversight.card?unit={unit}&counted=true&issued={starts}..{ends}")
                .link("本期名次", "/workbench/records/oversight.score?period={period}&sort=-score")
                .build();
    }

    private static <T extends Enum<T>> Dictionary of(String id, String name, T[] values, Function<T, String> label) {
        Map<String, String> labels = new LinkedHashMap<>();
        for (T value : values) {
            labels.put(value.name(), label.apply(value));
        }
        return new Dictionary(id, name, labels);
    }

    private static Dictionary states(CaseType type, String id, String name) {
        Map<String, String> labels = new LinkedHashMap<>();
        for (CaseState state : type.states()) {
            labels.put(state.id(), state.label());
        }
        return new Dictionary(id, name, labels);
    }
}
