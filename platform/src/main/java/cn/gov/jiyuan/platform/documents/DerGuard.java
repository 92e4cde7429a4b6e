package cn.gov.jiyuan.platform.documents;

import cn.gov.jiyuan.kernel.error.Fault;

/** Walks foreign DER before a parser may see it: definite minimal lengths, bounded depth, nothing behind the end. */
final class DerGuard {
    private static final int DEEPEST = 24;
    private static final int MOST = 20_000;

    private final byte[] der;
    private int elements;

    private DerGuard(byte[] der) {
        this.der = der;
    }

    static void check(byte[] der) {
        DerGuard guard = new DerGuard(der);
        if (guard.element(0, der.length, 0) != der.length) {
            throw new Fault(DocumentsError.DAMAGED_SEAL, "数据之后还有多余内容");
        }
    }

    /** @return where the element ends */
    private int element(int at, int limit, int depth) {
        require(depth <= DEEPEST && ++elements <= MOST, "嵌套过深或元素过多");
        require(at + 2 <= limit, "数据不完整");
        int tag = der[at] & 0xFF;
        require((tag & 0x1F) != 0x1F, "标签");
        int length = der[at + 1] & 0xFF;
        int start = at + 2;
        if (length >= 0x80) {
            int octets = length & 0x7F;
            require(octets >= 1 && octets <= 4 && start + octets <= limit, "长度");
            long read = 0;
            for (int i = 0; i < octets; i++) {
                read = read << 8 | der[start + i] & 0xFF;
            }
            require(read >= 0x80 && (octets == 1 || read >> 8 * (octets - 1) != 0) && read <= limit, "长度");
            length = (int) read;
            start += octets;
        }
        require(length <= limit - start, "数据不完整");
        int end = start + length;
        if ((tag & 0x20) != 0) {
            int child = start;
            while (child < end) {
                child = element(child, end, depth + 1);
            }
        }
        return end;
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new Fault(DocumentsError.DAMAGED_SEAL, what);
        }
    }
}
