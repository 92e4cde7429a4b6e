package cn.gov.jiyuan.data.opendata.access;

import cn.gov.jiyuan.platform.cases.CaseAction.Performer;
import cn.gov.jiyuan.platform.cases.CaseType;
import cn.gov.jiyuan.platform.cases.ClockSpec.Kind;
import cn.gov.jiyuan.platform.parties.Unit;
import java.util.UUID;

/** How government answers those who use its data: applications, corrections, wishes, reuse. */
public final class ServiceTypes {
    public static final String APPLICATION = "opendata.application";
    public static final String CORRECTION = "opendata.correction";
    public static final String WISH = "opendata.wish";
    public static final String REUSE = "opendata.reuse";

    static final String REVIEW = "review";
    static final String ANSWER = "answer";
    static final UUID BUREAU = Unit.idOf("data");

    private static final String READ = "opendata.service.read";
    private static final String DO_ANSWER = "opendata.service.answer";
    private static final String MODERATE = "opendata.service.moderate";

    private ServiceTypes() {}

    /** 有条件开放的申请. */
    public static CaseType application() {
        return CaseType.named(APPLICATION, "有条件开放申请", 1)
                .readPermission(READ)
                .clock(REVIEW, "审核时限", Kind.PROMISED)
                .waiting("draft", "待提交", "申请人")
                .open("reviewing", "审核中", s -> s.task("审核有条件开放申请", "datasteward"))
                .waiting("agreement", "待签协议", "申请人")
                .waiting("granted", "使用中", "申请人")
                .finalState("refused", "未通过")
                .finalState("expired", "已到期")
                .finalState("revoked", "已终止")
                .action(
                        "apply",
                        "提交申请",
                        a -> a.from("draft")
                                .to("reviewing")
                                .by(Performer.SYSTEM)
                                .permission(DO_ANSWER)
                                .starts(REVIEW)
                                .consequence("提供单位在时限内审核。"))
                .action(
                        "grant",
                        "同意提供",
                        a -> a.from("reviewing")
                                .to("agreement")
                                .permission(DO_ANSWER)
                                .needsOpinion()
                                .stops(REVIEW)
                                .consequence("通知申请人签署利用协议；签署后可以下载和调用，到期自动停止。"))
                .action(
                        "refuse",
                        "不同意提供",
                        a -> a.from("reviewing")
                                .to("refused")
                                .permission(DO_ANSWER)
                                .needsReason()
                                .stops(REVIEW)
                                .outcome("refused")
                                .consequence("把理由告知申请人，申请办结。"))
                .action(
                        "agree",
                        "签署利用协议",
                        a -> a.from("agreement")
                                .to("granted")
                                .by(Performer.SYSTEM)
                                .permission(DO_ANSWER)
                                .consequence("即时可以下载和调用。"))
                .action(
                        "expire",
                        "到期",
                        a -> a.from("granted", "agreement")
                                .to("expired")
                                .by(Performer.SYSTEM)
                                .permission(DO_ANSWER)
                                .outcome("expired")
                                .consequence("停止下载和调用，提醒删除数据、登记成果。"))
                .action(
                        "revoke",
                        "终止使用",
                        a -> a.from("granted", "agreement")
                                .to("revoked")
                                .by(Performer.OVERSEER)
                                .permission(DO_ANSWER)
                                .needsReason()
                                .outcome("revoked")
                                .consequence("立即停止下载和调用，把理由告知申请人。"))
                .build();
    }

    /** 数据纠错. */
    public static CaseType correction() {
        return CaseType.named(CORRECTION, "开放数据纠错", 1)
                .readPermission(READ)
                .clock(ANSWER, "答复时限", Kind.PROMISED)
                .waiting("sent", "待登记", "系统")
                .open("answering", "待答复", s -> s.task("核实并答复数据纠错", "datasteward"))
                .finalState("corrected", "已采纳")
                .finalState("explained", "已说明")
                .action(
                        "register",
                        "登记",
                        a -> a.from("sent")
                                .to("answering")
                                .by(Performer.SYSTEM)
                                .permission(DO_ANSWER)
                                .starts(ANSWER)
                                .consequence("提供单位在时限内核实并答复。"))
                .action(
                        "correct",
                        "采纳并更正",
                        a -> a.from("answering")
                                .to("corrected")
                                .permission(DO_ANSWER)
                                .needsOpinion()
                                .stops(ANSWER)
                                .outcome("corrected")
                                .consequence("答复公开在数据集页面；请在来源更正后发布新版本。"))
                .action(
                        "explain",
                        "不采纳并说明",
                        a -> a.from("answering")
                                .to("explained")
                                .permission(DO_ANSWER)
                                .needsOpinion()
                                .stops(ANSWER)
                                .outcome("explained")
                                .consequence("说明公开在数据集页面。"))
                .build();
    }

    /** 数据需求. */
    public static CaseType wish() {
        return CaseType.named(WISH, "开放数据需求", 1)
                .readPermission(READ)
                .open("collecting", "征集中", s -> s.task("答复数据需求", "datamanager", BUREAU))
                .finalState("adopted", "已纳入开放计划")
                .finalState("declined", "暂不开放")
                .action(
                        "adopt",
                        "纳入开放计划",
                        a -> a.from("collecting")
                                .to("adopted")
                                .permission(MODERATE)
                                .needsOpinion()
                                .outcome("adopted")
                                .consequence("答复公开，并通知提出人。"))
                .action(
                        "decline",
                        "说明不开放的理由",
                        a -> a.from("collecting")
                                .to("declined")
                                .permission(MODERATE)
                                .needsOpinion()
                                .outcome("declined")
                                .consequence("理由公开，并通知提出人。"))
                .build();
    }

    /** 利用成果. */
    public static CaseType reuse() {
        return CaseType.named(REUSE, "开放数据利用成果", 1)
                .readPermission(READ)
                .open("moderating", "待审核", s -> s.task("审核利用成果", "datamanager", BUREAU))
                .waiting("shown", "已展示", "提交人")
                .finalState("refused", "未通过")
                .finalState("removed", "已撤下")
                .action(
                        "show",
                        "通过并展示",
                        a -> a.from("moderating")
                                .to("shown")
                                .permission(MODERATE)
                                .consequence("在利用成果页面展示。"))
                .action(
                        "refuse",
                        "不予展示",
                        a -> a.from("moderating")
                                .to("refused")
                                .permission(MODERATE)
                                .needsReason()
                                .outcome("refused")
                                .consequence("把理由告知提交人。"))
                .action(
                        "take-down",
                        "撤下",
                        a -> a.from("shown")
                                .to("removed")
                                .by(Performer.OVERSEER)
                                .permission(MODERATE)
                                .needsReason()
                                .outcome("removed")
                                .consequence("不再展示，把理由告知提交人。"))
                .build();
    }
}
