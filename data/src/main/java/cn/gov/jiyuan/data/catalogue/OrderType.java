package cn.gov.jiyuan.data.catalogue;

import cn.gov.jiyuan.platform.cases.CaseAction;
import cn.gov.jiyuan.platform.cases.CaseType;
import cn.gov.jiyuan.platform.cases.ClockSpec.Kind;

/** A work order to a provider (目录工单): data that are late, tables that a census return left out. */
final class OrderType {
    static final String ID = "catalogue.order";
    static final String ANSWER = "answer";
    private static final String REVIEW = "catalogue.order.review";

    private OrderType() {}

    static CaseType build() {
        return CaseType.named(ID, "目录工单", 1)
                .readPermission("catalogue.order.read")
                .clock(ANSWER, "处理时限", Kind.INTERNAL)
                .waiting("found", "待派发", "系统")
                .open("sent", "待处理", s -> s.task("处理目录工单", "datasteward").notReturnable())
                .open(
                        "answered",
                        "待核实",
                        s -> s.task("核实目录工单", "datamanager", ResourceType.AUTHORITY)
                                .notReturnable())
                .finalState("done", "已办结")
                .finalState("lifted", "已解除")
                .action(
                        "send",
                        "派单",
                        a -> a.from("found")
                                .to("sent")
                                .by(CaseAction.Performer.SYSTEM)
                                .permission(REVIEW)
                                .starts(ANSWER)
                                .consequence("提供单位在时限内处理。"))
                .action(
                        "answer",
                        "报告处理结果",
                        a -> a.from("sent")
                                .to("answered")
                                .permission("catalogue.order.answer")
                                .needsReason()
                                .stops(ANSWER)
                                .consequence("处理结果交主管部门核实。"))
                .action(
                        "lift",
                        "解除",
                        a -> a.from("sent", "answered")
                                .to("lifted")
                                .by(CaseAction.Performer.SYSTEM)
                                .permission(REVIEW)
                                .stops(ANSWER)
                                .outcome("lifted")
                                .consequence("数据已经更新，工单自动解除。"))
                .action(
                        "confirm",
                        "核实办结",
                        a -> a.from("answered")
                                .to("done")
                                .permission(REVIEW)
                                .needsOpinion()
                                .outcome("done")
                                .consequence("工单办结，全过程留存。"))
                .action(
                        "send-back",
                        "退回处理",
                        a -> a.from("answered")
                                .to("sent")
                                .permission(REVIEW)
                                .needsReason()
                                .starts(ANSWER)
                                .consequence("提供单位重新处理，时限重新计算。"))
                .build();
    }
}
