package cn.gov.jiyuan.data.catalogue;

import cn.gov.jiyuan.platform.cases.CaseType;

/** How a unit's census return goes (普查填报): filled in, confirmed by the unit's head, reviewed by the authority. */
final class ReturnType {
    static final String ID = "catalogue.return";
    private static final String FILL = "catalogue.return.fill";
    private static final String CONFIRM = "catalogue.return.confirm";
    private static final String REVIEW = "catalogue.return.review";

    private ReturnType() {}

    static CaseType build() {
        return CaseType.named(ID, "普查填报", 1)
                .readPermission("catalogue.return.read")
                .open("filling", "待填报", s -> s.task("填报普查", "datasteward").notReturnable())
                .open("confirming", "待负责人确认", s -> s.task("确认普查填报", "approver").notReturnable())
                .open(
                        "reviewing",
                        "待复核",
                        s -> s.task("复核普查填报", "datamanager", ResourceType.AUTHORITY)
                                .notReturnable())
                .finalState("approved", "已复核")
                .action(
                        "submit",
                        "提交填报",
                        a -> a.from("filling")
                                .to("confirming")
                                .permission(FILL)
                                .consequence("交本单位负责人确认；零填报须写明理由。已有扫描结果的，同时逐表比对。"))
                .action(
                        "confirm",
                        "确认属实",
                        a -> a.from("confirming")
                                .to("reviewing")
                                .permission(CONFIRM)
                                .notPerformerOf("submit")
                                .needsOpinion()
                                .consequence("本单位对填报内容负责，转主管部门复核。"))
                .action(
                        "confirming-back",
                        "退回填报",
                        a -> a.from("confirming")
                                .to("filling")
                                .permission(CONFIRM)
                                .needsReason()
                                .consequence("按意见修改后重新提交。"))
                .action(
                        "reviewing-back",
                        "退回填报",
                        a -> a.from("reviewing")
                                .to("filling")
                                .permission(REVIEW)
                                .needsReason()
                                .consequence("按意见修改后重新提交。"))
                .action(
                        "approve",
                        "复核通过",
                        a -> a.from("reviewing")
                                .to("approved")
                                .permission(REVIEW)
                                .notPerformerOf("submit", "confirm")
                                .needsOpinion()
                                .outcome("approved")
                                .consequence("结论为新增目录的库表逐张建立目录，由该单位编制；变更、注销的通知该单位办理。"))
                .build();
    }
}
