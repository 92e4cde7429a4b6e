package cn.gov.jiyuan.support.items;

import cn.gov.jiyuan.contracts.items.ItemContent;
import cn.gov.jiyuan.contracts.items.ItemGuide;
import cn.gov.jiyuan.contracts.items.VersionState;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A version with what stewards need beside its content. @param revision counts saves, against lost updates */
record StoredVersion(
        UUID id,
        ItemGuide guide,
        String areaCode,
        int revision,
        UUID editedBy,
        String editedByName,
        Instant editedAt,
        @Nullable String publishedByName,
        @Nullable Instant publishedAt,
        @Nullable String note) {
    VersionState state() {
        return guide.state();
    }

    ItemContent content() {
        return guide.content();
    }
}
