package cn.gov.jiyuan.data.exchange.sharing;

import static cn.gov.jiyuan.platform.cases.CaseAction.Performer.OVERSEER;
import static cn.gov.jiyuan.platform.cases.CaseAction.Performer.SYSTEM;

import cn.gov.jiyuan.platform.cases.CaseAction.Milestone;
import cn.gov.jiyuan.platform.cases.CaseType;
import cn.gov.jiyuan.platform.cases.ClockSpec.Kind;
import cn.gov.jiyuan.platform.parties.Unit;
import java.util.UUID;

/**
 * How a share request goes (共享申请): the asking unit, the authority in charge, the provider if the resource is
 * conditional, then the grant. Silence of the provider is never consent: it makes the request overdue and supervised.
 */
final class ShareType {
    static final String ID = "exchange.request";
    static final String REVIEW = "review";
    static final String REPLY = "reply";
    static final String SUPPLY = "supply";
    /** Fact of the case that names the provider's unit. */
    static final String PROVIDER = "providerUnit";

    /** The authority in charge of data (主管部门). */
    static final UUID AUTHORITY = Unit.idOf("data");

    private static final String APPLY = "exchange.request.apply";
    private static final String APPROVE = "exchange.request.approve";
    private static final String ANSWER = "exchange.request.answer";
    private static final String MANAGE = "exchange.request.review";
    private static final String SUSPEND = "exchange.grant.suspend";

    private ShareType() {}

    static CaseType build() {
        CaseType.Builder type = CaseType.named(ID, "共享申请", 1).readPermission("exchange.request.read");
        type.clock(REVIEW, "规范性审查时限", Kind.INTERNAL)
                .clock(REPLY, "提供部门答复时限", Kind.STATUTORY)
                .clock(SUPPLY, "提供数据时限", Kind.STATUTORY);
        type.open("department", "本部门审核", s -> s.task("审核本部门的共享申请", "approver"))
                .open("review", "规范性审查", s -> s.task("审查共享申请", "datamanager", AUTHORITY))
                .open(
                        "provider",
                        "提供部门审核",
                        s -> s.taskOf(PROVIDER, "答复共享申请", "datasteward").notReturnable())
                .open(
                        "overdue",
                        "逾期",
                        s -> s.taskOf(PROVIDER, "答复共享申请（已逾期）", "datasteward").notReturnable())
                .open(
                        "granting",
                        "待授权",
                        s -> s.task("开通授权", "datamanager", AUTHORITY).notReturnable())
                .waiting("above", "对方平台办理", "对方平台")
                .waiting("inuse", "使用中", "使用部门")
                .waiting("suspended", "已停用", "使用部门")
                .waiting("expired", "已到期", "使用部门")
                .waiting("returned", "退回修改", "申请部门")
                .waiting("refused", "不予共享", "申请部门")
                .open(
                        "consulting",
                        "协商",
                        s -> s.task("组织协商", "datamanager", AUTHORITY).notReturnable())
                .open("ruling", "裁定", s -> s.task("裁定共享争议", "leader", AUTHORITY).notReturnable())
                .finalState("ended", "已终止")
                .finalState("withdrawn", "已撤回");
        examine(type);
        answer(type);
        quarrel(type);
        use(type);
        link(type);
        return type.build();
    }

    private static void examine(CaseType.Builder type) {
        type.action(
                        "approve",
                        "同意提交",
                        a -> a.from("department")
                                .to("review")
                                .permission(APPROVE)
                                .starts(REVIEW)
                                .marks(Milestone.SUBMITTED)
                                .consequence("转数据主管部门作规范性审查。"))
                .action(
                        "return",
                        "退回修改",
                        a -> a.from("department")
                                .to("returned")
                                .permission(APPROVE)
                                .needsReason()
                                .consequence("退回填报人修改，修改后可以重新提交。"))
                .action(
                        "forward",
                        "转提供部门审核",
                        a -> a.from("review")
                                .to("provider")
                                .permission(MANAGE)
                                .stops(REVIEW)
                                .starts(REPLY)
                                .marks(Milestone.ACCEPTED)
                                .consequence("有条件共享：提供部门在法定时限内答复；逾期进入督办，不视为同意。"))
                .action(
                        "admit",
                        "审查通过",
                        a -> a.from("review")
                                .to("granting")
                                .permission(MANAGE)
                                .stops(REVIEW)
                                .starts(SUPPLY)
                                .marks(Milestone.ACCEPTED)
                                .consequence("无条件共享：不再征求提供部门意见，直接授权。"))
                .action(
                        "send-back",
                        "审查不合规范，退回",
                        a -> a.from("review")
                                .to("returned")
                                .permission(MANAGE)
                                .needsReason()
                                .stops(REVIEW)
                                .consequence("退回申请部门修改，修改后可以重新提交。"))
                .action(
                        "resubmit",
                        "重新提交",
                        a -> a.from("returned")
                                .to("department")
                                .by(OVERSEER)
                                .permission(APPLY)
                                .consequence("再由本部门审核。"))
                .action(
                        "withdraw",
                        "撤回",
                        a -> a.from("returned", "department", "review", "provider", "overdue")
                                .to("withdrawn")
                                .by(OVERSEER)
                                .permission(APPLY)
                                .needsReason()
                                .outcome("withdrawn")
                                .consequence("申请结束，原有的授权同时终止；需要时另行申请。"));
    }

    private static void answer(CaseType.Builder type) {
        type.action(
                        "agree",
                        "同意共享",
                        a -> a.from("provider", "overdue")
                                .to("granting")
                                .permission(ANSWER)
                                .stops(REPLY)
                                .starts(SUPPLY)
                                .marks(Milestone.DECIDED)
                                .consequence("未逐项答复的信息项按同意处理，转数据主管部门开通授权。"))
                .action(
                        "refuse",
                        "不予共享",
                        a -> a.from("provider", "overdue")
                                .to("refused")
                                .permission(ANSWER)
                                .needsReason()
                                .stops(REPLY)
                                .marks(Milestone.DECIDED)
                                .consequence("理由告知申请部门；有异议的可以提请协商。"))
                .action(
                        "give-back",
                        "材料不足，退回",
                        a -> a.from("provider", "overdue")
                                .to("returned")
                                .permission(ANSWER)
                                .needsReason()
                                .stops(REPLY)
                                .consequence("退回申请部门补充，重新提交后答复时限重新计算。"))
                .action(
                        "remind",
                        "催办",
                        a -> a.from("provider", "overdue")
                                .by(SYSTEM)
                                .permission(ANSWER)
                                .consequence("提醒提供部门在时限内答复。"))
                .action(
                        "lapse",
                        "逾期未答复",
                        a -> a.from("provider")
                                .to("overdue")
                                .by(SYSTEM)
                                .permission(ANSWER)
                                .consequence("进入督办；不视为同意，不自动授权。"))
                .action(
                        "grant",
                        "开通授权",
                        a -> a.from("granting")
                                .to("inuse")
                                .permission(MANAGE)
                                .stops(SUPPLY)
                                .outcome("granted")
                                .consequence("按同意的信息项、行条件、额度和期限授权，通知申请部门领取密钥。"));
    }

    private static void quarrel(CaseType.Builder type) {
        type.action(
                        "accept",
                        "接受",
                        a -> a.from("refused")
                                .to("ended")
                                .by(OVERSEER)
                                .permission(APPLY)
                                .outcome("refused")
                                .consequence("申请结束，原有的授权同时终止。"))
                .action(
                        "dispute",
                        "提请协商",
                        a -> a.from("refused")
                                .to("consulting")
                                .by(OVERSEER)
                                .permission(APPLY)
                                .needsReason()
                                .consequence("由数据主管部门组织双方协商；协商不成的裁定。"))
                .action(
                        "settle",
                        "协商一致，同意共享",
                        a -> a.from("consulting")
                                .to("granting")
                                .permission(MANAGE)
                                .needsOpinion()
                                .starts(SUPPLY)
                                .consequence("按协商的结果授权。"))
                .action(
                        "give-up",
                        "协商一致，不再申请",
                        a -> a.from("consulting")
                                .to("ended")
                                .permission(MANAGE)
                                .needsOpinion()
                                .outcome("refused")
                                .consequence("申请结束，原有的授权同时终止。"))
                .action(
                        "escalate",
                        "协商不成，提请裁定",
                        a -> a.from("consulting")
                                .to("ruling")
                                .permission(MANAGE)
                                .needsReason()
                                .consequence("由数据主管部门负责人裁定。"))
                .action(
                        "rule-for",
                        "裁定共享",
                        a -> a.from("ruling")
                                .to("granting")
                                .permission("exchange.request.rule")
                                .needsReason()
                                .starts(SUPPLY)
                                .consequence("按裁定授权，告知双方。"))
                .action(
                        "rule-against",
                        "裁定不予共享",
                        a -> a.from("ruling")
                                .to("ended")
                                .permission("exchange.request.rule")
                                .needsReason()
                                .outcome("refused")
                                .consequence("申请结束，原有的授权同时终止，告知双方；仍有异议的报上一级主管部门。"));
    }

    private static void use(CaseType.Builder type) {
        type.action(
                        "renew",
                        "申请续期",
                        a -> a.from("inuse", "expired")
                                .to("department")
                                .by(OVERSEER)
                                .permission(APPLY)
                                .needsReason()
                                .consequence("续期要重新审批；批准前原授权到期即停。"))
                .action(
                        "suspend",
                        "停用",
                        a -> a.from("inuse")
                                .to("suspended")
                                .by(OVERSEER)
                                .permission(SUSPEND)
                                .needsReason()
                                .consequence("立即停止供数，通知双方。"))
                .action(
                        "resume",
                        "恢复",
                        a -> a.from("suspended")
                                .to("inuse")
                                .by(OVERSEER)
                                .permission(MANAGE)
                                .needsReason()
                                .consequence("恢复供数。"))
                .action(
                        "expire",
                        "到期",
                        a -> a.from("inuse", "suspended")
                                .to("expired")
                                .by(SYSTEM)
                                .permission(MANAGE)
                                .consequence("授权到期，停止供数，通知双方。"))
                .action(
                        "stop",
                        "不再使用",
                        a -> a.from("inuse", "suspended", "expired")
                                .to("ended")
                                .by(OVERSEER)
                                .permission(APPLY)
                                .needsReason()
                                .outcome("stopped")
                                .consequence("授权终止，密钥作废。"));
    }

    /** What goes to another installation, and what comes from one. */
    private static void link(CaseType.Builder type) {
        type.action(
                        "report",
                        "报送对方平台",
                        a -> a.from("review")
                                .to("above")
                                .permission(MANAGE)
                                .stops(REVIEW)
                                .marks(Milestone.ACCEPTED)
                                .consequence("对方平台的资源：申请随批次报送，由对方平台按它的规定办理，决定随批次返回。"))
                .action(
                        "foreign-grant",
                        "对方平台同意",
                        a -> a.from("above", "suspended")
                                .to("inuse")
                                .by(SYSTEM)
                                .permission(MANAGE)
                                .marks(Milestone.DECIDED)
                                .outcome("granted")
                                .consequence("数据随批次下发，落入本部门的回流数据集。"))
                .action(
                        "foreign-refuse",
                        "对方平台不予共享",
                        a -> a.from("above")
                                .to("refused")
                                .by(SYSTEM)
                                .permission(MANAGE)
                                .needsReason()
                                .marks(Milestone.DECIDED)
                                .consequence("理由告知申请部门。"))
                .action(
                        "foreign-return",
                        "对方平台退回",
                        a -> a.from("above")
                                .to("returned")
                                .by(SYSTEM)
                                .permission(MANAGE)
                                .needsReason()
                                .consequence("退回申请部门修改，修改后可以重新提交。"))
                .action(
                        "arrive",
                        "对方平台报来",
                        a -> a.from("department", "returned")
                                .to("review")
                                .by(SYSTEM)
                                .permission(MANAGE)
                                .starts(REVIEW)
                                .marks(Milestone.SUBMITTED)
                                .consequence("申请部门已在它的平台审核，直接作规范性审查。"));
    }
}
