package cn.gov.jiyuan.data.stewardship.grading;

import cn.gov.jiyuan.kernel.code.CitizenId;
import cn.gov.jiyuan.kernel.code.Uscc;
import cn.gov.jiyuan.platform.hub.DataColumn;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Suggests category and grade of a column (敏感识别) by its name and title, by forms and check digits in a sample. Sensitive
 * personal information is that of 个人信息保护法 28: biometrics, belief, specific identity, health, financial accounts, whereabouts,
 * and minors under 14.
 */
final class Detector {
    private static final double MOST = 0.6;
    private static final Pattern PHONE = Pattern.compile("(\\+?86-?)?1[3-9]\\d{9}");
    private static final Pattern CARD = Pattern.compile("62\\d{14,17}");

    private static final List<Kind> KINDS = List.of(
            new Kind("个人信息/生物识别", true, true, 4, "生物识别信息", "finger|face_|iris|biometr|指纹|人脸|虹膜|声纹|基因"),
            new Kind(
                    "个人信息/医疗健康",
                    true,
                    true,
                    4,
                    "医疗健康信息",
                    "diagnos|disease|illness|medical|health|blood|诊断|疾病|病历|病史|血型|健康|残疾|精神障碍|用药|检验结果"),
            new Kind("个人信息/金融账户", true, true, 4, "金融账户信息", "bank|account_no|card_no|银行账号|银行卡|账户|存款|征信"),
            new Kind("个人信息/行踪轨迹", true, true, 4, "行踪轨迹信息", "track|trajector|行踪|轨迹|定位"),
            new Kind("个人信息/宗教信仰", true, true, 4, "宗教信仰", "relig|宗教|信仰"),
            new Kind("个人信息/特定身份", true, true, 4, "特定身份信息", "crime|criminal|犯罪|涉毒|社区矫正|信访人"),
            new Kind("个人信息/未成年人", true, true, 4, "不满十四周岁未成年人信息", "student|pupil|学籍|幼儿|儿童|监护"),
            new Kind(
                    "个人信息/身份标识",
                    true,
                    true,
                    3,
                    "公民身份号码等身份证件信息",
                    "id_no|id_number|idcard|id_card|sfzh|gmsfhm|passport|身份证|身份号码|证件号|护照"),
            new Kind("个人信息/联系方式", true, false, 3, "联系方式", "phone|mobile|tel|email|sjh|手机|电话|邮箱|联系方式"),
            new Kind("个人信息/住址", true, false, 3, "住址", "address|addr|zhuzhi|住址|地址|居住"),
            new Kind(
                    "个人信息/基本资料",
                    true,
                    false,
                    2,
                    "个人基本资料",
                    "^name$|person_name|^xm$|gender|birth|marital|ethnic|education|姓名|性别|出生|婚姻|民族|学历|政治面貌"),
            new Kind("组织信息/法人标识", false, false, 1, "法人公示信息", "uscc|credit_code|信用代码|企业名称|法人名称|登记机关"),
            new Kind("组织信息/经营财务", false, false, 3, "组织的经营财务信息", "tax|revenue|profit|salary|税额|营业收入|利润|工资|缴费基数"),
            new Kind("业务信息/一般", false, false, 1, "一般业务信息", "."));

    private Detector() {}

    /** A kind of data, known by words in the name or title of a column. */
    private record Kind(String category, boolean personal, boolean sensitive, int level, String title, Pattern words) {
        Kind(String category, boolean personal, boolean sensitive, int level, String title, String words) {
            this(category, personal, sensitive, level, title, Pattern.compile(words));
        }

        boolean fits(DataColumn column) {
            return words.matcher(column.name().toLowerCase(Locale.ROOT)).find()
                    || words.matcher(column.title()).find();
        }
    }

    /** @param level 1 to 4 of 一般数据 @param why in Chinese */
    record Suggestion(String category, boolean personal, boolean sensitive, int level, String why) {}

    /** @param sample values of the column, none empty */
    static Suggestion of(DataColumn column, List<String> sample, LocalDate today) {
        Suggestion byName = byName(column);
        Suggestion byValue = byValue(sample, today);
        if (byValue == null || byValue.level() <= byName.level() && byName.sensitive() == byValue.sensitive()) {
            return byName;
        }
        return byValue.level() >= byName.level()
                ? byValue
                : new Suggestion(
                        byName.category(),
                        true,
                        byName.sensitive() || byValue.sensitive(),
                        byName.level(),
                        byName.why() + "；" + byValue.why());
    }

    private static Suggestion byName(DataColumn column) {
        Kind kind = KINDS.stream().filter(one -> one.fits(column)).findFirst().orElseThrow();
        boolean personal = kind.personal() || column.personal();
        int level = column.personal() ? Math.max(kind.level(), 2) : kind.level();
        String why = "列名“" + column.title() + "”表示" + kind.title();
        return new Suggestion(
                kind.category(),
                personal,
                kind.sensitive(),
                level,
                column.personal() && !kind.personal() ? why + "；数据集标明为个人信息" : why);
    }

    private static @Nullable Suggestion byValue(List<String> sample, LocalDate today) {
        if (sample.isEmpty()) {
            return null;
        }
        if (share(sample, value -> CitizenId.check(value, today).valid()) >= MOST) {
            return new Suggestion("个人信息/身份标识", true, true, 3, "抽样的值多数是有效的公民身份号码");
        }
        if (share(sample, value -> PHONE.matcher(value.strip()).matches()) >= MOST) {
            return new Suggestion("个人信息/联系方式", true, false, 3, "抽样的值多数是手机号码");
        }
        if (share(sample, value -> CARD.matcher(value.strip()).matches()) >= MOST) {
            return new Suggestion("个人信息/金融账户", true, true, 4, "抽样的值多数是银行卡号");
        }
        if (share(sample, value -> Uscc.check(value).valid()) >= MOST) {
            return new Suggestion("组织信息/法人标识", false, false, 1, "抽样的值多数是有效的统一社会信用代码");
        }
        return null;
    }

    private static double share(List<String> sample, Predicate<String> test) {
        return (double) sample.stream().filter(test).count() / sample.size();
    }
}
