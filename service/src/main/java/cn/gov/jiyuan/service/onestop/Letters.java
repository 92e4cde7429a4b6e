package cn.gov.jiyuan.service.onestop;

import cn.gov.jiyuan.contracts.items.ItemGuide;
import cn.gov.jiyuan.kernel.time.DateText;
import cn.gov.jiyuan.kernel.time.DeadlineUnit;
import cn.gov.jiyuan.kernel.time.LegalTerm;
import cn.gov.jiyuan.platform.cases.CaseView;
import cn.gov.jiyuan.platform.cases.ClockView;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The words of the letters that the actions of a matter call for.
 *
 * @param received names of what was handed in, for the list of materials
 * @param clocks clocks of the matter as the action left them
 * @param ruled terms by the keys of the rules that hold on the day of the letter
 */
record Letters(
        CaseView matter,
        ItemGuide guide,
        String reason,
        Map<String, ?> facts,
        List<String> received,
        List<ClockView> clocks,
        Function<String, LegalTerm> ruled,
        ZoneId zone) {
    /** Actions after which the file must hold a letter. */
    static final Set<String> CALLED_FOR = Set.of(
            "accept",
            "request-correction",
            "reject",
            "turn-away",
            "receive",
            "receive-originals",
            "correct-at-window",
            "start-special",
            "extend",
            "grant",
            "refuse",
            "terminate",
            "revoke",
            "retract");

    Optional<Letter> of(String action) {
        LetterWording wording = LetterWording.of(guide);
        return Optional.ofNullable(
                switch (action) {
                    case "accept" -> Letter.notice("受理通知书", "受", accepted());
                    case "deem-accepted" -> Letter.notice("视为受理告知书", "视受", deemed());
                    case "request-correction" -> Letter.notice("补正材料告知书", "补", correction());
                    case "reject" -> decision("不予受理决定书", "不受", rejected());
                    case "turn-away" -> decision("不予受理决定书", "不受", elsewhere());
                    case "receive", "receive-originals", "correct-at-window" ->
                        Letter.notice("材料接收清单", "收", received(action));
                    case "start-special" -> Letter.notice(procedureName() + "告知书", "特", special());
                    case "extend" -> Letter.notice("延长办理期限告知书", "延", extended());
                    case "grant" -> Letter.notice(wording.granted(), wording.grantedSeries(), granted());
                    case "refuse" -> decision(wording.refused(), wording.refusedSeries(), refused());
                    case "terminate" -> decision("终止办理告知书", "终", terminated());
                    case "revoke" -> decision(wording.licence() ? "撤销行政许可决定书" : "撤销决定书", "撤销", revoked());
                    case "retract" -> decision(wording.licence() ? "撤回行政许可决定书" : "撤回决定书", "撤回", retracted());
                    default -> null;
                });
    }

    private Letter decision(String title, String series, List<String> paragraphs) {
        return Letter.decision(
                title,
                series,
                paragraphs,
                List.of(
                        "如不服本决定，可以自收到本决定之日起" + within("onestop.remedy.review") + "内向济源产城融合示范区管理委员会申请行政复议，",
                        "也可以自收到本决定之日起" + within("onestop.remedy.suit") + "内依法向人民法院提起行政诉讼。"));
    }

    private String applied() {
        return "您于 " + day() + " 提交的“" + guide.name() + "”申请（办件编号 " + matter.number() + "）";
    }

    private String day() {
        return DateText.full(matter.openedAt().atZone(zone).toLocalDate()).replaceAll("（.*）", "");
    }

    private String under(String article) {
        return LetterWording.of(guide).under(article);
    }

    private List<String> accepted() {
        List<String> paragraphs = new ArrayList<>();
        paragraphs.add(applied() + "，材料齐全、符合法定形式，" + under("第三十二条") + "决定予以受理。");
        terms(paragraphs);
        paragraphs.add("可凭办件编号和查询码在济源政务服务网查询办理进度。");
        return paragraphs;
    }

    private List<String> deemed() {
        List<String> paragraphs = new ArrayList<>();
        paragraphs.add(applied() + "，本机关没有在收到材料后" + term(MatterType.ACCEPTANCE) + "内告知是否受理，" + under("第三十二条")
                + "自收到申请材料之日起即为受理。");
        terms(paragraphs);
        return paragraphs;
    }

    private void terms(List<String> paragraphs) {
        clock(MatterType.PROMISED)
                .ifPresent(c -> paragraphs.add("本事项法定办结时限为 "
                        + ChosenSituation.terms(matter, guide).legal().text() + "，承诺办结时限为 " + c.term()
                        + "，自受理次日起算，最晚于 " + DateText.full(c.dueDate()) + (c.provisional() ? "（暂按）" : "")
                        + " 办结。听证、检验、检测、鉴定、专家评审等依法不计入期限的时间除外。"));
    }

    /** With blanks around it, or what is said when the matter has no such clock. */
    private String term(String clock) {
        return clock(clock).map(c -> " " + c.term() + " ").orElse("规定期限");
    }

    /** With blanks around it; natural days as laws call them, “ 60 日 ”. */
    private String within(String rule) {
        LegalTerm term = ruled.apply(rule);
        return " " + (term.unit() == DeadlineUnit.NATURAL_DAY ? term.amount() + " 日" : term.text()) + " ";
    }

    private Optional<ClockView> clock(String id) {
        return clocks.stream().filter(c -> c.clock().equals(id)).reduce((earlier, later) -> later);
    }

    private List<String> correction() {
        return List.of(
                "您提交的“" + guide.name() + "”申请收悉。经核对，申请材料不齐全或者不符合法定形式，" + under("第三十二条") + "现一次性告知需要补正的全部内容：",
                reason,
                "请在济源政务服务网“我的办件”中补正，或到窗口提交。逾期未补正的，视为放弃申请。");
    }

    private List<String> rejected() {
        return List.of("您提交的“" + guide.name() + "”申请收悉。经审查，" + under("第三十二条") + "决定不予受理，理由如下：", reason);
    }

    private List<String> elsewhere() {
        String contact = fact("contact");
        return List.of(
                "您提交的“" + guide.name() + "”申请收悉。该申请依法不属于本机关职权范围，" + under("第三十二条") + "决定不予受理：",
                reason,
                "请向" + fact("authority") + "申请" + (contact.isEmpty() ? "。" : "（" + contact + "）。"));
    }

    private List<String> received(String action) {
        List<String> paragraphs = new ArrayList<>();
        paragraphs.add(
                action.equals("receive")
                        ? "今收到您“" + guide.name() + "”的申请（办件编号 " + matter.number() + "）及下列材料："
                        : "今收到您为“" + guide.name() + "”（办件编号 " + matter.number() + "）提交的下列材料：" + reason);
        for (int i = 0; i < received.size(); i++) {
            paragraphs.add((i + 1) + ". " + received.get(i));
        }
        paragraphs.add("收到材料不等于受理。受理单位将在" + term(MatterType.ACCEPTANCE) + "内告知是否受理，或者一次性告知需要补正的全部内容。");
        return paragraphs;
    }

    private String procedureName() {
        return Procedure.of(facts.get("procedure"))
                .map(procedure -> procedure.name(guide.content()))
                .orElse("特别程序");
    }

    private List<String> special() {
        List<String> paragraphs = new ArrayList<>();
        paragraphs.add("在办理您申请的“" + guide.name() + "”（办件编号 " + matter.number() + "）过程中，需要依法进行" + procedureName() + "：");
        paragraphs.add(reason);
        if (!fact("place").isEmpty()) {
            paragraphs.add("时间、地点或者受托机构：" + fact("place") + "。");
        }
        if (!fact("days").isEmpty()) {
            paragraphs.add("预计需要 " + fact("days") + " 个工作日。");
        }
        if (Procedure.HEARING.code().equals(facts.get("procedure"))) {
            paragraphs.add("申请人、利害关系人可以在被告知听证权利之日起" + within("onestop.hearing.request") + "内提出听证申请，本机关在"
                    + within("onestop.hearing.hold") + "内组织听证。您可以申请主持人回避，可以申辩和质证，不承担组织听证的费用。");
        }
        paragraphs.add(under("第四十五条") + "上述程序所需时间不计算在办理期限内，自本告知之日起停止计时，程序结束的次日起继续计算。");
        return paragraphs;
    }

    private List<String> extended() {
        List<String> paragraphs = new ArrayList<>();
        paragraphs.add("您申请的“" + guide.name() + "”，因下列原因不能在规定期限内作出决定，" + under("第四十二条") + "经本机关负责人批准，延长办理期限：");
        paragraphs.add(reason);
        clock(MatterType.LEGAL).ifPresent(c -> paragraphs.add("延长后的期限届满日为 " + DateText.full(c.dueDate()) + "。"));
        return paragraphs;
    }

    private List<String> granted() {
        if (!LetterWording.of(guide).licence()) {
            return List.of("您申请的“" + guide.name() + "”，经审查符合规定的条件，决定准予办理，办理结果为："
                    + guide.content().basics().resultName() + "。");
        }
        return List.of("您申请的“" + guide.name() + "”，经审查符合法定条件，根据《中华人民共和国行政许可法》第三十八条第一款的规定，决定准予行政许可。许可证件将在"
                + within("onestop.delivery.term") + "内送达。");
    }

    private List<String> refused() {
        if (!LetterWording.of(guide).licence()) {
            return List.of("您申请的“" + guide.name() + "”，经审查不符合规定的条件，决定不予办理。", "理由：" + reason);
        }
        return List.of("您申请的“" + guide.name() + "”，经审查不符合法定条件，根据《中华人民共和国行政许可法》第三十八条第二款的规定，决定不予行政许可。", "理由：" + reason);
    }

    private List<String> terminated() {
        return List.of(applied() + "，因下列情形终止办理：", reason, "已提交的材料保留在办件中；需要时可以重新申请。");
    }

    private List<String> revoked() {
        return List.of(
                "本机关就“" + guide.name() + "”（办件编号 " + matter.number() + "）作出的准予决定，存在下列情形：" + fact("groundText") + "。",
                reason,
                "已告知您事实、理由、依据，并听取了陈述、申辩。" + under("第六十九条") + "决定撤销该准予决定。据以颁发的证照同时失效，请交回。");
    }

    private List<String> retracted() {
        String compensation = fact("compensation");
        return List.of(
                "本机关就“" + guide.name() + "”（办件编号 " + matter.number() + "）作出的准予决定，存在下列情形：" + fact("groundText") + "。",
                reason,
                under("第八条第二款") + "为了公共利益的需要，决定撤回该准予决定。据以颁发的证照同时失效。",
                compensation.isEmpty() ? "由此给您造成财产损失的，依法给予补偿。" : "补偿：" + compensation);
    }

    private String fact(String name) {
        @Nullable Object value = facts.get(name);
        return value == null ? "" : String.valueOf(value);
    }
}
