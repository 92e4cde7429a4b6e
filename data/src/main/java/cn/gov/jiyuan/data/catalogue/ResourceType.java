package cn.gov.jiyuan.data.catalogue;

import static cn.gov.jiyuan.platform.cases.CaseAction.Performer.OVERSEER;

import cn.gov.jiyuan.platform.cases.CaseType;
import cn.gov.jiyuan.platform.cases.ClockSpec.Kind;
import cn.gov.jiyuan.platform.parties.Unit;
import java.util.UUID;

/**
 * The life of an entry (目录状态机): compiled, examined for secrecy, reviewed by the unit, reviewed by the authority,
 * published; then changed, suspended, in the end cancelled. From each review back to any before it, with an opinion.
 */
final class ResourceType {
    static final String ID = "catalogue.resource";
    static final String UPDATE = "update";
    /** The shorter one, after a change of the law or of the unit's duties. */
    static final String UPDATE_BY_LAW = "update-by-law";
    /** The authority in charge of the catalogue. */
    static final UUID AUTHORITY = Unit.idOf("data");

    private static final String EDIT = "catalogue.resource.edit";
    private static final String SECRECY = "catalogue.resource.secrecy";
    private static final String REVIEW = "catalogue.resource.review";
    private static final String PUBLISH = "catalogue.resource.publish";

    private ResourceType() {}

    static CaseType build() {
        CaseType.Builder type = CaseType.named(ID, "信息资源编目", 1).readPermission("catalogue.resource.read");
        type.clock(UPDATE, "目录变更时限", Kind.INTERNAL).clock(UPDATE_BY_LAW, "目录变更时限（法规、职责调整）", Kind.INTERNAL);
        type.open("draft", "编制中", s -> s.task("编制目录", "datasteward").notReturnable())
                .open("secrecy", "部门保密审查", s -> s.task("保密审查", "reviewer").notReturnable())
                .open("review", "部门审核", s -> s.task("部门审核", "approver").notReturnable())
                .open(
                        "authority",
                        "主管部门审核",
                        s -> s.task("目录审核发布", "datamanager", AUTHORITY).notReturnable())
                .waiting("published", "已发布", "提供单位")
                .waiting("suspended", "已停用", "主管部门")
                .finalState("cancelled", "已注销")
                .finalState("discarded", "已撤销编制");
        compile(type);
        examine(type);
        giveBack(type);
        keep(type);
        return type.build();
    }

    private static void compile(CaseType.Builder type) {
        type.action(
                        "submit",
                        "提交审查",
                        a -> a.from("draft").to("secrecy").permission(EDIT).consequence("校验通过后转本部门保密审查，审查期间不能修改内容。"))
                .action(
                        "discard",
                        "撤销编制",
                        a -> a.from("draft")
                                .to("discarded")
                                .permission(EDIT)
                                .needsReason()
                                .outcome("discarded")
                                .stops(UPDATE, UPDATE_BY_LAW)
                                .consequence("只用于从未发布过的目录；顺序码不再使用。"))
                .action(
                        "drop",
                        "放弃变更",
                        a -> a.from("draft")
                                .to("published")
                                .permission(EDIT)
                                .needsReason()
                                .stops(UPDATE, UPDATE_BY_LAW)
                                .consequence("变更稿不再保留，已发布的版本继续有效。"));
    }

    private static void examine(CaseType.Builder type) {
        type.action(
                        "clear",
                        "保密审查通过",
                        a -> a.from("secrecy")
                                .to("review")
                                .permission(SECRECY)
                                .notPerformerOf("submit")
                                .needsOpinion()
                                .consequence("不涉及国家秘密，转本部门审核。"))
                .action(
                        "pass",
                        "部门审核通过",
                        a -> a.from("review")
                                .to("authority")
                                .permission(REVIEW)
                                .notPerformerOf("submit")
                                .needsOpinion()
                                .consequence("转主管部门审核。"))
                .action(
                        "publish",
                        "审核通过，发布",
                        a -> a.from("authority")
                                .to("published")
                                .permission(PUBLISH)
                                .notPerformerOf("submit")
                                .needsOpinion()
                                .stops(UPDATE, UPDATE_BY_LAW)
                                .consequence("目录发布，各部门可以检索和申请；挂接的数据集须和信息项一致。"));
    }

    private static void giveBack(CaseType.Builder type) {
        back(type, "secrecy", SECRECY, "draft", "退回编制");
        back(type, "review", REVIEW, "draft", "退回编制");
        back(type, "review", REVIEW, "secrecy", "退回保密审查");
        back(type, "authority", PUBLISH, "draft", "退回编制");
        back(type, "authority", PUBLISH, "secrecy", "退回保密审查");
        back(type, "authority", PUBLISH, "review", "退回部门审核");
    }

    private static void back(CaseType.Builder type, String from, String permission, String to, String label) {
        type.action(
                from + "-back-to-" + to,
                label,
                a -> a.from(from).to(to).permission(permission).needsReason().consequence("按意见修改或者重新审查后再送审。"));
    }

    private static void keep(CaseType.Builder type) {
        type.action(
                        "change",
                        "发起变更",
                        a -> a.from("published")
                                .to("draft")
                                .by(OVERSEER)
                                .permission(EDIT)
                                .needsReason()
                                .starts(UPDATE)
                                .consequence("以已发布的版本为底稿编制新版本；新版本发布前，已发布的版本继续有效。"))
                .action(
                        "change-by-law",
                        "发起变更（法规、职责调整）",
                        a -> a.from("published")
                                .to("draft")
                                .by(OVERSEER)
                                .permission(EDIT)
                                .needsReason()
                                .starts(UPDATE_BY_LAW)
                                .consequence("因法律法规或者部门职责调整变更的，时限较短；其余同“发起变更”。"))
                .action(
                        "suspend",
                        "停用",
                        a -> a.from("published")
                                .to("suspended")
                                .by(OVERSEER)
                                .permission("catalogue.resource.suspend")
                                .needsReason()
                                .consequence("停用期间不再受理共享申请，已有的授权停止供数。"))
                .action(
                        "resume",
                        "恢复",
                        a -> a.from("suspended")
                                .to("published")
                                .by(OVERSEER)
                                .permission(PUBLISH)
                                .needsReason()
                                .consequence("恢复为已发布。"))
                .action(
                        "cancel",
                        "注销",
                        a -> a.from("published", "suspended")
                                .to("cancelled")
                                .by(OVERSEER)
                                .permission(PUBLISH)
                                .needsReason()
                                .outcome("cancelled")
                                .consequence("目录注销，不能恢复；资源代码不再使用。"));
    }
}
