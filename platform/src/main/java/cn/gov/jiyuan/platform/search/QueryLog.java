package cn.gov.jiyuan.platform.search;

import java.util.Set;
import java.util.UUID;

/** Notes what was asked and opened, without the person, and carries the wish for a rebuild to every node. */
interface QueryLog {
    void asked(UUID queryId, String text, Set<String> kinds, long total);

    void clicked(UUID queryId, String kind, String id, int position);

    void askRebuild();
}
