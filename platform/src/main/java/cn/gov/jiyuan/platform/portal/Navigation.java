package cn.gov.jiyuan.platform.portal;

import java.util.List;

/** Entries of the portal's main navigation; each system contributes those that lead to it. */
public record Navigation(int order, List<Entry> entries) {
    public Navigation {
        entries = List.copyOf(entries);
    }

    /** @param path the page; also the prefix by which the entry is marked as current */
    public record Entry(String label, String path) {}
}
