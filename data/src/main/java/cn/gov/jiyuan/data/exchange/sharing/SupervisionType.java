package cn.gov.jiyuan.data.exchange.sharing;

import static cn.gov.jiyuan.platform.cases.CaseAction.Performer.SYSTEM;

import cn.gov.jiyuan.platform.cases.CaseType;
import cn.gov.jiyuan.platform.cases.ClockSpec.Kind;

/** How sharing is supervised (共享督办): an overdue answer or a grant that never worked; it ends when the cause is gone. */
final class SupervisionType {
    static final String ID = "exchange.supervision";
    static final String RECTIFY = "rectify";

    private static final String ANSWER = "exchange.request.answer";
    private static final String WATCH = "exchange.request.supervise";

    private SupervisionType() {}

    static CaseType build() {
        CaseType.Builder type = CaseType.named(ID, "共享督办", 1).readPermission("exchange.request.read");
        type.clock(RECTIFY, "办理时限", Kind.INTERNAL);
        type.waiting("opened", "待派发", "系统")
                .open("rectifying", "办理中", s -> s.task("办理共享督办", "datasteward").notReturnable())
                .open(
                        "reported",
                        "待复核",
                        s -> s.task("复核共享督办", "overseer", ShareType.AUTHORITY).notReturnable())
                .finalState("closed", "已办结");
        type.action(
                        "dispatch",
                        "派发",
                        a -> a.from("opened")
                                .to("rectifying")
                                .by(SYSTEM)
                                .permission(WATCH)
                                .starts(RECTIFY)
                                .consequence("责任部门在时限内办理并报告。"))
                .action(
                        "report",
                        "报告办理情况",
                        a -> a.from("rectifying")
                                .to("reported")
                                .permission(ANSWER)
                                .needsReason()
                                .stops(RECTIFY)
                                .consequence("交监察人员复核。"))
                .action(
                        "close",
                        "复核通过，办结",
                        a -> a.from("reported")
                                .to("closed")
                                .permission(WATCH)
                                .needsOpinion()
                                .outcome("closed")
                                .consequence("督办办结。"))
                .action(
                        "reject",
                        "退回继续办理",
                        a -> a.from("reported")
                                .to("rectifying")
                                .permission(WATCH)
                                .needsReason()
                                .starts(RECTIFY)
                                .consequence("责任部门继续办理，时限重新计算。"))
                .action(
                        "settle",
                        "原因消除，办结",
                        a -> a.from("rectifying", "reported")
                                .to("closed")
                                .by(SYSTEM)
                                .permission(WATCH)
                                .outcome("settled")
                                .consequence("已经答复或者已经调通，督办自动办结。"));
        return type.build();
    }
}
