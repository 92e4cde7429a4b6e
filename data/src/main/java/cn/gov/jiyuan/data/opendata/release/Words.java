package cn.gov.jiyuan.data.opendata.release;

import cn.gov.jiyuan.data.opendata.anonymity.Ladder;
import java.util.regex.Pattern;

/** What the titles of columns say about people (按列名判定). */
final class Words {
    /** Name a person wherever they stand. */
    static final Pattern IDENTIFIER = Pattern.compile("姓名|身份证|身份号码|证件号|手机|护照|指纹|人脸|虹膜|声纹|基因|银行卡|轨迹");
    /** Name a person where rows are about people. */
    static final Pattern CONTACT = Pattern.compile("电话|住址|地址|邮箱|银行|账号|车牌|社保卡|微信");

    static final Pattern SENSITIVE = Pattern.compile("病|诊断|残疾|犯罪|处罚|信访|收入|工资|宗教|低保|健康|症");
    private static final Pattern QUASI = Pattern.compile("性别|民族|职业|学历|婚姻|政治面貌|邮编|籍贯|户籍");
    private static final Pattern AREA = Pattern.compile("区划|村|社区|乡镇|镇（|街道|所在地");
    private static final Pattern BIRTH = Pattern.compile("出生");
    private static final Pattern AGE = Pattern.compile("年龄");
    /** Counts of people. */
    static final Pattern COUNT = Pattern.compile("(人数|户数|人次|例数)$");

    private Words() {}

    static boolean isQuasi(String title) {
        return QUASI.matcher(title).find() || ladder(title) != Ladder.NONE;
    }

    static Ladder ladder(String title) {
        if (AGE.matcher(title).find()) {
            return Ladder.AGE;
        }
        if (BIRTH.matcher(title).find()) {
            return Ladder.BIRTH;
        }
        return AREA.matcher(title).find() ? Ladder.AREA : Ladder.NONE;
    }
}
