package cn.gov.jiyuan.service.onestop;

import static cn.gov.jiyuan.platform.cases.CaseAction.Milestone.ACCEPTED;
import static cn.gov.jiyuan.platform.cases.CaseAction.Milestone.DECIDED;
import static cn.gov.jiyuan.platform.cases.CaseAction.Milestone.SUBMITTED;
import static cn.gov.jiyuan.platform.cases.CaseAction.Performer.APPLICANT;
import static cn.gov.jiyuan.platform.cases.CaseAction.Performer.OVERSEER;
import static cn.gov.jiyuan.platform.cases.CaseAction.Performer.SYSTEM;

import cn.gov.jiyuan.platform.cases.CaseType;
import cn.gov.jiyuan.platform.cases.ClockSpec.Kind;

/**
 * The legal states of a matter (办件) and the one table of transitions between them. Acceptance within 5 workdays, one
 * notice of all corrections, decision within the promised and the legal term, exclusion of expert procedures,
 * one extension, delivery within 10 workdays: 行政许可法第 32、42、44、45 条. What was granted may be revoked or withdrawn
 * later (第 8、69 条); what is over is archived.
 */
final class MatterType {
    static final String ID = "onestop.matter";

    static final String ACCEPTANCE = "acceptance";
    static final String LEGAL = "legal";
    static final String PROMISED = "promised";
    static final String CORRECTION = "correction";
    static final String DELIVERY = "delivery";

    private static final String CLERK = "clerk";
    private static final String REVIEWER = "reviewer";
    private static final String APPROVER = "approver";

    private static final String APPLY = "onestop.matter.apply";
    private static final String ACCEPT = "onestop.matter.accept";
    private static final String REVIEW = "onestop.matter.review";
    private static final String DECIDE = "onestop.matter.decide";
    private static final String DELIVER = "onestop.matter.deliver";
    private static final String INTAKE = "onestop.matter.intake";
    private static final String REVOKE = "onestop.matter.revoke";

    private MatterType() {}

    static CaseType build() {
        CaseType.Builder type = CaseType.named(ID, "政务服务办件", 1).readPermission("onestop.matter.read");
        clocks(type);
        states(type);
        intake(type);
        window(type);
        review(type);
        decision(type);
        delivery(type);
        endings(type);
        afterwards(type);
        return type.build();
    }

    private static void clocks(CaseType.Builder type) {
        type.clock(ACCEPTANCE, "受理时限", Kind.INTERNAL)
                .clock(LEGAL, "法定办结时限", Kind.STATUTORY, 1)
                .clock(PROMISED, "承诺办结时限", Kind.PROMISED, 1)
                .clock(CORRECTION, "补正时限", Kind.CORRECTION)
                .clock(DELIVERY, "送达时限", Kind.DELIVERY);
    }

    private static void states(CaseType.Builder type) {
        type.waiting("filed", "待提交", "申请人")
                .open("submitted", "待受理", s -> s.task("核对材料并决定是否受理", CLERK).notReturnable())
                .waiting("correction", "待补正", "申请人")
                .open("review", "审查", s -> s.task("审查材料", REVIEWER))
                .open("special", "特别程序", s -> s.task("完成特别程序", REVIEWER).notReturnable())
                .open("decision", "待决定", s -> s.task("作出决定", APPROVER).notReturnable())
                .open("granted", "制证", s -> s.task("制作并签发证照", APPROVER).notReturnable())
                .open("ready", "待领取", s -> s.task("送达办理结果", CLERK).notReturnable())
                .finalState("delivered", "已送达")
                .finalState("rejected", "不予受理")
                .finalState("withdrawn", "已撤回")
                .finalState("lapsed", "视为放弃")
                .finalState("terminated", "已终止")
                .finalState("revoked", "许可已撤销")
                .finalState("retracted", "许可已撤回");
    }

    private static void intake(CaseType.Builder type) {
        type.action(
                        "submit",
                        "提交申请",
                        a -> a.from("filed")
                                .to("submitted")
                                .by(APPLICANT)
                                .permission(APPLY)
                                .starts(ACCEPTANCE)
                                .marks(SUBMITTED)
                                .consequence("提交后由受理单位在 {acceptance}内告知是否受理，或者一次性告知需要补正的全部内容。"))
                .action(
                        "accept",
                        "受理",
                        a -> a.from("submitted")
                                .to("review")
                                .permission(ACCEPT)
                                .stops(ACCEPTANCE)
                                .starts(LEGAL, PROMISED)
                                .marks(ACCEPTED)
                                .consequence("受理后即开始计算办理时限，并向申请人出具加盖印章的受理通知书。"))
                .action(
                        "request-correction",
                        "一次性告知补正",
                        a -> a.from("submitted")
                                .to("correction")
                                .permission(ACCEPT)
                                .needsReason()
                                .stops(ACCEPTANCE)
                                .starts(CORRECTION)
                                .consequence("请一次列全需要补正的内容。系统将出具补正告知书并通知申请人；补正期间不计时限，再次要求补正将进入电子监察。"))
                .action(
                        "correct",
                        "提交补正",
                        a -> a.from("correction")
                                .to("submitted")
                                .by(APPLICANT)
                                .permission(APPLY)
                                .stops(CORRECTION)
                                .starts(ACCEPTANCE)
                                .consequence("补正材料将交回窗口，自收到之日起重新计算受理时限。"))
                .action(
                        "reject",
                        "不予受理",
                        a -> a.from("submitted")
                                .to("rejected")
                                .permission(ACCEPT)
                                .needsReason()
                                .stops(ACCEPTANCE)
                                .outcome("rejected")
                                .consequence("将出具不予受理决定书，写明理由和救济途径，并通知申请人。"))
                .action(
                        "turn-away",
                        "不属本机关，告知去向",
                        a -> a.from("submitted")
                                .to("rejected")
                                .permission(ACCEPT)
                                .needsReason()
                                .form("onestop-elsewhere")
                                .stops(ACCEPTANCE)
                                .outcome("elsewhere")
                                .consequence("申请事项不属于本机关职权范围的，当场作出不予受理决定并告知向哪个机关申请。"))
                .action(
                        "deem-accepted",
                        "视为受理",
                        a -> a.from("submitted")
                                .to("review")
                                .by(SYSTEM)
                                .permission(ACCEPT)
                                .startsAsOf(ACCEPTANCE, LEGAL, PROMISED)
                                .stops(ACCEPTANCE)
                                .marks(ACCEPTED)
                                .consequence("收到材料后 {acceptance}内没有告知的，自收到材料之日起视为受理。"));
    }

    /** What people bring to the window in person; each step keeps its channel. */
    private static void window(CaseType.Builder type) {
        type.action(
                        "receive",
                        "窗口收件",
                        a -> a.from("filed")
                                .to("submitted")
                                .by(OVERSEER)
                                .permission(INTAKE)
                                .starts(ACCEPTANCE)
                                .marks(SUBMITTED)
                                .consequence("收下申请和材料，出具材料接收清单，由受理单位在 {acceptance}内告知是否受理。"))
                .action(
                        "receive-originals",
                        "窗口收取原件",
                        a -> a.from("submitted", "review", "special", "decision")
                                .by(OVERSEER)
                                .permission(INTAKE)
                                .needsReason()
                                .consequence("写明收取的原件，出具材料接收清单；本件不再计入全程线上办理。"))
                .action(
                        "correct-at-window",
                        "窗口收取补正",
                        a -> a.from("correction")
                                .to("submitted")
                                .by(OVERSEER)
                                .permission(INTAKE)
                                .needsReason()
                                .stops(CORRECTION)
                                .starts(ACCEPTANCE)
                                .consequence("写明收取的补正材料，出具材料接收清单；自收到之日起重新计算受理时限。"));
    }

    private static void review(CaseType.Builder type) {
        type.action(
                        "review",
                        "审查通过，提请决定",
                        a -> a.from("review")
                                .to("decision")
                                .permission(REVIEW)
                                .needsOpinion()
                                .recallable()
                                .consequence("将提请另一名审批人员作出决定。"))
                .action(
                        "start-special",
                        "启动特别程序",
                        a -> a.from("review")
                                .to("special")
                                .permission(REVIEW)
                                .needsReason()
                                .form("onestop-special")
                                .pauses(LEGAL, PROMISED)
                                .consequence("检验、检测、鉴定、听证、专家评审、现场核查等所需时间不计入办理时限，将书面告知申请人。"))
                .action(
                        "finish-special",
                        "结束特别程序",
                        a -> a.from("special")
                                .to("review")
                                .permission(REVIEW)
                                .needsOpinion()
                                .resumes(LEGAL, PROMISED)
                                .consequence("办理时限自次日起继续计算。"))
                .action(
                        "extend",
                        "延长审批",
                        a -> a.from("review", "decision")
                                .permission(DECIDE)
                                .by(OVERSEER)
                                .needsReason()
                                .prolongs(LEGAL, PROMISED)
                                .consequence("经负责人批准延长一次，将延长理由书面告知申请人。"));
    }

    private static void decision(CaseType.Builder type) {
        type.action(
                        "grant",
                        "准予许可",
                        a -> a.from("decision")
                                .to("granted")
                                .permission(DECIDE)
                                .notPerformerOf("accept", "review")
                                .needsOpinion()
                                .stops(LEGAL, PROMISED)
                                .marks(DECIDED)
                                .outcome("granted")
                                .consequence("决定作出后停止计时，转入制证；申请人将收到通知。"))
                .action(
                        "refuse",
                        "不予许可",
                        a -> a.from("decision")
                                .to("ready")
                                .permission(DECIDE)
                                .notPerformerOf("accept", "review")
                                .needsReason()
                                .stops(LEGAL, PROMISED)
                                .starts(DELIVERY)
                                .marks(DECIDED)
                                .outcome("refused")
                                .consequence("将出具不予许可决定书，写明理由、依据和复议、诉讼途径。"))
                .action(
                        "send-back",
                        "退回重审",
                        a -> a.from("decision")
                                .to("review")
                                .permission(DECIDE)
                                .needsReason()
                                .consequence("退回审查人员重新审查，办理时限继续计算。"))
                .action(
                        "issue",
                        "签发证照",
                        a -> a.from("granted")
                                .to("ready")
                                .permission(DECIDE)
                                .starts(DELIVERY)
                                .consequence("将生成加盖电子印章的证照（OFD 与 PDF），并短信通知申请人领取。"));
    }

    private static void delivery(CaseType.Builder type) {
        type.action(
                        "mail",
                        "交寄",
                        a -> a.from("ready")
                                .by(OVERSEER)
                                .permission(DELIVER)
                                .form("onestop-mail")
                                .consequence("记下快递单号并告知申请人；签收以前仍为待领取，送达时限继续计算。"))
                .action(
                        "deliver",
                        "确认送达",
                        a -> a.from("ready")
                                .to("delivered")
                                .permission(DELIVER)
                                .form("onestop-delivery")
                                .stops(DELIVERY)
                                .consequence("送达后办件办结，并邀请申请人评价。邮寄的以签收回执上的日期为送达日期。"))
                .action(
                        "collect",
                        "确认领取",
                        a -> a.from("ready")
                                .to("delivered")
                                .by(APPLICANT)
                                .permission(APPLY)
                                .stops(DELIVERY)
                                .consequence("确认您已取得办理结果。"));
    }

    private static void endings(CaseType.Builder type) {
        type.action(
                        "withdraw",
                        "撤回申请",
                        a -> a.from("submitted", "correction", "review", "special", "decision")
                                .to("withdrawn")
                                .by(APPLICANT)
                                .permission(APPLY)
                                .needsReason()
                                .stops(ACCEPTANCE, CORRECTION, LEGAL, PROMISED)
                                .outcome("withdrawn")
                                .consequence("撤回后本次申请结束，已提交的材料保留在您的空间，可以重新申请。"))
                .action(
                        "lapse",
                        "逾期未补正视为放弃",
                        a -> a.from("correction")
                                .to("lapsed")
                                .by(SYSTEM)
                                .permission(ACCEPT)
                                .stops(CORRECTION)
                                .outcome("lapsed")
                                .consequence("申请人逾期未补正，本次申请终结，并告知申请人。"))
                .action(
                        "terminate",
                        "终止办理",
                        a -> a.from("submitted", "correction", "review", "special", "decision", "granted")
                                .to("terminated")
                                .by(OVERSEER)
                                .permission(DECIDE)
                                .needsReason()
                                .stops(ACCEPTANCE, CORRECTION, LEGAL, PROMISED)
                                .outcome("terminated")
                                .consequence("申请人死亡或法人终止、许可事项消灭等情形，终止办理并书面告知。"))
                .action(
                        "urge",
                        "催办",
                        a -> a.from("submitted", "review", "special", "decision", "granted", "ready")
                                .by(APPLICANT)
                                .permission(APPLY)
                                .consequence("提醒承办人尽快办理；{onestop.urge.again}内只能催办一次。"));
    }

    private static void afterwards(CaseType.Builder type) {
        type.action(
                        "revoke",
                        "撤销许可",
                        a -> a.from("delivered")
                                .to("revoked")
                                .by(OVERSEER)
                                .permission(REVOKE)
                                .needsReason()
                                .form("onestop-revocation")
                                .outcome("revoked")
                                .consequence("依法撤销已作出的许可，出具撤销决定书；已发的证照随之失效。"))
                .action(
                        "retract",
                        "撤回许可",
                        a -> a.from("delivered")
                                .to("retracted")
                                .by(OVERSEER)
                                .permission(REVOKE)
                                .needsReason()
                                .form("onestop-retraction")
                                .outcome("retracted")
                                .consequence("法律、法规修改或者客观情况发生重大变化的，依法撤回许可；已发的证照随之失效，造成损失的依法补偿。"))
                .action(
                        "archive",
                        "归档",
                        a -> a.from(
                                        "delivered",
                                        "rejected",
                                        "withdrawn",
                                        "lapsed",
                                        "terminated",
                                        "revoked",
                                        "retracted")
                                .by(OVERSEER)
                                .permission(DELIVER)
                                .consequence("按归档范围核对文书和材料，齐全的标记为已归档；不齐的写明缺什么，不予归档。"));
    }
}
