package cn.gov.jiyuan.data.catalogue;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One version of an entry. @param revision grows with each saving of a draft */
record Version(
        int number,
        boolean draft,
        int revision,
        Content content,
        String editedBy,
        Instant editedAt,
        @Nullable String publishedBy,
        @Nullable Instant publishedAt) {}
