package cn.gov.jiyuan.support.identity;

/** How well it is proved who somebody is (实名等级). */
enum RealLevel {
    UNPROVED(1, "只核验了手机号码"),
    ID_CARD(2, "核验了身份证信息"),
    FACE(3, "核验了人脸"),
    COUNTER(4, "窗口当面核验");

    private final int number;
    private final String label;

    RealLevel(int number, String label) {
        this.number = number;
        this.label = label;
    }

    public int number() {
        return number;
    }

    public String label() {
        return label;
    }

    static RealLevel of(int number) {
        return values()[Math.clamp(number, 1, values().length) - 1];
    }
}
