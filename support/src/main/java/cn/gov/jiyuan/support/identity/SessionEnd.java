package cn.gov.jiyuan.support.identity;

import java.util.UUID;

/** Told of every session that ends (会话终止), in the transaction that ends it. */
interface SessionEnd {
    void ended(Ended session);

    record Ended(String sessionId, UUID personId, Reason reason) {}

    /** Why a session ended, in words for its owner. */
    enum Reason {
        SIGNED_OUT("退出登录"),
        REPLACED("同一浏览器重新登录"),
        REVOKED("本人在其他设备上将其退出"),
        PASSWORD("口令已更换"),
        POST_ENDED("岗位已调整或终止"),
        AUTHORITY_ENDED("代理授权已终止"),
        SUSPENDED("账号已停用或冻结"),
        EXPIRED("长时间没有操作");

        private final String label;

        Reason(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }
}
