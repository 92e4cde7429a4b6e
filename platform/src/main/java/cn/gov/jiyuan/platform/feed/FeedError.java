package cn.gov.jiyuan.platform.feed;

import cn.gov.jiyuan.kernel.error.ErrorCode;
import cn.gov.jiyuan.kernel.error.ErrorKind;

/** What can go wrong with the feed. */
public enum FeedError implements ErrorCode {
    /** A change was announced outside any transaction. */
    NO_TRANSACTION("feed.no-transaction", ErrorKind.INTERNAL),
    /** No consumer has this name. */
    UNKNOWN_CONSUMER("feed.unknown-consumer", ErrorKind.MISSING),
    /** No such parked entry, or it was replayed already. */
    UNKNOWN_PARKED("feed.unknown-parked", ErrorKind.MISSING),
    /** A projection of every node keeps its own cursor and is reset where it is. */
    OWN_CURSOR("feed.own-cursor", ErrorKind.CONFLICT);

    private final String code;
    private final ErrorKind kind;

    FeedError(String code, ErrorKind kind) {
        this.code = code;
        this.kind = kind;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public ErrorKind kind() {
        return kind;
    }
}
