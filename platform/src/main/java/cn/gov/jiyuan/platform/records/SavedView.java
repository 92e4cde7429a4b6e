package cn.gov.jiyuan.platform.records;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A list as somebody has filtered, ordered and cut it, kept under a name (保存的视图). It holds no rows: whoever opens it
 * sees what he himself may see.
 *
 * @param query the query part of the list's address
 * @param unitId the unit with which it is shared; null if it is its owner's alone
 */
record SavedView(
        UUID id,
        String type,
        String name,
        String query,
        UUID ownerId,
        String ownerName,
        @Nullable UUID unitId) {}
