package cn.gov.jiyuan.platform.search;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who may find a document (可见范围). Decided again by the access policy at each query, never only at indexing. */
public sealed interface Visibility {
    /** Anyone. */
    record Public() implements Visibility {}

    /**
     * Whoever holds the permission with a reach that covers the row.
     *
     * @param permission the permission that also guards the page of the thing
     * @param unitId responsible unit, if it has one
     * @param ownerId party that owns it, if it has one
     * @param areaCode area code, if it has one
     */
    record Restricted(
            String permission,
            @Nullable UUID unitId,
            @Nullable UUID ownerId,
            @Nullable String areaCode) implements Visibility {}
}
