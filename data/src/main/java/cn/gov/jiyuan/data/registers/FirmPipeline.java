package cn.gov.jiyuan.data.registers;

import static cn.gov.jiyuan.platform.hub.pipeline.Survivorship.mostRecent;
import static cn.gov.jiyuan.platform.hub.pipeline.Survivorship.priority;
import static cn.gov.jiyuan.platform.hub.pipeline.Survivorship.vote;

import cn.gov.jiyuan.kernel.area.Divisions;
import cn.gov.jiyuan.platform.hub.DataColumn;
import cn.gov.jiyuan.platform.hub.DataType;
import cn.gov.jiyuan.platform.hub.pipeline.Check;
import cn.gov.jiyuan.platform.hub.pipeline.Field;
import cn.gov.jiyuan.platform.hub.pipeline.Linkage;
import cn.gov.jiyuan.platform.hub.pipeline.Origin;
import cn.gov.jiyuan.platform.hub.pipeline.Pipeline;
import cn.gov.jiyuan.platform.hub.pipeline.Survivorship;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How the register of legal entities is made from the records of 市场监管, 税务 and 社保 (法人库加工流程). A record without a
 * valid unified code finds its firm by the organisation code within it, the old registration number, or by name and
 * representative.
 */
public final class FirmPipeline {
    public static final String NAME = "firm";
    public static final String TARGET = "registers.legal";

    private FirmPipeline() {}

    public static Pipeline declared() {
        return new Pipeline(
                NAME,
                "法人基础库",
                new Pipeline.Target(TARGET, "法人基础库黄金记录", "market"),
                fields(),
                List.of(new Pipeline.Derived(
                        DataColumn.of("uscc", "统一社会信用代码", DataType.TEXT), "case when valid_uscc(key) then key end")),
                checks(),
                List.of(market(), tax(), labour()),
                "case when valid_uscc(told) then told end",
                DataType.TEXT,
                linkage(),
                16);
    }

    private static List<Field> fields() {
        return List.of(
                field("name", "名称", DataType.TEXT, priority("market", "tax", "labour"), true, "name"),
                field("short", "简名", DataType.TEXT, priority("market", "tax", "labour"), false, "name"),
                field("kind", "类型", DataType.TEXT, priority("market", "tax"), true),
                field(
                        "representative",
                        "法定代表人",
                        DataType.TEXT,
                        priority("market", "tax", "labour"),
                        true,
                        "representative"),
                personal("representative_no", "法定代表人证号", DataType.TEXT, priority("market", "tax", "labour"), true),
                field("founded_on", "成立日期", DataType.DATE, priority("market", "tax"), true, "founded"),
                field("capital", "注册资本（元）", DataType.INTEGER, priority("market", "tax"), true),
                field("industry", "行业", DataType.TEXT, priority("market", "tax"), true),
                field("scope", "经营范围", DataType.TEXT, priority("market", "tax"), false),
                field("address", "住所", DataType.TEXT, mostRecent(), true),
                field("area", "所在区划", DataType.INTEGER, mostRecent(), false, "area"),
                personal("phone", "联系电话", DataType.INTEGER, mostRecent(), false),
                field("status", "登记状态", DataType.TEXT, priority("market", "tax"), true),
                field("organisation", "组织机构代码", DataType.TEXT, vote(), false, "organisation"),
                field("old_number", "原注册号", DataType.TEXT, priority("market"), false, "old_number"));
    }

    private static Field field(
            String name,
            String title,
            DataType type,
            Survivorship survivorship,
            boolean compared,
            String... spoiledBy) {
        return new Field(DataColumn.of(name, title, type), survivorship, compared, Set.of(spoiledBy));
    }

    private static Field personal(
            String name, String title, DataType type, Survivorship survivorship, boolean compared) {
        return new Field(DataColumn.of(name, title, type).ofPersons(), survivorship, compared, Set.of());
    }

    private static List<Check> checks() {
        return List.of(
                new Check("code_missing", "统一社会信用代码为空", "told is null"),
                new Check("code_wrong", "统一社会信用代码长度、字符或校验位不对", "told is not null and key is null"),
                new Check(
                        "name",
                        "名称为空或不是汉字",
                        "name is null or not text_matches(name, '[一-龥（）·0-9A-Za-z]{4,100}') or not text_matches(name, '.*[一-龥]{2}.*')"),
                new Check(
                        "representative",
                        "法定代表人为空或不是汉字",
                        "representative is null or not text_matches(representative, '[一-龥·]{2,20}')"),
                new Check("founded", "成立日期不是真实日期", "founded_on is null"),
                new Check("area", "区划代码不在 573 个区划之内", "area is null or area not in (" + areas() + ")"),
                new Check("organisation", "组织机构代码不是 9 位", "organisation is null or length(organisation) <> 9"),
                new Check("old_number", "原注册号不是 15 位", "old_number is not null and length(old_number) <> 15"),
                new Check("phone", "联系电话不是 11 位", "phone is null or phone not between 13000000000 and 19999999999"));
    }

    private static String areas() {
        return Divisions.jiyuan().all().stream()
                .map(division -> division.code().twelveDigits())
                .collect(Collectors.joining(", "));
    }

    /**
     * Of rows of one firm so many agree, of rows of two so many. Records without any code that agree on the first block are
     * one firm.
     */
    private static Linkage linkage() {
        return new Linkage(
                List.of(
                        List.of("short", "representative"),
                        List.of("organisation"),
                        List.of("old_number"),
                        List.of("short", "address"),
                        List.of("short", "phone"),
                        List.of("representative_no", "founded_on"),
                        List.of("phone", "representative")),
                List.of(
                        Linkage.Comparison.of("organisation", 0.98, 0.0000001),
                        Linkage.Comparison.of("old_number", 0.98, 0.0000001),
                        Linkage.Comparison.of("short", 0.93, 0.00001),
                        Linkage.Comparison.of("representative", 0.97, 0.0005),
                        Linkage.Comparison.of("representative_no", 0.97, 0.00001),
                        Linkage.Comparison.of("founded_on", 0.97, 0.0002),
                        Linkage.Comparison.of("phone", 0.75, 0.000001),
                        Linkage.Comparison.of("area", 0.7, 0.002),
                        Linkage.Comparison.of("address", 0.5, 0.00001)),
                0.99,
                6);
    }

    /** The name without what departments write or leave out. */
    private static String shortened(String column) {
        return "replace(replace(replace(clean_text(" + column + "), '有限责任公司', '有限公司'), '河南省', ''), '济源市', '')";
    }

    private static String organisation(String code, String otherwise) {
        return "case when length(clean_code(" + code + ")) = 18 then substr(clean_code(" + code + "), 9, 9) else "
                + otherwise + " end";
    }

    private static Origin market() {
        return new Origin(
                "market",
                "市场监管登记",
                "whole(pripid)",
                "clean_moment(s_ext_timestamp)",
                Map.ofEntries(
                        Map.entry("told", "clean_code(uniscid)"),
                        Map.entry("name", "clean_text(entname)"),
                        Map.entry("short", shortened("entname")),
                        Map.entry(
                                "kind",
                                "case enttype when '1150' then '有限责任公司' when '9500' then '个体工商户' when '9100' then '农民专业合作社' end"),
                        Map.entry("representative", "clean_text(lerep)"),
                        Map.entry("representative_no", "citizen_number(citizen_key(clean_code(lerepcerno)))"),
                        Map.entry("founded_on", "clean_date(estdate)"),
                        Map.entry("capital", "cast(try_cast(regcap as decimal(18, 6)) * 10000 as bigint)"),
                        Map.entry("industry", "clean_text(industryco)"),
                        Map.entry("scope", "clean_text(opscope)"),
                        Map.entry("address", "clean_text(dom)"),
                        Map.entry("area", "clean_area(domdistrict)"),
                        Map.entry("phone", "clean_mobile(tel)"),
                        Map.entry(
                                "status",
                                "case regstate when '1' then '存续' when '2' then '吊销' when '3' then '注销' when '4' then '迁出' end"),
                        Map.entry("organisation", organisation("uniscid", "null")),
                        Map.entry("old_number", "clean_code(regno)")));
    }

    private static Origin tax() {
        return new Origin(
                "tax",
                "税务登记",
                "whole(djxh)",
                "clean_moment(xgrq)",
                Map.ofEntries(
                        Map.entry("told", "clean_code(shxydm)"),
                        Map.entry("name", "clean_text(nsrmc)"),
                        Map.entry("short", shortened("nsrmc")),
                        Map.entry(
                                "kind",
                                "case djzclx_dm when '159' then '有限责任公司' when '410' then '个体工商户' when '167' then '农民专业合作社' end"),
                        Map.entry("representative", "clean_text(fddbrxm)"),
                        Map.entry("representative_no", "citizen_number(citizen_key(clean_code(fddbrsfzjhm)))"),
                        Map.entry("founded_on", "clean_date(kyslrq)"),
                        Map.entry("capital", "cast(try_cast(zczb as decimal(18, 6)) * 10000 as bigint)"),
                        Map.entry("industry", "cast(null as varchar)"),
                        Map.entry("scope", "clean_text(jyfw)"),
                        Map.entry("address", "clean_text(scjydz)"),
                        Map.entry("area", "clean_area(scjydz_xzqhsz_dm)"),
                        Map.entry("phone", "clean_mobile(scjydlxdh)"),
                        Map.entry("status", "case nsrzt_dm when '03' then '存续' when '07' then '注销' end"),
                        Map.entry("organisation", organisation("shxydm", "substr(clean_code(nsrsbh), 7, 9)")),
                        Map.entry("old_number", "cast(null as varchar)")));
    }

    private static Origin labour() {
        return new Origin(
                "labour",
                "社保参保单位",
                "whole(aab001)",
                "clean_moment(aae036)",
                Map.ofEntries(
                        Map.entry("told", "clean_code(aab998)"),
                        Map.entry("name", "clean_text(aab004)"),
                        Map.entry("short", shortened("aab004")),
                        Map.entry("kind", "cast(null as varchar)"),
                        Map.entry("representative", "clean_text(aab013)"),
                        Map.entry("representative_no", "citizen_number(citizen_key(clean_code(aac002)))"),
                        Map.entry("founded_on", "cast(null as date)"),
                        Map.entry("capital", "cast(null as bigint)"),
                        Map.entry("industry", "cast(null as varchar)"),
                        Map.entry("scope", "cast(null as varchar)"),
                        Map.entry("address", "clean_text(aae006)"),
                        Map.entry("area", "clean_area(aab301)"),
                        Map.entry("phone", "clean_mobile(aae005)"),
                        Map.entry("status", "cast(null as varchar)"),
                        Map.entry("organisation", organisation("aab998", "replace(clean_code(aab003), '-', '')")),
                        Map.entry("old_number", "cast(null as varchar)")));
    }
}
