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

/** How the population register is made from the records of 公安, 人社 and 卫健 (人口库加工流程). */
public final class PersonPipeline {
    public static final String NAME = "person";
    public static final String TARGET = "registers.person";

    private PersonPipeline() {}

    public static Pipeline declared() {
        return new Pipeline(
                NAME,
                "人口基础库",
                new Pipeline.Target(TARGET, "人口基础库黄金记录", "police"),
                fields(),
                List.of(new Pipeline.Derived(
                        DataColumn.of("id_no", "公民身份号码", DataType.TEXT).ofPersons(), "citizen_number(key)")),
                checks(),
                List.of(police(), labour(), health()),
                "citizen_key(id_no)",
                DataType.INTEGER,
                linkage(),
                16);
    }

    private static List<Field> fields() {
        return List.of(
                field("name", "姓名", DataType.TEXT, priority("police", "labour", "health"), true, "name"),
                field("gender", "性别", DataType.INTEGER, vote(), false, "gender"),
                field(
                        "birth",
                        "出生日期",
                        DataType.DATE,
                        priority("police", "health", "labour"),
                        true,
                        "birth",
                        "birth_differs"),
                field("phone", "手机号码", DataType.INTEGER, mostRecent(), true, "phone"),
                field("address", "居住地址", DataType.TEXT, mostRecent(), true),
                field("area", "居住区划", DataType.INTEGER, mostRecent(), false, "area"),
                field("marital", "婚姻状况", DataType.INTEGER, mostRecent(), true),
                field("death_date", "死亡日期", DataType.DATE, priority("health", "police"), true, "death"));
    }

    private static Field field(
            String name,
            String title,
            DataType type,
            Survivorship survivorship,
            boolean compared,
            String... spoiledBy) {
        return new Field(DataColumn.of(name, title, type).ofPersons(), survivorship, compared, Set.of(spoiledBy));
    }

    private static List<Check> checks() {
        return List.of(
                new Check("id_missing", "证号为空", "id_no is null"),
                new Check("id_wrong", "证号长度或校验位不对", "id_no is not null and key is null"),
                new Check("name", "姓名为空或不是汉字", "name is null or not text_matches(name, '[一-龥·]{2,20}')"),
                new Check("gender", "性别为空或与证号不符", "gender is null or gender <> citizen_gender(key)"),
                new Check("birth", "出生日期不是真实日期", "birth is null"),
                new Check("birth_differs", "出生日期与证号不符", "day_number(birth) <> citizen_birth(key)"),
                new Check("phone", "手机号码不是 11 位", "phone is null or phone not between 13000000000 and 19999999999"),
                new Check("area", "区划代码不在 573 个区划之内", "area is null or area not in (" + areas() + ")"),
                new Check("death", "死亡日期早于出生日期", "death_date < birth"));
    }

    private static String areas() {
        return Divisions.jiyuan().all().stream()
                .map(division -> division.code().twelveDigits())
                .collect(Collectors.joining(", "));
    }

    /** Weights of 姓名, 出生日期 … as in {@code rules/registers.json} they are explained. */
    private static Linkage linkage() {
        return new Linkage(
                List.of(List.of("name", "birth"), List.of("birth", "phone"), List.of("name", "phone")),
                List.of(
                        Linkage.Comparison.of("name", 0.97, 0.0005),
                        Linkage.Comparison.of("birth", 0.985, 0.00005),
                        Linkage.Comparison.of("gender", 0.99, 0.5),
                        Linkage.Comparison.of("phone", 0.6, 0.000001),
                        Linkage.Comparison.of("area", 0.7, 0.002),
                        Linkage.Comparison.of("address", 0.5, 0.00001)),
                0.99,
                6);
    }

    private static Origin police() {
        return new Origin(
                "police",
                "公安户籍",
                "whole(jlbh)",
                "clean_moment(gxsj)",
                Map.of(
                        "id_no", "clean_code(sfzh)",
                        "name", "clean_text(xm)",
                        "gender", "case xb when '1' then 1 when '2' then 2 end",
                        "birth", "clean_date(csrq)",
                        "phone", "clean_mobile(lxdh)",
                        "address", "clean_text(zz)",
                        "area", "clean_area(qhdm)",
                        "marital", "whole(hyzk)",
                        "death_date", "clean_date(swrq)"));
    }

    private static Origin labour() {
        return new Origin(
                "labour",
                "人社参保",
                "whole(baz001)",
                "clean_moment(aae036)",
                Map.of(
                        "id_no", "clean_code(aac002)",
                        "name", "clean_text(aac003)",
                        "gender", "case aac004 when '男' then 1 when '女' then 2 end",
                        "birth", "clean_date(aac006)",
                        "phone", "clean_mobile(aae005)",
                        "address", "clean_text(aae006)",
                        "area", "clean_area(aab301)",
                        "marital", "whole(aac017)",
                        "death_date", "cast(null as date)"));
    }

    private static Origin health() {
        return new Origin(
                "health",
                "卫健健康档案",
                "whole(record_no)",
                "clean_moment(modify_time)",
                Map.of(
                        "id_no", "clean_code(id_card)",
                        "name", "clean_text(name)",
                        "gender", "case sex when 'M' then 1 when 'F' then 2 end",
                        "birth", "clean_date(replace(birthday, '/', '-'))",
                        "phone", "clean_mobile(mobile)",
                        "address", "clean_text(address)",
                        "area", "clean_area(area)",
                        "marital", "whole(marriage)",
                        "death_date", "clean_date(death_date)"));
    }
}
