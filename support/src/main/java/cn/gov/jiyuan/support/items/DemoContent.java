package cn.gov.jiyuan.support.items;

import cn.gov.jiyuan.contracts.items.ItemContent;
import cn.gov.jiyuan.contracts.items.ItemType;
import cn.gov.jiyuan.contracts.items.Material;
import cn.gov.jiyuan.contracts.items.ProcessKind;
import cn.gov.jiyuan.contracts.items.Situations;
import cn.gov.jiyuan.kernel.time.LegalTerm;
import cn.gov.jiyuan.platform.parties.Unit;
import java.util.ArrayList;
import java.util.List;

/**
 * Completes the elements of an item of which only the name is known. Always the same for the same code; what is not
 * known of the real item is kept general, and every such item is marked as demo.
 */
final class DemoContent {
    private static final String IDENTITY_CARD = "11100000000013127D001";
    private static final String BUSINESS_LICENCE = "11100000MB0143028R001";

    private final String name;
    private final ItemType type;
    private final Unit unit;
    private final String theme;
    private final int seed;

    DemoContent(String code, String name, ItemType type, Unit unit, String theme) {
        this.name = name;
        this.type = type;
        this.unit = unit;
        this.theme = theme;
        this.seed = Math.floorMod(code.hashCode(), 10_007);
    }

    ItemContent content() {
        boolean onTheSpot =
                type == ItemType.PUBLIC_SERVICE && (name.contains("咨询") || name.contains("查询") || seed % 3 == 0);
        boolean corporate =
                unit.code().equals("market") || unit.code().equals("tax") || name.contains("企业") || name.contains("经营");
        LegalTerm legal =
                LegalTerm.workdays(onTheSpot ? 1 : List.of(20, 20, 15, 10, 30).get(seed % 5));
        LegalTerm promise = LegalTerm.workdays(onTheSpot ? 0 : Math.max(1, legal.amount() * (2 + seed % 4) / 10));
        boolean visit = seed % 7 == 0;
        return new ItemContent(
                basics(corporate),
                new ItemContent.Terms(legal, promise, null),
                List.of(),
                conditions(corporate),
                materials(corporate, onTheSpot),
                steps(onTheSpot, promise),
                List.of(basis()),
                List.of(),
                List.of(),
                List.of(place()),
                new ItemContent.Contacts(List.of("12345"), List.of("12345")),
                handling(onTheSpot, visit),
                topics(corporate),
                List.of(),
                Situations.NONE);
    }

    private ItemContent.Basics basics(boolean corporate) {
        return new ItemContent.Basics(
                name,
                "向" + unit.shortName() + "申请办理“" + name + "”。",
                type,
                "法定机关",
                "法定本级行使",
                corporate ? List.of("企业法人", "个体工商户") : List.of("自然人"),
                List.of(),
                null,
                null,
                type == ItemType.LICENCE ? "批文" : "其他",
                type == ItemType.LICENCE ? "准予行政许可决定书" : "办理结果通知");
    }

    private List<String> conditions(boolean corporate) {
        return List.of(corporate ? "在济源示范区依法登记或者在本地从事相关活动。" : "户籍、居住地或者办理事由在济源示范区。", "符合该事项相关法律、法规和政策规定的条件。");
    }

    private List<Material> materials(boolean corporate, boolean onTheSpot) {
        List<Material> materials = new ArrayList<>();
        if (!onTheSpot || seed % 2 == 0) {
            materials.add(material(1, name.length() > 24 ? "申请表" : name + "申请表", Material.Source.APPLICANT, List.of()));
        }
        materials.add(
                corporate
                        ? material(2, "营业执照", Material.Source.GOVERNMENT, List.of(BUSINESS_LICENCE))
                        : material(2, "居民身份证", Material.Source.GOVERNMENT, List.of(IDENTITY_CARD)));
        if (!onTheSpot) {
            materials.add(material(3, "符合办理条件的证明材料", Material.Source.APPLICANT, List.of()));
        }
        return materials;
    }

    private static Material material(int number, String name, Material.Source source, List<String> licences) {
        return new Material(
                "M0" + number,
                name,
                Material.Need.REQUIRED,
                source == Material.Source.APPLICANT ? Material.Kind.ORIGINAL : Material.Kind.COPY,
                Material.Format.EITHER,
                1,
                source,
                null,
                licences,
                null,
                null,
                null);
    }

    private List<ItemContent.Step> steps(boolean onTheSpot, LegalTerm promise) {
        ItemContent.Step apply = new ItemContent.Step("申请", "您", "在线提交或者到窗口提交材料", "当天", true);
        if (onTheSpot) {
            return List.of(apply, new ItemContent.Step("办结", unit.shortName(), "当场核对、当场办结", "当场", false));
        }
        return List.of(
                apply,
                new ItemContent.Step("受理", "综合窗口", "核对材料，缺什么一次性告知", "1 个工作日内", false),
                new ItemContent.Step("审查决定", unit.shortName(), "审查材料并作出决定", promise.text() + "内", false),
                new ItemContent.Step("送达", "综合窗口", "通知结果，可以邮寄", "1 个工作日内", false));
    }

    private ItemContent.LegalBasis basis() {
        return type == ItemType.LICENCE
                ? new ItemContent.LegalBasis(
                        "《中华人民共和国行政许可法》",
                        "中华人民共和国主席令第七号公布，2019 年 4 月 23 日修正",
                        "第四十二条",
                        "除可以当场作出行政许可决定的外，行政机关应当自受理行政许可申请之日起二十日内作出行政许可决定。但是，法律、法规另有规定的，依照其规定。")
                : new ItemContent.LegalBasis(
                        "《国务院关于在线政务服务的若干规定》",
                        "2019 年 4 月 26 日国务院令第 716 号公布",
                        "第二条",
                        "国家加快建设全国一体化在线政务服务平台，推进各地区、各部门政务服务平台规范化、标准化、集约化建设和互联互通，推动实现政务服务事项全国标准统一、全流程网上办理。");
    }

    private ItemContent.Place place() {
        return unit.kind() == Unit.Kind.TOWN
                ? new ItemContent.Place(unit.shortName() + "便民服务中心", unit.shortName() + "政府驻地", "工作日上班时间", "12345")
                : new ItemContent.Place("济源示范区政务服务中心", "政务服务中心综合窗口", "工作日上班时间", "12345");
    }

    private ItemContent.Handling handling(boolean onTheSpot, boolean visit) {
        return new ItemContent.Handling(
                onTheSpot ? ProcessKind.ON_THE_SPOT : ProcessKind.PROMISED,
                true,
                visit ? "III" : "IV",
                visit ? 1 : 0,
                List.of("窗口", "电脑端", "移动端"),
                "全市通办",
                !onTheSpot,
                visit,
                null,
                null,
                null,
                null,
                null);
    }

    private ItemContent.Topics topics(boolean corporate) {
        return new ItemContent.Topics(
                corporate ? List.of() : List.of(theme), corporate ? List.of(theme) : List.of(), List.of(), List.of());
    }
}
