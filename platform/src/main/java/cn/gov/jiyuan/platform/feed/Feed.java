package cn.gov.jiyuan.platform.feed;

import java.util.List;

/** The append-only change feed (变更流). */
public interface Feed {
    /** Appends a change in the caller's transaction, which must exist. */
    void append(Change change);

    /** Appends many changes by the bulk path. */
    void appendAll(List<Change> changes);

    /**
     * The sequence up to which every entry is final and readable; 0 for an empty feed. A projection that is built anew
     * from its sources starts to follow the feed from here, read before the sources are.
     */
    long head();

    /**
     * One change.
     *
     * @param topic {@code <system>.<thing>.<past tense>}, {@code onestop.case.accepted} for example
     * @param key id of the thing
     * @param version version of the payload's shape
     * @param payload a record that becomes JSON; ids and facts, personal data never in clear
     */
    record Change(String topic, String key, int version, Object payload) {}
}
