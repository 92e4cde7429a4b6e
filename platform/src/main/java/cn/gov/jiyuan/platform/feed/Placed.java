package cn.gov.jiyuan.platform.feed;

/** An entry with its place. */
record Placed(Position position, FeedConsumer.Entry entry) {}
