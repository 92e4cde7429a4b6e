package cn.gov.jiyuan.platform.access;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which rows an actor may see under one permission. Where several grants reach differently, the widest holds. */
public sealed interface RowScope {
    record All() implements RowScope {}

    record None() implements RowScope {}

    /** Rows of these units. */
    record Units(Set<UUID> unitIds) implements RowScope {}

    /** Rows whose owner is this party. */
    record Owner(UUID partyId) implements RowScope {}

    /** Rows whose area code begins with one of these prefixes. */
    record Areas(Set<String> prefixes) implements RowScope {}

    /** Whether one row lies within; a fact that the row lacks is null and never matches. */
    default boolean covers(@Nullable UUID unitId, @Nullable UUID ownerId, @Nullable String areaCode) {
        return switch (this) {
            case All all -> true;
            case None none -> false;
            case Units units -> unitId != null && units.unitIds().contains(unitId);
            case Owner owner -> owner.partyId().equals(ownerId);
            case Areas areas -> areaCode != null && areas.prefixes().stream().anyMatch(areaCode::startsWith);
        };
    }
}
