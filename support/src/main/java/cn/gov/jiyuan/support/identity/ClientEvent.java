package cn.gov.jiyuan.support.identity;

/** Something between this platform and another system that an administrator should see (接入安全事件). */
enum ClientEvent {
    REDIRECT_REFUSED("返回地址未登记"),
    REQUEST_REFUSED("登录请求无效"),
    CLIENT_REFUSED("应用身份不符"),
    GRANT_REFUSED("授权码或令牌无效"),
    CODE_REPLAYED("授权码重复使用"),
    TOKEN_REPLAYED("刷新令牌重复使用"),
    TICKET_REFUSED("票据无效"),
    TICKET_REPLAYED("票据重复使用"),
    LOGOUT_UNANSWERED("退出通知未确认"),
    LOGOUT_GIVEN_UP("退出通知最终未送达");

    private final String label;

    ClientEvent(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    /** Whether anybody can bring it about with a browser alone. */
    boolean byBrowser() {
        return this == REDIRECT_REFUSED || this == REQUEST_REFUSED;
    }
}
