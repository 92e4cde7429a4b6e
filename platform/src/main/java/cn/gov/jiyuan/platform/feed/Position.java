package cn.gov.jiyuan.platform.feed;

/** A place in the feed: entries are read in the order of era, transaction and sequence. */
record Position(int era, long xid, long sequence) {
    static final Position START = new Position(0, 0, 0);
}
