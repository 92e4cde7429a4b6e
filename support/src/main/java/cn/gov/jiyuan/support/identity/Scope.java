package cn.gov.jiyuan.support.identity;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a person may hand over to another system (信息范围). */
enum Scope {
    OPENID("您的登录状态", "一个只在该应用使用的编号，认得出是同一个人，看不出是谁；姓名只显示一部分"),
    PROFILE("姓名", "完整的姓名"),
    PHONE("手机号码", "登记的手机号码"),
    LEVEL("实名等级", "您的实名核验到了第几级"),
    ORG("工作单位和岗位", "以公务身份登录时的单位和岗位"),
    ACTING("代表谁办理", "代企业或者代他人办理时，被代表的企业（含统一社会信用代码）或者个人的姓名");

    private final String label;
    private final String meaning;

    Scope(String label, String meaning) {
        this.label = label;
        this.meaning = meaning;
    }

    /** As the protocol writes it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String label() {
        return label;
    }

    public String meaning() {
        return meaning;
    }

    static Optional<Scope> of(String id) {
        return Arrays.stream(values()).filter(scope -> scope.id().equals(id)).findFirst();
    }
}
