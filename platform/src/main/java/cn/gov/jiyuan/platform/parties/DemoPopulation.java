package cn.gov.jiyuan.platform.parties;

import cn.gov.jiyuan.kernel.area.Division;
import cn.gov.jiyuan.kernel.code.CitizenId;
import cn.gov.jiyuan.kernel.code.OrganisationCode;
import cn.gov.jiyuan.kernel.code.Uscc;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * The people and firms of the demonstration (演示人口), each computed from its number alone, so that every system's demo
 * data agree without asking the database. All codes have valid check digits; nobody of them exists.
 */
public final class DemoPopulation {
    public static final int CITIZENS = 20_000;
    public static final int FIRMS = 5_000;
    public static final int OFFICIALS = 300;

    private static final long SEED = 419_001L;
    private static final LocalDate EPOCH = LocalDate.of(2026, 1, 1);
    private static final String[] SURNAMES =
            "王 李 张 刘 陈 杨 赵 黄 周 吴 徐 孙 胡 朱 高 林 何 郭 马 罗 梁 宋 郑 谢 韩 唐 冯 于 董 萧 程 曹 袁 邓 许 傅 沈 曾 彭 吕 苏 卢 蒋 蔡 贾 丁 魏 薛 叶 阎 余 潘 杜 戴 夏 钟 汪 田 任 姜 范 方 石 姚 谭 廖 邹 熊 金 陆 郝 孔 白 崔 康 毛 邱 秦 江 史 顾 侯 邵 孟 龙 万 段 雷 钱 汤 尹 黎 易 常 武 乔 贺 赖 龚 文 酒 牛 卫 燕 苗 成 翟 琚 商 原 党"
                    .split(" ");
    private static final String[] MALE =
            "伟 强 磊 军 洋 勇 杰 涛 超 明 刚 平 辉 鹏 华 飞 鑫 波 斌 宇 浩 凯 健 俊 帆 帅 旭 宁 龙 林 阳 建国 建华 志强 志伟 国庆 海波 文博 子轩 浩然 宇航 天佑 嘉豪 晓东 永强 新民 济生 河清 小军 保国"
                    .split(" ");
    private static final String[] FEMALE =
            "芳 娜 敏 静 丽 艳 娟 霞 燕 玲 桂英 秀英 秀兰 婷 雪 慧 莹 洁 颖 琳 佳 欣 倩 梅 红 萍 晶 妍 茜 秋 珊 莎 桂兰 玉兰 春梅 子涵 欣怡 梓萱 诗涵 雨桐 思源 沁 晓燕 海霞 丽娟 小红 玉珍 淑华"
                    .split(" ");
    private static final String[] BRANDS =
            "愚公 沁园 济渎 王屋 太行 黄河 小浪底 天坛 玉泉 轵城 五龙 九里 宣化 济水 荆梁 黄楝 思礼 承留 虎岭 玉川 南山 北海 东湖 盘谷 阳台 紫微 清虚 河口 逢石 三湖 曲阳 万阳 豫光 金马 恒通 宏远 鑫源 瑞丰 德盛 和顺 康泰 惠民 丰源 嘉禾 富源 永兴 华泰 顺达 荣昌"
                    .split(" ");
    private static final String[] TRADES =
            "餐饮管理 食品 商贸 农业科技 机械制造 物流 建材 电子科技 文化传媒 环保科技 冶金 化工 运输 酒店管理 医药 教育咨询 房地产 物业服务 汽车服务 新能源".split(" ");
    private static final List<Division> VILLAGES = UnitReference.villages();

    private DemoPopulation() {}

    /**
     * One citizen of the demonstration.
     *
     * @param villageName village or community of residence
     */
    public record Citizen(
            UUID id,
            String name,
            CitizenId idNumber,
            String phone,
            String villageCode,
            String villageName,
            String address) {}

    /** One firm of the demonstration; its legal representative is a citizen. */
    public record Firm(
            UUID id,
            Uscc uscc,
            String name,
            String kind,
            Citizen representative,
            String areaCode,
            String address,
            LocalDate registeredOn) {}

    /** @param number 0 to {@link #CITIZENS} − 1; the same citizen for the same number, always */
    public static Citizen citizen(int number) {
        SplittableRandom random = new SplittableRandom(SEED * 31 + number);
        boolean male = random.nextBoolean();
        String[] given = male ? MALE : FEMALE;
        String name = SURNAMES[random.nextInt(SURNAMES.length)] + given[random.nextInt(given.length)];
        LocalDate birth = EPOCH.minusDays(18 * 366 + number * 7919L % 24_400);
        String prefix = birth.getYear() >= 2005 ? "419001" : random.nextInt(100) < 88 ? "410881" : "410827";
        int sequence = (number / 2 % 499) * 2 + (male ? 1 : 2);
        Division village = VILLAGES.get(random.nextInt(VILLAGES.size()));
        String phone = "1" + "3578".charAt(random.nextInt(4)) + "%09d".formatted(number * 37_013L % 1_000_000_000L);
        return new Citizen(
                id("citizen", number),
                name,
                CitizenId.of(prefix, birth, sequence),
                phone,
                village.code().value(),
                village.name(),
                "济源市" + village.name() + random.nextInt(1, 200) + "号");
    }

    /** A child of the demonstration, eight years old, and its mother. */
    public static Citizen child() {
        Citizen mother = citizen(MOTHER);
        return new Citizen(
                id("child", 0),
                mother.name().substring(0, 1) + "晨曦",
                CitizenId.of("419001", LocalDate.of(2018, 5, 20), 24),
                "",
                mother.villageCode(),
                mother.villageName(),
                mother.address());
    }

    /** Number of the citizen who is the mother of {@link #child()}. */
    public static final int MOTHER = 10;

    /** @param number 0 to {@link #FIRMS} − 1 */
    public static Firm firm(int number) {
        SplittableRandom random = new SplittableRandom(SEED * 17 + number);
        Citizen owner = citizen(random.nextInt(CITIZENS));
        Division village = VILLAGES.get(random.nextInt(VILLAGES.size()));
        boolean individual = random.nextInt(100) < 35;
        String trade = TRADES[random.nextInt(TRADES.length)];
        String brand = BRANDS[number % BRANDS.length]
                + (number / BRANDS.length == 0 ? "" : GIVEN.charAt(number / BRANDS.length % GIVEN.length()));
        String name = "济源市" + brand + trade + (individual ? "店" : "有限公司");
        Uscc uscc = Uscc.of(individual ? "92" : "91", "419001", OrganisationCode.of("MA9%05d".formatted(number)));
        return new Firm(
                id("firm", number),
                uscc,
                name,
                individual ? "个体工商户" : "有限责任公司",
                owner,
                village.code().value(),
                "济源市" + village.name() + random.nextInt(1, 300) + "号",
                EPOCH.minusDays(random.nextInt(30, 6000)));
    }

    private static final String GIVEN = "一源盛达兴隆泰和顺昌茂裕恒信诚安康宁福禄祥瑞嘉美佳优鼎立新锐捷通联创智慧云海山川江河湖泊林森木本草花果";

    private static UUID id(String kind, int number) {
        return UUID.nameUUIDFromBytes(("demo:" + kind + ":" + number).getBytes(StandardCharsets.UTF_8));
    }
}
