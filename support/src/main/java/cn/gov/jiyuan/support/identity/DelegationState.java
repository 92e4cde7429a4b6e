package cn.gov.jiyuan.support.identity;

/** How far a delegation has come (授权状态). That its days are over is read from its dates, not kept here. */
enum DelegationState {
    /** Somebody asked a firm to be its handler; its legal representative has to confirm. */
    REQUESTED("待法定代表人确认"),
    /** The principal has granted; the agent has to accept. */
    OFFERED("待代理人接受"),
    ACTIVE("有效"),
    DECLINED("未接受"),
    /** Taken back before it was accepted. */
    WITHDRAWN("已收回"),
    REVOKED("已撤销"),
    /** Given up by the agent. */
    RESIGNED("代理人已辞去");

    private final String label;

    DelegationState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    boolean isOpen() {
        return this == REQUESTED || this == OFFERED;
    }
}
