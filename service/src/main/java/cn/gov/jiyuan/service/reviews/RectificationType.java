package cn.gov.jiyuan.service.reviews;

import static cn.gov.jiyuan.platform.cases.CaseAction.Performer.OVERSEER;
import static cn.gov.jiyuan.platform.cases.CaseAction.Performer.SYSTEM;

import cn.gov.jiyuan.platform.cases.CaseType;
import cn.gov.jiyuan.platform.cases.ClockSpec.Kind;

/**
 * What happens to a bad review (差评处置): the unit verifies and puts right, somebody else asks the reviewer whether he is
 * content. A review is left out of the figures only after two people of different units found it malicious
 * (国办发〔2019〕51 号, GB/T 39735-2020).
 */
final class RectificationType {
    static final String ID = "reviews.rectification";

    static final String CONTACT = "contact";
    static final String RECTIFY = "rectify";

    static final String CLAIM = "claim-malicious";
    static final String CONFIRM = "confirm-malicious";
    static final String REVISITED = "revisit-satisfied";
    static final String NOT_CONTENT = "revisit-again";
    static final String WITHOUT_VISIT = "close-anonymous";

    private static final String HANDLE = "reviews.rectification.handle";
    private static final String OVERSEE = "reviews.rectification.oversee";

    private RectificationType() {}

    static CaseType build() {
        CaseType.Builder type = CaseType.named(ID, "差评处置", 1)
                .readPermission("reviews.rectification.read")
                .clock(CONTACT, "核实联系时限", Kind.INTERNAL)
                .clock(RECTIFY, "整改反馈时限", Kind.INTERNAL)
                .waiting("given", "待登记", "平台")
                .open("verify", "待核实", s -> s.task("联系核实差评", "approver").notReturnable())
                .open("rectifying", "整改中", s -> s.task("整改并反馈", "approver").notReturnable())
                .waiting("malicious", "待二级审核", "监察人员")
                .waiting("checking", "待回访复核", "监察人员")
                .finalState("closed", "已办结")
                .finalState("excluded", "不计入统计");
        verification(type);
        secondLook(type);
        revisit(type);
        return type.build();
    }

    private static void verification(CaseType.Builder type) {
        type.action(
                        "register",
                        "登记差评",
                        a -> a.from("given")
                                .to("verify")
                                .by(SYSTEM)
                                .permission(HANDLE)
                                .starts(CONTACT, RECTIFY)
                                .consequence("差评登记后，由被评价单位在 {contact} 内联系核实，在 {rectify} 内反馈整改情况。"))
                .action(
                        "uphold",
                        "差评属实",
                        a -> a.from("verify")
                                .to("rectifying")
                                .permission(HANDLE)
                                .needsOpinion()
                                .stops(CONTACT)
                                .consequence("进入整改。能够当场解决的立行立改，不能当场解决的列明措施和完成时间。"))
                .action(
                        "uphold-partly",
                        "差评部分属实",
                        a -> a.from("verify")
                                .to("rectifying")
                                .permission(HANDLE)
                                .needsOpinion()
                                .stops(CONTACT)
                                .consequence("进入整改，属实的部分须逐项整改。"))
                .action(
                        "dismiss",
                        "差评不属实",
                        a -> a.from("verify")
                                .to("checking")
                                .permission(HANDLE)
                                .needsReason()
                                .stops(CONTACT, RECTIFY)
                                .consequence("由监察人员复核。评价原文保留并计入统计。"))
                .action(
                        CLAIM,
                        "申请认定恶意差评",
                        a -> a.from("verify", "rectifying")
                                .to("malicious")
                                .permission(HANDLE)
                                .needsReason()
                                .stops(CONTACT)
                                .consequence("由监察人员作二级审核，只能申请一次；审核期间整改时限继续计算。"));
    }

    private static void secondLook(CaseType.Builder type) {
        type.action(
                        "rectify",
                        "反馈整改结果",
                        a -> a.from("rectifying")
                                .to("checking")
                                .permission(HANDLE)
                                .needsOpinion()
                                .stops(RECTIFY)
                                .consequence("由监察人员回访评价人；实名差评必须回访。"))
                .action(
                        CONFIRM,
                        "认定恶意差评",
                        a -> a.from("malicious")
                                .to("excluded")
                                .by(OVERSEER)
                                .permission(OVERSEE)
                                .notPerformerOf(CLAIM)
                                .needsReason()
                                .stops(RECTIFY)
                                .outcome("excluded")
                                .consequence("该评价不再计入统计，评价原文和两级审核意见永久保留。"))
                .action(
                        "deny-malicious",
                        "不予认定，继续整改",
                        a -> a.from("malicious")
                                .to("rectifying")
                                .by(OVERSEER)
                                .permission(OVERSEE)
                                .notPerformerOf(CLAIM)
                                .needsReason()
                                .consequence("退回被评价单位整改，整改时限自登记之日起不中断。"));
    }

    private static void revisit(CaseType.Builder type) {
        type.action(
                        REVISITED,
                        "已回访，评价人认可",
                        a -> a.from("checking")
                                .to("closed")
                                .by(OVERSEER)
                                .permission(OVERSEE)
                                .needsOpinion()
                                .outcome("rectified")
                                .consequence("请记录回访时间、方式和评价人的意见。"))
                .action(
                        NOT_CONTENT,
                        "已回访，评价人不认可",
                        a -> a.from("checking")
                                .to("rectifying")
                                .by(OVERSEER)
                                .permission(OVERSEE)
                                .needsReason()
                                .starts(RECTIFY)
                                .consequence("退回再次整改，重新计算整改时限。"))
                .action(
                        WITHOUT_VISIT,
                        "复核通过（匿名，不回访）",
                        a -> a.from("checking")
                                .to("closed")
                                .by(OVERSEER)
                                .permission(OVERSEE)
                                .needsOpinion()
                                .outcome("rectified")
                                .consequence("匿名差评不安排回访；实名差评不能以此办结。"));
    }
}
