package cn.gov.jiyuan.service.oversight;

import static cn.gov.jiyuan.platform.cases.CaseAction.Performer.SYSTEM;

import cn.gov.jiyuan.platform.cases.CaseType;
import cn.gov.jiyuan.platform.cases.ClockSpec.Kind;
import cn.gov.jiyuan.platform.parties.Unit;
import java.util.UUID;

/**
 * How a card goes (监察记录): the unit explains, the overseer reviews, the unit puts right; or it appeals once and the card
 * is cancelled or stands. Warnings end by themselves.
 */
final class CardType {
    static final String ID = "oversight.card";
    static final String EXPLAIN = "explain";
    static final String RECTIFY = "rectify";

    /** The unit whose overseers review: the one in charge of the platform. */
    static final UUID OVERSEERS = Unit.idOf("data");

    private static final String ANSWER = "oversight.card.explain";
    private static final String REVIEW = "oversight.card.review";

    private CardType() {}

    static CaseType build() {
        CaseType.Builder type = CaseType.named(ID, "监察记录", 1).readPermission("oversight.card.read");
        type.clock(EXPLAIN, "说明时限", Kind.INTERNAL).clock(RECTIFY, "整改时限", Kind.INTERNAL);
        type.waiting("found", "待发出", "系统")
                .waiting("warned", "预警中", "承办单位")
                .open("issued", "待说明", s -> s.task("说明情况", "clerk").notReturnable())
                .open(
                        "explained",
                        "待复核",
                        s -> s.task("复核说明和整改", "overseer", OVERSEERS).notReturnable())
                .open("rectifying", "整改中", s -> s.task("整改并报告结果", "clerk").notReturnable())
                .open(
                        "appealed",
                        "申诉待审",
                        s -> s.task("审查申诉", "overseer", OVERSEERS).notReturnable())
                .finalState("lifted", "已解除")
                .finalState("closed", "已办结")
                .finalState("cancelled", "已撤销");
        issue(type);
        answer(type);
        review(type);
        return type.build();
    }

    private static void issue(CaseType.Builder type) {
        type.action(
                        "warn",
                        "发出预警",
                        a -> a.from("found")
                                .to("warned")
                                .by(SYSTEM)
                                .permission(REVIEW)
                                .consequence("提醒承办单位；办件继续办理后自动解除，不扣分。"))
                .action(
                        "lift",
                        "解除预警",
                        a -> a.from("warned")
                                .to("lifted")
                                .by(SYSTEM)
                                .permission(REVIEW)
                                .outcome("lifted")
                                .consequence("办件已经继续办理，预警自动解除。"))
                .action(
                        "issue",
                        "发牌",
                        a -> a.from("found")
                                .to("issued")
                                .by(SYSTEM)
                                .permission(REVIEW)
                                .starts(EXPLAIN)
                                .consequence("按规则扣分，责任单位在时限内作出说明。"));
    }

    private static void answer(CaseType.Builder type) {
        type.action(
                        "explain",
                        "作出说明",
                        a -> a.from("issued")
                                .to("explained")
                                .permission(ANSWER)
                                .needsReason()
                                .stops(EXPLAIN)
                                .consequence("说明将交监察人员复核，提交后不能修改。"))
                .action(
                        "report",
                        "报告整改结果",
                        a -> a.from("rectifying")
                                .to("explained")
                                .permission(ANSWER)
                                .needsReason()
                                .stops(RECTIFY)
                                .consequence("整改结果将交监察人员复核。"))
                .action(
                        "appeal",
                        "申诉",
                        a -> a.from("issued")
                                .to("appealed")
                                .permission(ANSWER)
                                .needsReason()
                                .stops(EXPLAIN)
                                .consequence("申诉只有一次。申诉成立的撤销此牌并恢复分数；不成立的仍须作出说明。"));
    }

    private static void review(CaseType.Builder type) {
        type.action(
                        "close",
                        "复核通过，办结",
                        a -> a.from("explained")
                                .to("closed")
                                .permission(REVIEW)
                                .needsOpinion()
                                .outcome("closed")
                                .consequence("监察记录办结，扣分保留。"))
                .action(
                        "order",
                        "责令整改",
                        a -> a.from("explained")
                                .to("rectifying")
                                .permission(REVIEW)
                                .needsReason()
                                .starts(RECTIFY)
                                .consequence("责任单位在整改时限内整改并报告结果。"))
                .action(
                        "send-back",
                        "退回重新说明",
                        a -> a.from("explained")
                                .to("issued")
                                .permission(REVIEW)
                                .needsReason()
                                .starts(EXPLAIN)
                                .consequence("责任单位重新说明，说明时限重新计算。"))
                .action(
                        "uphold",
                        "申诉成立",
                        a -> a.from("appealed")
                                .to("cancelled")
                                .permission(REVIEW)
                                .needsOpinion()
                                .outcome("cancelled")
                                .consequence("撤销此牌，恢复所扣分数；原记录保留备查。"))
                .action(
                        "dismiss",
                        "申诉不成立",
                        a -> a.from("appealed")
                                .to("issued")
                                .permission(REVIEW)
                                .needsReason()
                                .starts(EXPLAIN)
                                .consequence("此牌有效，责任单位仍须在时限内作出说明。"));
    }
}
