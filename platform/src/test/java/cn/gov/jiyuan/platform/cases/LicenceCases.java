package cn.gov.jiyuan.platform.cases;

import static cn.gov.jiyuan.platform.cases.CaseAction.Milestone.ACCEPTED;
import static cn.gov.jiyuan.platform.cases.CaseAction.Milestone.DECIDED;
import static cn.gov.jiyuan.platform.cases.CaseAction.Milestone.SUBMITTED;
import static cn.gov.jiyuan.platform.cases.CaseAction.Performer.APPLICANT;
import static cn.gov.jiyuan.platform.cases.CaseAction.Performer.SYSTEM;

import cn.gov.jiyuan.kernel.time.LegalTerm;
import java.util.Optional;

/** A licence as the law shapes it, small enough to read at a glance. */
final class LicenceCases {
    static final String ID = "test.licence";

    static final CaseType TYPE = CaseType.named(ID, "测试许可", 1)
            .clock("statutory", "法定办结时限", ClockSpec.Kind.STATUTORY, 1)
            .clock("promised", "承诺办结时限", ClockSpec.Kind.PROMISED)
            .clock("correction", "补正时限", ClockSpec.Kind.CORRECTION)
            .waiting("draft", "草稿", "申请人")
            .open("submitted", "待受理", s -> s.task("受理", "clerk"))
            .waiting("correcting", "待补正", "申请人")
            .open("review", "审查中", s -> s.task("审查材料", "reviewer"))
            .open("special", "特别程序", s -> s.task("办结特别程序", "reviewer"))
            .open("decide", "待决定", s -> s.task("作出决定", "approver"))
            .open("issued", "待领取", s -> s.task("送达", "clerk").notReturnable())
            .finalState("closed", "已办结")
            .finalState("refused", "不予受理")
            .finalState("withdrawn", "已撤回")
            .action(
                    "submit",
                    "提交",
                    a -> a.from("draft")
                            .to("submitted")
                            .by(APPLICANT)
                            .permission("test.apply")
                            .marks(SUBMITTED)
                            .consequence("提交后由窗口受理，您会收到受理通知。"))
            .action(
                    "ask-correction",
                    "一次性告知补正",
                    a -> a.from("submitted")
                            .to("correcting")
                            .permission("test.accept")
                            .needsReason()
                            .starts("correction")
                            .consequence("告知申请人补正，等待期间不计时。"))
            .action(
                    "correct",
                    "补正",
                    a -> a.from("correcting")
                            .to("submitted")
                            .by(APPLICANT)
                            .permission("test.apply")
                            .stops("correction")
                            .consequence("补正后由窗口继续受理。"))
            .action(
                    "lapse",
                    "逾期未补正",
                    a -> a.from("correcting")
                            .to("withdrawn")
                            .by(SYSTEM)
                            .permission("test.apply")
                            .outcome("lapsed")
                            .consequence("视为放弃申请。"))
            .action(
                    "accept",
                    "受理",
                    a -> a.from("submitted")
                            .to("review")
                            .permission("test.accept")
                            .starts("statutory", "promised")
                            .marks(ACCEPTED)
                            .needsOpinion()
                            .consequence("受理后出具受理通知书，开始计时。"))
            .action(
                    "refuse",
                    "不予受理",
                    a -> a.from("submitted")
                            .to("refused")
                            .permission("test.accept")
                            .needsReason()
                            .outcome("not-accepted")
                            .consequence("出具不予受理通知书并告知理由。"))
            .action(
                    "inspect",
                    "启动检验检测",
                    a -> a.from("review")
                            .to("special")
                            .permission("test.review")
                            .needsReason()
                            .pauses("statutory", "promised")
                            .consequence("停止计时，书面告知申请人。"))
            .action(
                    "inspected",
                    "检验检测结束",
                    a -> a.from("special")
                            .to("review")
                            .permission("test.review")
                            .resumes("statutory", "promised")
                            .consequence("恢复计时。"))
            .action(
                    "prolong",
                    "延长审批",
                    a -> a.from("review")
                            .permission("test.prolong")
                            .needsReason()
                            .prolongs("statutory")
                            .consequence("延长 10 个工作日并告知申请人。"))
            .action(
                    "propose",
                    "提出审查意见",
                    a -> a.from("review")
                            .to("decide")
                            .permission("test.review")
                            .needsOpinion()
                            .recallable()
                            .consequence("交审批人员决定。"))
            .action(
                    "grant",
                    "准予许可",
                    a -> a.from("decide")
                            .to("issued")
                            .permission("test.decide")
                            .notPerformerOf("accept")
                            .needsOpinion()
                            .marks(DECIDED)
                            .stops("statutory", "promised")
                            .outcome("granted")
                            .consequence("通过后将签发许可证并短信通知申请人。"))
            .action(
                    "deliver",
                    "送达",
                    a -> a.from("issued").to("closed").permission("test.accept").consequence("办件结束，邀请申请人评价。"))
            .action(
                    "withdraw",
                    "撤回申请",
                    a -> a.from("draft", "submitted", "correcting", "review", "special", "decide")
                            .to("withdrawn")
                            .by(APPLICANT)
                            .permission("test.apply")
                            .outcome("withdrawn")
                            .consequence("撤回后本次申请结束，可以重新申请。"))
            .build();

    static final CaseTerms TERMS = new CaseTerms() {
        @Override
        public String caseType() {
            return ID;
        }

        @Override
        public Optional<StatedTerm> term(CaseView matter, String clock) {
            return switch (clock) {
                case "statutory" -> stated(20, "《行政许可法》第四十二条");
                case "promised" -> stated(5, "办事指南承诺");
                default -> stated(30, "办事指南");
            };
        }

        @Override
        public Optional<StatedTerm> prolongation(CaseView matter, String clock) {
            return stated(10, "《行政许可法》第四十二条");
        }
    };

    private LicenceCases() {}

    private static Optional<StatedTerm> stated(int workdays, String basis) {
        return Optional.of(new StatedTerm(LegalTerm.workdays(workdays), "test.term", 1, basis));
    }
}
