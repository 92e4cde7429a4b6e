package cn.gov.jiyuan.data.stewardship.quality;

import static cn.gov.jiyuan.platform.cases.CaseAction.Performer.SYSTEM;

import cn.gov.jiyuan.platform.cases.CaseType;
import cn.gov.jiyuan.platform.cases.ClockSpec.Kind;

/** How a quality order goes (质量工单): the source puts its data right, and only the next batch that passes closes it. */
final class QualityOrderType {
    static final String ID = "stewardship.order";
    static final String RECTIFY = "rectify";
    private static final String WORK = "stewardship.order.rectify";

    private QualityOrderType() {}

    static CaseType build() {
        return CaseType.named(ID, "质量工单", 1)
                .readPermission("stewardship.order.read")
                .clock(RECTIFY, "整改时限", Kind.STATUTORY)
                .waiting("found", "待派单", "系统")
                .open(
                        "rectifying",
                        "整改中",
                        s -> s.task("整改数据质量问题", "datasteward").notReturnable())
                .waiting("retest", "待复测", "下一批数据")
                .finalState("closed", "已关闭")
                .action(
                        "issue",
                        "派单",
                        a -> a.from("found")
                                .to("rectifying")
                                .by(SYSTEM)
                                .permission(WORK)
                                .starts(RECTIFY)
                                .consequence("来源部门在时限内整改本部门的数据。"))
                .action(
                        "report",
                        "报告已整改",
                        a -> a.from("rectifying")
                                .to("retest")
                                .permission(WORK)
                                .needsReason()
                                .stops(RECTIFY)
                                .consequence("等待下一批数据复测；通过的自动关闭，不通过的退回整改。"))
                .action(
                        "pass",
                        "复测通过",
                        a -> a.from("retest")
                                .to("closed")
                                .by(SYSTEM)
                                .permission(WORK)
                                .outcome("passed")
                                .consequence("新批次全部合格，工单关闭。"))
                .action(
                        "clear",
                        "新批次合格",
                        a -> a.from("rectifying")
                                .to("closed")
                                .by(SYSTEM)
                                .permission(WORK)
                                .stops(RECTIFY)
                                .outcome("passed")
                                .consequence("新批次全部合格，工单关闭。"))
                .action(
                        "fail",
                        "复测未通过",
                        a -> a.from("retest")
                                .to("rectifying")
                                .by(SYSTEM)
                                .permission(WORK)
                                .starts(RECTIFY)
                                .consequence("新批次仍不合格，退回整改，时限重新计算。"))
                .build();
    }
}
