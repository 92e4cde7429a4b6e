package cn.gov.jiyuan.contracts.items;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What other systems may know of service items. Editing and publishing belong to the stewards of S20. */
public interface ItemCatalogue {
    /** The version in force today; empty if the item is unknown, not yet in force or cancelled. */
    Optional<ItemGuide> inForce(String code);

    /** The version in force on a day. */
    Optional<ItemGuide> inForce(String code, LocalDate on);

    /** A given version in whatever state, as a case keeps it. @throws cn.gov.jiyuan.kernel.error.Fault {@code items.unknown} */
    ItemGuide version(ItemVersionRef ref);

    /** Items in force, by code. @param after the last code of the page before, null for the first */
    List<ItemSummary> list(ItemFilter filter, @Nullable String after, int limit);

    /** How many items in force match. */
    long count(ItemFilter filter);

    /** Themes under which items in force are found, those with most items first, with their numbers of items. */
    Map<String, Long> topics();

    /** House codes of units with their numbers of items in force. */
    Map<String, Long> units();

    /** Full guides in force by code, for those who build a projection. @param after the last code of the portion before */
    List<ItemGuide> guides(@Nullable String after, int limit);
}
