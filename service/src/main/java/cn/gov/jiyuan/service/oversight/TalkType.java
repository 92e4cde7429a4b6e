package cn.gov.jiyuan.service.oversight;

import cn.gov.jiyuan.platform.cases.CaseType;

/** A talk with the head of a unit that had red cards in month after month (约谈). */
final class TalkType {
    static final String ID = "oversight.talk";
    private static final String REVIEW = "oversight.card.review";

    private TalkType() {}

    static CaseType build() {
        return CaseType.named(ID, "监察约谈", 1)
                .readPermission("oversight.card.read")
                .open(
                        "called",
                        "待约谈",
                        s -> s.task("组织约谈", "overseer", CardType.OVERSEERS).notReturnable())
                .open("improving", "整改中", s -> s.task("报告整改情况", "clerk").notReturnable())
                .open(
                        "reported",
                        "待确认",
                        s -> s.task("确认整改", "overseer", CardType.OVERSEERS).notReturnable())
                .finalState("closed", "已办结")
                .action(
                        "hold",
                        "记录约谈",
                        a -> a.from("called")
                                .to("improving")
                                .permission(REVIEW)
                                .needsOpinion()
                                .consequence("约谈纪要记入办理过程，单位据此整改。"))
                .action(
                        "report",
                        "报告整改情况",
                        a -> a.from("improving")
                                .to("reported")
                                .permission("oversight.card.explain")
                                .needsReason()
                                .consequence("整改情况交监察人员确认。"))
                .action(
                        "confirm",
                        "确认整改",
                        a -> a.from("reported")
                                .to("closed")
                                .permission(REVIEW)
                                .needsOpinion()
                                .outcome("closed")
                                .consequence("约谈办结，全过程留存备查。"))
                .action(
                        "send-back",
                        "退回整改",
                        a -> a.from("reported")
                                .to("improving")
                                .permission(REVIEW)
                                .needsReason()
                                .consequence("单位继续整改。"))
                .build();
    }
}
