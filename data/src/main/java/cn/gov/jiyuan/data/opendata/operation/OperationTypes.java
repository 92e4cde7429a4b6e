package cn.gov.jiyuan.data.opendata.operation;

import cn.gov.jiyuan.platform.cases.CaseAction.Performer;
import cn.gov.jiyuan.platform.cases.CaseType;
import cn.gov.jiyuan.platform.parties.Unit;
import java.util.UUID;

/** How the operation of public data is granted (公共数据授权运营): 评估 → 公示 → 签约 → 运营. */
public final class OperationTypes {
    public static final String GRANT = "opendata.grant";
    static final UUID BUREAU = Unit.idOf("data");
    private static final String MANAGE = "opendata.operation.manage";
    private static final String ASSESS = "opendata.operation.assess";

    private OperationTypes() {}

    public static CaseType grant() {
        return CaseType.named(GRANT, "公共数据授权运营", 1)
                .readPermission("opendata.operation.read")
                .open("assessing", "安全和价值评估", s -> s.task("评估授权运营申请", "securityofficer", BUREAU))
                .open("assessed", "待公示", s -> s.task("公示授权运营", "datamanager", BUREAU))
                .open("publicised", "公示中", s -> s.task("公示期满后签约", "datamanager", BUREAU))
                .waiting("signed", "运营中", "运营机构")
                .finalState("rejected", "未通过")
                .finalState("ended", "已终止")
                .action(
                        "assess",
                        "评估通过",
                        a -> a.from("assessing")
                                .to("assessed")
                                .permission(ASSESS)
                                .needsOpinion()
                                .consequence("转大数据局公示。"))
                .action(
                        "reject",
                        "评估不通过",
                        a -> a.from("assessing")
                                .to("rejected")
                                .permission(ASSESS)
                                .needsReason()
                                .outcome("rejected")
                                .consequence("授权终止办理。"))
                .action(
                        "publicise",
                        "开始公示",
                        a -> a.from("assessed")
                                .to("publicised")
                                .permission(MANAGE)
                                .consequence("在公共数据开放平台公示；公示期满、无异议的才能签约。"))
                .action(
                        "object",
                        "公示有异议，不予授权",
                        a -> a.from("publicised")
                                .to("rejected")
                                .permission(MANAGE)
                                .needsReason()
                                .outcome("rejected")
                                .consequence("授权终止办理。"))
                .action(
                        "sign",
                        "签约",
                        a -> a.from("publicised")
                                .to("signed")
                                .permission(MANAGE)
                                .notPerformerOf("assess")
                                .needsOpinion()
                                .consequence("授权生效，可以登记数据产品。"))
                .action(
                        "terminate",
                        "终止授权",
                        a -> a.from("signed")
                                .to("ended")
                                .by(Performer.OVERSEER)
                                .permission(MANAGE)
                                .needsReason()
                                .outcome("ended")
                                .consequence("立即停供全部产品，通知使用方。"))
                .action(
                        "lapse",
                        "授权到期",
                        a -> a.from("signed")
                                .to("ended")
                                .by(Performer.SYSTEM)
                                .permission(MANAGE)
                                .outcome("ended")
                                .consequence("停供全部产品，通知使用方。"))
                .build();
    }
}
