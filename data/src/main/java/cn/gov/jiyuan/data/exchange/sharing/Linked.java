package cn.gov.jiyuan.data.exchange.sharing;

import java.util.UUID;

/** A request between two installations (跨平台申请). @param foreignId id of the request with whoever asked */
record Linked(UUID requestId, String peer, Side side, UUID foreignId, State state) {
    /** Who asked whom. */
    enum Side {
        /** We asked. */
        ASKED,
        /** We answer. */
        ANSWERED
    }

    /** Whether data go. */
    enum State {
        OPEN,
        GRANTED,
        CLOSED
    }
}
