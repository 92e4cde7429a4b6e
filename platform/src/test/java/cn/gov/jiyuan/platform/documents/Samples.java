package cn.gov.jiyuan.platform.documents;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Documents as the platform issues them. */
final class Samples {
    static final Fonts FONTS = Fonts.find(Path.of("no-fonts-of-our-own"));
    static final String UNIT = "济源市市场监督管理局";

    private Samples() {}

    static Notice acceptance() {
        return new Notice(
                UNIT,
                "行政许可申请受理通知书",
                "济市监受〔2026〕12 号",
                "济源市沁园街道老张面馆",
                List.of(
                        "你（单位）于2026年11月20日提出的食品经营许可（新办）申请（受理号：410881-20261120-00012），经审查，申请材料齐全、符合法定形式，根据《中华人民共和国行政许可法》第三十二条第一款第（五）项的规定，本机关决定予以受理。",
                        "本事项法定办结时限为20个工作日，承诺办结时限为8个工作日，自受理之日起计算，应于2026年12月2日前办结。需要现场核查的，所需时间依法另行告知，不计算在上述期限内。",
                        "你（单位）可凭受理号在济源市政务服务网查询办理进度。"),
                List.of("对本通知有异议的，可以自收到本通知之日起六十日内向济源市人民政府申请行政复议，或者自收到本通知之日起六个月内依法向济源市人民法院提起行政诉讼。"),
                LocalDate.of(2026, 11, 22),
                "https://zwfw.jiyuan.gov.cn/v/0193a1f2c4d87b3e9f10");
    }

    static LicenceSheet licence() {
        return new LicenceSheet(
                "食品经营许可证",
                "正本",
                List.of(
                        new LicenceSheet.Field("经营者名称", "济源市沁园街道老张面馆"),
                        new LicenceSheet.Field("统一社会信用代码", "92410881MA45XK3R2P"),
                        new LicenceSheet.Field("法定代表人", "张三"),
                        new LicenceSheet.Field("住所", "河南省济源市沁园街道沁园中路 128 号"),
                        new LicenceSheet.Field("经营场所", "河南省济源市沁园街道沁园中路 128 号一层 3 号商铺"),
                        new LicenceSheet.Field("主体业态", "餐饮服务经营者（小型餐饮）"),
                        new LicenceSheet.Field("经营项目", "热食类食品制售，冷食类食品制售（含冷加工糕点，不含裱花蛋糕），自制饮品制售（不含使用压力容器制作饮品）"),
                        new LicenceSheet.Field("许可证编号", "JY24108810012345"),
                        new LicenceSheet.Field("有效期限", "2026 年 11 月 22 日至 2031 年 11 月 21 日")),
                UNIT,
                LocalDate.of(2026, 11, 22),
                "1.2.156.3005.2.11100000MB0341032Y002.11410881005772234J.2026000012.001.7",
                "https://zwfw.jiyuan.gov.cn/v/0193a1f2c4d87b3e9f11");
    }

    static Metadata metadata() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("证照编号", "JY24108810012345");
        fields.put("持证主体", "济源市沁园街道老张面馆 <\"&>");
        return new Metadata(
                UUID.fromString("0193a1f2-c4d8-7b3e-9f10-000000000001"),
                UNIT,
                Instant.parse("2026-11-22T02:00:00Z"),
                fields);
    }
}
