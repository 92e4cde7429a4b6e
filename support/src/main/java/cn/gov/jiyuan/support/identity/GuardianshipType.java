package cn.gov.jiyuan.support.identity;

import static cn.gov.jiyuan.platform.cases.CaseAction.Performer.APPLICANT;

import cn.gov.jiyuan.platform.cases.CaseType;
import cn.gov.jiyuan.platform.cases.ClockSpec.Kind;

/** Verifying that somebody is guardian of a minor (监护关系核验): filed with proof, confirmed or refused by an official. */
final class GuardianshipType {
    static final String ID = "identity.guardianship";
    static final String REVIEW = "review";
    static final String CONFIRM = "confirm";
    static final String REFUSE = "refuse";

    private static final String CLAIM = "identity.guardianship.claim";
    private static final String VERIFY = "identity.guardianship.verify";

    private GuardianshipType() {}

    static CaseType build() {
        return CaseType.named(ID, "监护关系核验", 1)
                .readPermission("identity.guardianship.read")
                .clock(REVIEW, "核验时限", Kind.INTERNAL)
                .waiting("filed", "待提交", "申请人")
                .open("submitted", "待核验", s -> s.task("核对监护关系证明", "clerk").notReturnable())
                .finalState("confirmed", "已核验")
                .finalState("refused", "未通过")
                .finalState("withdrawn", "已撤回")
                .action(
                        "submit",
                        "提交核验",
                        a -> a.from("filed")
                                .to("submitted")
                                .by(APPLICANT)
                                .permission(CLAIM)
                                .starts(REVIEW)
                                .consequence("由公安机关核对监护关系证明，结果会通知您。"))
                .action(
                        CONFIRM,
                        "核验通过",
                        a -> a.from("submitted")
                                .to("confirmed")
                                .permission(VERIFY)
                                .needsOpinion()
                                .stops(REVIEW)
                                .outcome("confirmed")
                                .consequence("通过后监护人即可代被监护人办事，到被监护人成年的前一日为止。"))
                .action(
                        REFUSE,
                        "不予通过",
                        a -> a.from("submitted")
                                .to("refused")
                                .permission(VERIFY)
                                .needsReason()
                                .stops(REVIEW)
                                .outcome("refused")
                                .consequence("理由会告知申请人；申请人可以补充材料后重新申请。"))
                .action(
                        "withdraw",
                        "撤回",
                        a -> a.from("submitted")
                                .to("withdrawn")
                                .by(APPLICANT)
                                .permission(CLAIM)
                                .stops(REVIEW)
                                .outcome("withdrawn")
                                .consequence("撤回后可以重新申请。"))
                .build();
    }
}
