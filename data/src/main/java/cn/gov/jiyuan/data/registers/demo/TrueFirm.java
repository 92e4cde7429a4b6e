package cn.gov.jiyuan.data.registers.demo;

import cn.gov.jiyuan.kernel.code.OrganisationCode;
import cn.gov.jiyuan.kernel.code.Uscc;
import cn.gov.jiyuan.platform.parties.DemoPopulation;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What is true about an invented firm (真值), hidden from the registers. The first {@link DemoPopulation#FIRMS} are the
 * firms of the platform.
 *
 * @param code null for a shop that never changed its old registration number
 * @param oldNumber registration number of 15 digits; empty for who registered after 2015
 * @param formerName name until {@code renamedOn}
 * @param owner who represents it
 * @param home where it is; {@code former} where until {@code movedOn}
 * @param capital in yuan
 * @param endedOn when it was struck off
 */
record TrueFirm(
        long number,
        @Nullable String code,
        String organisation,
        String oldNumber,
        String name,
        String formerName,
        LocalDate renamedOn,
        Kind kind,
        Owner owner,
        LocalDate foundedOn,
        long capital,
        Trade trade,
        TruePerson.Home home,
        TruePerson.Home former,
        LocalDate movedOn,
        long phone,
        @Nullable LocalDate endedOn) {
    /** Kinds of firms with the codes of the three departments. */
    enum Kind {
        COMPANY("91", "1150", "159", "有限公司"),
        SHOP("92", "9500", "410", "店"),
        COOPERATIVE("93", "9100", "167", "农民专业合作社");

        private final String category;
        private final String market;
        private final String tax;
        private final String ending;

        Kind(String category, String market, String tax, String ending) {
            this.category = category;
            this.market = market;
            this.tax = tax;
            this.ending = ending;
        }

        String market() {
            return market;
        }

        String tax() {
            return tax;
        }
    }

    /** Who represents it. */
    record Owner(String name, String idNumber) {}

    /** What it does. @param industry code of GB/T 4754 */
    record Trade(String word, String industry, String scope) {}

    private static final Trade[] TRADES = {
        new Trade("餐饮管理", "H6210", "餐饮服务；食品销售"),
        new Trade("食品", "F5129", "预包装食品销售；食品互联网销售"),
        new Trade("商贸", "F5199", "日用百货、五金产品、建筑材料销售"),
        new Trade("农业科技", "A0519", "农业技术推广服务；蔬菜种植"),
        new Trade("机械制造", "C3489", "通用设备制造；机械零件加工"),
        new Trade("物流", "G5430", "道路货物运输；仓储服务"),
        new Trade("建材", "F5165", "建筑材料、装饰材料销售"),
        new Trade("电子科技", "C3990", "电子产品制造、销售；软件开发"),
        new Trade("文化传媒", "R8810", "文艺创作；广告设计、制作、发布"),
        new Trade("环保科技", "M7512", "环保技术推广；环境治理设备销售"),
        new Trade("冶金", "C3219", "有色金属冶炼和压延加工"),
        new Trade("化工", "C2669", "专用化学产品制造、销售"),
        new Trade("运输", "G5431", "普通货物道路运输"),
        new Trade("酒店管理", "H6110", "住宿服务；酒店管理"),
        new Trade("医药", "F5251", "药品、医疗器械零售"),
        new Trade("教育咨询", "P8399", "教育咨询服务"),
        new Trade("房地产", "K7010", "房地产开发经营"),
        new Trade("物业服务", "K7020", "物业管理；保洁服务"),
        new Trade("汽车服务", "O8111", "汽车维修；汽车配件销售"),
        new Trade("新能源", "D4416", "太阳能发电；新能源技术开发")
    };
    private static final String SIGNS = "瑞丰昌隆盛达兴泰和顺茂裕恒信诚安康宁福禄祥嘉美佳优鼎立新锐捷通联创智慧云海山川江河湖泊林森木本华源金玉宏远德仁";
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int ADULT = 18;
    private static final int TRIES = 9;
    private static final LocalDate ONE_CODE = LocalDate.of(2015, 10, 1);

    /** @param people of the invented persons among whom owners are found */
    static TrueFirm of(long number, long people, LocalDate today) {
        return number < DemoPopulation.FIRMS
                ? of(number, DemoPopulation.firm((int) number), today)
                : invented(number, people, today);
    }

    private static TrueFirm of(long number, DemoPopulation.Firm firm, LocalDate today) {
        Trade trade = TRADES[0];
        for (Trade one : TRADES) {
            if (firm.name().contains(one.word())) {
                trade = one;
            }
        }
        Kind kind = firm.uscc().category().equals("92") ? Kind.SHOP : Kind.COMPANY;
        TruePerson.Home home = new TruePerson.Home(Long.parseLong(firm.areaCode()), firm.address());
        return complete(
                number,
                firm.uscc().value(),
                firm.uscc().organisationCode().value(),
                firm.name(),
                kind,
                new Owner(
                        firm.representative().name(),
                        firm.representative().idNumber().value()),
                firm.registeredOn(),
                trade,
                home,
                today);
    }

    private static TrueFirm invented(long number, long people, LocalDate today) {
        Kind kind = Mix.happens(350, number, 102)
                ? Kind.SHOP
                : Mix.happens(40, number, 103) ? Kind.COOPERATIVE : Kind.COMPANY;
        LocalDate founded = today.minusDays(30 + Mix.below(7_500, number, 104));
        String organisation = OrganisationCode.of(body(number)).value();
        boolean never = kind == Kind.SHOP && founded.isBefore(ONE_CODE) && Mix.happens(60, number, 105);
        String code = never
                ? null
                : Uscc.of(kind.category, "419001", new OrganisationCode(organisation))
                        .value();
        long named = namesake(number, kind);
        boolean branch = named != number && Mix.happens(300, number, 106);
        Trade trade = TRADES[Mix.below(TRADES.length, named, 107)];
        return complete(
                number,
                code,
                organisation,
                name(named, kind, trade),
                kind,
                owner(branch ? named : number, people, today),
                founded,
                trade,
                TruePerson.Home.of(number, 2),
                today);
    }

    private static Owner owner(long number, long people, LocalDate today) {
        TruePerson person = TruePerson.of(Math.floorMod(Mix.bits(number, 108), people), today);
        for (int again = 1; again < TRIES && person.birth().isAfter(today.minusYears(ADULT)); again++) {
            person = TruePerson.of(Math.floorMod(Mix.bits(number, 120 + again), people), today);
        }
        return new Owner(person.name(), person.idNumber());
    }

    /** One shop in fifty bears the name of another; of these one in three belongs to the same owner. Companies may not. */
    private static long namesake(long number, Kind kind) {
        if (kind != Kind.SHOP || !Mix.happens(20, number, 109)) {
            return number;
        }
        long other = number - 1 - Mix.below(50, number, 110);
        return Math.max(DemoPopulation.FIRMS, other);
    }

    private static String name(long number, Kind kind, Trade trade) {
        StringBuilder sign = new StringBuilder();
        for (long rest = number; sign.length() < 2 || rest > 0; rest /= SIGNS.length()) {
            sign.append(SIGNS.charAt((int) (rest % SIGNS.length())));
        }
        return "济源市" + sign + (kind == Kind.COOPERATIVE ? "种植" : trade.word()) + kind.ending;
    }

    /** Eight characters, none of which begin as those of the firms of the platform. */
    private static String body(long number) {
        char[] body = new char[8];
        body[0] = 'P';
        long rest = number;
        for (int i = 7; i > 0; i--) {
            body[i] = ALPHABET.charAt((int) (rest % ALPHABET.length()));
            rest /= ALPHABET.length();
        }
        return new String(body);
    }

    private static TrueFirm complete(
            long number,
            @Nullable String code,
            String organisation,
            String name,
            Kind kind,
            Owner owner,
            LocalDate founded,
            Trade trade,
            TruePerson.Home home,
            LocalDate today) {
        boolean renamed = Mix.happens(60, number, 111);
        String former = renamed
                ? "济源市" + SIGNS.charAt(Mix.below(SIGNS.length(), number, 112))
                        + SIGNS.charAt(Mix.below(SIGNS.length(), number, 113)) + trade.word() + kind.ending
                : name;
        long days = Math.max(1, founded.until(today, java.time.temporal.ChronoUnit.DAYS));
        LocalDate ended =
                Mix.happens(120, number, 114) ? founded.plusDays(Math.floorMod(Mix.bits(number, 115), days)) : null;
        String old = founded.isBefore(ONE_CODE)
                ? "410881" + String.format(Locale.ROOT, "%09d", number * 7 % 1_000_000_000L)
                : "";
        return new TrueFirm(
                number,
                code,
                organisation,
                old,
                name,
                former,
                founded.plusDays(Math.floorMod(Mix.bits(number, 116), days)),
                kind,
                owner,
                founded,
                kind == Kind.SHOP ? 0 : (1 + Mix.below(50, number, 117)) * 100_000L,
                trade,
                home,
                TruePerson.Home.of(number, 3),
                founded.plusDays(Math.floorMod(Mix.bits(number, 118), days)),
                13_500_000_000L + number * 37_019 % 400_000_000L,
                ended);
    }
}
