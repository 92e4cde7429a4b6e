package cn.gov.jiyuan.data.themes;

import cn.gov.jiyuan.platform.records.Column;
import cn.gov.jiyuan.platform.records.Dictionary;
import cn.gov.jiyuan.platform.records.Filter;
import cn.gov.jiyuan.platform.records.Order;
import cn.gov.jiyuan.platform.records.RecordPermissions;
import cn.gov.jiyuan.platform.records.RecordType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the themes give to the engine of records: meanings with their versions, workspaces and jobs. */
@Configuration(proxyBeanMethods = false)
class ThemesConfiguration {
    private static final RecordPermissions SPACE =
            new RecordPermissions("themes.workspace.read", "themes.workspace.export", "", "");

    @Bean
    RecordType themeMeanings() {
        return RecordType.of("themes.meaning", "指标口径")
                .label("title")
                .columns(
                        Column.text("title", "指标").filtered(Filter.EQUALS).sorted(),
                        Column.text("topic", "主题库").filtered(Filter.EQUALS).unlisted(),
                        Column.text("indicator", "指标代码").filtered(Filter.EQUALS).unlisted(),
                        Column.number("version", "版本"),
                        Column.date("from", "施行日期").from("effective_from"),
                        Column.text("numeratorText", "分子"),
                        Column.text("denominatorText", "分母"),
                        Column.text("exclusionsText", "不计入").unlisted(),
                        Column.text("numerator", "分子表达式").unlisted(),
                        Column.text("denominator", "分母表达式").unlisted(),
                        Column.text("excluded", "剔除表达式").unlisted(),
                        Column.text("basis", "依据"),
                        Column.code(
                                        "state",
                                        "状态",
                                        Dictionary.of("themes.meaning-state", "口径状态", "DRAFT", "草稿", "APPROVED", "已批准"))
                                .filtered(Filter.EQUALS),
                        Column.text("drafted", "起草人").from("drafted_name").unlisted(),
                        Column.text("approved", "批准人").from("approved_name").unlisted())
                .order(Order.ascending("title"))
                .link("指标", "/workbench/themes/{topic}?figure={indicator}")
                .small()
                .build();
    }

    @Bean
    RecordType themeWorkspaces() {
        return RecordType.of("themes.workspace", "分析空间")
                .label("title")
                .permissions(SPACE)
                .columns(
                        Column.text("title", "名称"),
                        Column.text("use", "用途").from("purpose"),
                        Column.code(
                                        "masking",
                                        "脱敏级",
                                        Dictionary.of(
                                                "themes.masking",
                                                "脱敏级",
                                                "DETAIL",
                                                "明细",
                                                "MASKED",
                                                "标识脱敏",
                                                "AGGREGATE",
                                                "只见汇总"))
                                .filtered(Filter.EQUALS),
                        Column.code(
                                        "state",
                                        "状态",
                                        Dictionary.of(
                                                "themes.workspace-state",
                                                "分析空间状态",
                                                "REQUESTED",
                                                "待批",
                                                "OPEN",
                                                "开放",
                                                "REFUSED",
                                                "未获批准",
                                                "CLOSED",
                                                "已关闭"))
                                .filtered(Filter.EQUALS, Filter.IN),
                        Column.date("starts", "起"),
                        Column.date("ends", "止"),
                        Column.reference("unit", "申请单位", "parties.unit")
                                .from("unit_id")
                                .filtered(Filter.EQUALS),
                        Column.text("owner", "申请人").from("owner_name"),
                        Column.moment("made", "申请时间")
                                .from("made_at")
                                .filtered(Filter.RANGE)
                                .sorted(),
                        Column.text("decided", "审批人").from("decided_name").unlisted(),
                        Column.text("opinion", "审批意见").unlisted())
                .scope("unit_id", "", "")
                .order(Order.descending("made"))
                .build();
    }

    @Bean
    RecordType themeJobs() {
        return RecordType.of("themes.job", "分析任务")
                .source("themes.mining_job")
                .label("title")
                .permissions(SPACE)
                .columns(
                        Column.text("title", "名称"),
                        Column.code(
                                        "algorithm",
                                        "算法",
                                        Dictionary.of(
                                                "themes.algorithm",
                                                "算法",
                                                "CROSS_TABLE",
                                                "交叉表",
                                                "K_MEANS",
                                                "聚类",
                                                "HOLT_WINTERS",
                                                "时序预测"))
                                .filtered(Filter.EQUALS),
                        Column.text("dataset", "数据集"),
                        Column.number("snapshot", "快照"),
                        Column.code(
                                        "state",
                                        "状态",
                                        Dictionary.of(
                                                "themes.job-state",
                                                "分析任务状态",
                                                "QUEUED",
                                                "执行中",
                                                "DONE",
                                                "完成",
                                                "FAILED",
                                                "失败"))
                                .filtered(Filter.EQUALS),
                        Column.text("digest", "结果摘要").unlisted(),
                        Column.text("problem", "失败的原因").unlisted(),
                        Column.reference("unit", "单位", "parties.unit")
                                .from("unit_id")
                                .filtered(Filter.EQUALS),
                        Column.text("by", "提交人").from("by_name"),
                        Column.moment("submitted", "提交时间")
                                .from("submitted_at")
                                .filtered(Filter.RANGE)
                                .sorted(),
                        Column.moment("ended", "完成时间").from("ended_at").unlisted())
                .scope("unit_id", "", "")
                .order(Order.descending("submitted"))
                .build();
    }
}
