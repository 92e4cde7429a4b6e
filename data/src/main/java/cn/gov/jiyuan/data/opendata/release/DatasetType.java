package cn.gov.jiyuan.data.opendata.release;

import cn.gov.jiyuan.platform.cases.CaseAction.Performer;
import cn.gov.jiyuan.platform.cases.CaseType;
import cn.gov.jiyuan.platform.parties.Unit;
import java.util.UUID;

/** How a dataset is opened (开放数据集): 登记 → 部门审核 → 安全审查 → 大数据局审核 → 发布 → 更新 → 过期、下线、撤回. */
public final class DatasetType {
    public static final String ID = "opendata.dataset";
    static final UUID BUREAU = Unit.idOf("data");

    private static final String REGISTER = "opendata.dataset.register";
    private static final String APPROVE = "opendata.dataset.approve";
    private static final String SECURE = "opendata.dataset.secure";
    private static final String RELEASE = "opendata.dataset.release";

    private DatasetType() {}

    public static CaseType build() {
        CaseType.Builder type = CaseType.named(ID, "开放数据集", 1).readPermission("opendata.dataset.read");
        type.open("registered", "登记", s -> s.task("核对列和门控结论并提交", "datasteward"))
                .open("department", "部门审核", s -> s.task("审核开放数据集", "approver"))
                .open("security", "安全审查", s -> s.task("审查匿名化和分级", "securityofficer", BUREAU))
                .open("bureau", "大数据局审核", s -> s.task("审核并发布", "datamanager", BUREAU))
                .waiting("releasing", "正在生成版本", "系统")
                .waiting("published", "已发布", "提供单位")
                .waiting("expired", "过期未更新", "提供单位")
                .waiting("offline", "已下线", "提供单位")
                .finalState("recalled", "已撤回")
                .finalState("cancelled", "已取消");
        review(type);
        bySystem(type);
        later(type);
        return type.build();
    }

    private static void review(CaseType.Builder type) {
        type.action(
                        "submit",
                        "提交审核",
                        a -> a.from("registered")
                                .to("department")
                                .permission(REGISTER)
                                .consequence("再次检查数据；含直接标识符，或者达不到匿名化要求的无条件开放，不能提交。"))
                .action(
                        "cancel",
                        "取消登记",
                        a -> a.from("registered")
                                .to("cancelled")
                                .permission(REGISTER)
                                .needsReason()
                                .outcome("cancelled")
                                .consequence("登记作废，可以重新登记。"))
                .action(
                        "confirm",
                        "同意开放",
                        a -> a.from("department")
                                .to("security")
                                .permission(APPROVE)
                                .notPerformerOf("submit")
                                .needsOpinion()
                                .consequence("转安全管理员审查匿名化结论和数据分级。"))
                .action(
                        "clear",
                        "审查通过",
                        a -> a.from("security")
                                .to("bureau")
                                .permission(SECURE)
                                .notPerformerOf("submit", "confirm")
                                .needsOpinion()
                                .consequence("转大数据局审核发布。"))
                .action(
                        "publish",
                        "审核通过，发布",
                        a -> a.from("bureau")
                                .to("releasing")
                                .permission(RELEASE)
                                .notPerformerOf("submit", "confirm", "clear")
                                .needsOpinion()
                                .consequence("按当前数据再过一次门控，生成不可更改的版本并对公众开放。"))
                .action(
                        "send-back",
                        "退回修改",
                        a -> a.from("department")
                                .to("registered")
                                .permission(APPROVE)
                                .needsReason()
                                .consequence("退回数据管理员修改后重新提交。"))
                .action(
                        "object",
                        "审查不通过",
                        a -> a.from("security")
                                .to("registered")
                                .permission(SECURE)
                                .needsReason()
                                .consequence("退回数据管理员修改后重新提交。"))
                .action(
                        "decline",
                        "不同意发布",
                        a -> a.from("bureau")
                                .to("registered")
                                .permission(RELEASE)
                                .needsReason()
                                .consequence("退回数据管理员修改后重新提交。"));
    }

    private static void bySystem(CaseType.Builder type) {
        type.action(
                        "released",
                        "版本已发布",
                        a -> a.from("releasing")
                                .to("published")
                                .by(Performer.SYSTEM)
                                .permission(RELEASE)
                                .consequence("公众可以查看、下载和调用。"))
                .action(
                        "refused",
                        "门控未通过",
                        a -> a.from("releasing")
                                .to("registered")
                                .by(Performer.SYSTEM)
                                .permission(RELEASE)
                                .consequence("数据已经变化，达不到开放要求，退回数据管理员。"))
                .action(
                        "kept",
                        "更新未通过门控",
                        a -> a.from("releasing")
                                .to("expired")
                                .by(Performer.SYSTEM)
                                .permission(RELEASE)
                                .consequence("保留上一版本，请处理后重新更新。"))
                .action(
                        "expire",
                        "到期未更新",
                        a -> a.from("published")
                                .to("expired")
                                .by(Performer.SYSTEM)
                                .permission(RELEASE)
                                .consequence("页面标明过期，提醒提供单位更新。"))
                .action(
                        "source-withdrawn",
                        "来源停止开放",
                        a -> a.from("published", "expired", "offline", "releasing", "registered", "department")
                                .from("security", "bureau")
                                .to("recalled")
                                .by(Performer.SYSTEM)
                                .permission(RELEASE)
                                .needsReason()
                                .outcome("recalled")
                                .consequence("立即停止下载和接口，通知使用者。"));
    }

    private static void later(CaseType.Builder type) {
        type.action(
                        "update",
                        "发布新版本",
                        a -> a.from("published", "expired")
                                .to("releasing")
                                .by(Performer.OVERSEER)
                                .permission(REGISTER)
                                .consequence("用来源的最新数据生成新版本；与以往版本比较后仍须满足匿名化要求。"))
                .action(
                        "relist",
                        "重新上线",
                        a -> a.from("offline")
                                .to("releasing")
                                .by(Performer.OVERSEER)
                                .permission(RELEASE)
                                .needsReason()
                                .consequence("用来源的最新数据生成新版本并恢复开放。"))
                .action(
                        "take-offline",
                        "下线",
                        a -> a.from("published", "expired")
                                .to("offline")
                                .by(Performer.OVERSEER)
                                .permission(RELEASE)
                                .needsReason()
                                .consequence("停止下载和接口，通知使用者；以后可以重新上线。"))
                .action(
                        "recall",
                        "撤回召回",
                        a -> a.from("published", "expired", "offline")
                                .to("recalled")
                                .by(Performer.OVERSEER)
                                .permission(RELEASE)
                                .needsReason()
                                .outcome("recalled")
                                .consequence("立即停止下载和接口，旧链接失效，通知所有下载过的人。不能恢复。"));
    }
}
