package cn.gov.jiyuan.service.onestop;

import cn.gov.jiyuan.contracts.items.ItemContent;
import cn.gov.jiyuan.contracts.items.ItemGuide;
import cn.gov.jiyuan.contracts.items.Material;
import cn.gov.jiyuan.contracts.items.SpecialProcedure;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What officials and applicants of one item write in the demonstration.
 *
 * @param procedure the procedure that stops the clock of this item now and then; null if it has none
 * @param inspection why it is needed
 * @param prolongable whether its term may be extended
 * @param licence whether what it grants is a licence, which alone may be revoked as one
 * @param promise promised workdays; 0 on the spot (即办件)
 */
record DemoTale(
        List<String> corrections,
        List<String> rejections,
        List<String> refusals,
        List<String> withdrawals,
        List<String> extensions,
        @Nullable Procedure procedure,
        String inspection,
        String inspected,
        boolean prolongable,
        boolean licence,
        int promise) {

    /** The item of the guided tour, told in its own words. */
    static DemoTale food(ItemContent content) {
        return new DemoTale(
                List.of(
                        "设备设施布局图没有标明各功能区面积，请补充标注后重新上传。",
                        "食品安全规章制度目录清单缺少“进货查验记录制度”，请补充。",
                        "经营场所写到门牌号即可，请补充具体楼层和房号；设备布局图请盖章或者签字。",
                        "从业人员中有两人没有填写健康证明有效期，请补充。",
                        "经营项目选择了冷食类食品制售，请在布局图中标出冷食专间。"),
                List.of(
                        "仅销售预包装食品，依法只需备案，不需要取得食品经营许可，请改办“仅销售预包装食品备案”。",
                        "经营场所在其他县（市），不属于本机关职权范围，请向经营场所所在地市场监督管理部门申请。",
                        "该经营场所已有有效的食品经营许可证，一址一证，请先办理注销或者变更。"),
                List.of(
                        "现场核查发现经营场所与污染源距离不足，且没有设置防护设施，不符合许可条件。",
                        "现场核查发现冷食制售没有独立专间，经整改仍不符合规定。",
                        "申请人提供的经营场所与实际经营地点不一致，不符合许可条件。"),
                List.of("店面租赁没有谈成，暂不开业。", "改为与他人合伙经营，重新申请。", "经营项目要调整，撤回后重新申请。", "填错了经营场所。"),
                List.of("经营场所装修未完成，现场核查需要顺延。", "涉及中央厨房工艺流程论证，需要延长审查时间。"),
                procedure(content).orElse(null),
                "需要到经营场所现场核查。",
                "两名核查人员现场核查，经营场所、设备设施与申请一致。",
                true,
                true,
                content.terms().promise().amount());
    }

    /** Any other item, told by what its guide says. */
    static DemoTale of(ItemGuide guide) {
        ItemContent content = guide.content();
        List<String> materials =
                content.materials().stream().map(Material::name).limit(4).toList();
        Optional<Procedure> procedure = procedure(content);
        String name = procedure.map(p -> p.name(content)).orElse("");
        return new DemoTale(
                materials.stream().map(m -> "“" + m + "”不清晰或者没有签字盖章，请补齐后重新提交。").toList(),
                List.of("申请人不是“" + guide.name() + "”的服务对象，依法不予受理。", "同一事项已经办结，结果仍然有效，不需要重复申请。"),
                content.conditions().isEmpty()
                        ? List.of("经审查，不符合规定的条件。")
                        : content.conditions().stream()
                                .limit(3)
                                .map(c -> "经审查，不符合下列条件：" + c)
                                .toList(),
                List.of("材料没有准备齐，改日再办。", "情况有变，暂不办理。", "填写有误，撤回后重新申请。"),
                List.of("情况复杂，需要进一步核实。", "需要征求有关部门意见。"),
                procedure.orElse(null),
                "需要依法进行" + name + "。",
                name + "已完成，结果符合要求。",
                content.specialProcedures().stream().anyMatch(p -> p.effect() == SpecialProcedure.Effect.EXTENDS),
                LetterWording.of(guide).licence(),
                content.terms().promise().amount());
    }

    private static Optional<Procedure> procedure(ItemContent content) {
        return Arrays.stream(Procedure.values())
                .filter(procedure -> content.specialProcedures().stream()
                        .anyMatch(own -> own.effect() == SpecialProcedure.Effect.STOPS_CLOCK
                                && procedure.name(content).equals(own.name())))
                .findFirst();
    }
}
