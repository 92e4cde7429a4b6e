package cn.gov.jiyuan.data.stewardship.quality;

import cn.gov.jiyuan.data.stewardship.Codes;
import cn.gov.jiyuan.platform.access.RowScope;
import cn.gov.jiyuan.platform.cases.CaseState;
import cn.gov.jiyuan.platform.cases.CaseType;
import cn.gov.jiyuan.platform.indicators.Indicator;
import cn.gov.jiyuan.platform.records.Column;
import cn.gov.jiyuan.platform.records.Dictionary;
import cn.gov.jiyuan.platform.records.Filter;
import cn.gov.jiyuan.platform.records.Mask;
import cn.gov.jiyuan.platform.records.Order;
import cn.gov.jiyuan.platform.records.RecordPermissions;
import cn.gov.jiyuan.platform.records.RecordType;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What quality gives to the engines: a type of case, five of record, two indicators of the present year. */
@Configuration(proxyBeanMethods = false)
class QualityConfiguration {
    private static final RecordPermissions PERMISSIONS = new RecordPermissions(
            "stewardship.quality.read", "stewardship.quality.export", "stewardship.quality.unmask", "");
    private static final Dictionary DIMENSIONS = Codes.of("dimension", "质量维度", Dimension.values(), Dimension::label);

    @Bean
    CaseType qualityOrderType() {
        return QualityOrderType.build();
    }

    @Bean
    RecordType qualityRuleRecords() {
        return RecordType.of("stewardship.rule", "质量规则")
                .source("stewardship.quality_rule")
                .label("title")
                .permissions(PERMISSIONS)
                .columns(
                        Column.text("code", "规则编号").filtered(Filter.EQUALS).sorted(),
                        Column.number("version", "版本"),
                        Column.text("title", "规则名称"),
                        Column.text("dataset", "数据集").filtered(Filter.EQUALS),
                        Column.reference("unit", "责任单位", "parties.unit")
                                .from("unit_id")
                                .filtered(Filter.EQUALS),
                        Column.code("dimension", "质量维度", DIMENSIONS).filtered(Filter.EQUALS, Filter.IN),
                        Column.code(
                                        "template",
                                        "规则模板",
                                        Codes.of("template", "规则模板", Template.values(), Template::label))
                                .filtered(Filter.EQUALS, Filter.IN),
                        Column.number("weight", "权重"),
                        Column.code(
                                        "severity",
                                        "严重程度",
                                        Codes.of(
                                                "severity",
                                                "严重程度",
                                                QualityRule.Severity.values(),
                                                QualityRule.Severity::label))
                                .filtered(Filter.EQUALS),
                        Column.code(
                                        "state",
                                        "状态",
                                        Codes.of(
                                                "rule-state",
                                                "规则状态",
                                                QualityRule.State.values(),
                                                QualityRule.State::label))
                                .filtered(Filter.EQUALS, Filter.IN),
                        Column.text("basis", "依据").unlisted(),
                        Column.text("proposed", "起草人").from("proposed_name").unlisted(),
                        Column.text("approved", "批准人").from("approved_name").unlisted())
                .scope("unit_id", "", "")
                .order(Order.ascending("code"))
                .small()
                .link("本数据集的质量", "/workbench/stewardship/quality/{dataset}")
                .build();
    }

    @Bean
    RecordType qualityRunRecords() {
        return RecordType.of("stewardship.run", "质量检查")
                .source("stewardship.quality_run")
                .label("dataset")
                .permissions(PERMISSIONS)
                .columns(
                        Column.text("dataset", "数据集").filtered(Filter.EQUALS),
                        Column.number("snapshot", "版本"),
                        Column.text("batchNo", "批次号").from("batch_no"),
                        Column.reference("unit", "责任单位", "parties.unit")
                                .from("unit_id")
                                .filtered(Filter.EQUALS),
                        Column.number("rows", "行数"),
                        Column.number("rules", "规则数"),
                        Column.number("failed", "未通过").from("failed_rules"),
                        Column.number("score", "质量总分"),
                        Column.moment("at", "检查时间").filtered(Filter.RANGE).sorted())
                .scope("unit_id", "", "")
                .order(Order.descending("at"))
                .link("各规则的结果", "/workbench/stewardship/quality/{dataset}")
                .build();
    }

    @Bean
    RecordType qualityResultRecords() {
        return RecordType.of("stewardship.result", "质量检查结果")
                .source("stewardship.quality_result")
                .label("title")
                .permissions(PERMISSIONS)
                .columns(
                        Column.text("dataset", "数据集").filtered(Filter.EQUALS),
                        Column.number("snapshot", "版本"),
                        Column.text("ruleCode", "规则编号").filtered(Filter.EQUALS),
                        Column.number("ruleVersion", "规则版本").unlisted(),
                        Column.text("title", "规则名称"),
                        Column.code("dimension", "质量维度", DIMENSIONS).filtered(Filter.EQUALS, Filter.IN),
                        Column.number("passed", "合格行数（分子）"),
                        Column.number("applied", "适用行数（分母）").from("total"),
                        Column.number("excluded", "不适用行数").unlisted(),
                        Column.number("weight", "权重").unlisted(),
                        Column.code(
                                        "verdict",
                                        "结论",
                                        Codes.of("verdict", "检查结论", Result.Verdict.values(), Result.Verdict::label))
                                .filtered(Filter.EQUALS, Filter.IN),
                        Column.reference("unit", "责任单位", "parties.unit")
                                .from("unit_id")
                                .filtered(Filter.EQUALS)
                                .unlisted(),
                        Column.text("explanation", "说明").unlisted(),
                        Column.moment("at", "检查时间").filtered(Filter.RANGE).sorted())
                .scope("unit_id", "", "")
                .order(Order.descending("at"))
                .link("不合格的行", "/workbench/records/stewardship.issue?result={id}")
                .build();
    }

    @Bean
    RecordType qualityIssueRecords() {
        return RecordType.of("stewardship.issue", "质量问题行")
                .source("stewardship.quality_issue")
                .label("expected")
                .permissions(PERMISSIONS)
                .columns(
                        Column.text("dataset", "数据集").filtered(Filter.EQUALS),
                        Column.text("ruleCode", "规则编号").filtered(Filter.EQUALS),
                        Column.text("result", "所属结果")
                                .from("result_id")
                                .filtered(Filter.EQUALS)
                                .unlisted(),
                        Column.personal("rowKey", "行键", Mask.ID_NUMBER),
                        Column.personal("observed", "观测值", Mask.ID_NUMBER),
                        Column.text("expected", "应为"),
                        Column.reference("unit", "责任单位", "parties.unit")
                                .from("unit_id")
                                .filtered(Filter.EQUALS)
                                .unlisted(),
                        Column.moment("at", "发现时间").filtered(Filter.RANGE).sorted())
                .scope("unit_id", "", "")
                .order(Order.descending("at"))
                .build();
    }

    @Bean
    RecordType qualityOrderRecords(CaseType qualityOrderType) {
        Map<String, String> states = new LinkedHashMap<>();
        for (CaseState state : qualityOrderType.states()) {
            states.put(state.id(), state.label());
        }
        return RecordType.of("stewardship.order", "质量工单")
                .source("stewardship.quality_order")
                .label("number")
                .permissions(new RecordPermissions("stewardship.order.read", "stewardship.order.export", "", ""))
                .columns(
                        Column.text("number", "工单编号").filtered(Filter.EQUALS),
                        Column.text("title", "规则名称"),
                        Column.text("dataset", "数据集").filtered(Filter.EQUALS),
                        Column.text("ruleCode", "规则编号").filtered(Filter.EQUALS).unlisted(),
                        Column.reference("unit", "责任单位", "parties.unit")
                                .from("unit_id")
                                .filtered(Filter.EQUALS),
                        Column.code("state", "状态", new Dictionary("stewardship.order-state", "质量工单状态", states))
                                .filtered(Filter.EQUALS, Filter.IN),
                        Column.number("failed", "不合格行数"),
                        Column.number("checked", "检查行数").from("total"),
                        Column.number("rounds", "复测次数"),
                        Column.flag("recurrent", "复发"),
                        Column.moment("opened", "派单时间")
                                .from("opened_at")
                                .filtered(Filter.RANGE)
                                .sorted(),
                        Column.moment("due", "整改期限").from("due_at"),
                        Column.moment("closed", "关闭时间").from("closed_at"))
                .scope("unit_id", "", "")
                .order(Order.descending("opened"))
                .link("工单的办理", "/workbench/cases/{id}")
                .link("不合格的行", "/workbench/records/stewardship.issue?dataset={dataset}&ruleCode={ruleCode}")
                .build();
    }

    @Bean
    RecordType qualityHeldRecords() {
        return RecordType.of("stewardship.batch", "被拦截的批次")
                .source("stewardship.held_batch")
                .label("batchNo")
                .permissions(PERMISSIONS)
                .columns(
                        Column.text("dataset", "数据集").filtered(Filter.EQUALS),
                        Column.text("batchNo", "批次号").from("batch_no"),
                        Column.number("rows", "批次行数"),
                        Column.code(
                                        "state",
                                        "状态",
                                        Codes.of(
                                                "batch-state",
                                                "批次状态",
                                                QualityHeldStore.State.values(),
                                                QualityHeldStore.State::label))
                                .filtered(Filter.EQUALS, Filter.IN),
                        Column.text("reason", "拦截原因"),
                        Column.reference("unit", "责任单位", "parties.unit").from("unit_id"),
                        Column.text("settled", "处理人").from("settled_name").unlisted(),
                        Column.text("settledReason", "处理理由").unlisted(),
                        Column.moment("at", "拦截时间").filtered(Filter.RANGE).sorted())
                .scope("unit_id", "", "")
                .order(Order.descending("at"))
                .link("处理这个批次", "/workbench/stewardship/quality/{dataset}")
                .build();
    }

    @Bean
    Indicator stewardshipRecurrence(QualityOrderStore store, Clock clock) {
        return indicator(
                "stewardship.recurrence", "本年质量问题复发率", "分母中同一规则此前已有关闭工单的工单数", "本年派出的质量工单数", "没有派单的规则不计入", scope -> {
                    long[] counts = store.recurring(scope, start(clock));
                    return new Indicator.Counts(counts[1], counts[0], 0);
                });
    }

    @Bean
    Indicator stewardshipRectified(QualityOrderStore store, Clock clock) {
        return indicator(
                "stewardship.rectified",
                "本年质量问题按时整改率",
                "分母中在整改期限内关闭的工单数",
                "本年派出、已经关闭或者整改期限已满的质量工单数",
                "尚在整改期限内的和等待复测的不计入",
                scope -> {
                    OffsetDateTime now = clock.instant().atZone(clock.getZone()).toOffsetDateTime();
                    long[] counts = store.inTime(scope, start(clock), now);
                    return new Indicator.Counts(counts[1], counts[0], 0);
                });
    }

    /** Counting within a scope of rows. */
    private interface Scoped {
        Indicator.Counts count(RowScope scope);
    }

    private static Indicator indicator(
            String id, String title, String numerator, String denominator, String exclusions, Scoped counting) {
        return new Indicator(
                id,
                title,
                "%",
                numerator,
                denominator,
                exclusions,
                "平台设计口径（S12）",
                "stewardship.order.read",
                null,
                counting::count);
    }

    private static OffsetDateTime start(Clock clock) {
        return LocalDate.now(clock)
                .withDayOfYear(1)
                .atStartOfDay(clock.getZone())
                .toOffsetDateTime();
    }
}
