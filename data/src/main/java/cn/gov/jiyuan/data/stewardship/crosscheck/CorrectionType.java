package cn.gov.jiyuan.data.stewardship.crosscheck;

import static cn.gov.jiyuan.platform.cases.CaseAction.Performer.SYSTEM;

import cn.gov.jiyuan.platform.cases.CaseType;
import cn.gov.jiyuan.platform.cases.ClockSpec.Kind;

/**
 * How a ticket of correction goes (校核工单): only the unit that owns the item verifies and corrects, in its own system; the
 * next batch shows whether it did.
 */
final class CorrectionType {
    static final String ID = "stewardship.ticket";
    static final String VERIFY = "verify";
    private static final String WORK = "stewardship.ticket.conclude";

    private CorrectionType() {}

    static CaseType build() {
        CaseType.Builder type = CaseType.named(ID, "校核工单", 1)
                .readPermission("stewardship.ticket.read")
                .clock(VERIFY, "校核时限", Kind.STATUTORY)
                .waiting("found", "待派单", "系统")
                .open("verifying", "待核实", s -> s.task("核实不一致的数据", "datasteward").notReturnable())
                .open(
                        "correcting",
                        "待更正",
                        s -> s.task("在本部门系统中更正并重新报送", "datasteward").notReturnable())
                .waiting("recheck", "待复核", "更正后的下一批数据")
                .finalState("closed", "已办结");
        type.action(
                "issue",
                "派单",
                a -> a.from("found")
                        .to("verifying")
                        .by(SYSTEM)
                        .permission(WORK)
                        .starts(VERIFY)
                        .consequence("数源部门在时限内核实。平台不修改任何部门的数据。"));
        conclude(type);
        settle(type);
        return type.build();
    }

    private static void conclude(CaseType.Builder type) {
        type.action(
                        "uphold",
                        "数源对",
                        a -> a.from("verifying")
                                .to("closed")
                                .permission(WORK)
                                .needsReason()
                                .stops(VERIFY)
                                .outcome("source")
                                .consequence("数源值成立；提出不同值的部门的可信度相应降低。"))
                .action(
                        "accept",
                        "来源对",
                        a -> a.from("verifying")
                                .to("correcting")
                                .permission(WORK)
                                .needsReason()
                                .stops(VERIFY)
                                .consequence("本部门在自己的系统中更正并重新报送；数源的可信度相应降低。"))
                .action(
                        "reject-both",
                        "都不对",
                        a -> a.from("verifying")
                                .to("correcting")
                                .permission(WORK)
                                .needsReason()
                                .stops(VERIFY)
                                .consequence("本部门在自己的系统中更正并重新报送；各来源的可信度都相应降低。"))
                .action(
                        "report",
                        "报告已更正",
                        a -> a.from("correcting")
                                .to("recheck")
                                .permission(WORK)
                                .needsReason()
                                .consequence("更正后的数据入库后自动复核。"));
    }

    private static void settle(CaseType.Builder type) {
        type.action(
                        "agree",
                        "各来源已经一致",
                        a -> a.from("verifying")
                                .to("closed")
                                .by(SYSTEM)
                                .permission(WORK)
                                .stops(VERIFY)
                                .outcome("agreed")
                                .consequence("新批次中各来源一致，工单办结。"))
                .action(
                        "correct",
                        "数源已经更正",
                        a -> a.from("correcting", "recheck")
                                .to("closed")
                                .by(SYSTEM)
                                .permission(WORK)
                                .outcome("corrected")
                                .consequence("数源的新批次已经更正，可信值随之更新，工单办结。"))
                .action(
                        "reopen",
                        "尚未更正",
                        a -> a.from("recheck")
                                .to("correcting")
                                .by(SYSTEM)
                                .permission(WORK)
                                .consequence("数源的新批次没有变化，退回更正。"));
    }
}
