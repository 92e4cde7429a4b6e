package cn.gov.jiyuan.service.reviews;

import cn.gov.jiyuan.platform.cases.CaseState;
import cn.gov.jiyuan.platform.cases.CaseType;
import cn.gov.jiyuan.platform.records.Column;
import cn.gov.jiyuan.platform.records.Dictionary;
import cn.gov.jiyuan.platform.records.Filter;
import cn.gov.jiyuan.platform.records.Order;
import cn.gov.jiyuan.platform.records.RecordType;
import java.util.LinkedHashMap;
import java.util.Map;

/** The lists of ratings and of bad reviews under way. */
final class ReviewRecords {
    private static final Dictionary DEGREES =
            Dictionary.of("reviews.satisfaction", "满意度", "1", "非常满意", "2", "满意", "3", "基本满意", "4", "不满意", "5", "非常不满意");
    private static final Dictionary CHANNELS = Dictionary.of(
            "reviews.channel",
            "评价渠道",
            "1",
            "PC 端",
            "2",
            "移动服务端",
            "3",
            "二维码",
            "4",
            "政务大厅平板",
            "5",
            "政务大厅其他终端",
            "6",
            "电话",
            "7",
            "短信");
    private static final Dictionary OUTCOMES =
            Dictionary.of("reviews.outcome", "处置结果", "rectified", "已整改", "excluded", "认定恶意，不计入");

    private static final Dictionary REVISITS =
            Dictionary.of("reviews.revisit", "回访结果", "satisfied", "认可", "dissatisfied", "不认可");

    private ReviewRecords() {}

    static String channel(String code) {
        return CHANNELS.label(code);
    }

    static RecordType evaluations() {
        return RecordType.of("reviews.evaluation", "评价")
                .source("reviews.evaluation_list")
                .label("number")
                .columns(
                        Column.text("number", "办件或者现场服务编号").filtered(Filter.EQUALS),
                        Column.reference("unit", "被评价机构", "parties.unit")
                                .from("unit_id")
                                .filtered(Filter.EQUALS),
                        Column.text("serviceWindow", "窗口"),
                        Column.code("satisfaction", "满意度", DEGREES).filtered(Filter.EQUALS, Filter.IN),
                        Column.text("tags", "标签"),
                        Column.text("words", "内容"),
                        Column.code("channel", "渠道", CHANNELS).filtered(Filter.EQUALS, Filter.IN),
                        Column.flag("ownAccord", "主动评价").from("own_accord").filtered(Filter.EQUALS),
                        Column.flag("anonymous", "匿名"),
                        Column.flag("excluded", "不计入统计").filtered(Filter.EQUALS),
                        Column.flag("suspicious", "疑似刷评").filtered(Filter.EQUALS),
                        Column.text("clues", "刷评线索"),
                        Column.moment("given", "评价时间")
                                .from("given_at")
                                .filtered(Filter.RANGE)
                                .sorted())
                .scope("unit_id", "", "")
                .order(Order.descending("given"))
                .build();
    }

    static RecordType rectifications(CaseType type) {
        Map<String, String> states = new LinkedHashMap<>();
        for (CaseState state : type.states()) {
            states.put(state.id(), state.label());
        }
        return RecordType.of("reviews.rectification", "差评处置件")
                .label("number")
                .columns(
                        Column.text("number", "编号").filtered(Filter.EQUALS),
                        Column.text("title", "评价的服务"),
                        Column.code("state", "状态", new Dictionary("reviews.state", "差评处置状态", states))
                                .filtered(Filter.EQUALS, Filter.IN),
                        Column.reference("unit", "被评价机构", "parties.unit")
                                .from("unit_id")
                                .filtered(Filter.EQUALS),
                        Column.moment("opened", "登记时间")
                                .from("opened_at")
                                .filtered(Filter.RANGE)
                                .sorted(),
                        Column.moment("due", "最早到期时点").from("due_at"),
                        Column.moment("closed", "办结时间").from("closed_at").unlisted(),
                        Column.code("outcome", "处置结果", OUTCOMES).filtered(Filter.EQUALS, Filter.IN, Filter.EMPTY),
                        Column.code("revisit", "回访结果", REVISITS).filtered(Filter.EQUALS, Filter.EMPTY),
                        Column.flag("excluded", "不计入统计").filtered(Filter.EQUALS).unlisted())
                .scope("unit_id", "applicant_id", "area_code")
                .order(Order.descending("opened"))
                .link("差评处置件", "/workbench/cases/{id}")
                .build();
    }
}
