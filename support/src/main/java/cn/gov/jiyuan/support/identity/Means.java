package cn.gov.jiyuan.support.identity;

/** By what somebody signed in (登录方式). */
enum Means {
    PASSWORD("口令"),
    CODE("口令和动态验证码"),
    RECOVERY("口令和恢复码"),
    PASSKEY("通行密钥"),
    REGISTRATION("注册后直接登录");

    private final String label;

    Means(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
