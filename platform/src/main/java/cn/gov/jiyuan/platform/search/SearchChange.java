package cn.gov.jiyuan.platform.search;

/** What an entry of the feed means to the index. */
public sealed interface SearchChange {
    /** The thing is new or different. */
    record Put(SearchDocument document) implements SearchChange {}

    /** The thing is gone, or no longer to be found. */
    record Remove(String kind, String id) implements SearchChange {}
}
