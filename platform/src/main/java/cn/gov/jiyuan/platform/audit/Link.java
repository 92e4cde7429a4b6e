package cn.gov.jiyuan.platform.audit;

/** One link of the chain: a position without gaps, the event standing there and the value of the chain up to it. */
record Link(long position, Place place, byte[] hash) {
    static final Link BEFORE_ALL = new Link(0, Place.BEFORE_ALL, Chain.start());
}
