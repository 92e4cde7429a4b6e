package cn.gov.jiyuan.platform.audit;

import cn.gov.jiyuan.platform.keys.Sm3;

/** The hash chain (哈希链): each value is SM3 over the value before and the canonical form of the event. */
final class Chain {
    private Chain() {}

    /** The value before the first event: 32 zero bytes. */
    static byte[] start() {
        return new byte[Sm3.LENGTH];
    }

    static byte[] next(byte[] previous, byte[] canonical) {
        return new Sm3().update(previous).update(canonical).finish();
    }
}
